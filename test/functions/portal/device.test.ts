import { beforeEach, describe, expect, it } from 'vitest';
import { takeNotice } from '../../../shared/office/chase/bounces.ts';
import { revokeLink } from '../../../shared/records/links.ts';
import { codeMinutes } from '../../../shared/vocabulary/device-code.ts';
import { say } from '../../../shared/vocabulary/text.ts';
import { deciding } from '../../../shared/wording/page-deciding.ts';
import { aDesk, type Browser, type DeskWorld, decidingBrowser } from './a-desk.ts';

const morning = '2024-03-15T08:00:00+07:00';
const extension = {
  ...{ period: 'Q1-2024', kind: 'extension', units: ['QLDD'], until: '2024-03-25' },
  reason: 'Chờ số liệu',
};

let desk: DeskWorld;
let clerk: Browser;
let link: Awaited<ReturnType<DeskWorld['tokenOf']>>;
beforeEach(async () => {
  desk = await aDesk(morning);
  link = await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' });
  clerk = desk.browser(link.token);
});

const decide = (browser: Browser) => browser.post('/api/office/decisions', extension);
const enter = (browser: Browser, code: string) => browser.post('/api/office/device', { code });
const mailedCode = async (browser: Browser) => {
  await browser.post('/api/office/codes');
  await desk.sendCodes();
  return desk.newestCode();
};
/** Six digits that are none of these. */
const wrong = (...codes: string[]) =>
  ['000000', '111111', '222222', '333333'].find((each) => !codes.includes(each)) ?? '';

describe('deciding', () => {
  it('takes a code that is mailed to the recipient’s own address, and by nobody else’s device', async () => {
    expect(await decide(clerk)).toMatchObject({ status: 403, json: { code: 'CODE_NEEDED' } });
    const asked = await clerk.post('/api/office/codes');
    expect(asked.json).toEqual({ sentTo: 't…@stnmt.example' });
    await desk.sendCodes();
    expect(desk.world.mailer.sent.map(({ to }) => to)).toEqual(['tong-hop@stnmt.example']);
    const code = await desk.newestCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(await enter(clerk, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ status: 201 });
    expect((await decide(clerk)).status).toBe(201);
    expect((await decide(desk.browser(link.token))).json).toMatchObject({ code: 'CODE_NEEDED' });
  });

  it('lasts ten hours on that device, and the page is told until when', async () => {
    clerk = await decidingBrowser(desk);
    const until = '2024-03-15T11:00:00.000Z';
    expect((await clerk.get('/api/office')).json).toMatchObject({ role: 'decides', device: { until } });
    desk.setNow('2024-03-15T10:59:59Z');
    expect((await decide(clerk)).status).toBe(201);
    desk.setNow(until);
    expect((await decide(clerk)).json).toMatchObject({ code: 'CODE_NEEDED' });
    expect((await clerk.get('/api/office')).json).toMatchObject({ device: null });
  });

  it('keeps its leave where no script reads it and no other site sends it', async () => {
    const code = await mailedCode(clerk);
    const { headers, json } = await enter(clerk, code);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/; Max-Age=36000; Path=\/api\/office; HttpOnly; Secure; SameSite=Strict$/);
    const secret = [...clerk.jar.values()][0] ?? '?';
    expect(JSON.stringify(json)).not.toContain(secret);
    const kept = JSON.stringify(desk.world.table.rows());
    expect(kept).not.toContain(secret);
  });

  it('is bound to the link: the cookie of one opens nothing by another', async () => {
    clerk = await decidingBrowser(desk);
    const other = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
    for (const [name, value] of clerk.jar) other.jar.set(name, value);
    expect((await decide(other)).json).toMatchObject({ code: 'CODE_NEEDED' });
    // Under the name that the other link looks for.
    const asked = await mailedCode(other);
    await enter(other, asked);
    const [name = ''] = [...other.jar.keys()].filter((each) => !clerk.jar.has(each));
    other.jar.set(name, [...clerk.jar.values()][0] ?? '');
    expect((await decide(other)).json).toMatchObject({ code: 'CODE_NEEDED' });
  });

  it('ends with the link, and on every device at a press', async () => {
    clerk = await decidingBrowser(desk);
    expect((await clerk.post('/api/office/device/lock')).json).toEqual({ locked: 1 });
    expect((await decide(clerk)).json).toMatchObject({ code: 'CODE_NEEDED' });

    clerk = desk.browser(link.token);
    await enter(clerk, await mailedCode(clerk));
    await revokeLink(desk.world.table, link.link.hash, '2024-03-15T02:00:00Z');
    expect((await decide(clerk)).json).toMatchObject({ code: 'LINK_REVOKED' });
  });
});

describe('a code', () => {
  it('is good for ten minutes and once, and the mail, the page and a refusal say so', async () => {
    const code = await mailedCode(clerk);
    const [mail] = await desk.mails();
    expect(mail?.text).toContain('trong 10 phút');
    const onPage = { to: 't…@stnmt.example', minutes: codeMinutes };
    expect(say(deciding.codeSent, 'vi', onPage)).toContain('hạn 10 phút');
    desk.setNow('2024-03-15T08:10:00+07:00');
    const over = { code: 'CODE_NONE', message: expect.stringContaining('hạn 10 phút') };
    expect((await enter(clerk, code)).json).toMatchObject(over);
    desk.setNow('2024-03-15T08:09:59+07:00');
    expect((await enter(clerk, code)).status).toBe(201);
    expect((await enter(clerk, code)).json).toMatchObject({ code: 'CODE_NONE' });
  });

  it('works until it expires though a newer one was asked for', async () => {
    const first = await mailedCode(clerk);
    desk.setNow('2024-03-15T08:05:00+07:00');
    const second = await mailedCode(clerk);
    expect(second).not.toBe(first);
    expect((await enter(clerk, first)).status).toBe(201);
    expect((await enter(clerk, second)).status).toBe(201);
  });

  it('takes five tries, however many come at once', async () => {
    const code = await mailedCode(clerk);
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter(clerk, wrong(code))));
    const told = tries.map(({ json }) => json.code);
    expect(told.filter((each) => each === 'CODE_WRONG')).toHaveLength(5);
    expect(told.filter((each) => each === 'CODE_TRIES_SPENT')).toHaveLength(3);
    expect(await enter(clerk, code)).toMatchObject({ status: 429, json: { code: 'CODE_TRIES_SPENT' } });
  });

  it('is asked for three times an hour by one link, and another link is not made to wait', async () => {
    for (let n = 0; n < 3; n++) expect((await clerk.post('/api/office/codes')).status).toBe(201);
    expect(await clerk.post('/api/office/codes')).toMatchObject({
      status: 429,
      json: { code: 'TOO_MANY_CODES' },
    });
    const other = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'VANPHONG' })).token);
    expect((await other.post('/api/office/codes')).status).toBe(201);
    await desk.sendCodes();
    expect(desk.world.mailer.sent).toHaveLength(4);
    desk.setNow('2024-03-15T09:00:00+07:00');
    expect((await clerk.post('/api/office/codes')).status).toBe(201);
  });

  it('stands in no row, no message of a queue, no subject and no log', async () => {
    await clerk.post('/api/office/codes');
    const queued = [...desk.world.codes.bodies];
    expect(desk.world.outbox.bodies).toEqual([]);
    await desk.sendCodes();
    const code = await desk.newestCode();
    await enter(clerk, wrong(code));
    await enter(clerk, code);
    const everywhere = JSON.stringify([queued, desk.world.table.rows(), desk.logged]);
    expect(everywhere).toContain('CODE_SENT');
    for (const written of [code, `${code.slice(0, 3)} ${code.slice(3)}`])
      expect(everywhere).not.toContain(written);
    const [mail] = await desk.mails();
    expect(mail?.subject).not.toContain(code);
    expect(mail?.text).toContain('Đừng đưa mã cho ai');
  });

  it('that nobody waits for any more is not sent', async () => {
    await clerk.post('/api/office/codes');
    desk.setNow('2024-03-15T08:10:01+07:00');
    expect(await desk.sendCodes()).toEqual({ batchItemFailures: [] });
    expect(desk.world.mailer.sent).toEqual([]);
  });

  it('goes to no address at which nothing arrives, and proves one that was mended', async () => {
    const address = 'tong-hop@stnmt.example';
    await clerk.post('/api/office/codes');
    const failed = { what: 'hard', address, mail: 'm1', at: desk.world.clock.now(), said: '550' } as const;
    await takeNotice({ ...desk.world, logger: { info() {}, warn() {}, error() {} } }, failed);
    // Asked for before nothing arrived there any more.
    await desk.sendCodes();
    expect(desk.world.mailer.sent).toEqual([]);
    expect((await clerk.post('/api/office/codes')).json).toMatchObject({ code: 'ADDRESS_BOUNCED' });
    const own = (browser: Browser) =>
      browser.post('/api/office/addresses/own/mended', { reason: 'Đã dọn hộp thư' });
    expect((await own(clerk)).status).toBe(201);
    await mailedCode(clerk);
    expect(desk.world.mailer.sent).toMatchObject([{ to: address, isDoubtful: true }]);
  });

  it('is nothing that whoever only reads can have', async () => {
    const leader = desk.browser((await desk.tokenOf({ kind: 'office', recipient: 'LANHDAO' })).token);
    expect(await leader.post('/api/office/codes')).toMatchObject({
      status: 403,
      json: { code: 'ROLE_READS' },
    });
    expect((await enter(leader, '123456')).json).toMatchObject({ code: 'ROLE_READS' });
    expect((await decide(leader)).json).toMatchObject({ code: 'ROLE_READS' });
    expect((await leader.get('/api/office')).json).toMatchObject({ role: 'reads', device: null });
  });
});
