import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Mailed, MailPreview, Reach, Reminded } from '../../../functions/portal/contract/chase.ts';
import { Coming } from '../../../functions/portal/contract/coming.ts';
import { Decided, UnitFile } from '../../../functions/portal/contract/desk.ts';
import { OfficeView } from '../../../functions/portal/contract/office.ts';
import { createHandler } from '../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { mendAddress, takeNotice } from '../../../shared/office/chase/bounces.ts';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { openDocument } from '../../../shared/reading/open/open-document.ts';
import { changeAddress } from '../../../shared/records/addresses.ts';
import { readLinks, stopLinks } from '../../../shared/records/links.ts';
import { readMessage } from '../../../shared/records/outbox.ts';
import { advanceWatermark } from '../../../shared/records/runs.ts';
import { linkToCome } from '../../../shared/wording/chase-mail.ts';
import {
  type Browser,
  type Deciding,
  type DeskWorld,
  decidingBrowser,
  decidingDesk,
  goOnFrom,
} from './a-desk.ts';

let desk: DeskWorld;
let clerk: Browser;
let begun: Deciding;
beforeAll(async () => {
  begun = await decidingDesk('2024-03-15T10:00:00+07:00');
});
beforeEach(async () => {
  ({ desk, clerk } = await goOnFrom(begun));
});

const reason = 'Sắp đến hạn, đề nghị gửi sớm';
const press = async (what: 'reminders' | 'links', ...units: string[]) => {
  const { status, json } = await clerk.post(`/api/office/${what}`, { period: 'Q1-2024', units, reason });
  expect(status, JSON.stringify(json)).toBe(201);
  return Mailed.parse(json).outcomes.map(({ unit, refused }) => `${unit} ${refused?.code ?? 'mailed'}`);
};
const mailed = async () => {
  await desk.send();
  const all = await desk.mails();
  desk.world.mailer.sent.length = 0;
  return all.map(({ to, subject }) => `${to?.[0]?.address?.split('@')[0]}: ${subject}`);
};
const file = async () => UnitFile.parse((await clerk.get('/api/office/duties/Q1-2024/QLDD')).json);
const bounced = (address = 'qldd@units.example') =>
  changeAddress(desk.world.table, address, () => ({
    ...{ state: 'bounced', kind: 'hard', failed: [], by: 'x', said: '550', withheld: [] },
    since: desk.world.clock.now(),
  }));

describe('before a press', () => {
  it('the mail is shown that it would send, line by line but for its link', async () => {
    const answer = await clerk.post('/api/office/reminders/preview', {
      ...{ period: 'Q1-2024', unit: 'QLDD', reason },
    });
    const shown = MailPreview.parse(answer.json);
    expect(desk.world.outbox.bodies).toEqual([]);
    await press('reminders', 'QLDD');
    await desk.send();
    const [sent] = (await desk.mails()).slice(-1);
    expect([shown.to, shown.subject]).toEqual([sent?.to?.[0]?.address, sent?.subject]);
    const withoutLink = (text = '') =>
      text
        .replaceAll(/\S*\/u(#\S+)?/g, 'LINK')
        .replaceAll(linkToCome.link, 'LINK')
        .replaceAll(/([0-9A-Z]{2,4} ){5,}[0-9A-Z]{2,4}/g, 'CODE')
        .replaceAll(/(•{4} ?){4}/g, 'CODE ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    expect(shown.text).toContain(reason);
    expect(withoutLink(shown.text)).toBe(withoutLink(sent?.text));
  });

  it('nothing is shown of whoever owes nothing', async () => {
    await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-15T09:00:00+07:00' });
    const asked = { period: 'Q1-2024', unit: 'QLDD', reason };
    expect((await clerk.post('/api/office/reminders/preview', asked)).json.code).toBe('NOT_OWING');
  });
});

/** The schedule's hour, whose mails go to the unit alone: of the others, and of the reports, nothing is asked here. */
const runHour = async (at: string, only = 'QLDD') => {
  const { table, outbox } = desk.world;
  desk.setNow(at);
  await advanceWatermark(table, desk.regime.id, new Date(Date.parse(at) - 3_600_000).toISOString());
  await createHandler(desk.world)({ scheduledTime: new Date(at).toISOString() });
  outbox.bodies.splice(0, Infinity, ...outbox.bodies.filter((body) => body.includes(only)));
};
/** Reminders that go to the unit now, or at an hour of the schedule. */
const reminded = async (hour?: string) => {
  if (hour !== undefined) await runHour(hour);
  return (await mailed()).filter((line) => /^qldd: .*(Nhắc|Đôn đốc)/.test(line));
};
const mend = () =>
  mendAddress(desk.world, 'qldd@units.example', { actor: 'office:VANPHONG', link: 'x', reason });

describe('a reminder at a press', () => {
  it('goes to who owes, with the reason, once a day, and stands on record', async () => {
    await desk.filed({ unit: 'KHTC', receivedAt: '2024-03-14T08:00:00+07:00' });
    expect(await press('reminders', 'QLDD', 'KHTC', 'NOBODY', '*')).toEqual([
      'QLDD mailed',
      'KHTC NOT_OWING',
      'NOBODY UNIT_UNKNOWN',
      '* UNIT_UNKNOWN',
    ]);
    await desk.send();
    const [mail] = await desk.mails();
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain(reason);
    expect(await mailed()).toEqual([expect.stringMatching(/^qldd: .*Nhắc nộp báo cáo quý I: còn 1 ngày/)]);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDED_TODAY']);
    const { notes, mails } = await file();
    expect(notes).toMatchObject([{ text: `Đã gửi thư nhắc: ${reason}` }]);
    expect(mails).toMatchObject([{ about: 'reminder', state: 'sent' }]);
    desk.setNow('2024-03-16T10:00:00+07:00');
    clerk = await decidingBrowser(desk);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
  });

  it('goes once though the mail service took on the next day alone what was pressed before midnight', async () => {
    desk.setNow('2024-03-15T23:58:00+07:00');
    clerk = await decidingBrowser(desk);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
    desk.setNow('2024-03-16T00:30:00+07:00');
    clerk = await decidingBrowser(desk);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDED_TODAY']);
    expect(await reminded()).toHaveLength(1);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDED_TODAY']);
    expect(await reminded()).toEqual([]);
  });

  it('is not one more on a day of the schedule’s, whichever comes first, and the preview knows', async () => {
    const hour = '2024-03-18T08:00:00+07:00';
    const foretold = async () => {
      const { mails } = await comingMails(desk.world, new Date(hour).toISOString());
      return mails.flatMap(({ kind, to }) => (kind === 'reminder' ? to : [])).toSorted();
    };
    const run = async () => {
      await runHour(hour, 'reminder/');
      return (await mailed())
        .filter((line) => line.includes('Nhắc'))
        .map((line) => line.split(':')[0]?.toUpperCase())
        .toSorted();
    };
    desk.setNow('2024-03-18T07:30:00+07:00');
    clerk = await decidingBrowser(desk);
    expect(await foretold()).toEqual(expect.arrayContaining(['QLDD', 'TTRA']));
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
    await mailed();
    const coming = await foretold();
    expect(coming).not.toContain('QLDD');
    const [sent, none] = [await run(), await run()];
    expect([sent, none]).toEqual([coming, []]);
    expect(await press('reminders', 'TTRA')).toEqual(['TTRA REMINDED_TODAY']);
    // What came back has reminded nobody.
    const row = await readMessage(desk.world.table, `reminder/Q1-2024/TTRA/${new Date(hour).toISOString()}`);
    const back = {
      what: 'soft',
      mail: row?.sesMessageId ?? '',
      address: 'ttra@units.example',
      said: null,
    } as const;
    await takeNotice(desk.world, back);
    expect(await press('reminders', 'TTRA')).toEqual(['TTRA mailed']);
  });

  it('that came back, or was overtaken while it waited, is no reminder: one more is, and the schedule’s goes', async () => {
    const decide = async (more: object) => {
      const about = { period: 'Q1-2024', units: ['QLDD'], reason, ...more };
      const { json } = await clerk.post('/api/office/decisions', about);
      return Decided.parse(json).outcomes[0]?.decision ?? '';
    };
    const isDue = async () => (await mailed()).filter((each) => /^qldd: .*Nhắc nộp/.test(each)).length;
    desk.setNow('2024-03-18T07:00:00+07:00');
    clerk = await decidingBrowser(desk);
    await press('reminders', 'QLDD');
    const hold = await decide({ kind: 'hold-reminders', until: '2024-03-18' });
    expect(await isDue()).toBe(0);
    await decide({ kind: 'undo', undone: hold });
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDED_TODAY']);
    expect(await isDue()).toBe(1);
    const second = await readMessage(desk.world.table, 'reminder/Q1-2024/QLDD/by-hand/2024-03-18/2');
    const mail = second?.sesMessageId ?? '';
    await takeNotice(desk.world, { address: 'qldd@units.example', what: 'soft', mail, said: 'full' });
    const hour = '2024-03-18T08:00:00+07:00';
    await runHour(hour);
    expect(await isDue()).toBe(1);
    const { mails } = await file();
    const states = mails.flatMap(({ about, state }) => (about === 'reminder' ? [state] : []));
    expect(states.toSorted()).toEqual(['returned', 'sent', 'superseded']);
  });

  it('goes once though it waited for its address and the mending was cut off: a press lets it go, and adds none', async () => {
    await press('reminders', 'QLDD');
    await bounced();
    expect(await mailed()).toEqual([]);
    await changeAddress(
      desk.world.table,
      'qldd@units.example',
      (mark) => mark && { ...mark, state: 'mended' },
    );
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDED_TODAY']);
    expect(await mailed()).toEqual([expect.stringMatching(/^qldd: .*Nhắc nộp/)]);
    expect((await file()).mails).toMatchObject([{ about: 'reminder', state: 'sent' }]);
  });

  it('goes alone where a mending was cut off: the schedule’s of that day adds none, and lets it go', async () => {
    desk.setNow('2024-03-18T07:30:00+07:00');
    clerk = await decidingBrowser(desk);
    await press('reminders', 'QLDD');
    await bounced();
    expect(await reminded()).toEqual([]);
    await changeAddress(
      desk.world.table,
      'qldd@units.example',
      (mark) => mark && { ...mark, state: 'mended' },
    );
    const now = await reminded('2024-03-18T08:00:00+07:00');
    expect([...now, ...(await reminded())]).toHaveLength(1);
    const states = (await file()).mails.map(({ about, state }) => `${about} ${state}`);
    expect(states.toSorted()).toEqual(['reminder sent', 'reminder superseded']);
  });

  it('goes alone once its address is mended on a later day, though the schedule’s wait there beside it', async () => {
    desk.setNow('2024-03-18T07:30:00+07:00');
    clerk = await decidingBrowser(desk);
    await press('reminders', 'QLDD');
    await bounced();
    expect(await reminded()).toEqual([]);
    expect(await reminded('2024-03-18T08:00:00+07:00')).toEqual([]);
    expect(await reminded('2024-03-19T08:00:00+07:00')).toEqual([]);
    // A press lets nothing go while nothing arrives there.
    clerk = await decidingBrowser(desk);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD ADDRESS_BOUNCED']);
    expect(await readMessage(desk.world.table, 'reminder/Q1-2024/QLDD/by-hand/2024-03-18')).toMatchObject({
      state: 'withheld',
    });
    desk.setNow('2024-03-20T10:00:00+07:00');
    await mend();
    expect(await reminded()).toEqual([expect.stringMatching(/quá hạn 2 ngày/)]);
    const { mails } = await file();
    const states = mails.flatMap(({ about, state }) => (about === 'reminder' ? [state] : []));
    expect(states.toSorted()).toEqual(['sent', 'superseded', 'superseded']);
  });

  it('is not to be told of by each hour that waited for the address: the last alone goes', async () => {
    await bounced();
    expect(await reminded('2024-03-18T08:00:00+07:00')).toEqual([]);
    expect(await reminded('2024-03-19T08:00:00+07:00')).toEqual([]);
    desk.setNow('2024-03-20T10:00:00+07:00');
    await mend();
    expect(await reminded()).toHaveLength(1);
    const { mails } = await file();
    const states = mails.flatMap(({ about, state }) => (about === 'reminder' ? [state] : []));
    expect(states.toSorted()).toEqual(['sent', 'superseded']);
  });

  it('is not one more of a review either, whose day its guidance alone has set', async () => {
    const period = 'CD-27CT';
    const guidance = { period, kind: 'guidance', units: ['QLDD'], until: '2024-05-20', reason: 'CV 12' };
    expect((await clerk.post('/api/office/decisions', guidance)).status).toBe(201);
    await mailed();
    const hour = '2024-05-20T08:00:00+07:00';
    await runHour(hour);
    expect((await mailed()).filter((line) => /^qldd: .*Nhắc/.test(line))).toHaveLength(1);
    clerk = await decidingBrowser(desk);
    const { json } = await clerk.post('/api/office/reminders', { period, units: ['QLDD'], reason });
    expect(Mailed.parse(json).outcomes).toMatchObject([{ refused: { code: 'REMINDED_TODAY' } }]);
    const { mails } = UnitFile.parse((await clerk.get(`/api/office/duties/${period}/QLDD`)).json);
    expect(mails.map(({ about }) => about)).toContain('reminder');
  });
});

describe('a reminder to come', () => {
  const period = 'Q1-2024';
  const hour = '2024-03-18T08:00:00+07:00';
  const decide = async (wish: object) => {
    const asked = { period, units: ['QLDD'], reason: 'Đã gọi, hẹn nộp chiều 18/3', ...wish };
    const { outcomes } = Decided.parse((await clerk.post('/api/office/decisions', asked)).json);
    return outcomes[0]?.refused?.code ?? outcomes[0]?.decision ?? '';
  };
  const foretold = async () => {
    const { mails } = Coming.parse((await clerk.get('/api/office/coming')).json);
    return mails.find(({ at, kind }) => kind === 'reminder' && at === hour);
  };
  const line = async () => {
    const { periods } = OfficeView.parse((await clerk.get('/api/office')).json);
    return periods.find((each) => each.period === period)?.units.find(({ unit }) => unit.code === 'QLDD');
  };

  it('is held back from a unit until a day; the office sees it, the unit is told and keeps a link', async () => {
    expect((await foretold())?.units).toContainEqual({ code: 'QLDD', name: 'Phòng Quản lý đất đai' });
    const decision = await decide({ kind: 'hold-reminders', until: '2024-03-18' });
    expect(await foretold()).toMatchObject({
      heldCount: 1,
      held: [{ unit: { code: 'QLDD' }, until: '2024-03-18', decision }],
      units: expect.not.arrayContaining([expect.objectContaining({ code: 'QLDD' })]),
    });
    const held = { until: '2024-03-18', reason: 'Đã gọi, hẹn nộp chiều 18/3' };
    expect(await line()).toMatchObject({ status: 'missing', held });
    expect(await file()).toMatchObject({
      hold: { ...held, decision },
      record: [{ kind: 'hold-reminders', undoneBy: null }],
      reminded: true,
    });
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD REMINDERS_HELD']);
    expect(await mailed()).toEqual([expect.stringMatching(/^qldd: .*Tạm dừng thư nhắc đến hết ngày 18\/03/)]);
    const links = await readLinks(desk.world.table);
    const own = links.filter(({ holder }) => holder.kind === 'unit' && holder.unit === 'QLDD');
    expect(own.some(({ scope, expiresAt }) => scope?.may === 'send' && expiresAt > '2024-03-19')).toBe(true);
    expect(await reminded(hour)).toEqual([]);
    expect(await reminded('2024-03-19T08:00:00+07:00')).toHaveLength(1);
    expect(await line()).not.toHaveProperty('held');
  });

  it('goes of another report all the same, as is told, until all of them are held back at one press and by one mail', async () => {
    const until = '2024-03-22';
    const hold = (unit: string, more: object = {}) =>
      decide({ kind: 'hold-reminders', units: [unit], until, reason: `Đã gọi ${unit}`, ...more });
    /** The other reports that it is told to be reminded of, and how many reminders it is to get, until that day. */
    const comingFor = async (code: string) => {
      const { mails } = Coming.parse((await clerk.get('/api/office/coming')).json);
      const others = mails.flatMap(({ held }) => held.filter(({ unit }) => unit.code === code));
      const goes = mails.filter(
        ({ kind, at, units }) =>
          kind === 'reminder' && at.slice(0, 10) <= until && units.some((unit) => unit.code === code),
      );
      return [new Set(others.flatMap((each) => each.others?.flatMap(({ titles }) => titles))), goes.length];
    };
    await hold('VPDK');
    const [others, goes] = await comingFor('VPDK');
    expect(others).toEqual(new Set(['Kế hoạch dân vận 2024 của đơn vị']));
    expect(goes).toBeGreaterThan(0);
    await mailed();
    // What it has sent already is passed over.
    await desk.filed({ unit: 'CCBVMT', period: 'Q1-2024', receivedAt: '2024-03-14T08:00:00+07:00' });
    await hold('CCBVMT', { also: ['KH2024'] });
    await hold('TTTNMT', { also: ['KH2024', period] });
    for (const unit of ['CCBVMT', 'TTTNMT']) expect(await comingFor(unit)).toEqual([new Set(), 0]);
    await desk.send();
    const told = (await desk.mails()).filter(({ subject }) => subject?.includes('Tạm dừng thư nhắc'));
    const reports = told.map(({ text }) => text?.match(/Báo cáo: .*/g)?.map((line) => line.slice(8).trim()));
    expect(reports).toEqual([
      ['Kế hoạch dân vận 2024 của đơn vị'],
      ['Báo cáo quý I năm 2024', 'Kế hoạch dân vận 2024 của đơn vị'],
    ]);
    expect(await hold('NOBODY', { also: ['KH2024'] })).toBe('UNIT_UNKNOWN');
  });

  it('is not brought forward in another report, where the office holds it back for longer or the unit has more time', async () => {
    const hold = (units: string[], more: object) =>
      decide({ kind: 'hold-reminders', units, until: '2024-03-18', ...more });
    const recorded = async (code: string) => {
      const { hold, record } = UnitFile.parse((await clerk.get(`/api/office/duties/KH2024/${code}`)).json);
      return [hold?.until, record.length];
    };
    await hold(['VPDK'], { period: 'KH2024', until: '2024-04-30' });
    await hold(['TTTNMT'], { period: 'KH2024', until: '2024-03-16' });
    await decide({ kind: 'extension', units: ['CCBVMT'], period: 'KH2024', until: '2024-03-20' });
    await hold(['VPDK', 'TTTNMT', 'CCBVMT'], { also: ['KH2024'], reason: 'Đã gọi cả ba' });
    expect(await recorded('VPDK')).toEqual(['2024-04-30', 1]);
    expect(await recorded('TTTNMT')).toEqual(['2024-03-18', 2]);
    expect(await recorded('CCBVMT')).toEqual([undefined, 1]);
    // What was held back in the other report alone is no outcome of this one.
    await desk.filed({ unit: 'TTTNMT', period, receivedAt: '2024-03-14T08:00:00+07:00' });
    const both = { period, units: ['TTTNMT'], reason: 'Đã gọi', until: '2024-03-19', also: ['KH2024'] };
    const { json } = await clerk.post('/api/office/decisions', { ...both, kind: 'hold-reminders' });
    expect(Decided.parse(json).outcomes).toEqual([
      { unit: 'TTTNMT', decision: null, refused: null, after: null },
    ]);
    // What is chosen itself may be shortened: of several decisions the newest says it.
    await hold(['VPDK'], { period: 'KH2024', until: '2024-04-20' });
    expect(await recorded('VPDK')).toEqual(['2024-04-20', 2]);
  });

  it('goes again once that is taken back, and not where it is held back while it waits', async () => {
    const decision = await decide({ kind: 'hold-reminders', until: '2024-03-18' });
    await decide({ kind: 'undo', undone: decision });
    expect((await foretold())?.heldCount).toBe(0);
    await mailed();
    await runHour(hour);
    clerk = await decidingBrowser(desk);
    await decide({ kind: 'hold-reminders', until: '2024-03-18', reason: 'Đang chờ gửi' });
    expect((await mailed()).filter((each) => /^qldd: .*Nhắc/.test(each))).toEqual([]);
  });
});

describe('whom a press would reach', () => {
  const reach = async (mail: 'reminder' | 'link', ...units: string[]) => {
    const { json } = await clerk.post('/api/office/reach', { period: 'Q1-2024', units, mail });
    return Reach.parse(json).units.map(({ unit, hindered }) =>
      hindered ? [unit, hindered.code, hindered.since] : [unit],
    );
  };

  it('is said before it, with the reason and its hour, and a look mails nothing', async () => {
    await desk.filed({ unit: 'KHTC', receivedAt: '2024-03-14T08:00:00+07:00' });
    await press('reminders', 'TTRA');
    await bounced();
    desk.setNow('2024-03-15T10:02:00+07:00');
    await mailed();
    const pressed = ['reminders', 'KHTC', 'TTRA', 'QLDD', 'VPS', 'NOBODY'] as const;
    const [, ...units] = pressed;
    const said = await reach('reminder', ...units);
    expect(said).toEqual([
      ['KHTC', 'NOT_OWING', null],
      // Since it went out, not since it was pressed.
      ['TTRA', 'REMINDED_TODAY', '2024-03-15T03:02:00.000Z'],
      ['QLDD', 'ADDRESS_BOUNCED', '2024-03-15T03:00:00.000Z'],
      ['VPS'],
      ['NOBODY', 'UNIT_UNKNOWN', null],
    ]);
    expect(await mailed()).toEqual([]);
    // The press does as it was said.
    expect(await press(...pressed)).toEqual(said.map(([unit, code]) => `${unit} ${code ?? 'mailed'}`));
  });

  it('reads what holds for all of them once', async () => {
    const queries = vi.spyOn(desk.world.table, 'query');
    const costs = async (...units: string[]) => {
      queries.mockClear();
      await reach('reminder', ...units);
      return queries.mock.calls.length;
    };
    const [one, two, three] = [
      await costs('QLDD'),
      await costs('QLDD', 'TTRA'),
      await costs('QLDD', 'TTRA', 'VPS'),
    ];
    queries.mockRestore();
    // Each further unit costs its own versions and decisions.
    expect([two - one, three - two]).toEqual([2, 2]);
  });

  it('is told of a new link too', async () => {
    await bounced();
    await stopLinks(desk.world.table, desk.regime.id, 'TTRA', desk.world.clock.now());
    expect((await reach('link', 'QLDD', 'TTRA', 'KHTC')).map(([unit, code]) => [unit, code])).toEqual([
      ['QLDD', 'ADDRESS_BOUNCED'],
      ['TTRA', 'LINKS_STOPPED'],
      ['KHTC', undefined],
    ]);
  });
});

it('the last reminder of each unit is told: the schedule’s, then the one at a press; and one that reached nobody, as such', async () => {
  const last = async (...units: string[]) => {
    const { json } = await clerk.post('/api/office/reminded', { period: 'Q1-2024', units });
    return Reminded.parse(json).units.map(({ unit, at, waits, failed }) =>
      [unit, at, ...(waits ? ['waits'] : []), ...(failed ? [failed.why, failed.at] : [])].join(' '),
    );
  };
  expect(await last('QLDD', 'TTRA')).toEqual(['QLDD ', 'TTRA ']);
  const noCode = { period: 'Q1-2024', units: ['A'.repeat(3000)] };
  expect((await clerk.post('/api/office/reminded', noCode)).json.code).toBe('BODY_INVALID');
  const hour = '2024-03-18T08:00:00+07:00';
  await runHour(hour, 'reminder/');
  // Filed when its mail's turn comes: it is superseded. Another waits for its address.
  await desk.filed({ unit: 'TTRA', receivedAt: hour });
  await bounced('khtc@units.example');
  await mailed();
  expect(await last('QLDD', 'TTRA', 'KHTC')).toEqual([
    ...['QLDD 2024-03-18T01:00:00.000Z', 'TTRA ', 'KHTC  withheld 2024-03-18T01:00:00.000Z'],
  ]);
  desk.setNow('2024-03-19T09:30:00+07:00');
  clerk = await decidingBrowser(desk);
  await press('reminders', 'QLDD');
  // On its way it has reminded nobody yet.
  expect(await last('QLDD')).toEqual(['QLDD 2024-03-19T02:30:00.000Z waits']);
  // Sent, and come back: the one before it stands.
  await mailed();
  expect(await last('QLDD')).toEqual(['QLDD 2024-03-19T02:30:00.000Z']);
  const row = await readMessage(desk.world.table, 'reminder/Q1-2024/QLDD/by-hand/2024-03-19');
  expect(row).toMatchObject({ to: 'qldd@units.example', said: ['Q1-2024'] });
  await changeAddress(desk.world.table, 'qldd@units.example', () => ({
    ...{ state: 'bounced', kind: 'hard', failed: [], by: row?.sesMessageId ?? '', said: '550', withheld: [] },
    since: desk.world.clock.now(),
  }));
  const noted = async () =>
    Reminded.parse((await clerk.post('/api/office/reminded', { period: 'Q1-2024', units: ['QLDD'] })).json)
      .units[0]?.note;
  // A press stands there as the mail that it sent.
  expect(await noted()).toBeNull();
  await clerk.post('/api/office/duties/Q1-2024/QLDD/notes', { text: 'Đã gọi 9h40, hẹn chiều' });
  expect(await noted()).toEqual({ at: '2024-03-19T02:30:00.000Z', text: 'Đã gọi 9h40, hẹn chiều' });
  const itCameBack = ['QLDD 2024-03-18T01:00:00.000Z returned 2024-03-19T02:30:00.000Z'];
  expect(await last('QLDD')).toEqual(itCameBack);
  // Reached elsewhere from now on, it has not got that one either: what came back came back from where it went.
  const units = desk.regime.units.map((unit) =>
    unit.code === 'QLDD' ? { ...unit, email: 'moi@units.example' } : unit,
  );
  await applyRegime(desk.world, { ...desk.regime, units });
  expect(await last('QLDD')).toEqual(itCameBack);
  const sent = (await file()).mails.map(({ about, state, to }) => `${about} ${state} ${to}`);
  expect(sent).toEqual(['reminder returned qldd@units.example', 'reminder sent qldd@units.example']);
});

describe('the letter that urges', () => {
  it('is drafted for whoever signs while somebody owes, and not of a period that nobody owes', async () => {
    const reader = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' })).token);
    const letter = await reader.getFile('/api/office/urging/Q1-2024');
    expect(letter.headers.get('Content-Disposition')).toContain('Q1-2024_cong-van-don-doc.docx');
    const { blocks } = await openDocument(letter.bytes);
    const said = JSON.stringify(blocks);
    for (const { name } of desk.regime.units) expect(said).toContain(name);
    expect((await reader.get('/api/office/urging/CD-27CT')).json.code).toBe('NOBODY_OWES');
  });
});

describe('a reminder at a press', () => {
  it('silences no step that is for the unit’s head', async () => {
    const { regime } = desk;
    const head = { role: 'head', email: 'truong@units.example' } as const;
    await applyRegime(desk.world, {
      ...regime,
      units: regime.units.map((unit) => (unit.code === 'QLDD' ? { ...unit, contacts: [head] } : unit)),
      reminders: { at: '08:00', workingDays: [], steps: [{ workingDay: 0, to: ['clerk', 'head'] }] },
    });
    desk.setNow('2024-03-18T07:30:00+07:00');
    clerk = await decidingBrowser(desk);
    await press('reminders', 'QLDD');
    await mailed();
    const { mails } = await comingMails(desk.world, '2024-03-18T01:00:00Z');
    expect(mails.flatMap(({ to }) => to.filter((each) => each.startsWith('QLDD')))).toEqual([
      'QLDD <truong@units.example>',
    ]);
    await runHour('2024-03-18T08:00:00+07:00');
    expect((await mailed()).filter((line) => /^(qldd|truong): .*Nhắc/.test(line))).toEqual([
      expect.stringMatching(/^truong: /),
    ]);
  });

  it('is none to who joined after the period had opened, or has left', async () => {
    const { regime } = desk;
    const [late, gone] = [{ validFrom: '2024-06-01' }, { validTo: '2024-03-14' }];
    await applyRegime(desk.world, {
      ...regime,
      units: regime.units.flatMap((unit) =>
        unit.code === 'QLDD'
          ? [
              { ...unit, ...gone },
              { ...unit, code: 'MOI', ...late },
            ]
          : [unit],
      ),
    });
    expect(await press('reminders', 'QLDD', 'MOI')).toEqual(['QLDD NOT_OWING', 'MOI NOT_OWING']);
    // On its last day it is there.
    await applyRegime(desk.world, {
      ...regime,
      units: regime.units.map((unit) => (unit.code === 'QLDD' ? { ...unit, validTo: '2024-03-15' } : unit)),
    });
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
  });
});

describe('a new link at a press', () => {
  it('goes to the registered address alone, three times a day', async () => {
    for (let n = 0; n < 3; n += 1) expect(await press('links', 'QLDD')).toEqual(['QLDD mailed']);
    expect(await press('links', 'QLDD')).toEqual(['QLDD TOO_MANY_LINKS']);
    expect(await press('links', 'TTRA')).toEqual(['TTRA mailed']);
    expect((await mailed()).map((line) => line.split(':')[0])).toEqual(['qldd', 'qldd', 'qldd', 'ttra']);
  });

  it('is not given to whom an admin gave none any more', async () => {
    await stopLinks(desk.world.table, desk.regime.id, 'QLDD', desk.world.clock.now());
    expect(await press('links', 'QLDD')).toEqual(['QLDD LINKS_STOPPED']);
    expect(await mailed()).toEqual([]);
  });
});

describe('an address at which nothing arrives', () => {
  it('is said so on the unit’s page, takes no mail at a press, and is mended at one', async () => {
    await bounced();
    expect((await file()).contact.bounced).toMatchObject([{ address: 'qldd@units.example', said: '550' }]);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD ADDRESS_BOUNCED']);
    expect(await press('links', 'QLDD')).toEqual(['QLDD ADDRESS_BOUNCED']);
    const mend = (address: string, unit = 'QLDD') =>
      clerk.post('/api/office/addresses/mended', { period: 'Q1-2024', unit, address, reason: 'Đã gọi' });
    expect((await mend('qldd@units.example', 'KHTC')).json).toMatchObject({ code: 'NOT_BOUNCED' });
    expect((await mend('qldd@units.example')).status).toBe(201);
    expect((await mend('qldd@units.example')).json).toMatchObject({ code: 'NOT_BOUNCED' });
    expect((await file()).contact.bounced).toEqual([]);
    expect(await press('reminders', 'QLDD')).toEqual(['QLDD mailed']);
    expect(await mailed()).toHaveLength(1);
  });

  it('is mended where it is that of a unit’s head, and not where it is nobody’s of the unit', async () => {
    const head = 'truong.cn-hlu@units.example';
    await bounced(head);
    const mend = (unit: string) =>
      clerk.post('/api/office/addresses/mended', {
        period: 'Q1-2024',
        unit,
        address: head,
        reason: 'Đã gọi',
      });
    expect((await mend('CN-LBI')).json.code).toBe('NOT_BOUNCED');
    expect((await mend('CN-HLU')).status).toBe(201);
  });

  it('of the office stands on its page; another mends it with a code, its owner by the link alone, thrice a day', async () => {
    const [clerks, leaders] = ['tong-hop@stnmt.example', 'lanh-dao@stnmt.example'];
    const marked = (address: string) =>
      changeAddress(desk.world.table, address, (known) => ({
        ...{ state: 'bounced', kind: 'soft', failed: [], by: 'x', said: null, withheld: [] },
        ...{ ...known?.mends, since: desk.world.clock.now() },
      }));
    const leader = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' })).token);
    const seen = async (browser: Browser) =>
      OfficeView.parse((await browser.get('/api/office')).json).bounced?.map(({ address, own }) => [
        address,
        own,
      ]);
    const mend = (browser: Browser, address: string) =>
      browser.post('/api/office/addresses/mended', { address, reason: 'Đã dọn hộp thư' });
    const own = (browser: Browser) =>
      browser.post('/api/office/addresses/own/mended', { reason: 'Đã dọn hộp thư' });
    expect((await own(leader)).json.code).toBe('NOT_BOUNCED');
    const leadersOwn = desk.regime.office.recipients.find(({ id }) => id === 'LANHDAO')?.email ?? leaders;
    await marked(leadersOwn);
    await marked(clerks);
    expect(await seen(leader)).toEqual(
      expect.arrayContaining([
        [leadersOwn, true],
        [clerks, false],
      ]),
    );
    expect((await mend(leader, clerks)).json.code).toBe('ROLE_READS');
    expect((await mend(clerk, 'qldd@units.example')).json.code).toBe('NOT_BOUNCED');
    expect((await mend(clerk, leadersOwn)).status).toBe(201);
    expect((await mend(clerk, leadersOwn)).json.code).toBe('NOT_BOUNCED');
    expect(await seen(leader)).toEqual([[clerks, false]]);
    // Who has no code yet gets none while nothing arrives there.
    const other = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
    expect((await other.post('/api/office/codes')).json.code).toBe('ADDRESS_BOUNCED');
    for (let n = 0; n < 3; n += 1) {
      // One that was cut off half-way left a mail behind.
      if (n === 1)
        await changeAddress(
          desk.world.table,
          clerks,
          (known) => known && { ...known, state: 'mended', withheld: ['left'] },
        );
      expect((await own(other)).status).toBe(201);
      expect((await own(other)).json.code).toBe('NOT_BOUNCED');
      await marked(clerks);
    }
    expect(await own(other)).toMatchObject({ status: 429, json: { code: 'TOO_MANY_MENDS' } });
    await marked(leadersOwn);
    expect((await own(leader)).status).toBe(201);
    expect((await mend(clerk, clerks)).status).toBe(201);
    expect((await other.post('/api/office/codes')).status).toBe(201);
  });
});
