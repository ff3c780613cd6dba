import { describe, expect, it } from 'vitest';
import { changedPieces } from '../../../../shared/summary/report/changed-pieces.ts';

const pieces = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const changed = (before: readonly string[], after: readonly string[]) =>
  changedPieces(pieces(...before), pieces(...after)).map(({ from, to }) => [from?.text, to?.text]);

describe('a paragraph that went', () => {
  it('became the likest of those that came, the first of equals', () => {
    const [one, likest] = ['Đã họp dân ba buổi', 'Đã họp dân bốn buổi tối'];
    expect(changed(['Đã họp dân bốn buổi'], [one, likest, likest])).toEqual([
      ['Đã họp dân bốn buổi', likest],
      [undefined, one],
      [undefined, likest],
    ]);
  });

  it('became none that shares less than half of its words, or has twice as many', () => {
    expect(changed(['một hai ba bốn'], ['một hai ba bốn năm sáu bảy tám', 'một hai chín mười'])).toEqual([
      ['một hai ba bốn', 'một hai ba bốn năm sáu bảy tám'],
      [undefined, 'một hai chín mười'],
    ]);
    expect(changed(['một hai ba bốn'], ['một hai ba bốn năm sáu bảy tám chín', 'một chín tám bảy'])).toEqual([
      ['một hai ba bốn', undefined],
      [undefined, 'một hai ba bốn năm sáu bảy tám chín'],
      [undefined, 'một chín tám bảy'],
    ]);
  });

  it('became one in which every long word has a slip', () => {
    expect(changed(['Truongg phongg nghiepp'], ['Truonggg phonggg nghieppp'])).toEqual([
      ['Truongg phongg nghiepp', 'Truonggg phonggg nghieppp'],
    ]);
  });

  it('is blank, and became nothing', () => {
    expect(changed([''], ['x'])).toEqual([
      ['', undefined],
      [undefined, 'x'],
    ]);
  });
});
