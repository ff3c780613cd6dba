/** What the office changed in its regimes: appended, never changed. */
import { queryAll, type Table } from '../ports/table.ts';
import { Amendment } from '../regime/amendment.ts';
import { amendmentKey, amendmentsOf } from './keys.ts';

/** Once: one that is sent again stays as it was. */
export async function putAmendment(table: Table, amendment: Amendment): Promise<void> {
  await table.putIfAbsent(amendmentKey(amendment.regime, amendment.amendment), amendment);
}

/** Oldest first. */
export async function readAmendments(table: Table, regime: string): Promise<Amendment[]> {
  return (await queryAll(table, amendmentsOf(regime))).map((row) => Amendment.parse(row));
}
