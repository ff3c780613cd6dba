import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { readFilings } from '../../../shared/records/filings.ts';
import { aWorld, type World } from '../../functions/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
});
afterEach(() => world.stop());

describe('decisions of the office', () => {
  const wish = { period: 'Q1-2024', unit: 'QLDD', reason: 'Chờ số liệu', actor: 'Văn phòng Sở' } as const;
  const dutyNow = async () => {
    const { regime, table } = world;
    const period = regime.periods.find(({ id }) => id === 'Q1-2024');
    if (!period) throw new Error('the sample regime lacks its first quarter');
    const filings = await readFilings(table, 'Q1-2024', 'QLDD');
    return dutyStatus({ ...filings, regime, period, unit: 'QLDD', now: world.now(), expected: null });
  };

  it('grant more time, and the deadline says so', async () => {
    const extension = await prepareDecision(world.system, {
      ...wish,
      kind: 'extension',
      until: '2024-03-25',
    });
    expect(await dutyNow()).toMatchObject({ status: 'missing' });
    await recordDecision(world.system, extension);
    expect(await dutyNow()).toMatchObject({ status: 'extended', due: '2024-03-25T23:59:59+07:00' });
  });

  it('let a unit owe nothing, with the reason', async () => {
    await recordDecision(
      world.system,
      await prepareDecision(world.system, { ...wish, kind: 'exclude-unit' }),
    );
    expect(await dutyNow()).toMatchObject({ status: 'excluded', reason: 'Chờ số liệu' });
  });

  it('refuse an extension to a day that hours given before have passed already', async () => {
    const hours = { ...wish, kind: 'prolong', hours: 72, press: 'press-01' } as const;
    await recordDecision(world.system, await prepareDecision(world.system, hours));
    const extension = (until: string) =>
      prepareDecision(world.system, { ...wish, kind: 'extension', until }).then(
        () => null,
        (error: { code: string }) => error.code,
      );
    expect(await extension('2024-03-20')).toBe('EXTENSION_NO_MORE');
    expect(await extension('2024-03-22')).toBe(null);
  });

  it.each([
    ['an extension without a date', { ...wish, kind: 'extension' } as const, 'DAY_MISSING'],
    ['an extension to no date', { ...wish, kind: 'extension', until: '25/03/2024' } as const, 'DAY_MISSING'],
    [
      'an extension that gives no more time',
      { ...wish, kind: 'extension', until: '2024-03-18' } as const,
      'EXTENSION_NO_MORE',
    ],
    ['a return without a receipt', { ...wish, kind: 'return' } as const, 'RECEIPT_MISSING'],
    [
      'a return of what nobody sent',
      { ...wish, kind: 'return', receipt: 'ABCDEF1234' } as const,
      'VERSION_UNKNOWN',
    ],
    [
      'guidance for one unit',
      { ...wish, kind: 'guidance', until: '2024-04-01' } as const,
      'GUIDANCE_FOR_ALL',
    ],
    ['a unit that there is not', { ...wish, unit: 'NOBODY', kind: 'exclude-unit' } as const, 'UNIT_UNKNOWN'],
    ['a period that there is not', { ...wish, period: 'Q9', kind: 'exclude-unit' } as const, 'UNKNOWN'],
  ])('refuse %s', async (_, asked, code) => {
    await expect(prepareDecision(world.system, asked)).rejects.toMatchObject({ code });
  });
});
