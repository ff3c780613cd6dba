import { deadlineOf } from '../filing/deadline.ts';
import type { Table } from '../ports/table.ts';
import { readCommonDecisions } from '../records/filings.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { Owed } from './regimes-in-force.ts';

/** The period, and its regime, with the dates that guidance has set in the meantime. */
export async function owedWithGuidance(records: { table: Table }, owed: Owed): Promise<Owed> {
  const regime = { ...(await withGuidance(records, owed.regime)), hash: owed.regime.hash };
  return { regime, period: regime.periods.find(({ id }) => id === owed.period.id) ?? owed.period };
}

/** The regime with the dates that guidance has set in the meantime: from then on such a review is due like any other. */
export async function withGuidance({ table }: { table: Table }, regime: Regime): Promise<Regime> {
  const periods = await Promise.all(regime.periods.map((period) => guided(table, regime, period)));
  return { ...regime, periods };
}

async function guided(table: Table, regime: Regime, period: Period): Promise<Period> {
  if (period.deadline.rule !== 'on-guidance') return period;
  const decisions = await readCommonDecisions(table, period.id);
  const { lastDay } = deadlineOf({ regime, period, unit: null, decisions });
  return lastDay === null ? period : { ...period, deadline: { rule: 'by', date: lastDay } };
}
