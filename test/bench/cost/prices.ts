/**
 * List prices in USD, as they stood in November 2026: Singapore where a price is published for it, else the nearest that is.
 * Not a promise; see the bill.
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

  /** A million of each. */
  portalRequests: 1.0,
  invocations: 0.2,
  queueRequests: 0.4,
  readUnits: 0.1425,
  writeUnits: 0.71,
  events: 1.0,
  /** A thousand of each. */
  filePuts: 0.005,
  fileGets: 0.0004,
  mails: 0.1,
  /** arm64, a gigabyte for a second. */
  gigabyteSeconds: 0.000_013_333_4,
  /** A gigabyte of each; what is stored, a month. */
  attachedGigabytes: 0.12,
  loggedGigabytes: 0.7,
  storedGigabytes: 0.025,
  sentGigabytes: 0.12,
} as const;
