/** The form handed out as it comes back: filled in with three programs, and with two of its formulas typed over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareWithPrevious } from '../../../shared/reading/compare/compare-with-previous.ts';
import type { Value } from '../../../shared/reading/model/reading.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { codes, regime, taskOf } from '../../shared/reading/by-hand.ts';
import figures from './figures.json' with { type: 'json' };

const task = taskOf('CCBVMT', '6T-2024');
const previous: Readonly<Record<string, readonly (number | null)[]>> = figures.previous;
const now: Readonly<Record<string, number | string>> = figures.now;
const computed: Readonly<Record<string, readonly (number | null)[]>> = figures.computed;

const read = (name: string) =>
  readReport(new Uint8Array(readFileSync(join(import.meta.dirname, name))), task);

/** By indicator, as it was filled in and as the form adds up. */
function meant(): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(
    regime.indicators.map(({ code, acrossPeriods }) => {
      const [value, cumulative] = computed[code] ?? [now[code] ?? null, null];
      const before = previous[code]?.[1] ?? null;
      const sum = acrossPeriods === 'sum' && before !== null ? before + Number(value) : cumulative;
      return [code, [value, sum]];
    }),
  );
}

const found = (values: readonly Value[]) =>
  Object.fromEntries(values.map(({ indicator, value, cumulative }) => [indicator, [value, cumulative]]));

describe('the form that comes back', () => {
  it.each([
    ['by libreoffice.xlsx', ['w:BLANK', 'w:BLANK']],
    ['by openpyxl.xlsx', ['w:BLANK', 'w:BLANK', 'n:FORMULAS_WORKED_OUT']],
    ['by python-docx.docx', ['w:BLANK', 'w:BLANK', 'n:DATE_READ', 'n:DATE_READ']],
  ])('%s: each figure, each sum and each share, and the texts under their headings', async (name, said) => {
    const reading = await read(name);
    expect(found(reading.values)).toEqual(meant());
    expect(codes(reading)).toEqual(said);
    expect(reading.narrative.filter(({ paragraphs }) => paragraphs.length > 0)).toHaveLength(6);
  });

  it('with formulas typed over says so, and what does not add up any more', async () => {
    const reading = await read('overtyped.xlsx');
    const overtyped = reading.findings.find(({ code }) => code === 'FORMULA_OVERTYPED');
    expect(overtyped).toMatchObject({ severity: 'warning', where: { cell: 'F13' }, found: '99' });
    expect(overtyped?.message.vi).toContain('A02, B14');
    expect(codes(reading)).toContain('e:X12');
    const before = Object.entries(previous).map(
      ([indicator, [value = null, cumulative = null]]): Value => ({
        ...{ indicator, value, cumulative, source: null, cumulativeSource: null },
      }),
    );
    const against = compareWithPrevious(task, reading.values, before);
    expect(against.map(({ code, where }) => [code, where])).toContainEqual([
      'X19',
      expect.objectContaining({ cell: 'F13' }),
    ]);
  });
});
