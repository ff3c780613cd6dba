import { describe, expect, it } from 'vitest';
import { saysBoth } from '../../../../shared/reading/understand/headers.ts';
import {
  codes,
  findingOf,
  formRows,
  narrative,
  read,
  sheet,
  title,
  valueFor,
  type Written,
  workbook,
} from '../by-hand.ts';

/** A report whose figures stand below these titles; the second and the fourth column hold the cumulative ones. */
function under(heads: readonly string[], rows = formRows()) {
  const columns = (row: readonly Written[]) => [
    ...row.slice(0, 4),
    ...[4, 5, 7, 8].map((at) => row[at] ?? null),
  ];
  const head = ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', ...heads];
  return read(workbook(sheet('Số liệu', [...title, head, ...rows.map(columns)]), narrative));
}
/** With further columns beside it, ten more each, as of another year. */
const beside = formRows().map((row) => [
  ...row.slice(0, 6),
  null,
  ...[4, 5].map((at) => (typeof row[at] === 'number' ? row[at] + 10 : (row[at] ?? null))),
]);

describe('two columns of one title', () => {
  it('cannot be told apart where their figures differ', () => {
    const reading = under(['Trong kỳ', 'Lũy kế', 'Trong kỳ', 'Lũy kế'], beside);
    expect(codes(reading).filter((code) => code === 'e:FIGURES_SHARE_HEADING')).toHaveLength(2);
    expect(findingOf(reading, 'FIGURES_SHARE_HEADING').message.vi).toContain('nhiều cột');
  });

  it('may say the same', () => {
    const same = formRows().map((row) => [...row.slice(0, 6), null, row[4] ?? null, row[5] ?? null]);
    expect(codes(under(['Trong kỳ', 'Lũy kế', 'Trong kỳ', 'Lũy kế'], same))).not.toContain(
      'e:FIGURES_SHARE_HEADING',
    );
  });

  it('are told apart by the year in one of them', () => {
    const reading = under(
      ['Trong kỳ năm 2023', 'Lũy kế năm 2023', 'Trong kỳ năm 2024', 'Lũy kế năm 2024'],
      beside,
    );
    expect(codes(reading)).not.toContain('e:FIGURES_SHARE_HEADING');
    expect(valueFor(reading, 'A01').value).toBe(
      (valueFor(under(['Trong kỳ', 'Lũy kế']), 'A01').value as number) + 10,
    );
  });
});

describe('columns that are called by years alone', () => {
  it('are nobody’s guess', () => {
    const reading = under(['2023', '2024']);
    expect(findingOf(reading, 'NO_FORM').message.vi).toContain('2023');
    expect(codes(reading)).not.toContain('w:HEADER_GUESSED');
  });

  it('are none where they are numbers of columns', () => {
    expect(codes(under(['(1)', '(2)']))).toContain('w:HEADER_GUESSED');
  });
});

it('a heading says both of its figures, unless one is where the other ends', () => {
  const heading = (text: string, columnSpan = 1) =>
    saysBoth({ row: 1, column: 5, text, rowSpan: 1, columnSpan, source: { table: 1, row: 1, column: 5 } });
  expect(heading('Lũy kế đến hết kỳ báo cáo')).toBe(false);
  expect(heading('Lũy kế đến hết kỳ báo cáo', 2)).toBe(true);
  expect(heading('Lũy kế trong kỳ')).toBe(true);
});
