/** What is charged by use, and what it comes to. */
import { prices } from './prices.ts';

const million = 1e6;
const thousand = 1e3;

/** So many of each cost the price that `prices` gives. */
const per = {
  portalRequests: million,
  invocations: million,
  gigabyteSeconds: 1,
  readUnits: million,
  writeUnits: million,
  filePuts: thousand,
  fileGets: thousand,
  storedGigabytes: 1,
  events: million,
  queueRequests: million,
  mails: thousand,
  attachedGigabytes: 1,
  loggedGigabytes: 1,
  sentGigabytes: 1,
} as const;

export type Charged = keyof typeof per;

/** How much of each was used; free allowances are not taken off. */
export type Consumption = Readonly<Record<Charged, number>>;

const names: Readonly<Record<Charged, string>> = {
  portalRequests: 'requests to the portal',
  invocations: 'invocations of functions',
  gigabyteSeconds: 'gigabyte-seconds of functions',
  readUnits: 'read units of the table',
  writeUnits: 'write units of the table',
  filePuts: 'files written',
  fileGets: 'files read',
  storedGigabytes: 'gigabytes stored, a month',
  events: 'events of the bucket',
  queueRequests: 'requests to queues',
  mails: 'mails',
  attachedGigabytes: 'gigabytes of attachments',
  loggedGigabytes: 'gigabytes of log',
  sentGigabytes: 'gigabytes to browsers',
};

export interface BillLine {
  readonly what: string;
  readonly used: number;
  /** USD. */
  readonly cost: number;
}

/** The dearest first; what was not used is left out. */
export function billOf(used: Consumption): readonly BillLine[] {
  return (Object.keys(per) as Charged[])
    .map((of) => ({ what: names[of], used: used[of], cost: (used[of] / per[of]) * prices[of] }))
    .filter(({ used }) => used > 0)
    .sort((one, other) => other.cost - one.cost);
}

export function sumOf(bill: readonly BillLine[]): number {
  return bill.reduce((sum, { cost }) => sum + cost, 0);
}
