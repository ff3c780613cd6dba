import { describe, expect, it } from 'vitest';
import { openPeriod } from '../../../shared/records/openings.ts';
import { claimPeriod, makeCurrent, PeriodTaken, readCurrentRegime } from '../../../shared/records/regimes.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';

describe('a regime', () => {
  const version = (hash: string) => ({ regime: 'r', hash, appliedAt: '2024-03-01T00:00:00Z' });

  it('becomes current only in the place of the one that was looked at', async () => {
    const table = new MemoryTable();
    expect(await makeCurrent(table, version('b'), 'a')).toBe(false);
    expect(await makeCurrent(table, version('a'), null)).toBe(true);
    expect(await makeCurrent(table, version('b'), null)).toBe(false);
    expect(await makeCurrent(table, version('c'), 'b')).toBe(false);
    expect(await makeCurrent(table, version('b'), 'a')).toBe(true);
    expect(await readCurrentRegime(table, 'r')).toEqual({ ...version('b'), base: 'b' });
  });

  it('has its periods to itself, and opens each once', async () => {
    const table = new MemoryTable();
    await claimPeriod(table, 'Q1-2024', 'r');
    await claimPeriod(table, 'Q1-2024', 'r');
    await expect(claimPeriod(table, 'Q1-2024', 's')).rejects.toBeInstanceOf(PeriodTaken);
    expect(await openPeriod(table, 'Q1-2024', ['A'])).toBe(true);
    expect(await openPeriod(table, 'Q1-2024', ['A', 'B'])).toBe(false);
  });
});
