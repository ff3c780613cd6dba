import { beforeEach, describe, expect, it } from 'vitest';
import { writeLetter } from '../../../../functions/deliver/letters/write-letter.ts';
import { createApp } from '../../../../functions/portal/handler.ts';
import { eraseCommand } from '../../../../infra/admin/erase-command.ts';
import { countingOf } from '../../../../shared/filing/counting.ts';
import { keptUntil } from '../../../../shared/filing/erasure.ts';
import { archiveEntries } from '../../../../shared/office/archive.ts';
import { declareNil } from '../../../../shared/office/declare.ts';
import { periodInForce } from '../../../../shared/office/regimes-in-force.ts';
import { repair } from '../../../../shared/office/repair.ts';
import { issueFinal } from '../../../../shared/office/report/issue.ts';
import { reportStatus } from '../../../../shared/office/report/issued-reports.ts';
import { readSummary } from '../../../../shared/office/report/summarise.ts';
import { takeIn } from '../../../../shared/office/take-in/take-in.ts';
import { erasures, planErasures } from '../../../../shared/office/upkeep/erase.ts';
import { replay } from '../../../../shared/office/upkeep/replay.ts';
import { readFilings } from '../../../../shared/records/filings.ts';
import { issueLink } from '../../../../shared/records/links.ts';
import { putNote } from '../../../../shared/records/notes.ts';
import { readMessage } from '../../../../shared/records/outbox.ts';
import { readManifest } from '../../../../shared/records/runs.ts';
import { smallRegime } from '../../../simulator/regime.ts';
import { aSmallOffice, period, readingOf, type SmallOffice } from './a-small-office.ts';

const by = { actor: 'Quản trị', reason: 'QĐ 12/QĐ-STNMT' };
const over = '2025-05-02T03:00:00.000Z';
const person = 'Nguyễn Thị Người Gửi';

let office: SmallOffice;
let run: string;

/** Two reports with a name on them, a declaration, a note and an issued report; then the year is over. */
beforeEach(async () => {
  office = await aSmallOffice('2024-03-12T03:00:00.000Z', { keep: { months: 13 } });
  office.engine.set(6, readingOf(6, 'rejected'));
  await office.filed('U1', 5, person);
  await office.filed('U2', 6, person);
  const { regime, period: owed } = await periodInForce(office, period);
  const unit = regime.units.find(({ code }) => code === 'U3');
  if (!unit) throw new Error('the small regime has changed');
  await declareNil(
    office,
    { regime, regimeHash: regime.hash, unit },
    { period, reason: `${person} nghỉ ốm` },
  );
  const note = '01HRQ0000000000000000000ZZ';
  await putNote(office.table, {
    ...{ note, period, unit: 'U1', text: `Đã gọi ${person}`, actor: 'VP', link: 'x', notedAt: over },
  });
  const at = '2024-03-14T02:00:00.000Z';
  office.setNow(at);
  ({ run } = await issueFinal(office, { regime, period: owed, at }, null));
  office.setNow(over);
});

const said: string[] = [];
const command = async (request: Partial<Parameters<typeof eraseCommand>[1]>) => {
  said.splice(0);
  await eraseCommand(office, { by: null, ...request }, (line) => said.push(line));
  return said;
};
const stored = () => JSON.stringify(office.table.rows());
const objects = async () => (await office.store.list('')).keys.filter((key) => !key.startsWith('regimes/'));

describe('how long something is kept', () => {
  const all = smallRegime.periods;
  const [only] = all;
  if (!only) throw new Error('no period');
  const keep = { months: 24 };

  it('is the office’s decision: without one nothing is ever past its time', () => {
    expect(keptUntil(smallRegime, only, all)).toBeNull();
  });

  it('begins when the period is locked, or was due where it is not', () => {
    expect(keptUntil({ ...smallRegime, keep }, only, all)).toBe('2026-03-29');
    const { lock: _, ...open } = only;
    expect(keptUntil({ ...smallRegime, keep }, open, all)).toBe('2026-03-13');
  });

  it('begins when the last period is over whose figures lean on it', () => {
    const next = { ...only, id: 'K2', previous: only.id, lock: '2025-04-01' };
    const year = { ...only, id: 'N', sumOf: [only.id], lock: '2024-12-31' };
    expect(keptUntil({ ...smallRegime, keep }, only, [...all, next, year])).toBe('2027-04-01');
    const openEnded = { ...next, lock: undefined, deadline: { rule: 'on-guidance' as const } };
    expect(keptUntil({ ...smallRegime, keep }, only, [...all, openEnded])).toBeNull();
  });
});

describe('erasing', () => {
  it('does nothing before the day, whatever is asked for', async () => {
    office.setNow('2025-04-29T10:00:00.000Z');
    const [before, all] = [stored(), await objects()];
    expect(await command({ period, by })).toEqual([
      'nothing is past its time',
      '  K1 is kept until 2025-04-29',
    ]);
    expect([stored(), await objects()]).toEqual([before, all]);
  });

  it('says what would go, and leaves it unless told to', async () => {
    const [before, all] = [stored(), await objects()];
    await command({});
    expect(said[0]).toContain('K1: kept until 2025-04-29. To be erased: 2 files');
    expect(said.filter((line) => line.startsWith('  K1-U'))).toHaveLength(2);
    expect(said.at(-1)).toContain('dry run');
    expect([stored(), await objects()]).toEqual([before, all]);
  });

  it('takes files, copies and readings away, names out of rows and manifests, and keeps receipts and reports', async () => {
    const before = await readFilings(office.table, period, 'U1');
    expect(stored()).toContain(person);
    await command({ by });
    expect((await objects()).filter((key) => !key.startsWith('runs/'))).toEqual([]);
    expect(await objects()).toContain(`runs/${run}/manifest.json`);
    expect(stored()).not.toContain(person);
    expect(JSON.stringify(await readManifest(office.store, run))).not.toContain(person);
    expect(await office.store.count(`runs/${run}/manifest.json`)).toBe(1);
    const after = await readFilings(office.table, period, 'U1');
    const kept = ['receipt', 'state', 'sha256', 'receivedAt', 'counts'] as const;
    for (const name of kept) expect(after.versions[0]?.[name]).toEqual(before.versions[0]?.[name]);
    expect(countingOf(after, 'U1')?.ulid).toBe(countingOf(before, 'U1')?.ulid);
  });

  it('is on record before anything goes, with who and why', async () => {
    office.eraser.erase = async () => {
      throw new Error('cut off');
    };
    await expect(command({ by })).rejects.toThrow('cut off');
    expect(await erasures(office, period)).toMatchObject([{ ...by, files: 2, finishedAt: null }]);
  });

  it('is done again where it was cut off, wherever that was', async () => {
    const real = office.eraser.erase.bind(office.eraser);
    for (const upTo of [0, 1, 4, 6]) {
      let calls = 0;
      office.eraser.erase = async (key, options) => {
        calls += 1;
        if (calls > upTo) throw new Error('cut off');
        return real(key, options);
      };
      await expect(command({ by })).rejects.toThrow('cut off');
    }
    office.eraser.erase = real;
    await command({ by });
    expect(said[0]).toContain('To be erased: 2 files');
    expect((await objects()).filter((key) => !key.startsWith('runs/'))).toEqual([]);
    expect(await office.store.count(`runs/${run}/manifest.json`)).toBe(1);
    expect((await erasures(office, period)).every(({ finishedAt }) => finishedAt !== null)).toBe(true);
    expect(await planErasures(office)).toEqual([]);
  });

  it('refuses without a reason', async () => {
    await expect(command({ by: { ...by, reason: ' ' } })).rejects.toMatchObject({ code: 'REASON_MISSING' });
    expect(await erasures(office, period)).toEqual([]);
  });
});

describe('what has been erased', () => {
  beforeEach(async () => {
    await command({ by });
  });

  it('is told to whoever asks for the file, with the day, and its receipt holds', async () => {
    const { token } = await issueLink(
      office.table,
      {
        ...{ regime: smallRegime.id, holder: { kind: 'unit', unit: 'U1' } },
        ...{ issuedAt: over, expiresAt: '2026-01-01T00:00:00Z' },
      },
      office.randomBytes,
    );
    const app = createApp({ ...office, page: { find: async () => null } });
    const ask = (path: string) => app.request(path, { headers: { Authorization: `Bearer ${token}` } });
    const [version] = (await readFilings(office.table, period, 'U1')).versions;
    for (const which of ['file', 'annotated']) {
      const answer = await ask(`/api/uploads/${version?.upload}/${which}`);
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({
        code: 'FILE_ERASED',
        message: expect.stringContaining('đã được xoá ngày 02/05/2025'),
      });
    }
    const report = await ask(`/api/uploads/${version?.upload}`);
    expect(await report.json()).toMatchObject({ state: 'accepted', receipt: version?.receipt, values: [] });
    expect((await ask(`/api/duties/${period}`)).status).toBe(200);
  });

  it('is passed over by replay, take-in and repair, and no mail is made of it', async () => {
    const before = stored();
    for (const { upload } of (await readFilings(office.table, period, 'U1')).versions) {
      await takeIn(office, upload);
      const row = await readMessage(office.table, `verdict/${upload}`);
      expect(row && (await writeLetter(office, row))).toBeNull();
    }
    await repair(office, over);
    for await (const { outcome } of replay(office, { period }, { ...by, takingAway: true })) {
      expect(outcome).toEqual({ kind: 'passed-over', why: 'erased' });
    }
    expect(office.table.rows().filter(({ pk }) => !String(pk).startsWith('WORK#'))).toEqual(
      (JSON.parse(before) as { pk: string }[]).filter(({ pk }) => !pk.startsWith('WORK#')),
    );
  });

  it('leaves the issued report as it is, and no other is made of it', async () => {
    const [status] = await reportStatus(office, period);
    expect(status?.changes).toBeNull();
    await expect(readSummary(office.store, await readManifest(office.store, run))).rejects.toMatchObject({
      code: 'SOURCES_ERASED',
    });
  });

  it('stands in an archive by its sum alone', async () => {
    await office.store.put(`runs/${run}/bao-cao-tong-hop.docx`, 'x', 'x');
    await office.store.put(`runs/${run}/bao-cao-tong-hop.xlsx`, 'x', 'x');
    const { entries } = await archiveEntries(office.store, run);
    expect(entries.filter(({ path }) => path.startsWith('K1/'))).toEqual([]);
    const list = await entries.find(({ path }) => path === 'DA-XOA.txt')?.open();
    const [version] = (await readFilings(office.table, period, 'U1')).versions;
    expect(new TextDecoder().decode(list as Uint8Array)).toContain(`${version?.sha256}  ${version?.receipt}`);
  });
});
