import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../shared/documents/workbook.ts';
import { matrixOf } from '../../../../shared/summary/workbook/matrix.ts';
import { sheetsOf } from '../../documents/reopened.ts';
import { regime, sampleSummary } from '../sample.ts';

const summary = sampleSummary();
// Of a sheet with ten columns, fourteen units are more than it holds.
const matrix = matrixOf(summary, 10);
const about = { title: 't', author: 'a', at: summary.scheduledAt, mark: 'm' };
const bytes = await writeWorkbook({ ...about, sheets: [matrix.figures, matrix.sources] });
const sheets = sheetsOf(bytes);
const [figures = {}, sources = {}] = Object.values(sheets);
const columnsOf = (code: string) =>
  Object.keys(figures)
    .filter((at) => /^[A-Z]+3$/.test(at) && figures[at]?.value === code)
    .map((at) => at.slice(0, -1));
const rowOf = (unit: string) =>
  Object.keys(figures)
    .find((at) => /^A\d+$/.test(at) && figures[at]?.value === unit)
    ?.slice(1);

describe('a workbook of more units than a sheet has columns', () => {
  it('says so, and gives each unit a row', () => {
    expect(figures.A2?.value).toMatch(/^Có 14 đơn vị, nhiều hơn số cột của một trang tính/);
    expect(rowOf('QLDD')).toBeDefined();
    expect(matrixOf(summary).figures.widths).toHaveLength(18);
  });

  it('has every figure and its source at one address, the period’s before the cumulative one', () => {
    for (const { indicator, contributions } of summary.totals) {
      const [period, cumulative] = columnsOf(indicator);
      for (const { unit, value, cumulative: sum, source } of contributions) {
        const at = `${period}${rowOf(unit)}`;
        if (typeof value === 'number') expect(Number(figures[at]?.value)).toBe(value);
        if (typeof sum === 'number') expect(Number(figures[`${cumulative}${rowOf(unit)}`]?.value)).toBe(sum);
        if (value !== null && source) expect(sources[at]?.value).toContain(unit);
      }
    }
  });

  it('adds down the rows, and the overview names the cells of the totals', () => {
    for (const { code } of regime.indicators.filter(({ acrossUnits }) => acrossUnits === 'sum')) {
      const cell = figures[matrix.cellOfTotal(code, 'value')];
      const [, column = '', first, last] = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(cell?.formula ?? '') ?? [];
      expect([first, last]).toEqual(['6', '19']);
      let sum = 0;
      for (let row = Number(first); row <= Number(last); row += 1)
        sum += Number(figures[`${column}${row}`]?.value || 0);
      expect([code, sum, Number(cell?.value)]).toEqual([
        code,
        ...Array(2).fill(summary.totals.find(({ indicator }) => indicator === code)?.value),
      ]);
    }
    const derived = figures[matrix.cellOfTotal('B14', 'value')];
    const [part, whole] = ['B13', 'B12'].map((code) => matrix.cellOfTotal(code, 'value'));
    expect(derived?.formula).toBe(`IFERROR(100*${part}/${whole},"—")`);
  });
});
