import { fold } from '../../reading/understand/folding.ts';
import { patternOf } from '../alike.ts';
import type { Summary, Total } from '../summary.ts';
import { type FormFigures, rounded } from './substance.ts';

type FiguresOfForm = Readonly<Record<keyof FormFigures, Set<number>>>;

/** What a sentence is weighed against. */
export interface Context {
  readonly summary: Summary;
  readonly names: ReadonlyMap<string, RegExp>;
  /** By unit and period: the figures of its form. */
  readonly figures: ReadonlyMap<string, FormFigures>;
  /** By unit: what it wrote in the period before, folded. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lastYear: RegExp;
  /** By unit: the days of periods for which it declared that there was nothing to report. */
  readonly nil: ReadonlyMap<string, readonly { readonly from: string; readonly to: string }[]>;
  /** How many units have sent something. */
  readonly reporting: number;
}

/** What sentences of this summary are weighed against, gathered once. */
export function contextOf(summary: Summary): Context {
  const { regime, totals, period, earlierNarrative, earlier } = summary;
  const figures = new Map<string, FiguresOfForm>();
  const doubtful = new Set(summary.outliers.map(({ unit, indicator }) => `${unit} ${indicator}`));
  for (const total of totals) {
    const largeFrom = largeFigures(summary, total);
    for (const { unit, value, cumulative, parts: own } of total.contributions) {
      const isCertain = !doubtful.has(`${unit} ${total.indicator}`);
      const add = (of: string, figure: unknown, mayBeLarge: boolean) => {
        if (typeof figure !== 'number') return;
        const key = `${unit} ${of}`;
        const known = figures.get(key) ?? { told: new Set(), large: new Set(), overtaken: new Set() };
        figures.set(key, known);
        known.told.add(rounded(figure));
        if (of !== period.id && figure !== value) known.overtaken.add(rounded(figure));
        if (mayBeLarge && isCertain && figure >= largeFrom) known.large.add(rounded(figure));
      };
      add(period.id, value, true);
      add(period.id, cumulative, false);
      for (const part of own) add(part.period, part.value, true);
    }
  }
  const year = new Set(earlier.year.map((each) => each.period));
  const before = new Map<string, Set<string>>();
  for (const { period: of, entries } of earlierNarrative) {
    if (year.has(of)) continue;
    for (const { unit, paragraphs } of entries) {
      const known = before.get(unit.code) ?? new Set();
      before.set(unit.code, known);
      for (const { text } of paragraphs) known.add(fold(text));
    }
  }
  return {
    summary,
    figures,
    before,
    names: new Map(regime.units.map(({ code, name, aliases }) => [code, patternOf([name, ...aliases])])),
    lastYear: lastYearIn(summary),
    nil: new Map(
      summary.nil.map(({ unit, periods }) => [
        unit,
        periods.flatMap((id) => regime.periods.find((each) => each.id === id)?.window ?? []),
      ]),
    ),
    reporting: new Set(summary.files.map(({ unit }) => unit)).size,
  };
}

/** A smaller one may stand in a sentence by chance. */
const leastLarge = 20;
const fewestGivers = 4;
const largeShare = 1 / 3;

/** From which figure on one unit's is a large part of what all did together. */
function largeFigures({ regime }: Summary, { indicator, value, contributions }: Total): number {
  const counted = regime.indicators.find(({ code }) => code === indicator)?.type === 'count';
  const givers = contributions.filter((each) => typeof each.value === 'number').length;
  if (!counted || value === null || givers < fewestGivers) return Number.POSITIVE_INFINITY;
  return Math.max(leastLarge, value * largeShare);
}

/** A day or a period of an earlier year: text that was taken over from an old report. Laws keep their years. */
function lastYearIn({ regime, period }: Summary): RegExp {
  const from = period.window?.from ?? `${regime.year}-01-01`;
  const old = [1, 2, 3].map((back) => regime.year - back);
  const spans = `(?:quý\\s+(?:[IV]{1,3}|\\d)|(?:6|9|sáu|chín) tháng(?: đầu| cuối)?(?: năm)?|tháng\\s+\\d{1,2}|năm học)\\s*(?:năm|/|-)?\\s*`;
  // A period that opens in December tells days of that December.
  const opening = from.startsWith(`${regime.year - 1}-`) ? from.slice(5, 7) : null;
  const day = opening === null ? '\\d{1,2}' : `(?!0?${Number(opening)}[/.-])\\d{1,2}`;
  return new RegExp(
    `(?:${spans}|ngày\\s+\\d{1,2}[/.-]${day}[/.-]|(?<![\\d/])\\d{1,2}[/.-]${day}[/.-])(?:${old.join('|')})(?!\\d)`,
    'iu',
  );
}
