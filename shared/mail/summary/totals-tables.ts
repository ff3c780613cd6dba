/** The totals of each section, with how many units stand behind every figure. */
import type { Contribution, Summary, Total } from '../../consolidation/summary.ts';
import type { Indicator } from '../../regime/regime.ts';
import { totals as words } from '../../wording/summary-mail.ts';
import type { Block, Cell } from '../letter.ts';
import { writtenDay, writtenFigure, writtenNumber, writtenRatio } from '../notation.ts';
import { cut, fill, oneLine } from '../visible-text.ts';

/** One table for each section that has indicators. */
export function totalsBlocks(summary: Summary): Block[] {
  const heading: Block = { kind: 'heading', text: words.heading };
  const reports = summary.units.filter(({ counting }) => counting !== null).length;
  if (reports === 0) return [heading, { kind: 'paragraph', text: words.none }];
  const byCode = new Map(summary.totals.map((total) => [total.indicator, total]));
  const sections = summary.regime.sections.flatMap(({ id, title }): Block[] => {
    const rows = summary.regime.indicators
      .filter(({ section }) => section === id)
      .flatMap((indicator) => {
        const total = byCode.get(indicator.code);
        return total ? [rowOf(indicator, total)] : [];
      });
    if (rows.length === 0) return [];
    return [{ kind: 'table', columns: columns(`${id}. ${oneLine(title.vi)}`), rows }];
  });
  const lead = fill(words.lead, { count: writtenNumber(reports) });
  return [heading, { kind: 'paragraph', text: lead, quiet: true }, ...sections];
}

function columns(section: string): Extract<Block, { kind: 'table' }>['columns'] {
  return [
    { title: section, align: 'left', width: 52 },
    { title: words.value, align: 'right', width: 16 },
    { title: words.cumulative, align: 'right', width: 16 },
    { title: words.coverage, align: 'right', width: 16 },
  ];
}

function rowOf(indicator: Indicator, total: Total): Cell[] {
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
  return [
    {
      text: oneLine(name.vi),
      notes: [[code, ...measure, ...(remark === null ? [] : [remark])].join(' · ')],
    },
    figure(total.value),
    figure(total.cumulative),
    { text: `${writtenNumber(given)}/${writtenNumber(all)}`, bar: all === 0 ? 0 : given / all },
  ];
}

/** Who gave most of a sum; null where fewer than two units gave anything above 0. */
function highest({ type }: Indicator, { contributions, value: sum }: Total): string | null {
  const numbers = contributions.flatMap(({ unit, value, added }) =>
    added && typeof value === 'number' && value > 0 ? [{ unit, value }] : [],
  );
  const most = numbers.reduce<(typeof numbers)[number] | null>(
    (best, each) => (best && best.value >= each.value ? best : each),
    null,
  );
  if (most === null || numbers.length < 2 || sum === null || sum <= 0) return null;
  const about = { unit: most.unit, value: writtenFigure(most.value, type) };
  return fill(words.highestShare, { ...about, share: writtenRatio(most.value / sum) });
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
