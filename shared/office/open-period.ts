/** Opening a period freezes the units that owe it. */
import type { Dependencies } from '../ports/dependencies.ts';
import { openPeriod, readExpected } from '../records/openings.ts';
import { dayOf } from '../regime/calendar.ts';
import { expectedUnits } from '../regime/duties.ts';
import type { Period, Regime } from '../regime/regime.ts';

/** Freezes the codes of the units that owe the period at `at` (ISO 8601); opening it again changes nothing. */
export async function openDuePeriod(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  { period, at }: { readonly period: Period; readonly at: string },
): Promise<void> {
  await openPeriod(table, period.id, unitsOwing(regime, period, at));
}

/** The codes of whom the period is asked: those frozen when it opened, else those that owe it at `at` (ISO 8601). */
export async function expectedAt(
  table: Dependencies['table'],
  regime: Regime,
  { period, at }: { readonly period: Period; readonly at: string },
): Promise<readonly string[]> {
  return (await readExpected(table, period.id)) ?? unitsOwing(regime, period, at);
}

/**
 * The codes of the units that owe the period at `at` (ISO 8601), as its opening froze or will freeze them: who joins
 * after a period has opened owes the next one. A review has no day on which it opens: who is there owes it.
 */
export function unitsOwing(regime: Regime, period: Period, at: string): string[] {
  const day = dayOf(at, regime.timeZone);
  const owedOn = period.opens !== undefined && period.opens < day ? period.opens : day;
  return expectedUnits(regime, period, owedOn).map(({ code }) => code);
}

/** Of whom a report is asked: those frozen, and who has filed all the same, though it joined after the opening. */
export function unitsExpected(
  frozen: readonly string[] | null,
  versions: readonly { readonly unit: string }[],
  unopened: () => readonly string[],
): string[] {
  return [...new Set([...(frozen ?? unopened()), ...versions.map(({ unit }) => unit)])];
}
