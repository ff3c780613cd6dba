import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comingMailLines, NoSuchSpan } from '../../../infra/admin/coming-mails.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { takeNotice } from '../../../shared/office/chase/bounces.ts';
import { prepareDecision, recordDecision } from '../../../shared/office/decide.ts';
import { reportFiled } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { queuedBefore } from '../../functions/queued.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld('2024-03-15T08:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', values: { A02: 3 } });
});
afterEach(() => world.stop());

describe('the mails to come', () => {
  it('are listed with their hours and addressees, and not queued', async () => {
    const before = await queuedBefore(world.table);
    const lines = await comingMailLines(world.system, 5);
    expect(lines.filter((line) => line.includes('Q1-2024')).map((line) => line.slice(0, 55))).toEqual([
      '2024-03-18T08:00:00+07:00  reminder Q1-2024    12 mails',
      '2024-03-18T08:00:00+07:00  interim  Q1-2024    2 mails:',
      // Four heads, and the office.
      '2024-03-19T08:00:00+07:00  reminder Q1-2024    16 mails',
      '2024-03-19T08:00:00+07:00  chase    Q1-2024    2 mails:',
      '2024-03-19T09:00:00+07:00  final    Q1-2024    2 mails:',
    ]);
    expect(lines.filter((line) => line.includes('BDVTU'))).toEqual([
      'Nothing goes by itself to BDVTU: the office issues the signed report, on its page or by "report issue".',
    ]);
    expect(lines.join()).not.toMatch(/reminder.*QLDD/);
    expect(await queuedBefore(world.table)).toEqual(before);
  });

  it('count those above the office where the regime sends them the report by itself', async () => {
    await applyRegime(world.system, { ...world.regime, upward: 'on-schedule' });
    const lines = await comingMailLines(world.system, 5);
    expect(lines.filter((line) => line.includes('BDVTU'))).toEqual([
      '2024-03-19T09:00:00+07:00  final    Q1-2024    3 mails: LANHDAO, VANPHONG, BDVTU',
    ]);
  });

  it('leave out an address at which nothing arrives, and say so', async () => {
    const address = 'ttra@units.example';
    expect((await comingMailLines(world.system, 5)).join()).toMatch(/reminder .*TTRA/);
    await takeNotice(world, { address, mail: 'm1', what: 'hard', said: null });
    const lines = (await comingMailLines(world.system, 5)).join('\n');
    expect(lines).not.toMatch(/TTRA/);
    expect(lines).toContain(`Nothing arrives at ${address}`);
  });

  it('leave out whom the office holds back until then, and say who that is', async () => {
    const hold = { kind: 'hold-reminders', unit: 'TTRA', until: '2024-03-18' } as const;
    const asked = { ...hold, period: 'Q1-2024', reason: 'Hẹn nộp chiều 18/3', actor: 'VP' };
    await recordDecision(world, await prepareDecision(world, asked));
    const [stopped, ...sent] = (await comingMailLines(world.system, 5)).filter((line) => /TTRA/.test(line));
    expect(stopped).toBe(
      '2024-03-18T08:00:00+07:00  reminder Q1-2024    held back by the office: TTRA until 2024-03-18',
    );
    expect(sent.map((line) => line.slice(0, 35))).toEqual(['2024-03-19T08:00:00+07:00  reminder']);
  });

  it('reach as far as asked, within reason', async () => {
    expect((await comingMailLines(world.system, 90)).join('\n')).toContain(
      '2024-06-10T08:00:00+07:00  interim  6T-2024',
    );
    await expect(comingMailLines(world.system, 0)).rejects.toThrow(NoSuchSpan);
    await expect(comingMailLines(world.system, Number.NaN)).rejects.toThrow(NoSuchSpan);
  });
});
