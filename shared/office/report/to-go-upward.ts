/** Whether somebody still has to send the period's report upward, and by when. */
import type { Table } from '../../ports/table.ts';
import { aboveOffice, sentOnSchedule } from '../../regime/recipients.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { type UpwardBy, upwardBy } from '../../regime/upward.ts';
import { isAddressed } from './issue.ts';

interface Asked {
  readonly regime: Regime;
  readonly period: Period;
  /** `yyyy-mm-dd`. */
  readonly today: string;
  /** The runs of the period's drafts. */
  readonly drafts: readonly string[];
  readonly signed: boolean;
}

/** Null where it was issued, went with the schedule or will, where none is made, or no day or nobody is named. */
export async function toGoUpward(
  table: Table,
  { regime, period, today, drafts, signed }: Asked,
): Promise<UpwardBy | null> {
  const by = upwardBy(regime, period, today);
  const isMade = period.summary !== undefined || drafts.length > 0;
  if (by === null || signed || !isMade) return null;
  if (sentOnSchedule(regime, period).length === 0) return by;
  // The schedule sends none that is in doubt, nor one drawn up by hand.
  if (drafts.length === 0) return null;
  const went = await Promise.all(drafts.map((run) => wentUpward(table, regime, run)));
  return went.includes(true) ? null : by;
}

/** Whether the run's report was sent to anybody above the office, or waits to be. */
export async function wentUpward(table: Table, regime: Regime, run: string): Promise<boolean> {
  const to = aboveOffice(regime);
  return (await Promise.all(to.map(({ id }) => isAddressed(table, run, id)))).includes(true);
}
