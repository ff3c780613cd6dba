/** Which reminder counts for one: what came back, waits for its address or was overtaken has reminded nobody. */
import type { Table } from '../../ports/table.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { failedMails } from './bounces.ts';

/**
 * Whether a row is a reminder to one of the addresses about the period (its id) that went, or goes, out and did not come
 * back. `alsoWithheld`: what still waits for its address counts too, since it goes when mail arrives there.
 */
export async function whatWent(
  table: Table,
  about: {
    readonly addresses: readonly string[];
    readonly period: string;
    readonly alsoWithheld: boolean;
  },
): Promise<(row: OutboxRow) => boolean> {
  const { addresses, period, alsoWithheld } = about;
  const returned = await failedMails(table, addresses);
  return ({ message, state, sesMessageId }) =>
    message.kind === 'reminder' &&
    state !== 'superseded' &&
    (state !== 'withheld' || alsoWithheld) &&
    !returned.has(sesMessageId ?? '') &&
    (message.periods ?? [message.period]).includes(period);
}
