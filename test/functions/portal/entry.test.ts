import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { UnitFile } from '../../../functions/portal/contract/desk.ts';
import { OfficeView } from '../../../functions/portal/contract/office.ts';
import { versionOf } from '../../../shared/filing/recording.ts';
import { finding } from '../../../shared/reading/model/finding.ts';
import type { Reading } from '../../../shared/reading/model/reading.ts';
import { putVersion, writeReading } from '../../../shared/records/filings.ts';
import { readUpload } from '../../../shared/records/uploads.ts';
import type { UnreadableCode } from '../../../shared/vocabulary/finding.ts';
import { unreadable } from '../../../shared/wording/unreadable-findings.ts';
import { aDesk, type Browser, type Deciding, type DeskWorld, decidingDesk, goOnFrom } from './a-desk.ts';

const at = '/api/office/duties/Q1-2024/QLDD';
const scanCame = '2024-03-18T10:00:00+07:00';
const entered = '2024-03-20T02:00:00.000Z';
const file = { fileName: 'nhap-thay.xlsx', size: 3, sha256: 'b'.repeat(64) };
const reason = 'Nhập từ bản quét đơn vị đã gửi';
const MintOf = z.looseObject({ uploadId: z.string() });

let desk: DeskWorld;
let clerk: Browser;
let begun: Deciding;
beforeAll(async () => {
  begun = await decidingDesk(await aDesk('2024-03-15T08:00:00+07:00'), '2024-03-20T09:00:00+07:00');
});
beforeEach(async () => {
  ({ desk, clerk } = await goOnFrom(begun));
});

const scan = (why: UnreadableCode = 'SCANNED_PDF') =>
  desk.filed({
    ...{ unit: 'QLDD', receivedAt: scanCame, fileName: 'ban-quet.pdf' },
    reading: { state: 'unreadable', format: null, findings: [finding(unreadable(why))] },
  });
const mint = async (asked: object = {}) => {
  const { status, json } = await clerk.post(`${at}/uploads`, { ...file, reason, ...asked });
  expect(status, JSON.stringify(json)).toBe(201);
  return MintOf.parse(json).uploadId;
};
/** As ingest leaves it. */
async function read(id: string, reading: Partial<Reading> = {}) {
  const upload = await readUpload(desk.world.table, id);
  if (!upload) throw new Error(`${id} was not announced`);
  const whole: Reading = {
    ...{ state: 'accepted', format: 'xlsx', findings: [], skipped: [], values: [], narrative: [] },
    counts: { read: 0, skipped: 0, total: 0 },
    ...reading,
  };
  const now = entered;
  await writeReading(desk.world.store, { upload: id }, whole);
  await putVersion(desk.world.table, versionOf(upload, whole, { receivedAt: now, recordedAt: now }));
}
const duty = async () => UnitFile.parse((await clerk.get(at)).json).duty;

describe('a file that the office sends in a unit’s place', () => {
  it('can be judged before it travels, by what the unit’s own is judged by', async () => {
    const unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
    const own = await unit.get('/api/duties/Q1-2024/task');
    expect(own.status).toBe(200);
    expect((await clerk.get(`${at}/task`)).json).toEqual(own.json);
    expect((await clerk.get('/api/office/duties/Q1-2024/KHONG/task')).status).toBe(404);
  });

  it('goes the unit’s own way, marked as the office’s entry, with who and why', async () => {
    const id = await mint();
    await read(id);
    const { versions, status } = await duty();
    expect(status).toBe('late');
    expect(versions[0]).toMatchObject({
      ...{
        uploadId: id,
        standing: 'counts',
        sender: 'Chuyên viên tổng hợp, Văn phòng Sở (nhập thay đơn vị)',
      },
      entered: { by: 'office:VANPHONG', reason, standsFor: null },
    });
    const upload = await readUpload(desk.world.table, id);
    expect(upload?.entered).toMatchObject({ link: expect.stringMatching(/^[0-9a-f]{12}$/) });
    // The unit sees it as the office's, too.
    const unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
    const own = z.looseObject({ versions: z.array(z.looseObject({ entered: z.unknown() })) });
    expect(own.parse((await unit.get('/api/duties/Q1-2024')).json).versions[0]?.entered).toMatchObject({
      reason,
    });
  });

  it('stands for the scan that the unit sent, and is as old as that', async () => {
    const { upload } = await scan();
    await read(await mint({ standsFor: upload }));
    expect(await duty()).toMatchObject({ status: 'on-time', versions: [{ standing: 'counts' }, {}] });
    const { items } = z
      .looseObject({ items: z.array(z.looseObject({ kind: z.string() })) })
      .parse((await clerk.get('/api/office/to-do')).json);
    expect(items.map(({ kind }) => kind)).not.toContain('unreadable');
  });

  it('is as old as the day of the stamp on its paper, on record, told by the receipt alone, and taken back alone', async () => {
    const id = await mint({ receivedOn: '2024-03-18' });
    await read(id);
    expect(await duty()).toMatchObject({
      status: 'on-time',
      versions: [{ sentAt: entered, timeliness: { late: false, notedDay: '2024-03-18' } }],
      decisions: [{ kind: 'received-on', until: '2024-03-18', uploadId: id, reason, by: 'office' }],
    });
    const { periods } = OfficeView.parse((await clerk.get('/api/office')).json);
    const line = periods.flatMap(({ units }) => units).find(({ filedAt }) => filedAt === entered);
    expect(line).toMatchObject({ unit: { code: 'QLDD' }, judgedAt: '2024-03-18T23:59:59+07:00' });
    const { record, mails } = UnitFile.parse((await clerk.get(at)).json);
    expect(mails).toEqual([]);
    const [noted] = record;
    expect(noted).toMatchObject({ undoable: true, link: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const undo = { kind: 'undo', undone: noted?.decision, reason: 'Đọc nhầm dấu', units: ['QLDD'] };
    expect((await clerk.post('/api/office/decisions', { period: 'Q1-2024', ...undo })).status).toBe(201);
    expect(UnitFile.parse((await clerk.get(at)).json).mails).toMatchObject([{ about: 'decision' }]);
    const since = await duty();
    expect(since).toMatchObject({ status: 'late', versions: [{ sentAt: entered }] });
    expect(since.versions[0]?.timeliness).toEqual({ late: true, due: '2024-03-18T23:59:59+07:00' });
  });

  it.each([
    ['a day to come', '2024-03-21', 400, 'RECEIVED_AHEAD'],
    ['a day before the period opened', '2024-02-29', 409, 'PERIOD_NOT_OPEN'],
    ['a day of another century', '1924-03-18', 400, 'DAY_ASTRAY'],
    ['no day of the calendar', '2024-02-30', 400, 'DATE_INVALID'],
  ])('came on paper on no such day: %s', async (_why, receivedOn, status, code) => {
    const answer = await clerk.post(`${at}/uploads`, { ...file, reason, receivedOn });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(UnitFile.parse((await clerk.get(at)).json).record).toEqual([]);
  });

  it('is dated by no day that is decided without an entry', async () => {
    const { upload } = await desk.filed({ unit: 'QLDD', receivedAt: entered });
    const asked = { period: 'Q1-2024', kind: 'received-on', units: ['QLDD'], reason, uploadId: upload };
    expect((await clerk.post('/api/office/decisions', asked)).status).toBe(400);
  });

  it('is typed of a file that somebody can open: of a scan, and of none that is damaged', async () => {
    const scanned = await scan();
    await scan('ZIP_DAMAGED');
    expect(UnitFile.parse((await clerk.get(at)).json).legible).toEqual([scanned.upload]);
  });

  it('stands for no file of another unit, none that was accepted, and none that there is not', async () => {
    const other = await desk.filed({
      ...{ unit: 'KHTC', receivedAt: scanCame },
      reading: { state: 'unreadable', format: null },
    });
    const accepted = await desk.filed({ unit: 'QLDD', receivedAt: scanCame });
    for (const standsFor of [other.upload, accepted.upload, '01HR0000000000000000000000']) {
      const answer = await clerk.post(`${at}/uploads`, { ...file, reason, standsFor });
      expect([answer.status, answer.json.code]).toEqual([404, 'VERSION_UNKNOWN']);
    }
  });

  it('asks for a reason, and is judged as any file', async () => {
    const answer = await clerk.post(`${at}/uploads`, { ...file, reason: ' ' });
    expect([answer.status, answer.json.code]).toEqual([400, 'REASON_MISSING']);
    const id = await mint();
    await read(id, { state: 'rejected' });
    expect((await duty()).counts).toBeNull();
  });
});
