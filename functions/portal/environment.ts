import * as z from 'zod';

export const Environment = z.object({
  TABLE: z.string().min(1),
  BUCKET: z.string().min(1),
  METRICS_NAMESPACE: z.string().min(1),
  DELIVER_QUEUE_URL: z.url(),
  CODES_QUEUE_URL: z.url(),
});
