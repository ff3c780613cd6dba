import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeFromWindow, windowAt } from '../../../shared/records/limits.ts';
import { type Setting, settings } from '../ports/settings.ts';

describe('a window', () => {
  it('begins at a whole multiple of its length, whatever the offset its instant is written with', () => {
    expect(windowAt('2024-03-19T08:59:59.999+07:00', 3600)).toEqual({
      from: '2024-03-19T01:00:00.000Z',
      until: '2024-03-19T02:00:00.000Z',
    });
    expect(windowAt('2024-03-19T02:00:00Z', 3600).from).toBe('2024-03-19T02:00:00.000Z');
    expect(windowAt('2024-03-19T02:00:00Z', 86_400).until).toBe('2024-03-20T00:00:00.000Z');
  });
});

describe.each(settings)('a limit: %s', (_, open) => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await open();
  });
  afterAll(() => setting.stop());

  const now = '2024-03-19T01:20:00Z';
  const take = (name: string, given: { now?: string; limit?: number; take?: number } = {}) =>
    takeFromWindow(setting.table, { name, window: 3600, limit: 3, now, ...given });
  const over = { allowed: false, goesOnAt: '2024-03-19T02:00:00.000Z' };

  it('lets through as many as it says, however many ask at once, and tells the others when it goes on', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => take('at-once')));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect(taken.filter(({ allowed }) => !allowed)).toEqual(Array(5).fill(over));
    expect(await take('at-once', { now: '2024-03-19T01:59:59.999Z' })).toEqual(over);
    expect(await take('at-once', { now: over.goesOnAt })).toEqual({ allowed: true });
  });

  it('of one name takes nothing from another’s', async () => {
    for (const name of ['mint/r/A', 'mint/r/A', 'mint/r/A', 'mint/r/B']) {
      expect(await take(name)).toEqual({ allowed: true });
    }
    expect(await take('mint/r/A')).toEqual(over);
  });

  it('takes several whole or not at all', async () => {
    expect(await take('several', { take: 2 })).toEqual({ allowed: true });
    expect(await take('several', { take: 2 })).toEqual(over);
    expect(await take('several')).toEqual({ allowed: true });
    expect(await take('more-than-ever', { take: 4 })).toEqual(over);
    expect(await take('nothing-at-all', { limit: 0 })).toEqual(over);
  });

  it('leaves a row that the table removes a day after the window', async () => {
    await take('removed');
    expect(await setting.table.get({ pk: 'LIMIT#removed', sk: '2024-03-19T01:00:00.000Z' })).toMatchObject({
      taken: 1,
      removedAfter: Date.parse('2024-03-20T02:00:00Z') / 1000,
    });
  });
});
