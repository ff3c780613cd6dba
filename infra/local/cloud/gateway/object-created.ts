import * as z from 'zod';

/** An event of S3 in the shape EventBridge delivers it. */
export const ObjectCreatedEvent = z.object({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.literal('Object Created'),
  source: z.literal('aws.s3'),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.object({
    version: z.literal('0'),
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number(),
      etag: z.string(),
      'version-id': z.string().exactOptional(),
      sequencer: z.string(),
    }),
    'request-id': z.string(),
    requester: z.string(),
    'source-ip-address': z.string(),
    reason: z.enum(['PutObject', 'CopyObject']),
  }),
});
export type ObjectCreatedEvent = z.output<typeof ObjectCreatedEvent>;
