import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const { toSorted } = Array.prototype;
const { groupBy } = Map;
const modern = {
  sorted: [3, 1, 2].toSorted((a, b) => b - a),
  grouped: Map.groupBy(['an', 'bình', 'ân'], ({ length }) => length),
};

/** As a browser without them is. */
beforeAll(async () => {
  Reflect.deleteProperty(Array.prototype, 'toSorted');
  Reflect.deleteProperty(Map, 'groupBy');
  vi.resetModules();
  await import('../../../../../functions/portal/page/checking/older-browsers.ts');
});
afterAll(() => {
  Object.defineProperty(Array.prototype, 'toSorted', { value: toSorted, writable: true, configurable: true });
  Map.groupBy = groupBy;
});

describe('a browser of Windows 7', () => {
  it('sorts a copy as newer ones do', () => {
    const list = [3, 1, 2];
    expect(Array.prototype.toSorted).not.toBe(toSorted);
    expect(list.toSorted((a, b) => b - a)).toEqual(modern.sorted);
    expect(list).toEqual([3, 1, 2]);
  });

  it('goes through an array as newer ones do, without which no pdf file is opened', () => {
    const met: string[] = [];
    for (const key in [3]) met.push(key);
    expect(met).toEqual(['0']);
  });

  it('groups as newer ones do', () => {
    expect(Map.groupBy(['an', 'bình', 'ân'], ({ length }) => length)).toEqual(modern.grouped);
  });
});
