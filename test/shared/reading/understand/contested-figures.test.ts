import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  report,
  sheet,
  taskOf,
  title,
  type Written,
  workbook,
} from '../by-hand.ts';

type Rows = readonly (readonly Written[])[];
const [period, total] = [4, 5] as const;

/** The form with one column more right of `at`, which holds the figures of some rows by their codes. */
function withColumn(
  at: number,
  heads: readonly (readonly [Written, Written])[],
  extra: Readonly<Record<string, Written>>,
  rows: Rows = formRows(),
) {
  const top = heads.map(([own, beside], n) => {
    const before = n === 0 ? header : header.map(() => null);
    return [...before.slice(0, at), own, beside, ...before.slice(at + 1)];
  });
  const body = rows.map((row) => row.toSpliced(at + 1, 0, extra[String(row[1])] ?? null));
  return read(workbook(sheet('Số liệu', [...title, ...top, ...body]), narrative));
}
const merged = (text: string): readonly [Written, Written] => [{ text, columnSpan: 2 }, null];

describe('figures of one heading in several columns reject', () => {
  it.each<[string, number, readonly (readonly [Written, Written])[]]>([
    ['one that goes over both', period, [merged('Trong kỳ')]],
    ['one over others that say nothing that is known', period, [merged('Trong kỳ'), ['Số vụ', 'Số người']]],
    ['the one of all periods', total, [merged('Lũy kế')]],
    ['two that mean the same', period, [['Trong kỳ', 'Kỳ báo cáo']]],
    ['two weak ones', period, [['Số lượng', 'Kết quả']]],
  ])('%s', (_, at, heads) => {
    const { severity, found, where, message } = findingOf(
      withColumn(at, heads, { A03: 17 }),
      'FIGURES_SHARE_HEADING',
    );
    expect(severity).toBe('error');
    expect(found).toBe('120 · 17');
    expect(where).toMatchObject({ cell: expect.stringMatching(at === period ? /^E/ : /^F/) });
    expect(message.vi).toContain('không rõ phải lấy số ở cột nào');
  });

  it('and where some rows have theirs in the one, some in the other', () => {
    const rows = formRows({ A03: null });
    const reading = withColumn(period, [merged('Trong kỳ')], { A03: 17 }, rows);
    expect(findingOf(reading, 'FIGURES_SHARE_HEADING').found).toBe('3 · 17');
  });
});

describe('but not', () => {
  it.each<[string, readonly (readonly [Written, Written])[], Readonly<Record<string, Written>>]>([
    ['where the figures are the same', [merged('Trong kỳ')], { A03: 120 }],
    ['where the second column holds words', [merged('Trong kỳ')], { A03: 'đã rà soát' }],
    ['where it is a part of the first', [merged('Trong kỳ'), ['Tổng số', 'Trong đó nữ']], { A03: 17 }],
    ['where one heading is weaker', [['Trong kỳ', 'Kết quả']], { A03: 17 }],
  ])('%s', (_, heads, extra) => {
    const reading = withColumn(period, heads, extra);
    expect(codes(reading)).toEqual([]);
    expect(reading.values.find(({ indicator }) => indicator === 'A03')?.value).toBe(120);
  });

  it.each<[string, (name: Written, value: Written, sum: Written) => readonly Written[]]>([
    ['name', (name, value, sum) => [{ text: String(name), columnSpan: 2 }, null, value, sum]],
    ['sum', (name, value, sum) => [name, value, { text: String(sum), columnSpan: 2 }, null]],
  ])('where one border of one row is not drawn straight: %s', (_, crooked) => {
    const top: Written[] = ['TT', 'Mã', 'Chỉ tiêu', { text: 'Trong kỳ', columnSpan: 2 }, null, 'Lũy kế'];
    const body = formRows().map(([order = null, code = null, name = null, , value = null, sum = null]) => [
      order,
      code,
      ...(code === 'A03' ? crooked(name, value, sum) : [name, value, null, sum]),
    ]);
    const reading = read(workbook(sheet('Số liệu', [...title, top, ...body]), narrative));
    expect(reading.state).toBe('accepted');
    const a03 = reading.values.find(({ indicator }) => indicator === 'A03');
    expect(a03).toMatchObject({ value: 120, cumulative: 120 });
  });
});

/** The cell at `cell` goes over two rows, of which the lower one holds nothing there. */
function overTwoRows(document: NeutralDocument, cell: string): NeutralDocument {
  const isIt = ({ source }: { source: object }) => 'cell' in source && source.cell === cell;
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table' && block.sheet === 'Số liệu'
        ? { ...block, cells: block.cells.map((each) => (isIt(each) ? { ...each, rowSpan: 2 } : each)) }
        : block,
    ),
  };
}

describe('a figure in a cell merged over the rows of two indicators', () => {
  it('is nobody’s, and both are named', () => {
    const reading = read(overTwoRows(report({ A02: null }), 'E8'));
    expect(findingOf(reading, 'FIGURE_SPANS_ROWS')).toMatchObject({
      severity: 'error',
      where: { cell: 'E8' },
    });
    expect(findingOf(reading, 'FIGURE_SPANS_ROWS').message.vi).toContain('A01, A02');
    expect(reading.state).toBe('rejected');
  });

  it('may be an answer in words, which is meant for each', () => {
    const cells = report().blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
    const row = cells.find(({ text }) => text === 'D01')?.row;
    expect(row).toBeDefined();
    expect(codes(read(overTwoRows(report({ D02: null }), `E${row}`)))).not.toContain('e:FIGURE_SPANS_ROWS');
  });
});

describe('a figure in a cell merged over both columns', () => {
  const both = report({ A03: { text: '120', number: 120, columnSpan: 2 } }, { A03: null });

  it('is of the period or since the year began: nobody can tell, but in the first period they are the same', () => {
    const task = taskOf('VPDK', '6T-2024');
    expect(findingOf(read(both, task), 'FIGURE_SPANS_COLUMNS')).toMatchObject({
      severity: 'error',
      found: '120',
    });
    expect(codes(read(both))).not.toContain('e:FIGURE_SPANS_COLUMNS');
    const answer = report({ D01: { text: 'Đã có', columnSpan: 2 } });
    expect(codes(read(answer, task))).not.toContain('e:FIGURE_SPANS_COLUMNS');
  });
});

describe('a number in place of the unit of measure', () => {
  const book = (rows: Rows) => read(workbook(sheet('Số liệu', [...title, header, ...rows]), narrative));
  const moved = (change: (row: Rows[number]) => Rows[number]) =>
    formRows().map((row) => (row[1] === 'A03' ? change(row) : row));

  it('says that the row has moved, so that no figure of it counts', () => {
    const reading = book(moved((row) => row.toSpliced(3, 1)));
    expect(findingOf(reading, 'FIGURE_IN_UNIT')).toMatchObject({ severity: 'error', found: '120' });
    expect(codes(reading)).not.toContain('w:UNIT_DIFFERS');
  });

  it('is none where the cell goes over the column of the figure, too', () => {
    const wide = moved((row) => row.toSpliced(3, 2, { text: '120', number: 120, columnSpan: 2 }, null));
    expect(codes(book(wide))).not.toContain('e:FIGURE_IN_UNIT');
  });
});
