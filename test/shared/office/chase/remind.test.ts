import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../../functions/schedule/handler.ts';
import { applyRegime } from '../../../../infra/admin/regime.ts';
import { comingMails } from '../../../../shared/office/chase/coming-mails.ts';
import { lastReminders } from '../../../../shared/office/chase/last-reminder.ts';
import { byHour, remindersDue } from '../../../../shared/office/chase/remind.ts';
import { prepareDecision, recordDecision } from '../../../../shared/office/decide.ts';
import { readLinks } from '../../../../shared/records/links.ts';
import { openPeriod } from '../../../../shared/records/openings.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../../../shared/records/regimes.ts';
import type { Period } from '../../../../shared/regime/regime.ts';
import { aDesk, type DeskWorld } from '../../../functions/portal/a-desk.ts';

const opening = '2024-03-01T08:00:00+07:00';
const before = '2024-03-14T08:00:00+07:00';
const after = '2024-03-19T08:00:00+07:00';
const third = '2024-03-21T08:00:00+07:00';
const again = '2024-03-28T08:00:00+07:00';

let desk: DeskWorld;
beforeEach(async () => {
  desk = await aDesk('2024-02-29T08:00:00+07:00');
  await chasing({});
});

/** The sample's first quarter with two units, and its office which is not reminded, chased by a ladder. */
async function chasing(change: { readonly units?: object; readonly period?: object }) {
  const { regime } = desk;
  const [office, ...units] = regime.units.filter(({ code }) => ['VPS', 'QLDD', 'CN-HLU'].includes(code));
  if (!office) throw new Error('the sample regime lacks its units');
  const words = { vi: 'Nhắc lần ba', en: 'Third' };
  const head = { role: 'head', email: 'truong@units.example' } as const;
  await applyRegime(desk.world, {
    ...regime,
    units: [office, ...units.map((unit) => ({ ...unit, contacts: [head], ...change.units }))],
    periods: regime.periods
      .filter(({ id }) => id === 'Q1-2024')
      .map((each) => ({ ...each, ...change.period })),
    reminders: {
      ...{ at: '08:00', workingDays: [-2], opening: true },
      steps: [
        { workingDay: 1, to: ['clerk', 'head'] },
        { workingDay: 3, to: ['clerk', 'office'], every: 5, words },
      ],
    },
  });
}

const schedule = (at: string) => createHandler(desk.world)({ scheduledTime: new Date(at).toISOString() });
/** The mails of this hour by address, without the summaries. */
async function mailedAt(at: string): Promise<string[]> {
  desk.setNow(at);
  desk.world.mailer.sent.length = 0;
  await schedule(at);
  expect(await desk.send()).toEqual({ batchItemFailures: [] });
  const mails = await desk.mails();
  return mails
    .filter(({ subject }) => /Mở kỳ|Nhắc|đôn đốc|Đôn đốc/i.test(subject ?? ''))
    .map(
      ({ to, subject }) => `${to?.[0]?.address?.split('@')[0]}: ${subject?.replace('[Dân vận 2024] ', '')}`,
    )
    .sort();
}
const late = (days: number) => `Đôn đốc báo cáo quý I: đã quá hạn ${days} ngày làm việc`;
/** Of a unit that has until 25/03. */
const soon = (days: number) => `Nhắc nộp báo cáo quý I: còn ${days} ngày làm việc, hạn 25/03/2024`;
const chase = (count: number) => `Cần đôn đốc: ${count} báo cáo chưa nộp (báo cáo quý I)`;

describe('the chase', () => {
  it('begins with link and form to everybody who owes, reminded or not', async () => {
    expect(await mailedAt(opening)).toEqual([
      'cn-hlu: Mở kỳ báo cáo quý I: hạn nộp 18/03/2024',
      'qldd: Mở kỳ báo cáo quý I: hạn nộp 18/03/2024',
      'vps: Mở kỳ báo cáo quý I: hạn nộp 18/03/2024',
    ]);
    const [mail] = await desk.mails();
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^Q1-2024_.*xlsx$/),
    ]);
    const links = (await readLinks(desk.world.table)).filter(({ holder }) => holder.kind === 'unit');
    // They live as long as files are taken: whoever is not reminded has no other.
    expect(new Set(links.map(({ expiresAt }) => expiresAt))).toEqual(new Set([links[0]?.expiresAt]));
    expect(Date.parse(links[0]?.expiresAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse('2024-06-14T23:59:59+07:00'),
    );
  });

  it('then asks who owes, each step whom it is for, to the end of the period', async () => {
    await mailedAt(opening);
    expect(await mailedAt(before)).toHaveLength(2);
    expect(await mailedAt(after)).toEqual([
      `cn-hlu: ${late(1)}`,
      `qldd: ${late(1)}`,
      `truong: ${late(1)}`,
      `truong: ${late(1)}`,
    ]);
    expect(await mailedAt(third)).toEqual([
      `cn-hlu: ${late(3)}`,
      `lanh-dao: ${chase(3)}`,
      `qldd: ${late(3)}`,
      `tong-hop: ${chase(3)}`,
    ]);
    const mails = await desk.mails();
    expect(mails.find(({ to }) => to?.[0]?.address?.startsWith('qldd'))?.text).toContain('Nhắc lần ba');
    const office = mails.find(({ subject }) => subject?.includes('Cần đôn đốc'));
    expect(office?.attachments.map(({ filename }) => filename)).toEqual(['Q1-2024_cong-van-don-doc.docx']);
    expect(office?.text?.replaceAll(/\s+/g, ' ')).toContain(
      'Gửi Ban Dân vận Tỉnh ủy chậm nhất hết ngày 20/03/2024: đã quá 1 ngày làm việc.',
    );
    expect(office?.headers.find(({ key }) => key === 'x-auto-response-suppress')?.value).toBe('All');
    expect(await mailedAt(again)).toContain(`qldd: ${late(8)}`);
  });

  it('is not silenced by a rejected file, but by one that counts, nil, more time, and leaving out', async () => {
    await mailedAt(opening);
    await desk.filed({ unit: 'QLDD', receivedAt: before, reading: { state: 'rejected' } });
    expect(await mailedAt(before)).toHaveLength(2);
    const decided = async (unit: string, decision: object) => {
      const request = { period: 'Q1-2024', unit, reason: 'x', actor: 'VP', ...decision } as Parameters<
        typeof prepareDecision
      >[1];
      return recordDecision(desk.world, await prepareDecision(desk.world, request));
    };
    const { decision } = await decided('QLDD', { kind: 'extension', until: '2024-03-25' });
    expect(await mailedAt(after)).toEqual([`cn-hlu: ${late(1)}`, `truong: ${late(1)}`]);
    await desk.filed({ unit: 'CN-HLU', receivedAt: after });
    expect(await mailedAt(third)).toEqual([
      `lanh-dao: ${chase(1)}`,
      `qldd: ${soon(2)}`,
      `tong-hop: ${chase(1)}`,
    ]);
    expect(await mailedAt(again)).toContain(`qldd: ${late(3)}`);
    await decided('QLDD', { kind: 'undo', undone: decision });
    await decided('QLDD', { kind: 'nil' });
    await decided('VPS', { kind: 'exclude-unit' });
    expect(await mailedAt('2024-04-04T08:00:00+07:00')).toEqual([]);
  });

  describe('of a unit that has until a day of its own', () => {
    const decided = async (decision: object) => {
      const request = {
        period: 'Q1-2024',
        unit: 'QLDD',
        reason: 'x',
        actor: 'VP',
        ...decision,
      } as Parameters<typeof prepareDecision>[1];
      return (await recordDecision(desk.world, await prepareDecision(desk.world, request))).decision;
    };
    const lastOf = async () => {
      const regime = await readCurrent();
      const period = regime.periods.find(({ id }) => id === 'Q1-2024');
      if (!period) throw new Error('the sample regime has its first quarter');
      return lastReminders(desk.world, regime, period)('QLDD');
    };
    const readCurrent = async () => {
      const [current] = await readCurrentRegimes(desk.world.table);
      return readRegimeVersion(desk.world.store, current?.hash ?? '');
    };

    it('takes its steps before and behind that day, and none of the others’', async () => {
      await mailedAt('2024-03-15T09:00:00+07:00');
      await decided({ kind: 'extension', until: '2024-03-25' });
      expect(await mailedAt(after)).toEqual([`cn-hlu: ${late(1)}`, `truong: ${late(1)}`]);
      expect(await mailedAt(third)).toContain(`qldd: ${soon(2)}`);
      expect((await lastOf()).at?.slice(0, 10)).toBe('2024-03-21');
      // Run again, it says nothing twice.
      expect(await mailedAt(third)).toEqual([]);
      // A day on which nobody else is reminded.
      expect(await mailedAt('2024-03-26T08:00:00+07:00')).toEqual([`qldd: ${late(1)}`, `truong: ${late(1)}`]);
      expect(await mailedAt('2024-03-26T08:00:00+07:00')).toEqual([]);
      expect((await lastOf()).at?.slice(0, 10)).toBe('2024-03-26');
      expect(await mailedAt(again)).toContain(`qldd: ${late(3)}`);
    });

    it('is foretold, and taken back it is chased with all others; what went is known all the same', async () => {
      await mailedAt('2024-03-15T09:00:00+07:00');
      const undone = await decided({ kind: 'extension', until: '2024-03-25' });
      const told = async () => {
        const { mails } = await comingMails(desk.world, '2024-03-29T00:00:00+07:00');
        return mails.flatMap(({ kind, at, to }) =>
          kind === 'reminder' && to.includes('QLDD') ? [at.slice(0, 10)] : [],
        );
      };
      expect(await told()).toEqual(['2024-03-21', '2024-03-26', '2024-03-28']);
      await mailedAt(third);
      await decided({ kind: 'undo', undone });
      expect(await told()).toEqual(['2024-03-28']);
      expect((await lastOf()).at?.slice(0, 10)).toBe('2024-03-21');
    });

    it('is not sent where another day was given before its turn came, nor one of before the day was given', async () => {
      await mailedAt('2024-03-15T09:00:00+07:00');
      await decided({ kind: 'extension', until: '2024-03-25' });
      desk.setNow(third);
      await schedule(third);
      await decided({ kind: 'extension', until: '2024-03-29' });
      expect((await mailedAt(third)).filter((mail) => mail.startsWith('qldd: Nhắc'))).toEqual([]);
      // Two working days before the 22nd were on the 20th, and this is decided on the 21st.
      await decided({ kind: 'extension', until: '2024-04-01' });
      const { mails } = await comingMails(desk.world, '2024-03-31T00:00:00+07:00');
      expect(mails.filter(({ to }) => to.includes('QLDD')).map(({ at }) => at.slice(0, 10))).toEqual([
        '2024-03-28',
      ]);
    });

    it('hears of several reports in one mail, which has its name whichever of them came by a second run', async () => {
      const day = '2024-03-25';
      const own = { day, since: '2024-03-14T01:00:00.000Z', units: ['QLDD'] };
      const work = (period: Period) =>
        ({ kind: 'reminder', at: third, period, to: ['clerk'], words: null, own }) as const;
      const [first] = (await readCurrent()).periods;
      if (!first) throw new Error('the sample regime has its first quarter');
      const works = [work(first), work({ ...first, id: 'X1-2024' })];
      const mails = async () =>
        (await remindersDue(desk.world, await readCurrent(), { at: third, lead: null, works })).mails;
      desk.setNow(before);
      expect(await mails()).toMatchObject([{ period: 'Q1-2024', periods: ['Q1-2024', 'X1-2024'] }]);
      await desk.filed({ unit: 'QLDD', receivedAt: after });
      expect(await mails()).toMatchObject([{ period: 'Q1-2024', periods: ['X1-2024'] }]);
    });

    it('names no mail of others anew where a day was given between two runs of one hour', async () => {
      await mailedAt('2024-03-15T09:00:00+07:00');
      expect(await mailedAt(after)).toHaveLength(4);
      await decided({ kind: 'extension', until: '2024-03-25' });
      expect(await mailedAt(after)).toEqual([]);
    });
  });

  it('asks each unit once, however often the hour is run, and in one mail where it owes several', async () => {
    const { regime } = desk;
    const same = regime.periods.flatMap((period) =>
      period.id === 'Q1-2024'
        ? [period, { ...period, id: 'X1-2024', title: { vi: 'Báo cáo thêm', en: 'X' } }]
        : [],
    );
    const units = regime.units.filter(({ code }) => ['QLDD', 'CN-HLU'].includes(code));
    const reminders = { at: '08:00', workingDays: [1] };
    const periods = [...same, ...regime.periods.slice(2)];
    await applyRegime(desk.world, { ...regime, units, periods, reminders });
    await desk.filed({ unit: 'CN-HLU', receivedAt: before });
    expect(await mailedAt(after)).toEqual([
      'cn-hlu: Đôn đốc báo cáo thêm: đã quá hạn 1 ngày làm việc',
      'qldd: Đôn đốc 2 báo cáo chưa nộp: báo cáo quý I và kỳ khác',
    ]);
    const digest = (await desk.mails()).find(({ to }) => to?.[0]?.address?.startsWith('qldd'));
    const links = [...(digest?.text ?? '').matchAll(/\/u#(\w+)/g)].map(([, token]) => token);
    expect(new Set(links).size).toBe(2);
    expect(await mailedAt(after)).toEqual([]);
  });

  it('does not ask who has left', async () => {
    await chasing({ units: { validTo: '2024-03-15' } });
    await mailedAt(opening);
    expect(await mailedAt(before)).toHaveLength(2);
    expect(await mailedAt(after)).toEqual([]);
  });

  it('does not tell who left, or filed, between the opening on a day off and its mail', async () => {
    await chasing({ units: { validTo: '2024-03-03' }, period: { opens: '2024-03-02' } });
    await mailedAt('2024-03-02T08:00:00+07:00');
    await desk.filed({ unit: 'VPS', receivedAt: '2024-03-02T09:00:00+07:00' });
    expect(await mailedAt('2024-03-04T08:00:00+07:00')).toEqual([]);
  });

  it('names the mails of an hour by its first period, whether or not that one is sent now', () => {
    const [first, second] = desk.regime.periods.slice(0, 2);
    if (!first || !second) throw new Error('the sample regime has periods');
    const work = (period: typeof first) =>
      ({ kind: 'reminder', at: after, period, to: ['clerk'], words: null }) as const;
    expect(byHour([work(second)], [work(first), work(second)])).toMatchObject([
      { at: after, lead: first.id, works: [{ period: { id: second.id } }] },
    ]);
    expect(byHour([work(first), work(second)])).toMatchObject([{ lead: first.id, works: [{}, {}] }]);
  });

  it('is queued once for a unit that the regime no longer has, in the words of the last step that has any', async () => {
    const [period] = desk.regime.periods.filter(({ id }) => id === 'Q1-2024');
    if (!period) throw new Error('the sample regime has its first quarter');
    await openPeriod(desk.world.table, period.id, ['GONE', 'QLDD']);
    const words = { vi: 'Nhắc lần ba', en: 'Third' };
    const work = (more: object) =>
      ({ kind: 'reminder', at: third, period, to: ['clerk', 'head'], words: null, ...more }) as const;
    const hour = { at: third, lead: period.id, works: [work({ words }), work({})] };
    const { mails, held } = await remindersDue(desk.world, desk.regime, hour);
    expect(held).toEqual([]);
    expect(mails.map(({ unit, contact, words: said }) => [unit, contact, said])).toEqual([
      ['GONE', undefined, words],
      ['QLDD', undefined, words],
    ]);
  });

  it('holds back nothing of what goes to the office alone', async () => {
    const [period] = desk.regime.periods.filter(({ id }) => id === 'Q1-2024');
    if (!period) throw new Error('the sample regime has its first quarter');
    desk.setNow(before);
    const hold = { kind: 'hold-reminders', unit: 'QLDD', until: '2024-03-22' } as const;
    const asked = { ...hold, period: period.id, reason: 'Hẹn nộp', actor: 'VP' };
    await recordDecision(desk.world, await prepareDecision(desk.world, asked));
    const heldOf = async (...to: ('clerk' | 'office')[]) => {
      const works = [{ kind: 'reminder', at: third, period, to, words: null }] as const;
      const { held } = await remindersDue(desk.world, desk.regime, { at: third, lead: period.id, works });
      return held.map(({ unit }) => unit);
    };
    expect(await heldOf('clerk', 'office')).toEqual(['QLDD']);
    expect(await heldOf('office')).toEqual([]);
  });
});
