import { expect, it } from 'vitest';
import type { Glyph } from '../../../../../shared/reading/open/pdf/page-content.ts';
import { markStaleFields } from '../../../../../shared/reading/open/pdf/stale-fields.ts';

/** Letters that the field `7R` shows. */
function shown(text: string): readonly Glyph[] {
  return [...text].map((letter, n) => ({
    ...{ text: letter, stored: letter, left: n, right: n + 1, baseline: 9, x: n, y: 8, turn: 0, size: 9 },
    ...{ bold: false, font: null, stroke: 1, place: 99, mark: null, painted: 0, notDrawn: false, fill: null },
    annotation: '7R',
  }));
}
const marked = (text: string, fieldValue: string, fieldType = 'Tx') =>
  markStaleFields(shown(text), [{ id: '7R', fieldType, fieldValue }]).flatMap(({ mark, text: letter }) =>
    mark === 'field' ? [letter] : [],
  );

it.each([
  ['120', '150'],
  ['1', '100'],
  ['120', ''],
  ['985', '98.5'],
  ['98,5', '985'],
  ['1.250', '1.25'],
  ['1,25', '1250'],
  ['10', '1'],
  ['0,5', '05'],
  ['98,6%', '0.985'],
  ['1%', '100'],
  ['0%', ''],
  ['13', '12.5'],
  ['66,67', '66.676'],
  ['66,60', '66.5'],
  ['02/03/2024', '2024-02-03'],
  ['15/02/2023', '2024-02-15'],
  ['15/02', '2024-02-15'],
])('a field that shows %s and holds "%s" is in doubt', (text, held) => {
  expect(marked(text, held).join('')).toBe(text.replace(/\D/g, ''));
});

it('so is what it shows without a digit while it holds a figure', () => {
  expect(marked('- đ', '150')).toEqual(['-', 'đ']);
  for (const held of ['chưa có', 'Quý 1', '0', '0,0']) expect(marked('-', held), held).toEqual([]);
});

it.each([
  ['120', '120'],
  ['1.250', '1250'],
  ['1 250', '1250'],
  ['1.250,00 ₫', '1250'],
  ['1.234.567,5', '1234567.5'],
  ['1.250', '1.250'],
  ['98,50', '98.5'],
  ['98,5', '98.50'],
  ['98,00', '98'],
  ['98,5%', '0.985'],
  ['98,5%', '98.5'],
  ['112,5%', '1.125'],
  ['100%', '1'],
  ['5%', '0.05'],
  ['66,67%', '0.666666667'],
  ['66,67', '66.666666667'],
  ['5', '05'],
  ['0', '00'],
  ['15/02/2024', '15/02/2024'],
  ['15/02/2024', '2024-02-15'],
  ['ngày 5 tháng 2 năm 2024', '2024-02-05'],
  ['12 văn bản,3 tin', '12 văn bản, 3 tin'],
  ['chưa có', 'chưa'],
])('none that shows %s and holds %s', (text, held) => {
  expect(marked(text, held)).toEqual([]);
});

it('and no list: what it shows has a value of its own', () => {
  expect(marked('120', '2', 'Ch')).toEqual([]);
});
