/**
 * Attempts at reading a file: one row for each that has come, written before its bytes are read, so that even an attempt
 * that was killed leaves a trace. It may limit; it never says what counts.
 */
import * as z from 'zod';
import type { Key, Table } from '../ports/table.ts';
import { Instant } from '../vocabulary/codes.ts';
import { attemptsKey } from './keys.ts';

const Attempts = z.object({
  /** The store's time of the file when it was first met: on time is judged by it. Null until then. */
  receivedAt: Instant.nullable(),
  /** Begun, and not ended by a fault that was none of the file's. */
  begun: z.int(),
  lastBegun: Instant,
  /** The name that the last of them gave itself. */
  by: z.string().nullable().default(null),
  /** Whether one of them had read the file and begun to annotate it. */
  copying: z.boolean(),
});
export type Attempts = z.output<typeof Attempts>;

/** Null where the file was never looked at. */
export async function readAttempts(table: Table, upload: string): Promise<Attempts | null> {
  const row = await table.get(attemptsKey(upload));
  return row && Attempts.parse(row);
}

/** The row of a file that came then and that nobody has looked at yet. */
export function arrivalAt(upload: string, receivedAt: string): Key & Attempts {
  return { ...attemptsKey(upload), receivedAt, begun: 0, lastBegun: receivedAt, by: null, copying: false };
}

/** Counts one more attempt. Null where another began one in the same moment: then ask again. */
export async function beginAttempt(
  table: Table,
  upload: string,
  { known, now, by }: { readonly known: Attempts | null; readonly now: string; readonly by: string },
): Promise<Attempts | null> {
  if (known === null) {
    const first: Attempts = { receivedAt: null, begun: 1, lastBegun: now, by, copying: false };
    return (await table.putIfAbsent(attemptsKey(upload), first)) ? first : null;
  }
  const counted = await table.update(attemptsKey(upload), {
    add: { begun: 1 },
    set: { lastBegun: now, by },
    when: { begun: { equals: known.begun } },
  });
  return counted ? { ...known, begun: known.begun + 1, lastBegun: now, by } : null;
}

/** When the file came, as it was first met; whatever is stored over it later changes nothing. */
export async function recordArrival(table: Table, upload: string, receivedAt: string): Promise<void> {
  await table.update(attemptsKey(upload), { set: { receivedAt }, when: { receivedAt: { equals: null } } });
}

/** The file was read; what stops this attempt from now on is the copy, or nothing of the file's. */
export async function markCopying(table: Table, upload: string): Promise<void> {
  await table.update(attemptsKey(upload), { set: { copying: true }, when: { pk: { exists: true } } });
}

/** The attempt ended by a fault that was none of the file's: it does not count, and the copy may be tried again. */
export async function takeBackAttempt(table: Table, upload: string): Promise<void> {
  await table.update(attemptsKey(upload), {
    add: { begun: -1 },
    set: { copying: false },
    when: { pk: { exists: true } },
  });
}

/** The same for one of which nobody knows whether it was counted. */
export async function takeBackUnanswered(table: Table, upload: string, by: string): Promise<void> {
  await table.update(attemptsKey(upload), {
    add: { begun: -1 },
    set: { by: null },
    when: { by: { equals: by } },
  });
}
