import type { NeutralDocument } from '../../shared/reading/model/document.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { readDocument } from '../../shared/reading/read-report.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';

export interface Fit {
  readonly unit: Unit;
  readonly period: Period;
  /** What the document itself names beyond doubt; the other is the best guess among all. */
  readonly states: { readonly unit: boolean; readonly period: boolean };
}

/** How much a finding speaks against the unit, or the period, that a document is read as. */
const againstUnit: Readonly<Record<string, number>> = {
  OTHER_UNIT: 100,
  UNIT_NOT_STATED: 10,
  UNIT_ALSO_NAMED: 1,
};
const againstPeriod: Readonly<Record<string, number>> = {
  OTHER_PERIOD: 100,
  NO_FORM: 50,
  NO_TITLE: 50,
  NO_SECTION: 20,
  PERIOD_NOT_STATED: 10,
  OTHER_WINDOW: 5,
  PERIOD_ALSO_NAMED: 1,
};
/** A document that says less than this against it names it. */
const doubt = 10;

/**
 * Reads a document whose sender did not say what it is: as the unit, then as the period that it fits best. Each of
 * them is tried once, since only the reader itself knows what a title says.
 */
export function bestFit(
  document: NeutralDocument,
  regime: Regime,
  fileName: string,
  given: { readonly unit?: Unit; readonly period?: Period },
): Fit {
  const [anyPeriod] = regime.periods;
  const [anyUnit] = regime.units;
  if (!anyPeriod || !anyUnit) throw new Error(`the regime ${regime.id} has no unit or no period`);
  const read = (unit: Unit, period: Period) => readDocument(document, { fileName, regime, unit, period });
  const periodForNow = given.period ?? regime.periods.find(({ kind }) => kind === 'periodic') ?? anyPeriod;
  const units = given.unit ? [given.unit] : regime.units;
  const unit = least(units, (each) => weigh(read(each, periodForNow), againstUnit));
  const periods = given.period ? [given.period] : regime.periods;
  const period = least(periods, (each) => weigh(read(unit, each), againstPeriod));
  const reading = read(unit, period);
  return {
    ...{ unit, period },
    states: {
      unit: weigh(reading, againstUnit) < doubt,
      period: weigh(reading, againstPeriod) < doubt,
    },
  };

  function least<T>(list: readonly T[], weight: (item: T) => number): T {
    const [first] = list.map((item) => ({ item, weight: weight(item) })).sort((a, b) => a.weight - b.weight);
    if (!first) throw new Error('nothing to choose from');
    return first.item;
  }
}

function weigh({ findings }: Reading, against: Readonly<Record<string, number>>): number {
  return findings.reduce((sum, { code }) => sum + (against[code] ?? 0), 0);
}
