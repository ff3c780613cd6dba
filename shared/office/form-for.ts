/** What the form of a unit's duty is made of, for whoever hands it out or mails it. */
import { previousReport } from '../filing/previous-values.ts';
import type { FormRequest } from '../forms/form.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readFilings, readValues } from '../records/filings.ts';
import type { Period, Regime, Unit } from '../regime/regime.ts';
import type { Value } from '../vocabulary/figure.ts';

type Needs = Pick<Dependencies, 'table' | 'store'>;

/** With the unit's figures of the period before, and its own deadline as it is now. */
export async function formRequestFor(
  dependencies: Needs,
  { regime, period, unit }: { readonly regime: Regime; readonly period: Period; readonly unit: Unit },
): Promise<FormRequest> {
  const [previous, { decisions }] = await Promise.all([
    previousFigures(dependencies, period, unit.code),
    readFilings(dependencies.table, period.id, unit.code),
  ]);
  return { regime, period, unit, previous, decisions };
}

/** The figures of the unit's report that counts in the period before, or null. */
export async function previousFigures(
  { table, store }: Needs,
  { previous }: Pick<Period, 'previous'>,
  unit: string,
): Promise<readonly Value[] | null> {
  if (previous === undefined) return null;
  const report = previousReport(await readFilings(table, previous, unit), unit);
  return report && readValues(store, report);
}
