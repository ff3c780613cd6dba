import { Identification } from '../../shared/reading/identify.ts';
import type { NeutralDocument } from '../../shared/reading/model/document.ts';
import type { Finding } from '../../shared/reading/model/reading.ts';
import type { Budget } from '../../shared/reading/open/budget.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';

export interface Fit {
  readonly unit: Unit;
  readonly period: Period;
  /** What was found, and the document itself names beyond doubt; else what was found is the best guess among all. */
  readonly states: { readonly unit: boolean; readonly period: boolean };
}

/** How much a finding speaks against the unit, or the period, that a document is taken for. */
const againstUnit: Readonly<Record<string, number>> = {
  OTHER_UNIT: 100,
  UNIT_NOT_STATED: 10,
  UNIT_ALSO_NAMED: 1,
};
const againstPeriod: Readonly<Record<string, number>> = {
  OTHER_PERIOD: 100,
  NO_TITLE: 50,
  PERIOD_NOT_STATED: 10,
  OTHER_WINDOW: 5,
  PERIOD_ALSO_NAMED: 1,
};
/** How much it speaks against a period that the document has no form, or no section, for it. */
const withoutForm = 50;
const withoutSections = 20;
/** A document that says less than this against it names it. */
const doubt = 10;

/**
 * What a document is whose sender did not say it: the unit, then the period, that its title fits best.
 * @throws UnreadableFile TOO_MUCH_TO_READ
 */
export function bestFit(
  document: NeutralDocument,
  regime: Regime,
  fileName: string,
  given: { readonly unit?: Unit; readonly period?: Period },
  budget: Budget,
): Fit {
  const [anyPeriod] = regime.periods;
  const [anyUnit] = regime.units;
  if (!anyPeriod || !anyUnit) throw new Error(`the regime ${regime.id} has no unit or no period`);
  const identification = new Identification(document, regime, budget);
  const weightOfUnit = (unit: Unit, period: Period) =>
    weigh(identification.against({ fileName, unit, period }), againstUnit);
  const weightOfPeriod = (unit: Unit, period: Period) => {
    const lacking = period.kind === 'periodic' ? withoutForm : withoutSections;
    const said = weigh(identification.against({ fileName, unit, period }), againstPeriod);
    return said + (identification.isMadeFor(period) ? 0 : lacking);
  };
  const periodForNow = given.period ?? regime.periods.find(({ kind }) => kind === 'periodic') ?? anyPeriod;
  const unit = given.unit ?? least(regime.units, (each) => weightOfUnit(each, periodForNow));
  const period = given.period ?? least(regime.periods, (each) => weightOfPeriod(unit, each));
  return {
    unit,
    period,
    states: {
      unit: !given.unit && weightOfUnit(unit, period) < doubt,
      period: !given.period && weightOfPeriod(unit, period) < doubt,
    },
  };
}

function least<T>(list: readonly T[], weight: (item: T) => number): T {
  const [first] = list.map((item) => ({ item, weight: weight(item) })).sort((a, b) => a.weight - b.weight);
  if (!first) throw new Error('nothing to choose from');
  return first.item;
}

function weigh(findings: readonly Finding[], against: Readonly<Record<string, number>>): number {
  return findings.reduce((sum, { code }) => sum + (against[code] ?? 0), 0);
}
