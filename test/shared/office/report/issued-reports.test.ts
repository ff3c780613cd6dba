import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportStatus } from '../../../../shared/office/report/issued-reports.ts';
import { reportFiled } from '../../../functions/a-report.ts';
import { aWorld, type World } from '../../../functions/a-world.ts';
import { anHour } from '../../../functions/an-hour.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
});
afterEach(() => world.stop());

const hour = (scheduledTime: string) => anHour(world, scheduledTime);

describe('the status of reports', () => {
  it('tells of each edition whether it still says what is filed, and which figures would change', async () => {
    expect(await reportStatus(world.system)).toEqual([]);
    await hour('2024-03-19T09:00:00+07:00');
    expect(await reportStatus(world.system)).toMatchObject([{ editions: [{ edition: 1 }], changes: null }]);
    await reportFiled(world, { unit: 'QLDD', values: { A02: 5 }, text: 'Nội dung khác.' });
    await reportFiled(world, { unit: 'KHTC', values: { A02: 2 } });
    const [status] = await reportStatus(world.system, 'Q1-2024');
    const units = [
      { unit: 'KHTC', from: null, to: 2 },
      { unit: 'QLDD', from: 3, to: 5 },
    ];
    expect(status?.changes?.figures).toEqual([
      { indicator: 'A02', column: 'value', from: 3, to: 7, units },
      { indicator: 'A02', column: 'cumulative', from: 3, to: 7, units },
    ]);
    expect(status?.changes?.units.map(({ unit, to }) => `${unit.code} ${to?.status}`)).toEqual([
      'KHTC late',
      'QLDD on-time',
    ]);
    expect(status?.changes?.texts).toMatchObject([
      { section: 'II.1', units: [{ code: 'KHTC' }, { code: 'QLDD' }] },
    ]);
  });
});
