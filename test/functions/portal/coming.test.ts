import { expect, it } from 'vitest';
import { Coming } from '../../../functions/portal/contract/coming.ts';
import { comingMails } from '../../../shared/office/chase/coming-mails.ts';
import { changeAddress } from '../../../shared/records/addresses.ts';
import { aDesk } from './a-desk.ts';

it('shows the office every mail of the next 90 days, by the code that sends them, and who gets none by itself', async () => {
  const desk = await aDesk('2024-03-15T08:00:00+07:00');
  const browser = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' })).token);
  const { mails, byHand } = Coming.parse((await browser.get('/api/office/coming')).json);
  const sent = await comingMails(desk.world, '2024-06-13T01:00:00.000Z');
  expect(mails.map(({ kind, count }) => [kind, count])).toEqual(
    sent.mails.map(({ kind, to }) => [kind, to.length]),
  );
  expect(mails.length).toBeGreaterThan(2);
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
  await changeAddress(desk.world.table, 'qldd@units.example', () => ({
    ...{ state: 'bounced', kind: 'hard', failed: [], by: 'x', said: '550', withheld: [] },
    since: desk.world.clock.now(),
  }));
  const browser = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' })).token);
  const { mails, unreminded } = Coming.parse((await browser.get('/api/office/coming')).json);
  const reminder = mails.find(({ kind }) => kind === 'reminder');
  expect(reminder?.kept).toEqual(['Phòng Quản lý đất đai']);
  expect(reminder?.to).not.toContain('Phòng Quản lý đất đai');
  expect(unreminded).toEqual(desk.regime.units.filter(({ reminded }) => !reminded).map(({ name }) => name));
  expect(unreminded).not.toEqual([]);
});
