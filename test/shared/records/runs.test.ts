import { describe, expect, it } from 'vitest';
import { advanceWatermark, readWatermark, startWatermark } from '../../../shared/records/runs.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';

describe('the watermark', () => {
  it('moves forward alone, and only where it was started', async () => {
    const table = new MemoryTable();
    expect(await advanceWatermark(table, 'r', '2024-03-01T01:00:00Z')).toBe(false);
    expect(await readWatermark(table, 'r')).toBeNull();
    expect(await startWatermark(table, 'r', '2024-03-01T08:00:00+07:00')).toBe(true);
    expect(await advanceWatermark(table, 'r', '2024-03-01T03:00:00Z')).toBe(true);
    expect(await advanceWatermark(table, 'r', '2024-03-01T03:00:00Z')).toBe(false);
    expect(await advanceWatermark(table, 'r', '2024-03-01T02:00:00Z')).toBe(false);
    expect(await startWatermark(table, 'r', '2024-03-09T00:00:00Z')).toBe(false);
    expect(await readWatermark(table, 'r')).toBe('2024-03-01T03:00:00.000Z');
  });
});
