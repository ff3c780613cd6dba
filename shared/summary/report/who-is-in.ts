/** Whose reports the figures are made of, and whose not: said once in the report, and below Phụ lục I. */
import { languageOf } from '../../regime/language.ts';
import { inTheYear, lowerFirst, periodAlone } from '../../wording/documents.ts';
import { paperWords as words } from '../../wording/report.ts';
import { isFirstOnly, whyNotFiled } from '../rate.ts';
import type { EarlierLine, Summary } from '../summary.ts';
import { unitNoun } from './names.ts';
import { partOfYear, reporting } from './standing-of-figures.ts';

const mostNames = 5;

/** @param what is put together: the report, or its figures */
export function whoIsIn(summary: Summary, what: string): string {
  const { units, rate, files } = summary;
  const owing = rate.expected - rate.excluded;
  // A year may be of its earlier periods alone.
  if (rate.filed === 0 && files.length === 0) return words.noneIn(unitNoun(summary.regime));
  const lacking = new Map<string, readonly string[]>(
    units.filter((line) => whyNotFiled(line) !== null).map(({ unit }) => [unit.code, []]),
  );
  const inYear = lackingInYear(summary, lacking);
  const names = new Map(
    [...summary.contributors, ...units.map(({ unit }) => unit)].map(({ code, name }) => [code, name]),
  );
  const nameOf = (code: string) => names.get(code) ?? code;
  const filed = { filed: rate.filed, owing, nil: nilOf(summary), noun: unitNoun(summary.regime) };
  if (inYear) {
    const { byUnit, periods } = inYear;
    if (byUnit.size === 0) return words.yearOfAll(what, filed);
    const samePeriods = Map.groupBy(byUnit.keys(), (code) => byUnit.get(code)?.join(', ') ?? '');
    const unitsWithout = (period: string) =>
      [...byUnit.values()].filter((each) => each.includes(period)).length;
    const lackingIn =
      byUnit.size <= mostNames
        ? [...samePeriods].map(([of, codes]) => words.lackingIn(of, codes.map(nameOf)))
        : periods
            .map((period) => ({ period, count: unitsWithout(period) }))
            .filter(({ count }) => count > 0)
            .map(({ period, count }) => words.lackingOf(period, count, filed.noun));
    // Whoever lacks a period is in the year with its others, so these are others than reported for its end.
    return words.yearOfSome(...([what, reporting(summary), filed] as const), words.lackingInYear(lackingIn));
  }
  const told = [...lacking.keys()].map(nameOf);
  return told.length === 0 ? words.allIn(what, filed) : words.someIn(what, filed, whoLacks(summary, told));
}

/** Of so few that nobody takes the figures for those of the whole. */
export function firstFiguresOnly(summary: Summary): readonly string[] {
  return isFirstOnly(summary) ? [words.firstFigures] : [];
}

/** By name where they are few; else counted, and those who are in named where these are few. */
function whoLacks({ units, regime }: Summary, told: readonly string[]): string {
  if (told.length <= mostNames) return words.lackingNames(told);
  const present = units.filter((line) => whyNotFiled(line) === null && line.status !== 'excluded');
  return present.length <= mostNames
    ? words.lackingBut(
        present.map(({ unit }) => unit.name),
        told.length,
        unitNoun(regime),
      )
    : words.lackingCount(told.length, unitNoun(regime));
}

/** Who declared that it has nothing to report: how many, and by name where they are few. */
function nilOf({ units, rate }: Summary): { readonly count: number; readonly names: readonly string[] } {
  const names = units.filter(({ status }) => status === 'nil').map(({ unit }) => unit.name);
  return { count: rate.nil, names: names.length <= mostNames ? names : [] };
}

interface LackingInYear {
  readonly byUnit: ReadonlyMap<string, readonly string[]>;
  /** All of the year, as they follow each other. */
  readonly periods: readonly string[];
}

/** In a year, by unit the periods that are not in its figures; null where the report is of one period. */
function lackingInYear(
  { earlier, gaps, period, regime }: Summary,
  now: ReadonlyMap<string, unknown>,
): LackingInYear | null {
  if (earlier.year.length === 0) return null;
  const title = (line: Pick<EarlierLine, 'title'>) =>
    inTheYear(lowerFirst(periodAlone(line, languageOf(regime))), regime.year);
  const part = (id: string) => {
    const own = regime.periods.find((each) => each.id === id);
    return own ? partOfYear(own) : null;
  };
  const titles = new Map(earlier.year.map((line) => [line.period, part(line.period) ?? title(line)]));
  const lacking = new Map<string, readonly string[]>(
    gaps.map(({ unit, periods }) => [unit, periods.map((id) => titles.get(id) ?? id)]),
  );
  // The last period of a year bears the year's own name.
  const last = partOfYear(period) ?? (period.sumOf ? words.lastPeriod : title(period));
  for (const unit of now.keys()) {
    lacking.set(unit, [...(lacking.get(unit) ?? []), last]);
  }
  return { byUnit: lacking, periods: [...new Set([...titles.values(), last])] };
}
