import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../shared/records/filings.ts';
import { openPeriod, readExpected } from '../../../shared/records/openings.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';

const units = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `CHI-NHANH-${String(n + from).padStart(8, '0')}`);

describe('the units frozen when a period opens', () => {
  it('are none until it has opened, and from then on those it was opened with', async () => {
    const table = new MemoryTable();
    expect(await readExpected(table, 'Q1')).toBeNull();
    expect(await openPeriod(table, 'Q1', ['A', 'B'])).toBe(true);
    expect(await openPeriod(table, 'Q1', ['A'])).toBe(false);
    expect(await readExpected(table, 'Q1')).toEqual(['A', 'B']);
  });

  it('may be a hundred thousand, more than a row can hold', async () => {
    const table = new MemoryTable();
    expect(await openPeriod(table, 'Q1', units(100_000))).toBe(true);
    expect(await openPeriod(table, 'Q1', units(3))).toBe(false);
    expect(await readExpected(table, 'Q1')).toEqual(units(100_000));
    expect((await readPeriod(table, 'Q1')).expected).toEqual(units(100_000));
  });

  it('are those of one opening, whatever another that was cut off had written', async () => {
    const table = new MemoryTable();
    let writes = 0;
    const cutOff: Pick<MemoryTable, 'get' | 'putIfAbsent'> = {
      get: (key) => table.get(key),
      putIfAbsent: async (key, row) => {
        writes += 1;
        if (writes > 1) throw new Error('killed');
        return table.putIfAbsent(key, row);
      },
    };
    await expect(openPeriod(cutOff, 'Q1', units(25_000))).rejects.toThrow('killed');
    expect(await readExpected(table, 'Q1')).toBeNull();
    await openPeriod(table, 'Q1', units(30_000, 7));
    expect(await readExpected(table, 'Q1')).toEqual(units(30_000, 7));
  });
});
