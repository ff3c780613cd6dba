import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { BackupRefused, exportAll } from '../../../infra/admin/backup.ts';
import { type ImportRequest, importCommand } from '../../../infra/admin/import-command.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { outboxId, putMessage, readMessage } from '../../../shared/records/outbox.ts';
import { readRuns } from '../../../shared/records/runs.ts';
import { putSignature, putTakingBack } from '../../../shared/records/signatures.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { reportFiled } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { aDeliverer } from '../../functions/deliver/a-deliverer.ts';
import { queuedBefore } from '../../functions/queued.ts';

const exportedAt = '2024-03-18T10:00:00+07:00';
/** The final summary of Q1-2024 was due in between. */
const lostAt = '2024-03-26T09:00:00+07:00';

let folder: string;
let built: World;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(async () => {
  await built.stop();
  await rm(folder, { recursive: true });
});

/** A system of `exportedAt` in which one unit has filed and one mail waits, exported and lost later. */
async function exported(changes: Partial<Regime>, more: (world: World) => Promise<void> = async () => {}) {
  const lost = await aWorld('2024-03-15T09:00:00+07:00');
  await applyRegime(lost.system, { ...lost.regime, ...changes });
  await reportFiled(lost, { unit: 'QLDD', values: { A02: 3 } });
  lost.setNow(exportedAt);
  await createSchedule(lost)({ scheduledTime: exportedAt });
  await mailsSent(lost);
  const invitation = { kind: 'invitation', regime: lost.regime.id, unit: 'QLDD' } as const;
  await putMessage(lost.table, 'invitation/1', invitation, exportedAt);
  await more(lost);
  await exportAll(lost.system, folder);
  await lost.stop();
  built = await aWorld(lostAt, { empty: true });
}

/** What the command said, and how it ended. */
async function imported(wish: Partial<ImportRequest>) {
  const said: string[] = [];
  const whole = { folder, mailedUntil: lostAt, upward: false, yes: true, ...wish };
  const end = await importCommand(built.system, whole, (line) => said.push(line)).then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof BackupRefused)) throw error;
      return error.message;
    },
  );
  return { said, end };
}

/** The first hour of the system that was built up again, and everything that it mails. */
async function nextHour(): Promise<readonly string[]> {
  built.setNow('2024-03-26T09:20:00+07:00');
  await createSchedule(built)({ scheduledTime: '2024-03-26T09:20:00+07:00' });
  await mailsSent(built);
  return (await built.mails()).map(({ to }) => to?.[0]?.address ?? '');
}

async function mailsSent(world: World): Promise<void> {
  const deliver = aDeliverer(world);
  for (const id of await queuedBefore(world.table)) {
    const record = { messageId: '1', body: JSON.stringify({ outbox: id }) };
    await deliver({ Records: [record] } as Parameters<typeof deliver>[0]);
  }
}

describe('a system that is built up again', () => {
  it('mails nothing of what the lost one had mailed, and draws up nothing again', async () => {
    await exported({ upward: 'on-schedule' });
    const { said, end } = await imported({});
    expect(end).toBe('done');
    expect(said).toContain('  invitation/1, for QLDD');
    expect(await nextHour()).toEqual([]);
    expect((await readRuns(built.table, built.regime.id)).filter(({ kind }) => kind === 'final')).toEqual([]);
    expect(await readMessage(built.table, 'invitation/1')).toMatchObject({
      ...{ state: 'superseded', sentAt: new Date(lostAt).toISOString() },
    });
    expect((await imported({})).end).toMatch(/^nothing is imported: the row/);
  });

  it('mails what came after the lost one had mailed last', async () => {
    await exported({});
    const { said } = await imported({ mailedUntil: '2024-03-18T09:59:00+07:00' });
    expect(said).toContain('1 mails that were made later wait, and go');
    const reached = await nextHour();
    const { email } = built.regime.units.find(({ code }) => code === 'QLDD') ?? {};
    expect(reached).toContain(email);
    expect(reached).toContain('tong-hop@stnmt.example');
    expect(reached).not.toContain('ban-dan-van@tinhuy.example');
  });

  it('lists and writes nothing until it is told to', async () => {
    await exported({});
    expect((await imported({ yes: false })).said.at(-1)).toBe(
      'dry run: nothing was imported; --yes imports it',
    );
    expect(await nextHour()).toEqual([]);
    expect(await readRuns(built.table, built.regime.id)).toEqual([]);
  });

  it('sends nothing above the office by the schedule unless that is said', async () => {
    await exported({ upward: 'on-schedule' });
    const early = { mailedUntil: exportedAt };
    const { said, end } = await imported(early);
    expect(said).toContain(
      '  UPWARD by the schedule, Q1-2024, for Ban Dân vận Tỉnh ủy <ban-dan-van@tinhuy.example>',
    );
    expect(end).toMatch(/^nothing is imported: what is marked UPWARD cannot be taken back/);
    expect(await nextHour()).toEqual([]);
    expect((await imported({ ...early, upward: true })).end).toBe('done');
    expect(await nextHour()).toContain('ban-dan-van@tinhuy.example');
  });

  it.each([
    ['counts as sent where that was before', lostAt, 'done', 'superseded'],
    ['is not sent unless that is said', exportedAt, expect.stringMatching(/^nothing is imported/), undefined],
  ])('a signed report whose mail was not queued yet %s', async (_what, until, ended, state) => {
    const sum = 'a'.repeat(64);
    await exported({}, async ({ table }) => {
      await putSignature(table, {
        ...{ period: 'Q1-2024', edition: 1, run: 'Q1-2024-final-1', number: '125/BC', day: '2024-03-18' },
        ...{
          pdf: { fileName: 'ky.pdf', size: 1, sha256: sum },
          corrected: null,
          fingerprint: sum,
          shown: sum,
        },
        ...{ recipients: ['BDVTU'], actor: 'office:VANPHONG', link: null, reason: 'Đã ký' },
        at: '2024-03-18T10:00:01+07:00',
      });
    });
    const { said, end } = await imported({ mailedUntil: until });
    expect(said).toContain('  UPWARD issued-report/Q1-2024-final-1/BDVTU, for BDVTU');
    expect(end).toEqual(ended);
    expect((await readMessage(built.table, 'issued-report/Q1-2024-final-1/BDVTU'))?.state).toBe(state);
  });

  it('a draft that is to be taken back still is: the mail about it does that', async () => {
    const about = { period: 'Q1-2024', ask: 'back-1' };
    const message = {
      kind: 'draft-taken-back',
      regime: 'dan-van-2024',
      recipient: 'VANPHONG',
      ...about,
    } as const;
    await exported({}, async ({ table }) => {
      const by = {
        actor: 'office:VANPHONG',
        link: 'x',
        reason: 'x',
        at: exportedAt,
        recipients: ['VANPHONG'],
      };
      await putTakingBack(table, 1, { ...about, ...by, takesBack: 'Q1-2024-final-1' });
      await putMessage(table, outboxId(message), message, exportedAt);
    });
    expect((await imported({ mailedUntil: lostAt })).end).toBe('done');
    expect((await readMessage(built.table, outboxId(message)))?.state).toBe('pending');
  });

  it.each([
    ['2024-03-26', /is no instant/],
    ['2024-03-26T09:00:00', /is no instant/],
    ['2024-03-27T09:00:00+07:00', /is still to come/],
  ])('takes no %s for when the lost one mailed last', async (mailedUntil, message) => {
    built = await aWorld(lostAt, { empty: true });
    expect((await imported({ mailedUntil })).end).toMatch(message);
  });
});
