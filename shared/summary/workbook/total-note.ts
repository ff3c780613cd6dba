/** What stands beside a total in the workbook. */
import type { Indicator } from '../../regime/regime.ts';
import { totalNoteWords as words } from '../../wording/documents.ts';
import { unbalanced } from '../balances.ts';
import { written } from '../report/source-notes.ts';
import { lacksPeriods } from '../report/standing-of-figures.ts';
import type { Summary, Total } from '../summary.ts';

/** How the total was made, and which units are missing from it; `notAdded`: what to say of dates and texts. */
export function totalNote(
  indicator: Indicator,
  { blank, contributions }: Total,
  notAdded: string,
  named: (codes: readonly string[]) => string,
): string {
  if (indicator.acrossUnits === 'none') return notAdded;
  if (indicator.formula !== undefined) {
    const without = blank.length > 0 ? `. ${words.ofTheOthers(named(blank))}` : '';
    return `${words.computed(written(indicator.formula))}${without}`;
  }
  const contained = contributions
    .filter(({ added }) => !added.value || !added.cumulative)
    .map(({ unit }) => unit);
  return [
    blank.length > 0 ? words.blank(named(blank)) : '',
    contained.length > 0 ? words.notAddedOnce(named(contained)) : '',
  ]
    .filter(Boolean)
    .join('. ');
}

/** How it stands in the report, where that is otherwise than here or marked. */
export function standingNote(summary: Summary, indicator: Indicator, { value }: Total): string {
  if (unbalanced(summary).has(indicator.code)) return words.untold;
  return value !== null && lacksPeriods(summary, indicator) ? words.short : '';
}
