import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Decided, UnitFile } from '../../../functions/portal/contract/desk.ts';
import { OfficeView } from '../../../functions/portal/contract/office.ts';
import { Interruptions, Prolonged } from '../../../functions/portal/contract/prolong.ts';
import { beginAttempt } from '../../../shared/records/attempts.ts';
import { putDecision, readFilings } from '../../../shared/records/filings.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { keepGap } from '../../../shared/records/runs.ts';
import {
  type Browser,
  type Deciding,
  type DeskWorld,
  decidingBrowser,
  decidingDesk,
  goOnFrom,
} from './a-desk.ts';

const before = '2024-03-18T22:00:00+07:00';
const after = '2024-03-19T02:00:00+07:00';
const press = 'one-press-of-the-button';

let desk: DeskWorld;
let clerk: Browser;
let unit: Browser;
let begun: Deciding;
beforeAll(async () => {
  begun = await decidingDesk(before);
});
beforeEach(async () => {
  ({ desk, clerk } = await goOnFrom(begun));
  unit = desk.browser((await desk.tokenOf({ kind: 'unit', unit: 'QLDD' })).token);
});

const wish = { periods: ['Q1-2024'], units: ['QLDD'], hours: 4, reason: 'Đường truyền gián đoạn', press };
const ask = (asked: object = {}) => clerk.post('/api/office/prolongations', { ...wish, ...asked });
const prolonged = async (asked: object = {}) => {
  const { status, json } = await ask(asked);
  expect(status, JSON.stringify(json)).toBe(201);
  return Prolonged.parse(json).outcomes;
};
const file = async (period = 'Q1-2024') =>
  UnitFile.parse((await clerk.get(`/api/office/duties/${period}/QLDD`)).json);
const dutyForUnit = async () => (await unit.get('/api/duties/Q1-2024')).json;
const mailed = async () => {
  await desk.send();
  const all = await desk.mails();
  desk.world.mailer.sent.length = 0;
  return all;
};
const lineOf = async (code: string) => {
  const { periods } = OfficeView.parse((await clerk.get('/api/office')).json);
  return periods.find(({ period }) => period === 'Q1-2024')?.units.find(({ unit: of }) => of.code === code);
};

describe('hours for whom an interruption held up', () => {
  it('move the unit’s deadline wherever it is shown, are told by one mail, and are on record', async () => {
    expect(await prolonged()).toEqual([{ unit: 'QLDD', periods: ['Q1-2024'], refused: null }]);
    expect(await dutyForUnit()).toMatchObject({
      status: 'missing',
      due: '2024-03-19T03:59:59+07:00',
      ruleText: expect.stringContaining('4 giờ, đến 03 giờ 59 phút, ngày 19/03/2024'),
    });
    expect(await lineOf('QLDD')).toMatchObject({
      ownDue: '2024-03-19T03:59:59+07:00',
      prolonged: [{ press, hours: 4 }],
    });
    expect((await lineOf('TTRA'))?.ownDue).toBeUndefined();
    const [record] = (await file()).record;
    expect(record).toMatchObject({
      ...{ kind: 'prolong', hours: 4, by: 'office', reason: wish.reason },
      before: { due: '2024-03-18T23:59:59+07:00' },
      after: { due: '2024-03-19T03:59:59+07:00' },
    });
    const [mail, ...others] = await mailed();
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Lùi hạn nộp thêm 4 giờ: Quý I');
    expect(mail?.text).toContain('19/03/2024 03:59');
    expect(mail?.text).toContain(wish.reason);
  });

  it('make a file on time that came late within them, and its time stays as it is', async () => {
    const version = await desk.filed({ unit: 'QLDD', receivedAt: after });
    desk.setNow('2024-03-19T09:00:00+07:00');
    clerk = await decidingBrowser(desk);
    expect((await file()).duty.status).toBe('late');
    await prolonged();
    const { duty } = await file();
    expect(duty.status).toBe('on-time');
    expect(duty.versions[0]).toMatchObject({ sentAt: version.receivedAt, timeliness: { late: false } });
    const receipt = (await unit.get(`/api/receipts/${version.receipt}`)).json;
    expect(receipt).toMatchObject({ receivedAt: version.receivedAt });
  });

  it('let a file in that came behind the lock within them, and no later one', async () => {
    const lock = desk.regime.periods.find(({ id }) => id === 'Q1-2024')?.lock;
    if (lock === undefined) throw new Error('the period has no lock');
    desk.setNow(new Date(Date.parse(`${lock}T23:59:59+07:00`) + 3_600_000).toISOString());
    clerk = await decidingBrowser(desk);
    const mint = () =>
      unit.post('/api/uploads', { period: 'Q1-2024', fileName: 'a.xlsx', size: 3, sha256: 'a'.repeat(64) });
    expect((await mint()).json.code).toBe('PERIOD_LOCKED');
    expect(await dutyForUnit()).toMatchObject({ lockedSince: `${lock}T23:59:59+07:00` });
    await prolonged({ hours: 2 });
    expect((await mint()).status).toBe(201);
    expect(await dutyForUnit()).toMatchObject({ lockedSince: null });
    desk.setNow(new Date(Date.parse(`${lock}T23:59:59+07:00`) + 2 * 3_600_000 + 1000).toISOString());
    expect((await mint()).json.code).toBe('PERIOD_LOCKED');
    // To the second: the day it falls on is not over.
    const since = String((await dutyForUnit()).lockedSince);
    expect(since).toMatch(/T01:59:59\+07:00$/);
    expect(Date.parse(since)).toBe(Date.parse(`${lock}T23:59:59+07:00`) + 2 * 3_600_000);
  });

  it('are given once by one press, and again by another of the same words', async () => {
    await prolonged();
    await prolonged();
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T03:59:59+07:00' });
    expect(await mailed()).toHaveLength(1);
    await prolonged({ press: 'another-press' });
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T07:59:59+07:00' });
    expect(await mailed()).toHaveLength(1);
  });

  it.each([
    [
      'a rejected file',
      () =>
        desk.filed({ unit: 'QLDD', receivedAt: '2024-03-18T22:00:05+07:00', reading: { state: 'rejected' } }),
    ],
    ['another press', () => prolonged({ press: 'another-press' })],
  ])('are not given again by the same press where %s came between', async (_, between) => {
    await prolonged();
    await between();
    const due = (await file()).duty.due;
    await mailed();
    expect(await prolonged()).toEqual([{ unit: 'QLDD', periods: ['Q1-2024'], refused: null }]);
    expect((await file()).duty.due).toBe(due);
    expect(await mailed()).toEqual([]);
  });

  it('that were taken back are not given again by the same press, which says what stands now', async () => {
    await prolonged();
    const takeBack = (undone: string) =>
      clerk.post('/api/office/decisions', {
        ...{ period: 'Q1-2024', kind: 'undo', undone, reason: 'Nhầm', units: ['QLDD'] },
      });
    desk.setNow('2024-03-18T22:45:00+07:00');
    const undo = Decided.parse((await takeBack(press)).json).outcomes[0]?.decision;
    await mailed();
    const [outcome] = await prolonged();
    expect(outcome).toMatchObject({ periods: [], refused: { code: 'PRESS_TAKEN_BACK' } });
    expect(outcome?.refused?.message).toContain('thu hồi lúc 22 giờ 45 phút');
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-18T23:59:59+07:00' });
    expect(await mailed()).toEqual([]);
    // Restored, it holds as it was given.
    await takeBack(String(undo));
    expect(await prolonged()).toEqual([{ unit: 'QLDD', periods: ['Q1-2024'], refused: null }]);
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T03:59:59+07:00' });
  });

  it('are refused by a press that gave others, and stay as they were given', async () => {
    await prolonged();
    const [outcome] = await prolonged({ hours: 6 });
    expect(outcome?.refused?.code).toBe('PRESS_USED');
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T03:59:59+07:00' });
  });

  it('are given once by one press that comes twice at the same moment', async () => {
    await Promise.all([prolonged(), prolonged()]);
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T03:59:59+07:00' });
    expect(await mailed()).toHaveLength(1);
  });

  it('are taken back wholly where one press was recorded twice', async () => {
    await prolonged();
    const row = (await readFilings(desk.world.table, 'Q1-2024', 'QLDD')).decisions[0];
    if (!row) throw new Error('not recorded');
    const twin = `${row.decision.slice(0, -1)}${row.decision.endsWith('Z') ? '0' : 'Z'}`;
    await putDecision(desk.world.table, { ...row, decision: twin });
    const body = { period: 'Q1-2024', kind: 'undo', undone: press, units: ['QLDD'] };
    for (const reason of ['Nhầm', 'Nhầm hai lần'])
      await clerk.post('/api/office/decisions', { ...body, reason });
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-18T23:59:59+07:00' });
  });

  it('are given by each of two presses at the same moment, so that each can be taken back by its own', async () => {
    await Promise.all([prolonged(), prolonged({ press: 'another-press' })]);
    const presses = (await lineOf('QLDD'))?.prolonged?.map(({ press: by }) => by);
    expect(presses?.toSorted()).toEqual(['another-press', press]);
  });

  it('are taken back of all at once by the press, or of one unit by its decision', async () => {
    await prolonged({ units: ['QLDD', 'TTRA'] });
    await mailed();
    const body = { period: 'Q1-2024', kind: 'undo', undone: press, reason: 'Nhầm kỳ' };
    const { json } = await clerk.post('/api/office/decisions', { ...body, units: ['QLDD', 'TTRA', 'VPS'] });
    expect(Decided.parse(json).outcomes.map(({ refused }) => refused?.code ?? null)).toEqual([
      null,
      null,
      'DECISION_UNKNOWN',
    ]);
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-18T23:59:59+07:00' });
    const subjects = (await mailed()).map(({ subject }) => subject);
    expect(subjects).toEqual([
      expect.stringContaining('Thu hồi quyết định'),
      expect.stringContaining('Thu hồi quyết định'),
    ]);
    const [undo] = (await file()).record;
    await clerk.post('/api/office/decisions', {
      ...{ period: 'Q1-2024', kind: 'undo', undone: undo?.decision, reason: 'Đúng kỳ', units: ['QLDD'] },
    });
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-19T03:59:59+07:00' });
  });

  it('are told of several periods in one mail, each on record by itself', async () => {
    const outcomes = await prolonged({ periods: ['Q1-2024', '6T-2024'] });
    expect(outcomes).toEqual([{ unit: 'QLDD', periods: ['Q1-2024', '6T-2024'], refused: null }]);
    expect((await file('6T-2024')).record[0]).toMatchObject({ kind: 'prolong', hours: 4 });
    const [mail, ...others] = await mailed();
    expect(others).toEqual([]);
    expect(mail?.text).toContain('19/03/2024 03:59');
    const due = (await file('6T-2024')).duty.due;
    const [day = '', time = ''] = due?.split('T') ?? [];
    expect(mail?.text).toContain(`${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`);
  });

  it('are refused to whom they would not serve, with the reason, and nobody else waits for that', async () => {
    await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-15T08:00:00+07:00' });
    const outcomes = await prolonged({ units: ['QLDD', 'NOBODY', 'TTRA'] });
    expect(outcomes.map(({ refused }) => refused?.code ?? null)).toEqual([
      'PROLONG_NEEDLESS',
      'UNIT_UNKNOWN',
      null,
    ]);
    expect((await mailed()).map(({ to }) => to?.length)).toEqual([1]);
    expect((await prolonged({ periods: ['CD-27CT'] }))[0]?.refused?.code).toBe('GUIDANCE_AWAITED');
  });

  it('are refused where they are over when they are given, and nobody is told of them', async () => {
    desk.setNow('2024-03-19T09:00:00+07:00');
    clerk = await decidingBrowser(desk);
    await mailed();
    const [outcome] = await prolonged();
    expect(outcome).toMatchObject({ periods: [], refused: { code: 'PROLONG_OVER' } });
    expect(outcome?.refused?.message).toContain('19/03/2024');
    expect((await file()).record).toEqual([]);
    expect(await mailed()).toEqual([]);
    expect((await prolonged({ hours: 12 }))[0]?.refused).toBeNull();
  });

  it.each([
    ['no hours', { hours: 0 }, 'HOURS_MISSING'],
    ['half an hour', { hours: 0.5 }, 'HOURS_MISSING'],
    ['more than ten days', { hours: 241 }, 'HOURS_MISSING'],
    ['no reason', { reason: ' ' }, 'REASON_MISSING'],
    ['a period that there is not', { periods: ['Q9'] }, 'PERIOD_NONE'],
  ])('are not given with %s', async (_, asked, code) => {
    expect((await ask(asked)).json.code).toBe(code);
    expect(await mailed()).toEqual([]);
  });

  it('take a link of the office that decides, and a code', async () => {
    const office = async (recipient: string) =>
      desk.browser((await desk.tokenOf({ kind: 'office', recipient })).token);
    const asked = (browser: Browser) => browser.post('/api/office/prolongations', wish);
    expect((await asked(await office('VANPHONG'))).json.code).toBe('CODE_NEEDED');
    const reader = desk.regime.office.recipients.find(({ role }) => role === 'reads');
    expect((await asked(await office(reader?.id ?? ''))).json.code).toBe('ROLE_READS');
    expect((await asked(unit)).json.code).toBe('LINK_OF_UNIT');
    expect(await dutyForUnit()).toMatchObject({ due: '2024-03-18T23:59:59+07:00' });
  });
});

describe('what the records know of interruptions', () => {
  const known = async () => Interruptions.parse((await clerk.get('/api/office/interruptions')).json);

  it('is nothing where nothing was interrupted', async () => {
    await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-18T10:00:00+07:00' });
    expect(await known()).toMatchObject({
      gaps: [],
      uploads: { looked: 1, notCome: 0, unread: 0, readLate: 0, cutOff: 0 },
    });
  });

  it('names hours that the schedule missed, of the last two days alone', async () => {
    const gap = { from: '2024-03-18T03:00:00.000Z', to: '2024-03-18T09:00:00.000Z' };
    await keepGap(desk.world.table, desk.regime.id, gap);
    const over = { from: '2024-03-10T03:00:00.000Z', to: '2024-03-10T09:00:00.000Z' };
    await keepGap(desk.world.table, desk.regime.id, over);
    await keepGap(desk.world.table, 'another', gap);
    expect((await known()).gaps).toEqual([gap]);
  });

  it('names the whole of one that began long ago, however many runs of it failed', async () => {
    const from = '2024-03-12T03:00:00.000Z';
    for (const to of ['2024-03-17T05:00:00.000Z', '2024-03-18T04:00:00.000Z', '2024-03-18T09:00:00.000Z']) {
      await keepGap(desk.world.table, desk.regime.id, { from, to });
    }
    expect((await known()).gaps).toEqual([{ from, to: '2024-03-18T09:00:00.000Z' }]);
  });

  it('counts files that were announced and did not come, wait, or were read again', async () => {
    const mint = (n: number) =>
      unit.post('/api/uploads', {
        period: 'Q1-2024',
        fileName: 'a.xlsx',
        size: 3,
        sha256: `${n}`.repeat(64),
      });
    desk.setNow('2024-03-18T21:00:00+07:00');
    await mint(1);
    const waits = String((await mint(2)).json.uploadId);
    await desk.world.store.put(inboxObject(waits), 'abc', 'application/octet-stream');
    await beginAttempt(desk.world.table, waits, { known: null, now: before, by: 'a' });
    const once = await beginAttempt(desk.world.table, waits, { known: null, now: before, by: 'a' });
    expect(once).toBeNull();
    desk.setNow(before);
    // Younger than ten minutes: it may still be on its way.
    await mint(3);
    expect((await known()).uploads).toEqual({ looked: 2, notCome: 1, unread: 1, readLate: 0, cutOff: 0 });
  });
});
