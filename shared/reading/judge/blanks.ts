/** What a report leaves out: blank figures, missing rows, sections without text. */
import type { Indicator } from '../../regime/regime.ts';
import { findings as words } from '../../wording/findings.ts';
import type { UnreadPiece } from '../../wording/unread.ts';
import { finding, nameOf } from '../model/finding.ts';
import type { Finding, ReadingRegime, Task, Value } from '../model/reading.ts';
import type { Form } from '../understand/form-rows.ts';
import type { Unread } from './unread.ts';

/** One finding for each section that lacks something, not one for each cell. */
export function judgeBlanks(
  forms: readonly Form[],
  values: readonly Value[],
  { regime }: Task,
  unread: Unread,
): readonly Finding[] {
  const rowsOf = (indicator: Indicator | undefined) =>
    forms.flatMap((form) =>
      form.rows.filter(({ match }) => match.indicator === indicator).map((row) => ({ form, row })),
    );
  // What is struck out or hidden in the cell is told of there.
  const filled = (indicator: Indicator, slot: 'value' | 'cumulative') =>
    rowsOf(indicator).some(({ form, row }) => row.cells[slot] || unread.isTold(form, row, slot));
  const beside = (indicators: readonly Indicator[], slot: 'value' | 'cumulative') =>
    indicators.flatMap((indicator) =>
      rowsOf(indicator).flatMap(({ form, row }) => unread.beside(form, row, slot)),
    );
  const elsewhere = unread.anywhere(false);
  const strays = unread.strays(forms, regime);
  // A share is recomputed from its parts, so nobody need fill it in.
  const asked = regime.indicators.filter(({ acrossUnits }) => acrossUnits !== 'derived');
  const found = new Set(values.map(({ indicator }) => indicator));
  const blankIn = (section: string) =>
    asked.filter(
      (indicator) =>
        indicator.section === section && found.has(indicator.code) && !filled(indicator, 'value'),
    );
  const absentIn = (section: string) =>
    asked.filter(({ section: own, code }) => own === section && !found.has(code));
  const blanks = regime.sections.flatMap(({ id }) => {
    const blank = blankIn(id);
    return blank.length === 0 ? [] : [{ ids: [id], blank, unread: beside(blank, 'value') }];
  });
  const said = atOnce(blanks).map(({ ids, blank, unread: near }) => {
    const row = rowsOf(blank[0])[0]?.row.cells;
    const pieces = near.length > 0 ? near : [...strays, ...elsewhere];
    const about = words.BLANK({
      section: ids.join(', '),
      codes: list(blank, regime),
      asks: blank.every(({ type }) => type === 'count' || type === 'percent') ? 'figures' : 'other',
      unread: pieces,
    });
    return finding(about, { where: (row?.name ?? row?.code)?.source ?? null });
  });
  for (const { id } of regime.sections) {
    const absent = absentIn(id);
    if (absent.length > 0) {
      said.push(finding(words.MISSING_ROWS({ section: id, codes: list(absent, regime), unread: elsewhere })));
    }
  }
  const open = asked.filter(
    (indicator) =>
      indicator.acrossPeriods === 'sum' && filled(indicator, 'value') && !filled(indicator, 'cumulative'),
  );
  if (open.length > 0) {
    const pieces = [...beside(open, 'cumulative'), ...strays];
    said.push(finding(words.CUMULATIVE_BLANK({ codes: list(open, regime), unread: pieces })));
  }
  return said;
}

interface Blanks {
  readonly ids: readonly string[];
  readonly blank: readonly Indicator[];
  readonly unread: readonly UnreadPiece[];
}

/** A column that was not understood leaves a blank in every row; that is one fault, and said once. */
function atOnce(blanks: readonly Blanks[]): readonly Blanks[] {
  const columns = blanks.filter(({ unread }) => unread.some(({ why }) => why === 'strange-column'));
  if (columns.length < 2) return blanks;
  const all: Blanks = {
    ids: columns.flatMap(({ ids }) => ids),
    blank: columns.flatMap(({ blank }) => blank),
    unread: columns.flatMap(({ unread }) => unread),
  };
  return [all, ...blanks.filter((each) => !columns.includes(each))];
}

// With more than a few, the codes alone are quicker to find than to read.
const fewestNamed = 3;

function list(indicators: readonly Indicator[], regime: ReadingRegime): string {
  const named = indicators.length <= fewestNamed;
  return indicators
    .map((indicator) => (named ? nameOf(indicator, regime) : indicator.code))
    .join(named ? '; ' : ', ');
}
