import * as z from 'zod';

export const Environment = z.object({
  TABLE: z.string().min(1),
  BUCKET: z.string().min(1),
  METRICS_NAMESPACE: z.string().min(1),
  PORTAL_URL: z.url(),
  /** `Name <address>`. */
  SENDER: z.string().min(3),
  /** How many of these functions the queue wakes at once, at most. */
  SENDERS_AT_ONCE: z.coerce.number().int().min(1),
  /** Its own queue: mails that waited for an address are woken by it. */
  DELIVER_QUEUE_URL: z.url(),
  CONFIGURATION_SET: z.string().min(1),
});
