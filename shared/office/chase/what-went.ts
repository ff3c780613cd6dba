/** Which reminder counts for one: what came back, waits for its address or was overtaken has reminded nobody. */
import type { Table } from '../../ports/table.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { failedMails } from './bounces.ts';

/**
 * Whether a row is a reminder to the address about the period (its id) that went, or goes, out and did not come back.
 * `alsoWithheld`: of an address at which mail arrives, what still waits there goes too.
 */
export async function whatWent(
  table: Table,
  about: { readonly address: string; readonly period: string; readonly alsoWithheld?: boolean },
): Promise<(row: OutboxRow) => boolean> {
  const { address, period, alsoWithheld = false } = about;
  const returned = await failedMails(table, address === '' ? [] : [address]);
  return ({ message, state, sesMessageId }) =>
    message.kind === 'reminder' &&
    state !== 'superseded' &&
    (state !== 'withheld' || alsoWithheld) &&
    !returned.has(sesMessageId ?? '') &&
    (message.periods ?? [message.period]).includes(period);
}
