import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Decided, ToDoList, UnitFile } from '../../../functions/portal/contract/desk.ts';
import { OfficeView } from '../../../functions/portal/contract/office.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { activeKinds } from '../../../shared/vocabulary/active-content.ts';
import type { Finding } from '../../../shared/vocabulary/finding.ts';
import { activeContent } from '../../../shared/wording/active-findings.ts';
import {
  type Browser,
  type Deciding,
  type DeskWorld,
  decidingBrowser,
  decidingDesk,
  goOnFrom,
} from './a-desk.ts';

const morning = '2024-03-15T08:00:00+07:00';
const late = '2024-03-20T09:00:00+07:00';

let begun: Deciding;
let desk: DeskWorld;
let clerk: Browser;
let unit: Browser;
beforeAll(async () => {
  begun = await decidingDesk(morning);
});
beforeEach(async () => {
  ({ desk, clerk } = await goOnFrom(begun));
  unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
});

const decide = async (asked: object, units: readonly string[] = ['QLDD']) => {
  const body = { period: 'Q1-2024', reason: 'Theo đề nghị của đơn vị', units, ...asked };
  const { status, json } = await clerk.post('/api/office/decisions', body);
  expect(status, JSON.stringify(json)).toBe(201);
  return Decided.parse(json).outcomes;
};
/** Of one unit: the decision's id. Fails where it was refused. */
const decided = async (asked: object) => {
  const [outcome] = await decide(asked);
  expect(outcome?.refused).toBeNull();
  return outcome?.decision ?? '';
};
const refusedWith = async (asked: object) => (await decide(asked))[0]?.refused?.code;
const refusedWithFor = async (code: string, asked: object) => (await decide(asked, [code]))[0]?.refused?.code;
const file = async () => UnitFile.parse((await clerk.get('/api/office/duties/Q1-2024/QLDD')).json);
const statusForUnit = async () => (await unit.get('/api/duties/Q1-2024')).json.status;
/** Subjects of what went out since the last look. */
const mailed = async () => {
  await desk.send();
  const all = await desk.mails();
  desk.world.mailer.sent.length = 0;
  return all.map(({ to, subject }) => `${to?.[0]?.address}: ${subject}`);
};

const MintOf = z.looseObject({ uploadId: z.string() });

const failed = (code: string): Finding => ({
  ...{ code, severity: 'error', where: null, found: '5 = 6', expected: null },
  ...{ message: { vi: `Sai ${code}`, en: `Wrong ${code}` }, fix: { vi: 'Sửa', en: 'Mend' } },
});
const rejected = (...codes: string[]) =>
  desk.filed({
    ...{ unit: 'QLDD', receivedAt: morning },
    reading: { state: 'rejected', findings: codes.map(failed) },
  });

describe('each action of the office', () => {
  it('grants the time a unit asked for; taken back, the request waits again', async () => {
    await unit.post('/api/duties/Q1-2024/extension', { until: '2024-03-25', reason: 'Chờ số liệu' });
    await mailed();
    expect((await file()).request).toMatchObject({ until: '2024-03-25', reason: 'Chờ số liệu' });
    const decision = await decided({ kind: 'extension', until: '2024-03-25' });
    expect(await statusForUnit()).toBe('extended');
    expect((await file()).judgedUntil).toBe('2024-03-25T23:59:59+07:00');
    expect(await mailed()).toEqual([
      expect.stringContaining('Được gia hạn đến 25/03/2024: Quý I – Phòng Quản lý đất đai'),
    ]);
    expect((await file()).request).toBeNull();
    await decided({ kind: 'undo', undone: decision });
    expect(await statusForUnit()).toBe('missing');
    expect((await file()).request).not.toBeNull();
    expect(await mailed()).toEqual([expect.stringContaining('Thu hồi quyết định: Quý I')]);
  });

  it('refuses it, and the unit is told why', async () => {
    expect(await refusedWith({ kind: 'extension-refusal' })).toBe('REQUEST_NONE');
    expect(await refusedWith({ kind: 'extension', until: '2204-03-25' })).toBe('DAY_ASTRAY');
    await unit.post('/api/duties/Q1-2024/extension', { until: '2024-03-25', reason: 'Chờ số liệu' });
    await mailed();
    await decided({ kind: 'extension-refusal', reason: 'Số liệu đã có từ 10/03' });
    const [mail] = await mailed();
    expect(mail).toContain('Không đồng ý gia hạn: Quý I');
    expect(await statusForUnit()).toBe('missing');
    expect((await file()).request).toBeNull();
  });

  it('returns a version, which then counts no more; taken back, it counts again and may be sent again', async () => {
    const version = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    const decision = await decided({ kind: 'return', uploadId: version.upload });
    expect(await statusForUnit()).toBe('returned');
    expect(await refusedWith({ kind: 'return', uploadId: version.upload, reason: 'Lần nữa' })).toBe(
      'VERSION_GONE',
    );
    await decided({ kind: 'undo', undone: decision });
    expect(await statusForUnit()).toBe('on-time');
    const wish = { period: 'Q1-2024', fileName: 'x.xlsx', size: 3, sha256: version.sha256 };
    expect((await unit.post('/api/uploads', wish)).status).toBe(201);
  });

  it('leaves out a version, or a unit', async () => {
    const version = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    await decided({ kind: 'exclude-version', uploadId: version.upload });
    expect(await statusForUnit()).toBe('missing');
    const decision = await decided({ kind: 'exclude-unit' });
    expect(await statusForUnit()).toBe('excluded');
    expect(await refusedWith({ kind: 'exclude-unit', reason: 'Lần nữa' })).toBe('ALREADY_EXCLUDED');
    await decided({ kind: 'undo', undone: decision });
    expect(await statusForUnit()).toBe('missing');
  });

  it('accepts a late report, which stays late', async () => {
    await desk.filed({ unit: 'QLDD', receivedAt: late });
    desk.setNow('2024-03-20T10:00:00+07:00');
    clerk = await decidingBrowser(desk);
    await mailed();
    await decided({ kind: 'accept-late', reason: 'Mất điện hai ngày' });
    const { duty, record } = await file();
    expect(duty).toMatchObject({ status: 'late', reason: 'Mất điện hai ngày' });
    expect(record[0]).toMatchObject({ before: { status: 'late' }, after: { status: 'late' } });
    expect(await mailed()).toEqual([expect.stringContaining('Chấp nhận báo cáo nộp muộn')]);
    expect(await refusedWith({ kind: 'accept-late', reason: 'Lần nữa' })).toBe('ALREADY_ACCEPTED');
  });

  it('waives the checks of a rejected report, and it counts; taken back, it does not', async () => {
    const version = await rejected('X01', 'X02');
    expect(await statusForUnit()).toBe('missing');
    expect((await file()).waivable).toEqual([{ uploadId: version.upload, errors: 2 }]);
    const decision = await decided({ kind: 'waive', uploadId: version.upload });
    expect((await file()).duty).toMatchObject({ status: 'on-time', counts: version.upload });
    expect((await file()).record[0]).toMatchObject({ waived: ['X01', 'X02'] });
    expect((await file()).duty.versions[0]).toMatchObject({ standing: 'counts' });
    await decided({ kind: 'undo', undone: decision });
    expect((await file()).duty).toMatchObject({ status: 'missing', counts: null });
  });

  it('waives nothing but checks: what is another unit’s, or could not be read, never counts', async () => {
    const version = await rejected('X01', 'OTHER_UNIT');
    expect((await file()).waivable).toEqual([]);
    expect(await refusedWith({ kind: 'waive', uploadId: version.upload })).toBe('WAIVE_BEYOND_CHECKS');
    const whole = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    expect(await refusedWith({ kind: 'waive', uploadId: whole.upload })).toBe('NOTHING_TO_WAIVE');
  });

  it('declares nil in a unit’s place, but never over a report', async () => {
    const decision = await decided({ kind: 'nil', reason: 'Đơn vị báo qua điện thoại' });
    expect(await statusForUnit()).toBe('nil');
    expect((await file()).record[0]).toMatchObject({
      by: 'office',
      actor: 'Chuyên viên tổng hợp, Văn phòng Sở',
    });
    await decided({ kind: 'undo', undone: decision });
    await desk.filed({ unit: 'QLDD', receivedAt: morning });
    expect(await refusedWith({ kind: 'nil', reason: 'Nhầm' })).toBe('REPORT_COUNTS');
    expect(await statusForUnit()).toBe('on-time');
  });

  it('enters guidance, and tells every unit at once; taken back, the review waits again', async () => {
    const units = desk.regime.units.map(({ code }) => code);
    const guidance = { period: 'CD-27CT', kind: 'guidance', until: '2024-04-30', reason: 'Số 12-HD/BDV' };
    const told = await decide(guidance, units);
    expect(told.map(({ unit: code }) => code)).toEqual(units);
    expect(await mailed()).toHaveLength(units.length);
    expect((await unit.get('/api/duties/CD-27CT')).json).toMatchObject({ status: 'missing' });
    const undo = { period: 'CD-27CT', kind: 'undo', forAll: true, undone: told[0]?.decision };
    // Taken back on one unit's page: all that were told hear of it.
    await decide(undo, ['QLDD']);
    expect(await mailed()).toHaveLength(units.length);
    expect((await unit.get('/api/duties/CD-27CT')).json).toMatchObject({ status: 'awaiting-guidance' });
  });
});

describe('what was decided', () => {
  it('is on record: who, by which link, when, what, why, before and after', async () => {
    const { link } = await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' });
    await decided({ kind: 'extension', until: '2024-03-25', reason: '  Chờ số liệu ' });
    const [record] = (await file()).record;
    expect(record).toMatchObject({
      ...{ kind: 'extension', by: 'office', actor: 'Chuyên viên tổng hợp, Văn phòng Sở' },
      ...{ reason: 'Chờ số liệu', until: '2024-03-25', decidedAt: new Date(morning).toISOString() },
      before: { status: 'missing', due: '2024-03-18T23:59:59+07:00' },
      after: { status: 'extended', due: '2024-03-25T23:59:59+07:00' },
    });
    expect(record?.link).toMatch(/^[0-9a-f]{12}$/);
    expect(link.hash.startsWith(record?.link ?? '')).toBe(false);
    expect((await file()).mails).toEqual([expect.objectContaining({ about: 'decision', state: 'pending' })]);
    await mailed();
    expect((await file()).mails).toEqual([expect.objectContaining({ about: 'decision', state: 'sent' })]);
  });

  it('is one decision and one mail, however often the request comes', async () => {
    const asked = { kind: 'extension', until: '2024-03-25' };
    const first = await decided(asked);
    desk.setNow('2024-03-15T08:00:05+07:00');
    expect(await decided(asked)).toBe(first);
    expect((await file()).record).toHaveLength(1);
    expect(await mailed()).toHaveLength(1);
  });

  it('is another where a file came between that was announced before it', async () => {
    const early = await desk.filed({ unit: 'QLDD', receivedAt: late });
    desk.setNow('2024-03-20T10:00:00+07:00');
    clerk = await decidingBrowser(desk);
    const first = await decided({ kind: 'accept-late', reason: 'Mất điện' });
    expect(await decided({ kind: 'accept-late', reason: 'Mất điện' })).toBe(first);
    // Announced before the decision, so that its upload is the older one.
    const next = await desk.filed({
      ...{ unit: 'QLDD', receivedAt: '2024-03-20T09:30:00+07:00' },
      sha256: 'd'.repeat(64),
    });
    expect(next.upload > early.upload).toBe(true);
    const second = await decided({ kind: 'accept-late', reason: 'Mất điện' });
    expect(second).not.toBe(first);
    expect((await file()).record.map(({ uploadId }) => uploadId)).toEqual([next.upload, early.upload]);
  });

  it('is one line of the log each: by which link, and nothing of what it was about', async () => {
    desk.logged.length = 0;
    await decided({ kind: 'extension', until: '2024-03-25', reason: 'Bí mật' });
    await clerk.post('/api/office/duties/Q1-2024/QLDD/notes', { text: 'Bí mật' });
    const version = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    await clerk.get(`/api/office/units/QLDD/uploads/${version.upload}/file`);
    const { link } = (await file()).record[0] ?? {};
    const by = { link, holder: 'VANPHONG' };
    expect(desk.logged.filter((line) => JSON.stringify(line).includes('AUDIT'))).toEqual([
      ['AUDIT: decided by a link', { did: 'decided', operation: 'decide', ...by }],
      ['AUDIT: noted by a link', { did: 'noted', operation: 'noteDown', ...by }],
      ['AUDIT: downloaded by a link', { did: 'downloaded', operation: 'linkToUnitFile', ...by }],
    ]);
    desk.logged.length = 0;
    clerk = await decidingBrowser(desk);
    expect(JSON.stringify(desk.logged)).toContain('AUDIT: unlocked by a link');
  });

  it('concerns the units that there are: the mark of every unit is none', async () => {
    expect(await refusedWithFor('*', { kind: 'exclude-unit' })).toBe('UNIT_UNKNOWN');
    const guidance = { period: 'CD-27CT', kind: 'guidance', until: '2024-04-30', reason: 'Số 12-HD/BDV' };
    expect(await refusedWithFor('*', guidance)).toBe('UNIT_UNKNOWN');
    expect(await mailed()).toEqual([]);
    const undone = (await decide(guidance, ['QLDD']))[0]?.decision;
    expect(await refusedWithFor('*', { period: 'CD-27CT', kind: 'undo', undone })).toBe('UNIT_UNKNOWN');
  });

  it('is taken back once, and that can be taken back too', async () => {
    const first = await decided({ kind: 'exclude-unit' });
    const undo = await decided({ kind: 'undo', undone: first });
    expect(await refusedWith({ kind: 'undo', undone: first, reason: 'Lần nữa' })).toBe('DECISION_GONE');
    await decided({ kind: 'undo', undone: undo, reason: 'Nhầm' });
    expect(await statusForUnit()).toBe('excluded');
    const { record } = await file();
    expect(record.map(({ kind, undoneBy }) => [kind, undoneBy === null])).toEqual([
      ['undo', true],
      ['undo', false],
      ['exclude-unit', true],
    ]);
  });

  it('needs a reason', async () => {
    const body = { period: 'Q1-2024', kind: 'exclude-unit', units: ['QLDD'], reason: ' ' };
    expect(await clerk.post('/api/office/decisions', body)).toMatchObject({
      status: 400,
      json: { code: 'REASON_MISSING' },
    });
  });

  it('is said of each of many units, and one that cannot be decided about holds up no other', async () => {
    await decided({ kind: 'exclude-unit' });
    const outcomes = await decide({ kind: 'exclude-unit', reason: 'Sáp nhập' }, [
      'VPS',
      'QLDD',
      'NOBODY',
      'KHTC',
      'VPS',
    ]);
    expect(outcomes.map(({ unit: code, refused }) => [code, refused?.code ?? 'decided'])).toEqual([
      ['VPS', 'decided'],
      ['QLDD', 'ALREADY_EXCLUDED'],
      ['NOBODY', 'UNIT_UNKNOWN'],
      ['KHTC', 'decided'],
    ]);
    expect(await mailed()).toHaveLength(3);
  });
});

describe('a correction', () => {
  it('of a report that was on time stays on time; of one that was left out it does not', async () => {
    const first = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    desk.setNow(late);
    clerk = await decidingBrowser(desk);
    await decided({ kind: 'return', uploadId: first.upload });
    const second = await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-20T10:00:00+07:00' });
    expect((await file()).duty).toMatchObject({ status: 'on-time', counts: second.upload });
    await decided({ kind: 'undo', undone: (await file()).record[0]?.decision, reason: 'Nhầm' });
    await decided({ kind: 'exclude-version', uploadId: first.upload });
    expect((await file()).duty).toMatchObject({ status: 'late', counts: second.upload });
  });
});

describe('the office’s notes', () => {
  it('stand on the unit’s page of the office, and nowhere else', async () => {
    await clerk.post('/api/office/duties/Q1-2024/QLDD/notes', { text: 'Đã gọi 14h, hẹn chiều' });
    expect((await file()).notes).toMatchObject([
      { text: 'Đã gọi 14h, hẹn chiều', actor: 'Chuyên viên tổng hợp, Văn phòng Sở' },
    ]);
    expect(JSON.stringify((await unit.get('/api/duties/Q1-2024')).json)).not.toContain('Đã gọi');
    expect(await mailed()).toEqual([]);
  });
});

describe('a unit’s file', () => {
  it('is handed to the office with what in it acts by itself, and its verdict as the unit sees it', async () => {
    const version = await desk.filed({
      ...{ unit: 'QLDD', receivedAt: morning },
      reading: {
        skipped: ['comment', ...activeKinds, 'macros'].map((why) => ({ what: 'part', why, where: null })),
      },
    });
    const at = `/api/office/units/QLDD/uploads/${version.upload}`;
    expect((await clerk.get(at)).json).toMatchObject({ state: 'accepted', receipt: version.receipt });
    expect((await clerk.get(`${at}/file`)).json).toMatchObject({
      active: activeKinds.map((kind) => activeContent[kind].vi),
      examined: true,
    });
    const foreign = `/api/office/units/VPS/uploads/${version.upload}`;
    expect((await clerk.get(`${foreign}/file`)).json).toMatchObject({ code: 'UPLOAD_UNKNOWN' });
  });
});

describe('a unit’s file that nobody examined', () => {
  const handedOut = async (upload: string) =>
    (await clerk.get(`/api/office/units/QLDD/uploads/${upload}/file`)).json;

  it('is handed out as such where it could not be opened', async () => {
    const { upload } = await desk.filed({
      ...{ unit: 'QLDD', receivedAt: morning },
      reading: { state: 'unreadable', format: null },
    });
    expect(await handedOut(upload)).toMatchObject({ active: [], examined: false });
  });

  it('is handed out as such where it was not read yet', async () => {
    const wish = { period: 'Q1-2024', fileName: 'a.xlsm', size: 3, sha256: 'a'.repeat(64) };
    const { uploadId } = MintOf.parse((await unit.post('/api/uploads', wish)).json);
    await desk.world.store.put(inboxObject(uploadId), 'abc', 'application/octet-stream');
    expect(await handedOut(uploadId)).toMatchObject({ active: [], examined: false });
  });

  it('is handed out without a word where somebody looked and found nothing', async () => {
    const { upload } = await desk.filed({ unit: 'QLDD', receivedAt: morning });
    expect(await handedOut(upload)).toMatchObject({ active: [], examined: true });
  });
});

describe('the list of what is to be done', () => {
  const kinds = async () => {
    const { json } = await clerk.get('/api/office/to-do');
    const items = json.items as {
      kind: string;
      unit: { code: string } | null;
      other: { code: string } | null;
    }[];
    return items.map((item) => [item.kind, item.unit?.code, item.other?.code ?? null]);
  };

  it('names requests, wrong files, copies, and forgets them when they are dealt with', async () => {
    expect(await kinds()).toEqual([]);
    await unit.post('/api/duties/Q1-2024/extension', { until: '2024-03-25', reason: 'Chờ số liệu' });
    const other = {
      ...failed('OTHER_UNIT'),
      message: { vi: 'Tệp này là báo cáo của Văn phòng Sở (VPS), không phải của KHTC (KHTC).', en: 'x' },
    };
    await desk.filed({
      unit: 'KHTC',
      receivedAt: morning,
      reading: { state: 'rejected', findings: [other] },
    });
    await desk.filed({ unit: 'TTRA', receivedAt: morning, reading: { state: 'unreadable' } });
    const sha256 = 'c'.repeat(64);
    await desk.filed({ unit: 'DDBD', receivedAt: morning, sha256 });
    await desk.filed({ unit: 'TNKS', receivedAt: '2024-03-15T08:10:00+07:00', sha256 });
    expect(await kinds()).toEqual([
      ['request', 'QLDD', null],
      ['swapped', 'KHTC', 'VPS'],
      ['unreadable', 'TTRA', null],
      ['copied', 'TNKS', 'DDBD'],
    ]);
    await decided({ kind: 'extension-refusal' });
    await desk.filed({ unit: 'VPS', receivedAt: '2024-03-15T08:20:00+07:00' });
    await desk.filed({ unit: 'TTRA', receivedAt: '2024-03-15T08:20:00+07:00' });
    expect(await kinds()).toEqual([
      ['rejected', 'KHTC', null],
      ['copied', 'TNKS', 'DDBD'],
    ]);
  });
});

describe('behind the lock', () => {
  it('the list of what is to be done names who asks to be let in, and what whoever was let in sends', async () => {
    const list = async () => {
      const { items } = ToDoList.parse((await clerk.get('/api/office/to-do')).json);
      return items.flatMap(({ kind, period, unit: of }) => (period === 'Q1-2024' ? [[kind, of?.code]] : []));
    };
    await desk.filed({ unit: 'TTRA', receivedAt: morning, reading: { state: 'unreadable' } });
    expect(await list()).toEqual([['unreadable', 'TTRA']]);
    desk.setNow('2024-06-17T08:00:00+07:00');
    clerk = await decidingBrowser(desk);
    // What was left lying when the period was locked is over.
    expect(await list()).toEqual([]);
    await unit.post('/api/duties/Q1-2024/extension', { until: '2024-06-20', reason: 'Bổ sung' });
    expect(await list()).toEqual([['request', 'QLDD']]);
    await decided({ kind: 'extension', until: '2024-06-20' });
    expect(await list()).toEqual([]);
    const receivedAt = '2024-06-18T08:00:00+07:00';
    await desk.filed({ unit: 'QLDD', receivedAt, reading: { state: 'rejected' } });
    expect(await list()).toEqual([['rejected', 'QLDD']]);
  });
});

describe('the board', () => {
  const asking = async () => {
    const { periods } = OfficeView.parse((await clerk.get('/api/office')).json);
    const { units = [] } = periods.find(({ period }) => period === 'Q1-2024') ?? {};
    return units.flatMap((line) => (line.askedUntil ? [[line.unit.code, line.askedUntil]] : []));
  };

  it('says how each unit is reached', async () => {
    const { periods } = OfficeView.parse((await clerk.get('/api/office')).json);
    const emails = new Map(desk.regime.units.map(({ code, email }) => [code, email]));
    const lines = periods.flatMap(({ units }) => units);
    expect(lines.length).toBeGreaterThan(0);
    for (const { unit: of, email } of lines) expect(email, of.code).toBe(emails.get(of.code));
  });

  it('says of each unit whether it asks for time, until it is answered', async () => {
    expect(await asking()).toEqual([]);
    await unit.post('/api/duties/Q1-2024/extension', { until: '2024-03-25', reason: 'Chờ số liệu' });
    expect(await asking()).toEqual([['QLDD', '2024-03-25']]);
    await decided({ kind: 'extension-refusal' });
    expect(await asking()).toEqual([]);
  });
});
