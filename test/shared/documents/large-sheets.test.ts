import { describe, expect, it } from 'vitest';
import type { CellStyle, PlannedRow, PlannedSheet } from '../../../shared/documents/sheet-plan.ts';
import { writeWorkbook } from '../../../shared/documents/workbook.ts';
import { all, faultsIn, treeOf } from './ooxml.ts';
import { partsOf, sheetsOf } from './reopened.ts';

const bold: CellStyle = { bold: true, border: 'thin', fill: 'DCE6F1' };
const plain: CellStyle = { border: 'thin', wrap: true };

/** Made anew at each walk, as a large sheet's rows are; the styles too. */
function* rows(): Generator<PlannedRow> {
  yield { height: 26, cells: [{ value: 'Số liệu & <nguồn>', style: { ...bold }, columns: 3 }] };
  for (let row = 1; row <= 5; row += 1) {
    yield {
      cells: [
        { value: `Đơn vị ${row}\nhai dòng`, style: plain },
        { value: row * 1.5, style: { ...plain, format: '#,##0.00' } },
        row === 2 ? null : { value: '=1+1', style: plain },
        { formula: `SUM(B${row + 1},40)`, value: 40 + row * 1.5, style: bold },
        row === 3 ? { value: 900, style: bold, note: 'Khác thường' } : { value: null, style: plain },
        { formula: 'IF(COUNT(E2)=0,"—",E2)', value: '—', style: plain },
        { value: '' },
      ],
    };
  }
}

const sheet = (large: boolean): PlannedSheet => ({
  ...{ name: 'Số liệu', widths: [20, 10, 10, 10, 10, 10], rows: { [Symbol.iterator]: rows }, large },
  ...{ frozen: { rows: 1, columns: 1 }, filter: 'A1:F6', landscape: true, printTitles: '1:1' },
});
const other: PlannedSheet = {
  name: 'Khác',
  widths: [10],
  rows: [{ cells: [{ value: 'a' }] }],
  landscape: false,
};
const write = (large: boolean) =>
  writeWorkbook({
    ...{ title: 'Thử', author: 'Văn phòng Sở', at: '2024-03-19T02:00:00Z' },
    sheets: [other, sheet(large)],
  });

describe('a large sheet', () => {
  const looksOf = (bytes: Uint8Array) => {
    const parts = partsOf(bytes);
    const formats = all(treeOf(parts['xl/styles.xml'] ?? ''), 'cellXfs')[0]?.children ?? [];
    const tree = treeOf(parts['xl/worksheets/sheet2.xml'] ?? '');
    const cells = all(tree, 'c').map(({ attributes }) => [
      attributes.r,
      JSON.stringify(formats[Number(attributes.s ?? 0)]),
    ]);
    const heights = all(tree, 'row').map(({ attributes }) => Number(attributes.ht));
    const rest = tree.children.filter(({ name }) => name !== 'sheetData' && name !== 'dimension');
    return { cells: Object.fromEntries(cells), heights, rest };
  };

  it('is the sheet that the library would have written: values, formulas, looks, heights and all around them', async () => {
    const [small, large] = [await write(false), await write(true)];
    const [one, two] = [sheetsOf(small), sheetsOf(large)];
    const values = (cells: (typeof one)[string] = {}) =>
      Object.fromEntries(
        Object.entries(cells)
          .filter(([, { value, formula }]) => value !== '' || formula !== null)
          .map(([address, { value, formula }]) => [address, [value, formula]]),
      );
    expect(values(two['Số liệu'])).toEqual(values(one['Số liệu']));
    expect(two.Khác).toEqual(one.Khác);
    const [before, after] = [looksOf(small), looksOf(large)];
    expect(after.heights).toEqual(before.heights);
    expect(after.rest).toEqual(before.rest);
    for (const [address, look] of Object.entries(before.cells)) {
      expect([address, after.cells[address]]).toEqual([address, look]);
    }
    expect(faultsIn(large)).toEqual([]);
  });

  it('is the same bytes each time', async () => {
    expect(await write(true)).toEqual(await write(true));
  });
});
