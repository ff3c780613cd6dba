import { describe, expect, it } from 'vitest';
import type { NeutralDocument, Table } from '../../../../shared/reading/model/document.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  report,
  sheet,
  title,
  workbook,
} from '../by-hand.ts';

/** The report with something said of its first table. */
function withTable(change: Partial<Table>, document: NeutralDocument = report()): NeutralDocument {
  const [first, ...others] = document.blocks;
  return first?.kind === 'table' ? { ...document, blocks: [{ ...first, ...change }, ...others] } : document;
}

const skipping = (why: string, count: number): NeutralDocument => ({
  ...report(),
  skipped: [{ what: 'part', why, where: null, count }],
});

describe('a note tells', () => {
  it('the code in which a plain text was stored, with a text as it was read', () => {
    const reading = read({ ...report(), encoding: 'windows-1258' });
    expect(codes(reading)).toEqual(['n:CODE_PAGE']);
    const { message, where } = findingOf(reading, 'CODE_PAGE');
    expect(message.vi).toContain('Windows-1258');
    expect(message.vi).toContain('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG');
    expect(where).toEqual({ sheet: 'Số liệu', cell: 'A1' });
    expect(codes(read({ ...report(), encoding: 'utf-8' }))).toEqual([]);
  });

  it('that letters and marks were stored apart, once with the count', () => {
    const rows = title.map((row) => row.map((text) => ({ text: String(text), decomposed: true }) as const));
    const reading = read(workbook(sheet('Số liệu', [...rows, header, ...formRows()]), narrative));
    expect(codes(reading)).toEqual(['n:DECOMPOSED_LETTERS']);
    expect(findingOf(reading, 'DECOMPOSED_LETTERS').message.vi).toContain('5 chỗ');
  });

  it('that figures are stored as text, once with the count, and only of those that were read', () => {
    const reading = read(report({ A01: '3', A02: '02', A09: 'x', B12: '1.200' }, { B12: 1200 }));
    expect(codes(reading).filter((code) => code.endsWith('TEXT_NUMBERS'))).toEqual(['n:TEXT_NUMBERS']);
    const { message, where, found } = findingOf(reading, 'TEXT_NUMBERS');
    expect(message.vi).toContain('2 ô');
    expect({ where, found }).toEqual({ where: { sheet: 'Số liệu', cell: 'E8' }, found: '3' });
  });

  it('nothing of text where all cells are text', () => {
    const reading = read({ ...report({ A01: '3' }), format: 'docx' });
    expect(codes(reading)).not.toContain('n:TEXT_NUMBERS');
  });

  it('that tracked changes were read as accepted', () => {
    const reading = read(skipping('tracked-deletion', 2));
    expect(codes(reading)).toEqual(['n:TRACKED_CHANGES']);
    expect(findingOf(reading, 'TRACKED_CHANGES').message.vi).toContain('2 chỗ');
  });

  it('that text of a pdf runs out of its place', () => {
    expect(codes(read(skipping('clipped-text', 3)))).toEqual(['n:CLIPPED_TEXT']);
  });
});

describe('a warning tells', () => {
  it('that figures stand in hidden rows or columns, although they count', () => {
    const reading = read(withTable({ hiddenRows: new Set([8, 3]) }));
    expect(codes(reading)).toEqual(['w:HIDDEN_CELLS']);
    expect(findingOf(reading, 'HIDDEN_CELLS')).toMatchObject({
      where: { sheet: 'Số liệu', cell: 'E8' },
      found: '3',
    });
    expect(reading.values[0]).toMatchObject({ indicator: 'A01', value: 3 });
    const column = read(withTable({ hiddenColumns: new Set([6]) }));
    expect(findingOf(column, 'HIDDEN_CELLS').message.vi).toContain('28 số liệu');
  });

  it('nothing of a merged figure of which a column is seen, and of one of which none is', () => {
    const merged = (hidden: readonly number[]) => {
      const { blocks, ...rest } = withTable({ hiddenColumns: new Set(hidden) });
      const wide = blocks.map((block) => {
        if (block.kind !== 'table') return block;
        return {
          ...block,
          cells: block.cells.map((cell) => (cell.column === 6 ? { ...cell, columnSpan: 2 } : cell)),
        };
      });
      return codes(read({ ...rest, blocks: wide }));
    };
    expect([merged([6]), merged([6, 7])]).toEqual([[], ['w:HIDDEN_CELLS']]);
  });

  it('nothing of hidden rows without figures of the form', () => {
    expect(codes(read(withTable({ hiddenRows: new Set([1, 2]), hiddenColumns: new Set([7]) })))).toEqual([]);
  });

  it('that pages of a pdf are scans, or that its text was recognised', () => {
    expect(codes(read(skipping('scanned-page', 1)))).toEqual(['w:SCANNED_PAGES']);
    expect(codes(read({ ...report(), recognised: true }))).toEqual(['w:RECOGNISED_TEXT']);
  });
});

describe('a cumulative figure typed beside those that the form works out', () => {
  const typed = (note: string | null) => {
    const own = { text: '6', number: 6, ofForm: true } as const;
    const rows = formRows({}, { A02: own }).map((row) => (row[1] === 'A01' ? row.with(6, note) : row));
    return read(workbook(sheet('Số liệu', [...title, header, ...rows]), narrative));
  };

  it('was typed over a formula, unless the form left the cell open and says so', () => {
    const { message } = findingOf(typed('Kỳ trước: 3'), 'FORMULA_OVERTYPED');
    expect(message.vi).toContain('A01,');
    const open = findingOf(typed('Lũy kế: tự ghi số từ đầu năm'), 'FORMULA_OVERTYPED');
    expect(open.message.vi).not.toContain('A01,');
  });
});
