/** Work for many units: in pages, with a kept cursor, so that whoever goes on does not start again from the first unit. */
import type { Dependencies } from '../ports/dependencies.ts';
import { closeProgress, keepProgress, readProgress } from '../records/progress.ts';
import { RetryError } from '../vocabulary/errors.ts';

/** The run's time is over and work is left; the next run goes on where this one stopped. */
export class WorkLeft extends RetryError {
  override readonly name = 'WorkLeft';
  readonly code = 'WORK_LEFT';
  readonly mendable = false;
}

export interface Work {
  /** What the cursor is kept under: the same work has the same name in every run. */
  readonly name: string;
  /** Units by code, say; in any order, and it does no harm if some come or go between two runs. */
  readonly items: readonly string[];
  readonly pageSize?: number;
  /** Asked before each page: whether the run must end soon. */
  readonly isOver?: (() => boolean) | undefined;
}

/** Some hundred milliseconds of writing. */
const usualPage = 200;

/**
 * Does `page` for all items, in the order of their codes. A page that was cut off is done again whole, so each must be
 * safe to repeat; what lies before it is not touched again. Throws WorkLeft where the time is over first.
 */
export async function inPages(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  { name, items, pageSize = usualPage, isOver = () => false }: Work,
  page: (items: readonly string[]) => Promise<void>,
): Promise<void> {
  const { after, done } = await readProgress(table, name);
  if (done) return;
  const rest = items.filter((item) => item > after).sort();
  for (let first = 0; first < rest.length; first += pageSize) {
    if (isOver()) throw new WorkLeft(`${name}: ${rest.length - first} of ${items.length} are left`);
    const some = rest.slice(first, first + pageSize);
    await page(some);
    await keepProgress(table, name, some.at(-1) ?? after, clock.now());
  }
  await closeProgress(table, name, clock.now());
}
