/** Who has until a day of their own: their chase goes by it. */
import pMap from 'p-map';
import { deadlineOf } from '../../filing/deadline.ts';
import { type Decision, everyUnit } from '../../filing/decision.ts';
import type { Table } from '../../ports/table.ts';
import { readDecisions } from '../../records/filings.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { OwnDay } from '../../regime/ladder.ts';
import type { Period, Regime } from '../../regime/regime.ts';

const periodsAtOnce = 4;

/** Of all periods, as things stand now: what was decided is read, and nothing of what was filed. */
export async function ownDays(
  { table }: { readonly table: Table },
  regime: Regime,
): Promise<readonly OwnDay[]> {
  const all = await pMap(
    regime.periods,
    async (period) => ownDaysIn(regime, period, await readDecisions(table, period.id)),
    { concurrency: periodsAtOnce },
  );
  return all.flat();
}

/** Of one period, by what was decided in it. */
export function ownDaysIn(regime: Regime, period: Period, decisions: readonly Decision[]): readonly OwnDay[] {
  const common = decisions.filter(({ unit }) => unit === everyUnit);
  const extended = new Set(decisions.flatMap(({ kind, unit }) => (kind === 'extension' ? [unit] : [])));
  const of = Map.groupBy(decisions, ({ unit }) => unit);
  return [...extended].sort().flatMap((unit) => {
    const own = [...common, ...(of.get(unit) ?? [])];
    const { extension } = deadlineOf({ regime, period, unit, decisions: own });
    return extension ? [ownDayOf(regime, extension)] : [];
  });
}

/** Every day of its own that a unit ever had, whether or not it still holds: its mails went by it. */
export function ownDaysEver(regime: Regime, decisions: readonly Decision[], unit: string): readonly OwnDay[] {
  return decisions.flatMap((each) =>
    each.kind === 'extension' && each.unit === unit ? [ownDayOf(regime, each)] : [],
  );
}

function ownDayOf(
  { timeZone }: Pick<Regime, 'timeZone'>,
  { period, unit, until, decidedAt }: Extract<Decision, { kind: 'extension' }>,
): OwnDay {
  return { period, unit, day: until, since: dayOf(decidedAt, timeZone) };
}
