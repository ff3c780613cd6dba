import type { Table } from '../../shared/ports/table.ts';
import { readWaiting } from '../../shared/records/outbox.ts';

/** The ids of the mails that wait since before `before`. */
export async function queuedBefore(table: Table, before = '2030-01-01T00:00:00Z'): Promise<string[]> {
  return (await readWaiting(table, before)).map(({ id }) => id);
}
