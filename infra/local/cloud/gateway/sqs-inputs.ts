import * as z from 'zod';

const MessageAttributes = z.record(
  z.string(),
  z.strictObject({
    DataType: z.string(),
    StringValue: z.string().optional(),
    BinaryValue: z.string().optional(),
  }),
);
const QueueUrl = z.string().min(1);

// Strict objects: a parameter that would mean something (a deduplication id, a trace header) is refused, not ignored.
export const SendInput = z.strictObject({
  QueueUrl,
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageGroupId: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/)
    .optional(),
  MessageAttributes: MessageAttributes.default({}),
});
export type SendInput = z.output<typeof SendInput>;

/** The other operations' inputs. */
export const SqsInputs = {
  SendMessageBatch: z.strictObject({
    QueueUrl,
    Entries: z
      .array(SendInput.omit({ QueueUrl: true }).extend({ Id: z.string().regex(/^[\w-]{1,80}$/) }))
      .min(1)
      .max(10),
  }),
  GetQueueAttributes: z.strictObject({ QueueUrl, AttributeNames: z.array(z.string()).default([]) }),
  GetQueueUrl: z.strictObject({ QueueName: z.string().min(1) }),
  ReceiveMessage: z.strictObject({
    QueueUrl,
    MaxNumberOfMessages: z.int().min(1).max(10).default(1),
    VisibilityTimeout: z.int().min(0).max(43_200).optional(),
    // Answered at once: the local functions are fed by the runner, this operation is for looking on.
    WaitTimeSeconds: z.int().min(0).max(20).optional(),
    AttributeNames: z.array(z.string()).optional(),
    MessageSystemAttributeNames: z.array(z.string()).optional(),
    MessageAttributeNames: z.array(z.string()).optional(),
  }),
  DeleteMessage: z.strictObject({ QueueUrl, ReceiptHandle: z.string() }),
  ChangeMessageVisibility: z.strictObject({
    QueueUrl,
    ReceiptHandle: z.string(),
    VisibilityTimeout: z.int().min(0).max(43_200),
  }),
  PurgeQueue: z.strictObject({ QueueUrl }),
};
