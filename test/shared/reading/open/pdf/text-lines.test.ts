import { expect, it } from 'vitest';
import type { Glyph } from '../../../../../shared/reading/open/pdf/page-content.ts';
import { linesOf } from '../../../../../shared/reading/open/pdf/text-lines.ts';

/** Digits of 5 points each from `left` on, seen as far as `place`. */
function digits(text: string, left: number, place: number): readonly Glyph[] {
  return [...text].map((digit, n) => ({
    text: digit,
    stored: digit,
    left: left + 5 * n,
    right: left + 5 * n + 5,
    baseline: 100,
    x: left + 5 * n + 2.5,
    y: 97,
    turn: 0,
    size: 10,
    bold: false,
    font: null,
    stroke: 1,
    place,
    mark: null,
    painted: 0,
    annotation: null,
    notDrawn: false,
    fill: null,
  }));
}
const textsOf = (...glyphs: readonly (readonly Glyph[])[]) =>
  linesOf(glyphs.flat(), false).flatMap(({ segments }) => segments.map(({ text }) => text));

it('figures that touch are two where the first could not be seen in the place of the second', () => {
  expect(textsOf(digits('1250', 40, 60), digits('300', 60, 100))).toEqual(['1250', '300']);
});

it('and one where the clip of its first half goes beyond it', () => {
  expect(textsOf(digits('98', 40, 200), digits('08', 50, 100))).toEqual(['9808']);
});
