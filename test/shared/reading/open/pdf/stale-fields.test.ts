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
const isMarked = (text: string, fieldValue: string, fieldType = 'Tx') =>
  markStaleFields(shown(text), [{ id: '7R', fieldType, fieldValue }]).some(({ mark }) => mark === 'field');

it('a field that shows another figure than it holds is in doubt', () => {
  expect(isMarked('120', '150')).toBe(true);
  expect(isMarked('1', '100')).toBe(true);
  expect(isMarked('120', '')).toBe(true);
});

it('and none that shows its own, in whatever way', () => {
  for (const [text, held] of [
    ['120', '120'],
    ['1.250', '1250'],
    ['1.250,00 ₫', '1250'],
    ['15/02/2024', '15/02/2024'],
    ['chưa có', 'chưa'],
  ] as const) {
    expect(isMarked(text, held), text).toBe(false);
  }
  // What a list shows has a value of its own.
  expect(isMarked('120', '2', 'Ch')).toBe(false);
});
