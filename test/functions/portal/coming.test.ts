import { expect, it } from 'vitest';
import { Coming } from '../../../functions/portal/contract/coming.ts';
import { applyRegime } from '../../../infra/admin/regime.ts';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { enqueueMail } from '../../../shared/office/enqueue-mail.ts';
import { changeAddress } from '../../../shared/records/addresses.ts';
import { closeMessage, outboxId } from '../../../shared/records/outbox.ts';
import { advanceWatermark } from '../../../shared/records/runs.ts';
import type { Unit } from '../../../shared/regime/regime.ts';
import { aDesk, type DeskWorld, decidingBrowser } from './a-desk.ts';

const comingTo = async (desk: DeskWorld, recipient = 'LANHDAO') => {
  const browser = desk.browser((await desk.tokenOf({ kind: 'office', recipient })).token);
  return Coming.parse((await browser.get('/api/office/coming')).json);
};
const bounced = (desk: DeskWorld, address: string) =>
  changeAddress(desk.world.table, address, () => ({
    ...{ state: 'bounced', kind: 'hard', failed: [], by: 'x', said: '550', withheld: [] },
    since: desk.world.clock.now(),
  }));

it('shows the office every mail of the next 90 days, by the code that sends them, and who gets none by itself', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const { mails, byHand } = await comingTo(desk);
  const sent = await comingMails(desk.world, '2024-06-13T01:00:00.000Z');
  expect(mails.map(({ kind, count }) => [kind, count])).toEqual(
    sent.mails.map(({ kind, to }) => [kind, to.length]),
  );
  expect(mails.length).toBeGreaterThan(2);
  // Whoever can be held back, each once, however many addresses it has.
  const asked = mails.find(({ at, kind }) => kind === 'reminder' && at.startsWith('2024-03-19'));
  expect([asked?.unitCount, asked?.units.length, asked?.count]).toEqual([13, 13, 17]);
  // By name, and whoever is not the registered address with role and address.
  const chased = mails.find(
    ({ kind, to }) => kind === 'reminder' && to.some((each) => each.includes('lãnh đạo')),
  );
  expect(chased?.to).toContain('Phòng Quản lý đất đai');
  expect(chased?.titles).toEqual(['Báo cáo quý I năm 2024']);
  expect(mails.find(({ kind }) => kind === 'final')).toMatchObject({
    ...{ periods: ['Q1-2024'], at: '2024-03-19T09:00:00+07:00' },
    to: ['Lãnh đạo Sở', 'Chuyên viên tổng hợp, Văn phòng Sở'],
  });
  expect(byHand).toEqual(['Ban Dân vận Tỉnh ủy']);
});

it('says whose mail is kept since the address returns it, and who is reminded of nothing', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  await bounced(desk, 'qldd@units.example');
  await bounced(desk, 'lanh-dao@stnmt.example');
  // One that only once took nothing gets its mail.
  await changeAddress(desk.world.table, 'khtc@units.example', () => ({
    ...{ state: 'doubtful', kind: 'soft', failed: ['m'], by: null, said: 'full', withheld: [] },
    since: desk.world.clock.now(),
  }));
  const { mails, unreminded } = await comingTo(desk);
  expect(mails.find(({ kind }) => kind === 'announcement')).toMatchObject({
    kept: ['Phòng Quản lý đất đai'],
    to: expect.arrayContaining(['Phòng Kế hoạch - Tài chính']),
  });
  expect(mails.find(({ kind }) => kind === 'final')).toMatchObject({
    ...{ kept: ['Lãnh đạo Sở'], to: ['Chuyên viên tổng hợp, Văn phòng Sở'] },
  });
  const reminder = mails.find(({ kind }) => kind === 'reminder');
  expect(reminder).toMatchObject({ kept: ['Phòng Quản lý đất đai'], keptCount: 1 });
  expect(reminder?.to).not.toContain('Phòng Quản lý đất đai');
  expect(unreminded).toEqual(desk.regime.units.filter(({ reminded }) => !reminded).map(({ name }) => name));
  expect(unreminded).not.toEqual([]);
});

it('tells of a mail that nobody gets as all of it is kept, by number beyond the names', async () => {
  const desk = await aDesk('2024-02-01T08:00:00+07:00');
  const [first] = desk.regime.units;
  if (!first) throw new Error('the regime has units');
  const { contacts: _, ...alike } = first;
  const units = Array.from({ length: 25 }, (_, n) => ({
    ...alike,
    ...{ code: `DV${n}`, name: `Đơn vị ${n}`, email: `dv${n}@units.example`, reminded: true },
  }));
  await applyRegime(desk.world, { ...desk.regime, units });
  for (const { email } of units) await bounced(desk, email);
  const { mails } = await comingTo(desk);
  const reminder = mails.find(({ kind, periods }) => kind === 'reminder' && periods.includes('Q1-2024'));
  expect(reminder).toMatchObject({ count: 0, to: [], keptCount: 25, units: [], unitCount: 0 });
  expect(reminder?.kept).toHaveLength(20);
});

it('takes no recipient of the office for the unit of the same code, nor one unit’s head for another’s', async () => {
  const desk = await aDesk('2024-02-01T08:00:00+07:00');
  const email = 'chung@units.example';
  const changed: Readonly<Record<string, Partial<Unit>>> = {
    QLDD: { contacts: [{ role: 'head', email }] },
    TTRA: { contacts: [{ role: 'clerk', email }] },
    KHTC: { code: 'LANHDAO' },
  };
  await applyRegime(desk.world, {
    ...desk.regime,
    units: desk.regime.units.map((unit) => ({ ...unit, contacts: [], ...changed[unit.code] })),
    reminders: { at: '08:00', workingDays: [], steps: [{ workingDay: 0, to: ['clerk', 'head'] }] },
  });
  await bounced(desk, 'khtc@units.example');
  const { mails } = await comingTo(desk, 'VANPHONG');
  const reminder = mails.find(({ kind, periods }) => kind === 'reminder' && periods.includes('Q1-2024'));
  expect(reminder?.to).toContain(`Phòng Quản lý đất đai (lãnh đạo đơn vị, ${email})`);
  expect(reminder?.to).toContain(`Thanh tra Sở (${email})`);
  expect(reminder?.kept).toEqual(['Phòng Kế hoạch - Tài chính']);
  await bounced(desk, email);
  const again = (await comingTo(desk, 'VANPHONG')).mails.find(({ at }) => at === reminder?.at);
  expect(again?.to).not.toContain(`Thanh tra Sở (${email})`);
  expect(again?.kept).toEqual(
    expect.arrayContaining([
      ...[`Phòng Quản lý đất đai (lãnh đạo đơn vị, ${email})`, `Thanh tra Sở (${email})`],
    ]),
  );
  expect(mails.find(({ kind, periods }) => kind === 'final' && periods.includes('Q1-2024'))).toMatchObject({
    ...{ to: ['Lãnh đạo Sở', 'Chuyên viên tổng hợp, Văn phòng Sở'], kept: [] },
  });
});

it('has no line where nobody is left to be reminded or chased, nor of another regime', async () => {
  const desk = await aDesk('2024-02-01T08:00:00+07:00');
  const units = desk.regime.units.filter(({ code }) => code === 'QLDD');
  await applyRegime(desk.world, { ...desk.regime, units });
  desk.setNow('2024-03-15T08:00:00+07:00');
  const kinds = async (only: string | null = null) => {
    const { mails } = await comingMails(desk.world, '2024-03-20T00:00:00.000Z', only);
    return mails.filter(({ periods }) => periods.includes('Q1-2024')).map(({ kind }) => kind);
  };
  expect(await kinds()).toEqual(expect.arrayContaining(['reminder', 'chase', 'final']));
  expect(await kinds('another')).toEqual([]);
  await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-14T08:00:00+07:00' });
  expect(await kinds()).toEqual(expect.not.arrayContaining(['reminder']));
  expect(await kinds()).not.toContain('chase');
  const { mails } = await comingMails(desk.world, '2024-03-20T00:00:00.000Z');
  expect(mails.filter(({ to, kept, held }) => to.length + kept.length + held.length === 0)).toEqual([]);
});

it('tells what the schedule missed, without whom a press has reminded today, who is reminded again in days', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  desk.setNow('2024-03-19T06:30:00+07:00');
  const clerk = await decidingBrowser(desk);
  const reason = 'Sắp đến hạn';
  await clerk.post('/api/office/reminders', { period: 'Q1-2024', units: ['QLDD'], reason });
  const { mails } = await comingMails(desk.world, '2024-03-22T00:00:00.000Z');
  const reminded = (day: string) =>
    mails.find(({ kind, at }) => kind === 'reminder' && at.startsWith(day))?.to ?? [];
  expect(reminded('2024-03-18')).toContain('TTRA');
  expect(reminded('2024-03-18')).not.toContain('QLDD');
  expect(reminded('2024-03-21')).toContain('QLDD');
});

it('tells of one mail today of what was missed and comes again today, as one goes', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  await advanceWatermark(desk.world.table, desk.regime.id, '2024-03-17T23:00:00.000Z');
  desk.setNow('2024-03-19T05:30:00+07:00');
  const { mails } = await comingMails(desk.world, '2024-03-22T00:00:00.000Z');
  const told = (kind: string, who: string) =>
    mails.flatMap(({ kind: each, at, periods, to }) =>
      each === kind && periods.includes('Q1-2024') && to.includes(who) ? [at.slice(0, 10)] : [],
    );
  expect(told('reminder', 'QLDD').slice(0, 2)).toEqual(['2024-03-18', '2024-03-21']);
});

it('tells of no mail to one of the office whom a late one has told on that day who owes', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const { table } = desk.world;
  const [before, late, today] = ['2024-04-11T01:00:00.000Z', '2024-04-22T23:00:00.000Z', '2024-04-23T01'];
  desk.setNow('2024-04-23T06:30:00+07:00');
  await advanceWatermark(table, desk.regime.id, late);
  const chased = async () => {
    const { mails } = await comingMails(desk.world, '2024-04-30T00:00:00.000Z');
    const chases = mails.filter(
      ({ kind, at }) => kind === 'chase' && new Date(at).toISOString().startsWith(today),
    );
    return chases.map(({ to }) => to);
  };
  expect(await chased()).toEqual([['LANHDAO', 'VANPHONG']]);
  const periods = desk.regime.periods.map(({ id }) => id);
  const about = { regime: desk.regime.id, periods, recipient: 'VANPHONG', scheduledAt: before };
  const message = { kind: 'chase' as const, ...about };
  await enqueueMail(desk.world, message);
  const to = desk.regime.office.recipients.find(({ id }) => id === about.recipient)?.email ?? '';
  const went = { state: 'sent', at: late, sesMessageId: 'm', to } as const;
  await closeMessage(table, outboxId(message), { ...went, said: periods });
  expect(await chased()).toEqual([['LANHDAO']]);
});

it('sends those above the report by the schedule only where the regime says so and somebody has filed', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  await applyRegime(desk.world, { ...desk.regime, upward: 'on-schedule' });
  const above = async () => {
    const { mails } = await comingMails(desk.world, '2024-03-20T00:00:00.000Z');
    return mails.find(({ kind }) => kind === 'final')?.to;
  };
  expect(await above()).toEqual(['LANHDAO', 'VANPHONG']);
  await desk.filed({ unit: 'QLDD', receivedAt: '2024-03-15T07:00:00+07:00', reading: { state: 'rejected' } });
  expect(await above()).toEqual(['LANHDAO', 'VANPHONG']);
  await desk.filed({ unit: 'TTRA', receivedAt: '2024-03-15T07:00:00+07:00' });
  expect(await above()).toEqual(['LANHDAO', 'VANPHONG', 'BDVTU']);
});

it('foretells by the regime’s steps when a unit that is given until a day would be reminded first', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const { token } = await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' });
  const next = async (until: string) =>
    (await desk.browser(token).get(`/api/office/periods/Q1-2024/reminders/${until}`)).json;
  // Five working days before, then two; of those that have passed none.
  expect(await next('2024-03-29')).toEqual({ next: '2024-03-22T08:00:00+07:00' });
  expect(await next('2024-03-20')).toEqual({ next: '2024-03-18T08:00:00+07:00' });
  expect(await next('2024-03-18')).toEqual({ next: '2024-03-18T08:00:00+07:00' });
  expect((await next('20-3')).code).toBe('DATE_INVALID');
});
