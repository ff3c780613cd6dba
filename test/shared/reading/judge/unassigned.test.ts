import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { codes, findingOf, formRows, header, read, title, word } from '../by-hand.ts';

type Rows = readonly (readonly string[])[];
const form: Rows = [header, ...formRows()].map((row) =>
  row.map((cell) => (cell === null ? '' : String(cell))),
);
const top = title.map(([line]) => String(line));
/** Columns of the form, from 0. */
const [code, value, cumulative, note] = [1, 4, 5, 6] as const;

/** As the reader of pdf files hands tables over whose lines are not all drawn; page 3. */
function laidOut(rows: Rows, drawn = false): NeutralDocument {
  const { blocks, ...rest } = word(...top, rows);
  return {
    ...rest,
    format: 'pdf',
    blocks: blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            ...(!drawn && { laidOut: true as const }),
            pages: new Map(block.cells.map(({ row }) => [row, 3])),
          },
    ),
  };
}

const changed = (at: number, column: number, text: string): Rows =>
  form.map((row, n) => (n === at ? row.with(column, text) : row));
const isInDoubt = (document: NeutralDocument) => codes(read(document)).includes('e:TABLE_IN_DOUBT');

it('a form that was laid out by places is accepted where every figure has its heading and its row', () => {
  expect(isInDoubt(laidOut(form))).toBe(false);
});

describe('a form that was laid out by places is in doubt', () => {
  const cases: readonly (readonly [string, Rows])[] = [
    ['a figure stands under no heading', form.map((row, n) => [...row, n === 3 ? '17' : ''])],
    ['a figure stands under words that mean no column', changed(0, cumulative, 'kỳ')],
    ['a figure stands in a row of no indicator', form.toSpliced(3, 0, ['', '', '', '', '', '17', ''])],
    [
      'what says that there is nothing stands beside a row that is blank',
      form
        .map((row, n) => (n === 2 ? row.with(value, '') : row))
        .toSpliced(3, 0, ['', '', '', '', 'không', '', '']),
    ],
    ['a heading means both the period and all periods', changed(0, value, 'Trong kỳ Lũy kế')],
    [
      'one column has two headings that mean different things',
      [form[0]?.with(value, 'Kế hoạch') ?? [], ['', '', '', '', 'Trong kỳ', 'Lũy kế', ''], ...form.slice(1)],
    ],
    ['a figure stands among the units of measure', changed(2, 3, '12')],
    [
      'a figure stands among the remarks and its own column is blank',
      form.map((row, n) => (n === 2 ? row.with(cumulative, '').with(note, '12') : row)),
    ],
  ];
  it.each(cases)('where %s; drawn lines tell', (_, rows) => {
    expect(isInDoubt(laidOut(rows))).toBe(true);
    expect(isInDoubt(laidOut(rows, true))).toBe(false);
  });

  it('where one heading goes over two columns of figures', () => {
    const rows = form.map((row, n) => row.toSpliced(value + 1, 0, n === 3 ? '17' : ''));
    const { blocks, ...rest } = laidOut(rows);
    const wide = blocks.map((block) =>
      block.kind === 'paragraph'
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) =>
              cell.row === 1 && cell.column === value + 1 ? { ...cell, columnSpan: 2 } : cell,
            ),
          },
    );
    expect(isInDoubt({ ...rest, blocks: wide })).toBe(true);
  });

  it('and says page, table, column and row', () => {
    const rows = form.map((row, n) => [...row, n === 3 ? '17' : '']);
    const { message, where } = findingOf(read(laidOut(rows)), 'TABLE_IN_DOUBT');
    expect(message.vi).toContain('trang 3, bảng 1, cột 8, dòng 4');
    expect(where).toEqual({ table: 1, row: 4, column: 8 });
  });
});

it('figures of a pdf that stand under no heading are in doubt, whatever lines are drawn', () => {
  expect(isInDoubt(laidOut(form.slice(1), true))).toBe(true);
  expect(isInDoubt(word(...top, form.slice(1)))).toBe(false);
});

it('a figure of a pdf beside the rows of several indicators is in doubt', () => {
  const { blocks, ...rest } = laidOut(changed(3, value, ''), true);
  const tall = blocks.map((block) =>
    block.kind === 'paragraph'
      ? block
      : {
          ...block,
          cells: block.cells.map((cell) =>
            cell.row === 3 && cell.column === value + 1 ? { ...cell, rowSpan: 2 } : cell,
          ),
        },
  );
  expect(isInDoubt({ ...rest, blocks: tall })).toBe(true);
});

it('a row of a pdf that stands in one cell with another is in doubt, not missing', () => {
  const joined = form
    .map((row, n) => (n === 4 ? row.with(code, `${row[code]} ${form[5]?.[code]}`).with(2, 'Hai dòng') : row))
    .toSpliced(5, 1);
  expect(isInDoubt(laidOut(joined, true))).toBe(true);
  expect(isInDoubt(word(...top, joined))).toBe(false);
});
