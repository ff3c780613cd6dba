/** The totals of each section, with how many units stand behind every figure. */

import type { Indicator, Period } from '../../regime/regime.ts';
import type { Contribution, Summary, Total } from '../../summary/summary.ts';
import { fill, first, say } from '../../vocabulary/text.ts';
import { totals as words } from '../../wording/summary-mail.ts';
import type { Block, Cell } from '../layout/letter.ts';
import { writtenDay, writtenFigure, writtenNumber, writtenShare } from '../layout/notation.ts';
import { cut, oneLine } from '../layout/visible-text.ts';
import { comparisonIn, comparisonNotes, lastYearIn } from './comparisons.ts';

/** One table for each section that has indicators. */
export function totalsBlocks(summary: Summary): Block[] {
  const heading: Block = { kind: 'heading', text: words.heading };
  const reports = summary.units.filter(({ counting }) => counting !== null).length;
  if (reports === 0) return [heading, { kind: 'paragraph', text: words.none }];
  const accrues = !beginsTheYear(summary.period);
  const byCode = new Map(summary.totals.map((total) => [total.indicator, total]));
  const sections = summary.regime.sections.flatMap(({ id, title }): Block[] => {
    const rows = summary.regime.indicators
      .filter(({ section }) => section === id)
      .flatMap((indicator) => {
        const total = byCode.get(indicator.code);
        return total ? [rowOf(indicator, total, accrues)] : [];
      });
    if (rows.length === 0) return [];
    return [{ kind: 'table', columns: columns(`${id}. ${oneLine(say(title, first))}`, accrues), rows }];
  });
  const lead = fill(words.lead, { count: writtenNumber(reports) });
  const text = [lead, ...(accrues ? [] : [words.firstPeriod]), ...comparisonNotes(summary)].join(' ');
  return [heading, { kind: 'paragraph', text, quiet: true }, ...sections];
}

/** Its figures and those since the beginning of the year are the same ones. */
function beginsTheYear({ window, cumulativeFrom }: Period): boolean {
  return window !== undefined && window.from === cumulativeFrom;
}

function columns(section: string, accrues: boolean): Extract<Block, { kind: 'table' }>['columns'] {
  return [
    { title: section, align: 'left', width: accrues ? 52 : 66 },
    { title: words.value, align: 'right', width: accrues ? 16 : 17 },
    ...(accrues ? [{ title: words.cumulative, align: 'right', width: 16 } as const] : []),
    { title: words.coverage, align: 'right', width: accrues ? 16 : 17 },
  ];
}

function rowOf(indicator: Indicator, total: Total, accrues: boolean): Cell[] {
  const { code, name, unitOfMeasure, acrossUnits, type } = indicator;
  const all = total.contributions.length;
  const given = all - total.blank.length;
  const measure = unitOfMeasure === '-' ? [] : [oneLine(unitOfMeasure)];
  const remark =
    acrossUnits === 'sum'
      ? highest(indicator, total)
      : acrossUnits === 'derived'
        ? words.derived
        : answers(indicator, total);
  const figure = (value: number | null): Cell =>
    acrossUnits === 'none' ? { text: '' } : { text: writtenFigure(value, type), strong: true };
  const title = oneLine(say(name, first));
  const lastYear = lastYearIn(indicator, total);
  const compared = comparisonIn(indicator, total);
  return [
    {
      text: title,
      notes: [[code, ...measure, ...[remark, lastYear].filter((part) => part !== null)].join(' · ')],
      indented: partOfTheOneAbove.test(title),
    },
    { ...figure(total.value), ...compared },
    ...(accrues ? [figure(total.cumulative)] : []),
    {
      text: `${writtenNumber(given)}/${writtenNumber(all)}`,
      // A bar that is full on every row tells nothing; beside those that compare it would be taken for one.
      ...(given < all && compared.bars === undefined && { bars: [given / all] }),
    },
  ];
}

const partOfTheOneAbove = /^trong đó(?!\p{L})/iu;

/** More than this many have the most in common: then nobody stands out. */
const namedAtMost = 3;

/** Who gave most of a sum; null where nobody stands out, or fewer than two units gave anything above 0. */
function highest({ type }: Indicator, { contributions, value: sum }: Total): string | null {
  const numbers = contributions.flatMap(({ unit, value, added }) =>
    added.value && typeof value === 'number' && value > 0 ? [{ unit, value }] : [],
  );
  const most = Math.max(...numbers.map(({ value }) => value));
  const leading = numbers.filter(({ value }) => value === most).map(({ unit }) => unit);
  if (leading.length === numbers.length || leading.length > namedAtMost) return null;
  if (sum === null || sum <= 0) return null;
  return fill(leading.length === 1 ? words.highest : words.highestTied, {
    units: leading.join(', '),
    value: writtenFigure(most, type),
    share: writtenShare(most / sum),
  });
}

const differentAtMost = 3;
const answerLimit = 48;

/** What units answered where nothing can be added up: the span of dates, or each answer with its count. */
function answers({ type }: Indicator, { contributions }: Total): string | null {
  const given = contributions.flatMap(({ value }: Contribution) =>
    value === null ? [] : [writtenFigure(value, type)],
  );
  if (given.length === 0) return null;
  if (type === 'date') return span(contributions);
  const tally = new Map<string, number>();
  for (const answer of given) tally.set(answer, (tally.get(answer) ?? 0) + 1);
  if (tally.size > differentAtMost) return fill(words.differing, { count: writtenNumber(tally.size) });
  return [...tally]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([answer, count]) => fill(words.tally, { answer: cut(answer, answerLimit), count }))
    .join('; ');
}

function span(contributions: readonly Contribution[]): string | null {
  const days = contributions
    .flatMap(({ value }) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []))
    .sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first === last) return writtenDay(first);
  return fill(words.days, { first: writtenDay(first), last: writtenDay(last) });
}
