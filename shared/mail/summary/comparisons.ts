/** How a total stands against the period before, or against the same period a year ago where there is none before. */

import type { Indicator } from '../../regime/regime.ts';
import type { Change, EarlierLine, Summary, Total } from '../../summary/summary.ts';
import { fill, first, say } from '../../vocabulary/text.ts';
import { totals as words } from '../../wording/summary-mail.ts';
import type { Cell } from '../layout/letter.ts';
import { writtenNumber } from '../layout/notation.ts';
import { oneLine } from '../layout/visible-text.ts';

/** The sentences that say what the arrows compare with; none where there is nothing to compare with. */
export function comparisonNotes({ earlier }: Summary): string[] {
  const { previous, lastYear, year } = earlier;
  const title = (line: EarlierLine) => lowered(oneLine(say(line.title, first)));
  const about = {
    previous: previous ? title(previous) : '',
    lastYear: lastYear ? title(lastYear) : '',
    periods: year.map(title).join(', '),
  };
  return [
    ...(year.length > 0 ? [fill(words.madeOf, about)] : []),
    ...(previous ? [fill(words.compared, about)] : []),
    ...(lastYear ? [fill(previous ? words.alsoLastYear : words.comparedLastYear, about)] : []),
  ];
}

/** Note and bars below the figure of the period. */
export function comparisonIn(
  indicator: Indicator,
  { value, previous, lastYear }: Total,
): Pick<Cell, 'notes' | 'bars'> {
  const first = (previous ?? lastYear)?.value;
  if (!first) return {};
  const said = written(first, indicator);
  return { notes: said === null ? [] : [said], bars: barsOf(value, first.before) };
}

/** "cùng kỳ ▲ 5%"; null where the arrow below the figure says it already, or nobody can. */
export function lastYearIn(indicator: Indicator, { previous, lastYear }: Total): string | null {
  const change = previous && lastYear ? written(lastYear.value, indicator) : null;
  return change === null ? null : fill(words.lastYear, { change });
}

/** "▲ 12,5%", "▼ 3", "▲ 1,2 điểm %"; null where one of the two is not known. */
function written({ delta, percent }: Change, { type }: Indicator): string | null {
  if (delta === null) return null;
  if (delta === 0) return words.unchanged;
  const size =
    percent === null
      ? `${writtenNumber(Math.abs(delta))}${type === 'percent' ? ` ${words.points}` : ''}`
      : `${rounded(Math.abs(percent))}%`;
  return `${delta > 0 ? '▲' : '▼'}\u00a0${size}`;
}

/** One decimal is as much as an eye compares; a change that would be shown as none keeps two. */
function rounded(percent: number): string {
  const tenths = Math.round(percent * 10) / 10;
  return writtenNumber(tenths === 0 ? percent : tenths);
}

function barsOf(now: number | null, before: number | null): number[] {
  const most = Math.max(now ?? 0, before ?? 0);
  if (now === null || before === null || most <= 0) return [];
  return [now / most, before / most];
}

function lowered(title: string): string {
  return title.charAt(0).toLocaleLowerCase('vi') + title.slice(1);
}
