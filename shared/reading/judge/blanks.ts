/** What a report leaves out: blank figures, missing rows, sections without text. */
import type { Indicator } from '../../regime/regime.ts';
import { findings as words } from '../../wording/findings.ts';
import { finding, nameOf } from '../model/finding.ts';
import type { Finding, Task, Value } from '../model/reading.ts';
import type { Form } from '../understand/form-rows.ts';

/** One finding for each section that lacks something, not one for each cell. */
export function judgeBlanks(
  forms: readonly Form[],
  values: readonly Value[],
  { regime }: Task,
): readonly Finding[] {
  const filled = (indicator: Indicator, slot: 'value' | 'cumulative') =>
    forms.some((form) => form.rows.some(({ match, cells }) => match.indicator === indicator && cells[slot]));
  // A share is recomputed from its parts, so nobody need fill it in.
  const asked = regime.indicators.filter(({ acrossUnits }) => acrossUnits !== 'derived');
  const found = new Set(values.map(({ indicator }) => indicator));
  const rowOf = (indicator: Indicator | undefined) =>
    forms.flatMap((form) => form.rows).find(({ match }) => match.indicator === indicator)?.cells;
  const said = regime.sections.flatMap(({ id }) => {
    const own = asked.filter(({ section }) => section === id);
    const blank = own.filter((indicator) => found.has(indicator.code) && !filled(indicator, 'value'));
    const absent = own.filter(({ code }) => !found.has(code));
    const [first] = blank;
    const row = rowOf(first);
    return [
      ...(first
        ? [
            finding(words.BLANK({ section: id, codes: list(blank) }), {
              where: (row?.name ?? row?.code)?.source ?? null,
            }),
          ]
        : []),
      ...(absent.length > 0 ? [finding(words.MISSING_ROWS({ section: id, codes: list(absent) }))] : []),
    ];
  });
  const open = asked.filter(
    (indicator) =>
      indicator.acrossPeriods === 'sum' && filled(indicator, 'value') && !filled(indicator, 'cumulative'),
  );
  if (open.length > 0) said.push(finding(words.CUMULATIVE_BLANK({ codes: list(open) })));
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
