/** How far work has come that is larger than one run: a kept cursor, so that whoever goes on does not start again. */
import * as z from 'zod';
import type { Table } from '../ports/table.ts';
import { progressKey } from './keys.ts';

const Row = z.object({ after: z.string().default(''), done: z.boolean().default(false) });

export interface Progress {
  /** The last item that is done; '' before the first. */
  readonly after: string;
  readonly done: boolean;
}

// Long after every run that could have gone on with it.
const keptSeconds = 40 * 86_400;

/** How far a work has come; nothing where it was not begun, or so long ago that it is forgotten. */
export async function readProgress(table: Table, work: string): Promise<Progress> {
  return Row.parse((await table.get(progressKey(work))) ?? {});
}

/** Moves the cursor forward; one that comes late never moves it back. `now` is ISO 8601. */
export async function keepProgress(table: Table, work: string, after: string, now: string): Promise<void> {
  await table.update(progressKey(work), {
    set: { after, removedAfter: Math.floor(Date.parse(now) / 1000) + keptSeconds },
    when: { after: { lessThan: after, orAbsent: true } },
  });
}

/** All of it is done: whoever comes again has nothing to do. */
export async function closeProgress(table: Table, work: string, now: string): Promise<void> {
  await table.update(progressKey(work), {
    set: { done: true, removedAfter: Math.floor(Date.parse(now) / 1000) + keptSeconds },
  });
}

/** The next run begins at the first item again. */
export async function restartProgress(table: Table, work: string): Promise<void> {
  await table.update(progressKey(work), { set: { after: '' } });
}
