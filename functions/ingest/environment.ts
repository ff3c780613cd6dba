import * as z from 'zod';

export const Environment = z.object({
  TABLE: z.string().min(1),
  BUCKET: z.string().min(1),
  METRICS_NAMESPACE: z.string().min(1),
  DELIVER_QUEUE_URL: z.url(),
  /** Where a file waits whose unit has enough of them read at once. */
  INGEST_QUEUE_URL: z.url(),
});
