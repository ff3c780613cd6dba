import { describe, expect, it } from 'vitest';
import {
  previewRows,
  previewSections,
  tally,
} from '../../../../../functions/portal/page/checking/preview.ts';

const asked = ['B01', 'B02', 'B03'].map((code) => ({
  code,
  name: `Chỉ tiêu ${code}`,
  unitOfMeasure: 'cuộc',
}));
const value = (indicator: string, figure: number | string | null, cumulative: number | null = null) => ({
  ...{ indicator, value: figure, cumulative, cumulativeSource: null },
  source: { sheet: 'Biểu', cell: 'D12' },
});
const row = (now: number | string | null, before: number | string | null) =>
  previewRows(asked.slice(0, 1), [value('B01', now)], [value('B01', before)])[0];

describe('the preview', () => {
  it('has a row for every indicator, in the order of the form, whether it was found or not', () => {
    const rows = previewRows(asked, [value('B03', 7), value('B01', 12)], []);
    expect(rows.map(({ code, value: figure }) => [code, figure])).toEqual([
      ['B01', 12],
      ['B02', null],
      ['B03', 7],
    ]);
    expect(rows[1]).toMatchObject({ name: 'Chỉ tiêu B02', source: null, difference: null });
  });

  it('hides nothing that was read besides', () => {
    expect(previewRows(asked, [value('Z99', 1)], []).at(-1)).toMatchObject({ code: 'Z99', value: 1 });
  });

  it('puts last period beside it, with the difference', () => {
    const [first] = previewRows(asked, [value('B01', 12, 40)], [value('B01', 15, 28)]);
    expect(first).toMatchObject({
      ...{ value: 12, previous: 15, difference: -3 },
      cumulative: 40,
      source: { sheet: 'Biểu', cell: 'D12' },
    });
  });

  it('subtracts as people do', () => {
    expect(row(98.7, 97.2)?.difference).toBe(1.5);
  });

  it('takes no difference of what is blank, text or a date', () => {
    expect(row(null, 3)?.difference).toBeNull();
    expect(row('2024-02-28', '2024-01-28')?.difference).toBeNull();
    expect(row(3, null)?.difference).toBeNull();
  });

  it('marks what is five times as much or as little', () => {
    expect(row(600, 50)?.leap).toEqual({ grown: true, times: 12 });
    expect(row(50, 600)?.leap).toEqual({ grown: false, times: 12 });
    expect(row(200, 50)?.leap).toBeNull();
  });

  it('does not cry at small figures, nor at a zero', () => {
    expect(row(6, 1)?.leap).toBeNull();
    expect(row(300, 0)?.leap).toBeNull();
    expect(row(0, 300)?.leap).toBeNull();
  });

  it('is summed up in three numbers', () => {
    const previous = [value('B01', 50), value('B02', 50)];
    expect(tally(previewRows(asked, [value('B01', 600), value('B02', null, 50)], previous))).toEqual({
      ...{ filled: 2, all: 3, leaps: 1 },
    });
  });
});

describe('the narrative in the preview', () => {
  const outline = [
    { id: 'II.1', title: 'Lãnh đạo, chỉ đạo' },
    { id: 'II.2', title: 'Dân chủ ở cơ sở' },
  ];

  it('has every section of the outline, so that an empty one is seen', () => {
    const read = [{ section: 'II.2', paragraphs: [{ text: 'Đã thực hiện.' }] }];
    expect(previewSections(outline, read)).toEqual([
      { id: 'II.1', title: 'Lãnh đạo, chỉ đạo', paragraphs: [] },
      { id: 'II.2', title: 'Dân chủ ở cơ sở', paragraphs: [{ text: 'Đã thực hiện.' }] },
    ]);
  });

  it('hides no text that stands under a heading nobody asked for', () => {
    const read = [{ section: 'IV', paragraphs: [{ text: 'Kiến nghị.' }] }];
    expect(previewSections(outline, read).at(-1)).toMatchObject({
      id: 'IV',
      paragraphs: [{ text: 'Kiến nghị.' }],
    });
  });
});
