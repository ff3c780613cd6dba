import { setTimeout as sleep } from 'node:timers/promises';

/** Of what SES takes a second: several senders, each in its own rhythm, would touch the limit itself now and then. */
const share = 0.8;

/**
 * Keeps `senders` functions together below what SES takes a second. The quota is read once a warm function: it
 * changes rarely, and a throttled mail is tried again anyway.
 */
export function createPace(readPerSecond: () => Promise<number>, senders: number): () => Promise<void> {
  let perSecond: Promise<number> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    perSecond ??= readPerSecond();
    const known = await perSecond.catch((error: unknown) => {
      // Asked again for the next mail: a quota that could not be read once is no reason never to send.
      perSecond = undefined;
      throw error;
    });
    const interval = (1000 * senders) / (share * known);
    const wait = last + interval - performance.now();
    if (wait > 0) await sleep(wait);
    last = performance.now();
  };
}
