import { describe, expect, it } from 'vitest';
import { address } from '../../../shared/documents/sheet-plan.ts';
import { type WorkbookPlan, writeWorkbook } from '../../../shared/documents/workbook.ts';
import { partsOf, sheetsOf } from './reopened.ts';

const plan: WorkbookPlan = {
  title: 'Thử',
  author: 'Văn phòng Sở',
  at: '2024-03-19T02:00:00Z',
  sheets: [
    {
      name: 'Số liệu',
      widths: [10, 20, 12],
      rows: [
        { cells: [{ value: 'Đầu đề', columns: 3, style: { bold: true, border: 'thin' } }] },
        { cells: [{ value: 'a' }, { value: 2 }, { formula: 'SUM(B2,40)', value: 42 }] },
      ],
      frozen: { rows: 1, columns: 1 },
      filter: 'A1:C2',
      landscape: true,
      printTitles: '1:1',
    },
  ],
};

async function cellsFor(values: readonly string[]) {
  const rows = values.map((value) => ({ cells: [{ value }] }));
  const sheet = { name: 'A', widths: [10], rows, landscape: false };
  return sheetsOf(await writeWorkbook({ ...plan, sheets: [sheet] })).A ?? {};
}

describe('a workbook', () => {
  it('names cells as spreadsheets do', () => {
    expect([address(1, 1), address(9, 26), address(3, 27), address(2, 703)]).toEqual([
      'A1',
      'Z9',
      'AA3',
      'AAA2',
    ]);
  });

  it('writes a formula together with its value', async () => {
    const cells = sheetsOf(await writeWorkbook(plan))['Số liệu'];
    expect(cells?.C2).toEqual({ value: '42', formula: 'SUM(B2,40)', type: 'n' });
  });

  it('is A4, fitted to the width, with frozen panes, a filter and repeated title rows', async () => {
    const parts = partsOf(await writeWorkbook(plan));
    const sheet = parts['xl/worksheets/sheet1.xml'];
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(sheet).toContain('fitToPage="1"');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:C2"');
    expect(sheet).toContain('<mergeCell ref="A1:C1"');
    expect(parts['xl/workbook.xml']).toContain("'Số liệu'!$1:$1");
  });

  it.each(['=1+1', '+84 25', '-2', '@SUM(A1)', '\tx', '\r=1', '#REF!'])(
    'never stores %j from a stranger so that it could run as a formula',
    async (value) => {
      const cell = (await cellsFor([value])).A1;
      expect(cell).toMatchObject({ formula: null, type: 's' });
      expect(cell?.value.startsWith("'")).toBe(true);
    },
  );

  it('writes a list’s dash as the dash it stands for', async () => {
    expect((await cellsFor(['- Kinh phí còn hạn chế'])).A1?.value).toBe('– Kinh phí còn hạn chế');
    expect((await cellsFor(['-'])).A1?.value).toBe('–');
  });

  it('survives what XML or Excel cannot hold', async () => {
    const cells = await cellsFor(['a\u0000b\u000bc', 'x\ud800', 'e\u0302', 'ô'.repeat(40_000)]);
    expect(cells.A1?.value).toBe('abc');
    expect(cells.A2?.value).toBe('x\ufffd');
    expect(cells.A3?.value).toBe('ê');
    expect(cells.A4?.value).toHaveLength(32_767);
  });

  it('is the same bytes for the same plan', async () => {
    expect(await writeWorkbook(plan)).toEqual(await writeWorkbook(plan));
  });
});
