import { describe, expect, it } from 'vitest';
import { fewestWords, sketchLikeness, sketchOf } from '../../../../shared/reading/compare/text-sketch.ts';

const word = (n: number) => `từ${(n * 7919) % 100_003}`;
const text = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => word(from + n)).join(' ');
const sketch = (...paragraphs: string[]) => sketchOf(paragraphs) ?? '';

describe('sketchOf', () => {
  it('is as long for a report as for a book, and short', () => {
    expect(sketch(text(0, 300))).toHaveLength(sketch(text(0, 30_000)).length);
    expect(sketch(text(0, 300)).length).toBeLessThan(300);
  });

  it('is null for a text too short to mean anything', () => {
    expect(sketchOf([text(0, fewestWords - 1)])).toBeNull();
    expect(sketchOf([])).toBeNull();
  });

  it('is the same where dates alone differ', () => {
    const one = `Báo cáo quý I năm 2024, ngày 14/3/2024: ${text(0, 100)}`;
    const other = `BÁO CÁO quý II năm 2025, ngày 14 tháng 6 năm 2025: ${text(0, 100)}`;
    expect(sketch(one)).toBe(sketch(other));
  });
});

describe('sketchLikeness', () => {
  it('is 1 for the same text, 0 for others, and between them about the share in common', () => {
    expect(sketchLikeness(sketch(text(0, 500)), sketch(text(0, 500)))).toBe(1);
    expect(sketchLikeness(sketch(text(0, 500)), sketch(text(600, 1100)))).toBe(0);
    // 400 of the 600 runs of both together.
    const some = sketchLikeness(sketch(text(0, 500)), sketch(text(100, 600)));
    expect(some).toBeGreaterThan(0.45);
    expect(some).toBeLessThan(0.9);
  });
});
