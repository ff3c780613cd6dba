import { describe, expect, it } from 'vitest';
import { inherited, type Written } from '../../../../shared/reading/open/inherited.ts';

interface Said {
  readonly bold?: boolean;
  readonly level?: number;
}

/** Counts how often a style is looked up. */
class Counted extends Map<string, Written<Said>> {
  looked = 0;

  override get(key: string): Written<Said> | undefined {
    this.looked += 1;
    return super.get(key);
  }
}

const chain = (count: number, baseOf: (n: number) => number | null) =>
  new Counted(
    Array.from({ length: count }, (_, n) => {
      const base = baseOf(n);
      return [
        `s${n}`,
        { said: n === 0 ? { bold: true, level: 1 } : {}, base: base === null ? null : `s${base}` },
      ];
    }),
  );

describe('what a style says with all that it is based on', () => {
  it('is the nearest word on each matter', () => {
    const styles = new Map<string, Written<Said>>([
      ['a', { said: { bold: true, level: 1 }, base: null }],
      ['b', { said: { level: 2 }, base: 'a' }],
    ]);
    expect(inherited('b', styles, new Map(), {})).toEqual({ bold: true, level: 2 });
  });

  it('is what holds by default where nothing is written, or its base is not there', () => {
    const styles = new Map<string, Written<Said>>([['a', { said: { level: 3 }, base: 'gone' }]]);
    expect(inherited('none', styles, new Map(), { bold: true })).toEqual({ bold: true });
    expect(inherited('a', styles, new Map(), { bold: true })).toEqual({ bold: true, level: 3 });
  });

  it.each([
    ['based on the one before', (n: number) => (n === 0 ? null : n - 1)],
    ['in a circle', (n: number) => (n + 1) % 5000],
    ['each based on itself', (n: number) => n],
  ])('costs one look a style, whichever is asked for first: %s', (_, baseOf) => {
    for (const order of [1, -1]) {
      const styles = chain(5000, baseOf);
      const known = new Map<string, Said>();
      for (let n = 0; n < 5000; n += 1) inherited(`s${order > 0 ? n : 4999 - n}`, styles, known, {});
      expect(styles.looked).toBe(5000);
    }
  });

  it('reaches down a chain of any length', () => {
    const styles = chain(100_000, (n) => (n === 0 ? null : n - 1));
    expect(inherited('s99999', styles, new Map(), {})).toEqual({ bold: true, level: 1 });
  });
});
