/** What a report leaves out: blank figures, missing rows, sections without text. */
import type { Indicator } from '../../regime/regime.ts';
import { findings as words } from '../../wording/findings.ts';
import { finding, nameOf } from '../model/finding.ts';
import type { Finding, Task, Value } from '../model/reading.ts';
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
  // A share is recomputed from its parts, so nobody need fill it in.
  const asked = regime.indicators.filter(({ acrossUnits }) => acrossUnits !== 'derived');
  const found = new Set(values.map(({ indicator }) => indicator));
  const said = regime.sections.flatMap(({ id }) => {
    const own = asked.filter(({ section }) => section === id);
    const blank = own.filter((indicator) => found.has(indicator.code) && !filled(indicator, 'value'));
    const absent = own.filter(({ code }) => !found.has(code));
    const [first] = blank;
    const row = rowsOf(first)[0]?.row.cells;
    const near = beside(blank, 'value');
    return [
      ...(first
        ? [
            finding(
              words.BLANK({ section: id, codes: list(blank), unread: near.length > 0 ? near : elsewhere }),
              {
                where: (row?.name ?? row?.code)?.source ?? null,
              },
            ),
          ]
        : []),
      ...(absent.length > 0
        ? [finding(words.MISSING_ROWS({ section: id, codes: list(absent), unread: elsewhere }))]
        : []),
    ];
  });
  const open = asked.filter(
    (indicator) =>
      indicator.acrossPeriods === 'sum' && filled(indicator, 'value') && !filled(indicator, 'cumulative'),
  );
  if (open.length > 0)
    said.push(finding(words.CUMULATIVE_BLANK({ codes: list(open), unread: beside(open, 'cumulative') })));
  return said;
}

// With more than a few, the codes alone are quicker to find than to read.
const fewestNamed = 3;

function list(indicators: readonly Indicator[]): string {
  const named = indicators.length <= fewestNamed;
  return indicators
    .map((indicator) => (named ? nameOf(indicator) : indicator.code))
    .join(named ? '; ' : ', ');
}
