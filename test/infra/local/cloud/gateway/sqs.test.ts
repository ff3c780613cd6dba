import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueueTagsCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, clientsOf, type Ground, openGround, worker } from './a-gateway.ts';

let ground: Ground;
let sqs: ReturnType<typeof clientsOf>['sqs'];
let QueueUrl: string;

beforeAll(async () => {
  ground = await openGround();
  sqs = clientsOf(ground.gateway).sqs;
  QueueUrl = ground.gateway.queueUrl('doorbell');
});
afterAll(() => ground.stop());

describe('SQS by the SDK', () => {
  it('sends, receives and deletes', async () => {
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"xin":"chào"}' }));
    const received = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'], WaitTimeSeconds: 1 }),
    );
    expect(received.Messages).toMatchObject([
      { MessageId: sent.MessageId, Body: '{"xin":"chào"}', Attributes: { ApproximateReceiveCount: '1' } },
    ]);
    const ReceiptHandle = received.Messages?.[0]?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 60 }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    expect(ground.gateway.queues.counts('doorbell')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('sends a batch and counts it', async () => {
    const Entries = ['a', 'b', 'c'].map((Id) => ({ Id, MessageBody: Id, DelaySeconds: Id === 'c' ? 60 : 0 }));
    const batch = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(batch.Successful?.map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '2',
      ApproximateNumberOfMessagesDelayed: '1',
    });
  });

  it('gives the address of a queue', async () => {
    expect(await sqs.send(new GetQueueUrlCommand({ QueueName: 'doorbell' }))).toMatchObject({ QueueUrl });
  });

  it('refuses what it does not know, at once', async () => {
    const nowhere = `${ground.gateway.url}/000000000000/nowhere`;
    await expect(
      sqs.send(new SendMessageCommand({ QueueUrl: nowhere, MessageBody: 'x' })),
    ).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    });
    await expect(sqs.send(new ListQueueTagsCommand({ QueueUrl }))).rejects.toMatchObject({
      name: 'UnsupportedOperation',
    });
    const grouped = new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageDeduplicationId: 'x' });
    await expect(sqs.send(grouped)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('refuses a wrong key and a role without the right', async () => {
    const stranger = clientsOf(ground.gateway, { ...admin, secretAccessKey: 'guessed' }).sqs;
    await expect(stranger.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toMatchObject(
      {
        name: 'InvalidSignatureException',
      },
    );
    const own = clientsOf(ground.gateway, worker).sqs;
    await own.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    for (const refused of [
      new SendMessageCommand({ QueueUrl: ground.gateway.queueUrl('dead-letters'), MessageBody: 'x' }),
      new ReceiveMessageCommand({ QueueUrl }),
    ]) {
      await expect(own.send(refused as SendMessageCommand)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it('refuses an unsigned request', async () => {
    const answer = await fetch(ground.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl, MessageBody: 'x' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      __type: expect.stringContaining('MissingAuthenticationToken'),
    });
  });
});
