import { setTimeout as sleep } from 'node:timers/promises';

/** How often is looked whether all is quiet; short, because every journey waits for it. */
const glanceMilliseconds = 10;

/** Settles once none of the counts is above zero at the same moment; each says how much is in flight somewhere. */
export async function settle(counts: readonly (() => number)[]): Promise<void> {
  while (counts.some((count) => count() > 0)) await sleep(glanceMilliseconds);
}
