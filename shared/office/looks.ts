/**
 * What reads or writes much at one request is done for one link a few at a time: forty of them at once would take every
 * instance that the portal has, and a unit would wait behind them.
 */
import type { Dependencies } from '../ports/dependencies.ts';
import { giveTurn, takeTurn } from '../records/turns.ts';
import { Refused } from './refused.ts';

/** The page itself asks for six at most: what it shows, what is to be done, four batches of many units. */
const atOnce = 6;
/** Longer than the function may take (infra/portal.ts): one that died gives its place back then. */
const leaseSeconds = 20;
/** What has its turn now has nearly always been answered by then; the page asks again by itself. */
const againAfterSeconds = 2;

/** Does it in one of the link's turns. Throws Refused where all of them are taken. */
export async function inTurn<T>(
  { table, clock, logger }: Pick<Dependencies, 'table' | 'clock' | 'logger'>,
  linkHash: string,
  work: () => Promise<T>,
): Promise<T> {
  const whose = { link: linkHash };
  const turn = await takeTurn(table, whose, { places: atOnce, now: clock.now(), seconds: leaseSeconds });
  if (turn === null) {
    const goesOnAt = new Date(Date.parse(clock.now()) + againAfterSeconds * 1000).toISOString();
    throw new Refused(
      'TOO_MANY_LOOKS',
      { limit: String(atOnce), seconds: String(againAfterSeconds) },
      goesOnAt,
    );
  }
  try {
    return await work();
  } finally {
    // What was asked for is done: a place that is not given back is free when its lease is over.
    await giveTurn(table, whose, turn).catch((error: unknown) =>
      logger.warn('TURN_NOT_GIVEN: a place waits until its lease is over', { error }),
    );
  }
}
