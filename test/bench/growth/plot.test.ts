import { describe, expect, it } from 'vitest';
import { exponentOf } from './costs.ts';
import { growthPlot, type Line } from './plot.ts';

const line = (what: string, counts: readonly number[]): Line => {
  const points = counts.map((count, nth) => ({ units: 10 ** (nth + 1), count }));
  return { what, points, exponent: exponentOf(points) };
};

describe('the picture of growth', () => {
  const flat = line('a verdict', [18, 18, 18]);
  const linear = line('a <day> & more', [10, 100, 1000]);
  const svg = growthPlot('read units', [flat, linear]);
  const ways = [...svg.matchAll(/polyline points="([^"]+)"/g)].map(([, points = '']) =>
    points.split(' ').map((point) => point.split(',').map(Number)),
  );

  it('draws what stays the same as a level line, and what grows with the units as a straight one', () => {
    const [level, rising] = ways;
    expect(new Set(level?.map(([, y]) => y)).size).toBe(1);
    const [first, second, third] = rising ?? [];
    expect((first?.[1] ?? 0) - (second?.[1] ?? 0)).toBeCloseTo((second?.[1] ?? 0) - (third?.[1] ?? 0), 0);
    expect(third?.[1]).toBeLessThan(first?.[1] ?? 0);
  });

  it('names each line with its power, and lets no label stand on another', () => {
    expect(svg).toContain('>a verdict: 0.00<');
    expect(svg).toContain('>a &lt;day&gt; &amp; more: 1.00<');
    const many = growthPlot(
      'x',
      Array.from({ length: 8 }, (_, n) => line(`line ${n}`, [18, 18, 18])),
    );
    const heights = [...many.matchAll(/<text x="512" y="([\d.]+)"/g)]
      .map(([, y]) => Number(y))
      .sort((a, b) => a - b);
    expect(heights).toHaveLength(8);
    for (const [nth, y] of heights.slice(1).entries())
      expect(y - (heights[nth] ?? 0)).toBeGreaterThanOrEqual(15);
  });

  it('is the same text for the same lines', () => {
    expect(growthPlot('read units', [flat, linear])).toBe(svg);
  });
});
