/** Which reminder counts for one: what came back, waits for its address or was overtaken has reminded nobody. */
import type { Table } from '../../ports/table.ts';
import type { OutboxRow } from '../../records/rows.ts';
import type { Regime } from '../../regime/regime.ts';
import { failedMails } from './bounces.ts';

/**
 * Whether a row is a reminder of the unit's about the period (its id) that went, or goes, out and did not come back.
 * @param alsoWithheld of an address at which mail arrives: what still waits there goes too
 */
export async function whatWent(
  table: Table,
  { units }: Pick<Regime, 'units'>,
  period: string,
  unit: string,
  { alsoWithheld = false } = {},
): Promise<(row: OutboxRow) => boolean> {
  const email = units.find(({ code }) => code === unit)?.email;
  const returned = await failedMails(table, email === undefined ? [] : [email]);
  return ({ message, state, sesMessageId }) =>
    message.kind === 'reminder' &&
    state !== 'superseded' &&
    (state !== 'withheld' || alsoWithheld) &&
    !returned.has(sesMessageId ?? '') &&
    (message.periods ?? [message.period]).includes(period);
}
