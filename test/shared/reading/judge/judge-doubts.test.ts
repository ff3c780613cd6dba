import { describe, expect, it } from 'vitest';
import type { Cell, Doubt, NeutralDocument } from '../../../../shared/reading/model/document.ts';
import {
  report as book,
  codes,
  findingOf,
  formRows,
  header,
  read,
  title,
  valueFor,
  word,
} from '../by-hand.ts';

const form = [header, ...formRows()].map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
const top = title.map(([line]) => String(line));
const doubt: Doubt = { why: 'column', page: 2 };

/** The document with doubts about the cells that are meant. */
function doubtful(document: NeutralDocument, isMeant: (cell: Cell) => boolean): NeutralDocument {
  return {
    ...document,
    format: 'pdf',
    blocks: document.blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : { ...block, cells: block.cells.map((cell) => (isMeant(cell) ? { ...cell, doubt } : cell)) },
    ),
  };
}

const report = () => word(...top, form);

describe('a doubt of the reader', () => {
  it('about a figure rejects the report and says page, table, column and rows; the figure is none', () => {
    const reading = read(doubtful(report(), ({ row, column }) => column === 5 && (row === 3 || row === 4)));
    expect(reading.state).toBe('rejected');
    expect(codes(reading).filter((code) => code.includes('IN_DOUBT'))).toEqual(['e:TABLE_IN_DOUBT']);
    expect(findingOf(reading, 'TABLE_IN_DOUBT').message.vi).toContain('trang 2, bảng 1, cột 5, dòng 3, 4');
    const { row } = { row: 3 };
    expect(findingOf(reading, 'TABLE_IN_DOUBT').where).toEqual({ table: 1, row, column: 5 });
    expect(valueFor(reading, 'A01')).toMatchObject({ value: null });
  });

  it('about the letters of a figure says so of a workbook, and nothing where its sheet is hidden, whatever is blank', () => {
    const pictures: Doubt = { why: 'pictures', page: 0 };
    const reading = read(book({ A01: { text: '142', number: 142, doubt: pictures } }));
    expect(reading.state).toBe('rejected');
    const found = findingOf(reading, 'TABLE_IN_DOUBT');
    expect([found.found, found.where]).toMatchObject(['142', { sheet: 'Số liệu' }]);
    expect(found.message.vi).toContain('phông ký hiệu');
    expect(found.message.vi).not.toMatch(/PDF|trang 0/);
    expect(valueFor(reading, 'A01')).toMatchObject({ value: null });
    const { blocks, ...rest } = book({ A02: null });
    const old = book({ A01: { text: '142', number: 142, doubt: pictures } }).blocks.flatMap((block) =>
      block.kind === 'table' ? [{ ...block, sheet: 'Cũ', hidden: true }] : [],
    );
    const hidden = { ...rest, blocks: [...blocks, ...old.slice(0, 1)] };
    expect(codes(read(hidden))).not.toContain('e:TABLE_IN_DOUBT');
  });

  it('about a heading rejects it', () => {
    const reading = read(doubtful(report(), ({ row, column }) => column === 6 && row === 1));
    expect(reading.state).toBe('rejected');
    expect(codes(reading)).toContain('e:TABLE_IN_DOUBT');
  });

  it('about a heading that comes again rejects it', () => {
    const again = form.toSpliced(10, 0, form[0] ?? []);
    const reading = read(doubtful(word(...top, again), ({ column, row }) => column === 6 && row === 11));
    expect(codes(reading)).toContain('e:TABLE_IN_DOUBT');
  });

  it('about a text that is asked for rejects it, about the name beside a code does not', () => {
    const isOf = (column: number) => (cell: Cell) => cell.column === column && cell.row === rowOf('D01');
    const rowOf = (code: string) => form.findIndex((row) => row[1] === code) + 1;
    expect(codes(read(doubtful(report(), isOf(5))))).toContain('e:TABLE_IN_DOUBT');
    expect(codes(read(doubtful(report(), isOf(3))))).not.toContain('e:TABLE_IN_DOUBT');
  });

  it('about a row that means nothing for it rejects it', () => {
    const rows = form.map((row, n) => (n === 4 ? row.with(1, 'A03 A04').with(2, 'Hai dòng') : row));
    const reading = read(doubtful(word(...top, rows), ({ row, column }) => row === 5 && column === 3));
    expect(codes(reading)).toContain('e:TABLE_IN_DOUBT');
  });

  it('about what stands above the rows rejects it where no heading is understood', () => {
    const odd = [['', '', '', '', 'Xyz', 'Zyx', ''], ...form.slice(1)];
    const reading = read(doubtful(word(...top, odd), ({ row, column }) => row === 1 && column === 5));
    expect(codes(reading)).toContain('e:TABLE_IN_DOUBT');
  });

  it('about a remark is none of the report', () => {
    const rows = form.map((row, n) => (n === 2 ? row.with(6, 'xem phụ lục') : row));
    const reading = read(doubtful(word(...top, rows), ({ column, row }) => column === 7 && row === 3));
    expect(codes(reading)).not.toContain('e:TABLE_IN_DOUBT');
  });

  it('about a table that is no form is said where something is blank, instead of an empty report', () => {
    const other = [
      ['Việc', 'Số'],
      ['Một', '1 2'],
    ];
    const isOther = ({ source }: Cell) => 'table' in source && source.table === 2;
    const whole = doubtful(word(...top, form, other), isOther);
    const blanks = codes(read(whole)).some((code) => code.includes('BLANK'));
    expect(codes(read(whole)).includes('e:TABLE_IN_DOUBT')).toBe(blanks);
    const alone = doubtful(word(...top, other), () => true);
    expect(codes(read(alone))).toContain('e:TABLE_IN_DOUBT');
    expect(codes(read(alone))).not.toContain('e:NO_FORM');
  });
});
