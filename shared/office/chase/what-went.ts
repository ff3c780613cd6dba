/** Which reminder, or mail to the office about who owes, counts for one: what came back, waits for its address or was overtaken has reminded nobody. */
import type { AddressMark } from '../../records/addresses.ts';
import type { OutboxRow } from '../../records/rows.ts';
import { returnedOf } from './bounces.ts';

/** An address as the mails have it, and what is known of it. */
export interface Reached {
  readonly address: string | null;
  readonly mark: AddressMark | null;
}

/** Whether a row is a reminder of the period (its id) that went, or goes, out and did not come back from the address. */
function whatWent(period: string, { mark }: Pick<Reached, 'mark'>): (row: OutboxRow) => boolean {
  const returned = new Set(mark ? returnedOf(mark) : []);
  return (row) =>
    row.state !== 'superseded' &&
    row.state !== 'withheld' &&
    !returned.has(row.sesMessageId ?? '') &&
    saysOf(row, period);
}

/**
 * Whether a row is a reminder of the period (its id) that this very address has got, or gets: also one that waits for it, and
 * none that went to, or waits for, another, which was the unit's before.
 */
export function whatReaches(period: string, to: Reached): (row: OutboxRow) => boolean {
  const address = to.address?.toLowerCase();
  const waiting = new Set(to.mark?.withheld);
  const went = whatWent(period, to);
  return (row) => {
    if (row.state === 'withheld') return waiting.has(row.id) && saysOf(row, period);
    return went(row) && (row.to === undefined || row.to.toLowerCase() === address);
  };
}

/** Whether it tells of the period (its id): as it went out, or as it was queued where it has not yet. */
export function saysOf({ message, said }: Pick<OutboxRow, 'message' | 'said'>, period: string): boolean {
  if (message.kind === 'chase') return (said ?? message.periods).includes(period);
  if (message.kind !== 'reminder') return false;
  return (said ?? message.periods ?? [message.period]).includes(period);
}
