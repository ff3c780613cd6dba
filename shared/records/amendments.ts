/** What the office changed in its regimes: appended in turn, never changed. */
import { queryAll, type Table } from '../ports/table.ts';
import { Amendment } from '../regime/amendment.ts';
import { amendmentKey, amendmentsOf } from './keys.ts';

/**
 * Puts it behind the `before` that it was made in view of; false where another stands there already, which whoever comes
 * second has to read first.
 */
export async function putAmendment(table: Table, amendment: Amendment, before: number): Promise<boolean> {
  return table.putIfAbsent(amendmentKey(amendment.regime, before), amendment);
}

/** Oldest first. */
export async function readAmendments(table: Table, regime: string): Promise<Amendment[]> {
  return (await queryAll(table, amendmentsOf(regime))).map((row) => Amendment.parse(row));
}
