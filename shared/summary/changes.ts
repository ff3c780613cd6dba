/** What two summaries of the same period say differently: figure by figure, unit by unit, text by text. */
import { type Doubts, doubtsIn } from './matters.ts';
import type { Comparison, Contribution, NarrativeEntry, Summary, Total, UnitLine } from './summary.ts';

/** One figure of the report that is another now; null where nobody gave it. */
export interface FigureChange {
  readonly indicator: string;
  readonly column: 'value' | 'cumulative';
  readonly from: number | null;
  readonly to: number | null;
  /** The units whose own figure is another, in the regime's order; none where only a part of a formula changed. */
  readonly units: readonly {
    readonly unit: string;
    readonly from: number | null;
    readonly to: number | null;
  }[];
}

/** A unit that stands elsewhere than before, or whose other report counts now. */
export interface UnitChange {
  readonly unit: UnitLine['unit'];
  /** Null where the unit was not expected then. */
  readonly from: UnitLine | null;
  readonly to: UnitLine | null;
}

export interface Changes {
  /** What the figures were before: that summary's run, edition and hour. */
  readonly since: Pick<Summary, 'run' | 'edition' | 'scheduledAt'>;
  /** In the regime's order, the figure of the period before the cumulative one. */
  readonly figures: readonly FigureChange[];
  readonly units: readonly UnitChange[];
  /** Sections whose text changed, with the units that wrote it otherwise, newly, or no longer; in outline order. */
  readonly texts: readonly { readonly section: string; readonly units: readonly UnitLine['unit'][] }[];
  /** The earlier period against which indicators are compared and whose figures are others now. */
  readonly comparisons: readonly { readonly period: string; readonly indicators: readonly string[] }[];
  /** What is in doubt now and was not then. */
  readonly doubts: Doubts;
}

/** `before` and `now` are of the same period; the regime is that of `now`. */
export function changesBetween(before: Summary, now: Summary): Changes {
  const { run, edition, scheduledAt } = before;
  const [then, fresh] = [doubtsIn(before), doubtsIn(now)];
  return {
    since: { run, edition, scheduledAt },
    figures: figureChanges(before, now),
    units: unitChanges(before, now),
    texts: textChanges(before, now),
    comparisons: comparisonChanges(before, now),
    doubts: {
      // What is usual moves with every correction of others; the figure in doubt does not.
      outliers: freshIn(then.outliers, fresh.outliers, (each) => [each.unit, each.indicator, each.value]),
      discrepancies: freshIn(then.discrepancies, fresh.discrepancies, (each) => [
        ...[each.unit, each.indicator, each.added, each.stated],
      ]),
      gaps: freshIn(then.gaps, fresh.gaps, (each) => [each.unit, ...each.periods]),
      stated: freshIn(then.stated, fresh.stated, (each) => [each.indicator, each.added, each.stated]),
      unbalanced: freshIn(then.unbalanced, fresh.unbalanced, ({ figures }) =>
        figures.flatMap(({ indicator, value }) => [indicator, value]),
      ),
      nilDated: freshIn(then.nilDated, fresh.nilDated, ({ unit, indicator, day }) => [unit, indicator, day]),
      untold: freshIn(then.untold, fresh.untold, (code) => [code]),
    },
  };
}

function freshIn<Doubt>(
  before: readonly Doubt[],
  now: readonly Doubt[],
  tellApart: (doubt: Doubt) => readonly (string | number)[],
): readonly Doubt[] {
  const keyOf = (doubt: Doubt) => JSON.stringify(tellApart(doubt));
  const known = new Set(before.map(keyOf));
  return now.filter((doubt) => !known.has(keyOf(doubt)));
}

/** Whether the two say the same, so that nobody need be told. */
export function isUnchanged({ figures, units, texts, comparisons }: Changes): boolean {
  return [figures, units, texts, comparisons].every(({ length }) => length === 0);
}

function figureChanges(before: Summary, now: Summary): FigureChange[] {
  const old = new Map(before.totals.map((total) => [total.indicator, total]));
  return now.totals.flatMap((total) =>
    (['value', 'cumulative'] as const).flatMap((column): FigureChange[] => {
      const from = old.get(total.indicator)?.[column] ?? null;
      const to = total[column];
      if (isSame(from, to)) return [];
      const units = contributionChanges(old.get(total.indicator), total, column);
      return [{ indicator: total.indicator, column, from, to, units }];
    }),
  );
}

function contributionChanges(
  before: Total | undefined,
  now: Total,
  column: FigureChange['column'],
): FigureChange['units'] {
  const figures = (total: Total | undefined) =>
    new Map((total?.contributions ?? []).map((given) => [given.unit, addedFigure(given, column)]));
  const [old, fresh] = [figures(before), figures(now)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((unit) => {
    const from = old.get(unit) ?? null;
    const to = fresh.get(unit) ?? null;
    return isSame(from, to) ? [] : [{ unit, from, to }];
  });
}

/** Null where the unit gave none, or a parent's figure already contains it. */
function addedFigure(given: Contribution, column: FigureChange['column']): number | null {
  const figure = given[column];
  return given.added[column] && typeof figure === 'number' ? figure : null;
}

/** A percentage that is computed anew from the same parts may differ in its last digits. */
function isSame(from: number | null, to: number | null): boolean {
  return from === null || to === null ? from === to : Math.abs(from - to) < 1e-6;
}

function unitChanges(before: Summary, now: Summary): UnitChange[] {
  const old = new Map(before.units.map((line) => [line.unit.code, line]));
  const fresh = new Map(now.units.map((line) => [line.unit.code, line]));
  return [...new Map([...old, ...fresh]).values()].flatMap(({ unit }): UnitChange[] => {
    const from = old.get(unit.code) ?? null;
    const to = fresh.get(unit.code) ?? null;
    return standsAs(from) === standsAs(to) ? [] : [{ unit: to?.unit ?? unit, from, to }];
  });
}

/** Missing becomes overdue by time alone, which changes nothing that the report says of its contents. */
function standsAs(line: UnitLine | null): string {
  if (line === null) return '';
  const status = line.status === 'overdue' ? 'missing' : line.status;
  return `${status} ${line.counting?.upload ?? ''}`;
}

function textChanges(before: Summary, now: Summary): Changes['texts'] {
  const order = now.units.map(({ unit }) => unit.code);
  return now.narrative.flatMap(({ section, entries }) => {
    const old = before.narrative.find((each) => each.section === section)?.entries ?? [];
    const written = new Map(old.map((entry) => [entry.unit.code, wordsOf(entry)]));
    const changed = entries.filter((entry) => written.get(entry.unit.code) !== wordsOf(entry));
    const gone = old.filter(({ unit }) => !entries.some((entry) => entry.unit.code === unit.code));
    const units = [...changed, ...gone]
      .map(({ unit }) => unit)
      .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
    return units.length === 0 ? [] : [{ section, units }];
  });
}

function comparisonChanges(before: Summary, now: Summary): Changes['comparisons'] {
  const old = new Map(before.totals.map((total) => [total.indicator, total]));
  return (['previous', 'lastYear'] as const).flatMap((against) => {
    const period = now.earlier[against]?.period;
    if (period === undefined || period !== before.earlier[against]?.period) return [];
    const indicators = now.totals
      .filter((total) => comparedWith(old.get(total.indicator)?.[against]) !== comparedWith(total[against]))
      .map(({ indicator }) => indicator);
    return indicators.length === 0 ? [] : [{ period, indicators }];
  });
}

function comparedWith(comparison: Comparison | null | undefined): string {
  return comparison ? `${comparison.value.before} ${comparison.cumulative.before}` : '';
}

function wordsOf({ paragraphs }: NarrativeEntry): string {
  return paragraphs.map(({ text }) => text).join('\n');
}
