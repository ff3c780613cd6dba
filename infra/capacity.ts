/** How much is made ready for how many units; each value may be set by itself (infra/README.md). */
export interface Capacity {
  /** Requests to the portal a second, and at once; what is above is answered 429. */
  readonly requestsPerSecond: number;
  readonly requestsAtOnce: number;
  /** Files read at once, and mails sent at once. */
  readonly readersAtOnce: number;
  readonly sendersAtOnce: number;
  /** Megabytes; they bring their share of the processor with them. */
  readonly portalMemory: number;
  readonly ingestMemory: number;
  readonly scheduleMemory: number;
  readonly deliverMemory: number;
  /** Seconds that a mail may take: that of a summary reads every report of its period and of those before. */
  readonly deliverSeconds: number;
  /** Instances that are the portal's alone, taken from what the account may run at once; 0: none. */
  readonly reservedForPortal: number;
}

/** What AWS has to allow the account: no settings, asked for at Service Quotas and of SES before the first deadline. */
export interface Quotas {
  /** Functions running at once. */
  readonly executions: number;
  /** Mails a second, and within 24 hours. */
  readonly mailsPerSecond: number;
  readonly mailsADay: number;
}

/** What a production account of SES begins with. */
const usualMails = { mailsPerSecond: 14, mailsADay: 50_000 };

/**
 * In the order of their units. What fourteen units need is measured; of more, `npm run bench -- deadline` plays the day of
 * the deadline with each set; deliver's memory is measured up to ten thousand.
 */
export const capacities: readonly (readonly [units: number, Capacity, Quotas])[] = [
  [
    14,
    {
      requestsPerSecond: 50,
      requestsAtOnce: 100,
      readersAtOnce: 5,
      sendersAtOnce: 2,
      portalMemory: 512,
      ingestMemory: 1024,
      scheduleMemory: 512,
      // A thousand units' summary takes 0.5 GB, ten thousand's 2.6 GB (npm run bench -- consolidation).
      deliverMemory: 2048,
      deliverSeconds: 120,
      // Some accounts have ten in all.
      reservedForPortal: 0,
    },
    { executions: 10, ...usualMails },
  ],
  [
    1000,
    {
      requestsPerSecond: 100,
      requestsAtOnce: 200,
      readersAtOnce: 20,
      sendersAtOnce: 2,
      portalMemory: 512,
      ingestMemory: 1024,
      scheduleMemory: 512,
      deliverMemory: 2048,
      deliverSeconds: 120,
      reservedForPortal: 20,
    },
    { executions: 200, ...usualMails },
  ],
  [
    10_000,
    {
      requestsPerSecond: 500,
      requestsAtOnce: 1000,
      readersAtOnce: 100,
      sendersAtOnce: 5,
      portalMemory: 1024,
      ingestMemory: 1769,
      scheduleMemory: 1024,
      deliverMemory: 3008,
      deliverSeconds: 300,
      reservedForPortal: 100,
    },
    { executions: 400, ...usualMails },
  ],
  [
    100_000,
    {
      requestsPerSecond: 2000,
      requestsAtOnce: 4000,
      readersAtOnce: 400,
      sendersAtOnce: 40,
      portalMemory: 1769,
      ingestMemory: 1769,
      scheduleMemory: 1769,
      deliverMemory: 10_240,
      deliverSeconds: 300,
      reservedForPortal: 400,
    },
    { executions: 2000, mailsPerSecond: 100, mailsADay: 300_000 },
  ],
];

/** That of the smallest set for so many units; of the largest where there are more. */
export function capacityFor(units: number): Capacity {
  return setFor(units)[0];
}

/** What the account must be allowed for it. */
export function quotasFor(units: number): Quotas {
  return setFor(units)[1];
}

function setFor(units: number): readonly [Capacity, Quotas] {
  const [, capacity, quotas] = capacities.find(([upTo]) => units <= upTo) ?? capacities.at(-1) ?? [];
  if (!capacity || !quotas) throw new Error('there are no capacities');
  return [capacity, quotas];
}
