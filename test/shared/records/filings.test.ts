import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { putDecision, readCommonDecisions, readUnits } from '../../../shared/records/filings.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';

const period = 'Q1-2024';

async function decided() {
  const table = new MeteredTable(new MemoryTable());
  for (const [n, unit] of ['*', 'A', 'B', 'C'].entries()) {
    const decision = `01HQ00000000000000000000${n}0`;
    const about = { decision, period, unit, actor: 'Văn phòng', decidedAt: '2024-03-15T08:00:00.000Z' };
    await putDecision(table, {
      ...about,
      kind: 'extension',
      until: '2024-03-22',
      reason: 'Mất điện',
    } as Decision);
  }
  return table;
}

describe('units that are read together', () => {
  it.each([
    ['some of them', ['A', 'B'], ['*', 'A', 'B']],
    ['all of them', ['!', '~'], ['*', 'A', 'B', 'C']],
  ])('have what was decided for each and, once, what was decided for all: %s', async (_, codes, expected) => {
    const table = await decided();
    const { decisions } = await readUnits(table, period, codes);
    expect(decisions.map(({ unit }) => unit)).toEqual(expected);
  });

  it('are one question of each partition where all of them are asked for, and one for rows of before', async () => {
    const table = await decided();
    const { requests } = await table.during(() => readUnits(table, period, ['!', '~']));
    expect(requests).toBe(3);
  });

  it('leave what was decided for all to whoever asks for that alone', async () => {
    const decisions = await readCommonDecisions(await decided(), period);
    expect(decisions.map(({ unit }) => unit)).toEqual(['*']);
  });
});
