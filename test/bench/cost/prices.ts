/**
 * List prices in USD a month, as they stood in November 2026: Singapore where a price is published for it. Not a promise;
 * see the bill.
 */
export const prices = {
  asOf: '2026-11',
  alarm: { each: 0.1, free: 10 },
  /** Of one's own; billed by the hour in which it is recorded. */
  metric: { each: 0.3, free: 10 },
  /** The first three of an account may show up to fifty metrics each. */
  dashboard: { each: 3, free: 3, metricsFree: 50 },
  queueRequest: { million: 0.4, freeMillions: 1 },
  /** Long polls of an event source, by each of the five pollers that stand ready: counted on a quiet queue. */
  queueRequestsOfEventSource: 650_000,
  /** An hourly run of 512 MB: requests, seconds, reads of a table of a small department, a line of log each. */
  hourlyRun: 0.05,
  /** Table with its backups, bucket, access log of a small department. */
  storage: 0.05,
} as const;
