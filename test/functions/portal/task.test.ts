import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DutyTask } from '../../../functions/portal/contract/task.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import type { Task } from '../../../shared/reading/model/reading.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { aPortal, type Portal } from './a-portal.ts';

let portal: Portal;

beforeAll(async () => {
  portal = await aPortal('2024-03-15T12:00:00+07:00');
});
afterAll(() => portal.world.stop());

describe('what a file is judged by in the browser', () => {
  it('holds nobody’s address', async () => {
    const text = await (await portal.get('/api/duties/Q1-2024/task')).text();
    expect(text).not.toMatch(/@|email|phone/i);
  });

  it('makes the engine say the same as the whole regime does', async () => {
    const { regime } = portal.world;
    const unit = regime.units.find(({ code }) => code === 'QLDD');
    const period = regime.periods.find(({ id }) => id === 'Q1-2024');
    if (!unit || !period) throw new Error('the regime has lost a unit or a period');
    const bytes = await writeFormXlsx({ regime, period, unit, previous: null, decisions: [] });
    const task: Omit<Task, 'fileName'> = DutyTask.parse(
      await (await portal.get('/api/duties/Q1-2024/task')).json(),
    );
    const fileName = 'bao-cao.xlsx';
    expect(await readReport(bytes, { fileName, ...task })).toEqual(
      await readReport(bytes, { fileName, unit, period, regime }),
    );
  });

  it('is refused for a duty the unit does not have', async () => {
    expect((await portal.get('/api/duties/KH2024/task')).status).toBe(404);
  });
});
