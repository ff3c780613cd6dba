import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { describe, expect, it } from 'vitest';
import { inboxApp } from '../../../../infra/local/inbox/app.ts';
import { temporaryFolder } from '../fixture/cloud.ts';

/** An inbox with these mails, the oldest first. */
async function inboxWith(...mails: ConstructorParameters<typeof MailComposer>[0][]) {
  const folder = await temporaryFolder();
  for (const [index, mail] of mails.entries()) {
    const source = await new MailComposer({
      from: 'Văn phòng <office@example.org>',
      date: new Date(0),
      ...mail,
    })
      .compile()
      .build();
    await writeFile(join(folder, `2024-03-19-${index}.eml`), source);
  }
  const app = inboxApp(folder, 'Asia/Ho_Chi_Minh');
  return {
    page: async (path: string) => (await app.request(path)).text(),
    get: async (path: string) => app.request(path),
  };
}

const receipt = {
  to: 'a@example.org',
  subject: 'Đã tiếp nhận báo cáo',
  text: 'Kính gửi',
  html: '<p>Kính gửi <a href="http://127.0.0.1/u">liên kết</a></p>',
  attachments: [{ filename: 'Báo cáo.docx', content: 'PK', contentType: 'application/zip' }],
};

describe('the inbox', () => {
  it('lists the mails newest first, for everybody or for one recipient', async () => {
    const { get } = await inboxWith(receipt, { to: 'b@example.org', subject: 'Nhắc nộp' });
    const subjects = async (path: string) =>
      ((await (await get(path)).json()) as { subject: string }[]).map(({ subject }) => subject);
    expect(await subjects('/api/mails')).toEqual(['Nhắc nộp', 'Đã tiếp nhận báo cáo']);
    expect(await subjects('/api/mails?to=a@example.org')).toEqual(['Đã tiếp nhận báo cáo']);
  });

  it('writes dates as its readers do, on the day it was in Lạng Sơn', async () => {
    const { page } = await inboxWith({ ...receipt, date: new Date('2024-03-18T17:05:00Z') });
    for (const path of ['/', '/mails/2024-03-19-0'])
      expect(await page(path)).toContain('<time datetime="2024-03-18T17:05:00.000Z">19/03/2024 00:05</time>');
  });

  it('tells a mail in full as JSON', async () => {
    const { get } = await inboxWith(receipt);
    expect(await (await get('/api/mails/2024-03-19-0')).json()).toMatchObject({
      from: 'office@example.org',
      to: ['a@example.org'],
      text: expect.stringContaining('Kính gửi'),
      html: expect.stringContaining('liên kết'),
      attachments: [{ name: 'Báo cáo.docx', type: 'application/zip', size: 2 }],
    });
    expect((await get('/api/mails/none')).status).toBe(404);
  });

  it('shows the HTML in a frame that runs nothing and loads nothing', async () => {
    const { page, get } = await inboxWith({ ...receipt, html: '<script>alert(1)</script>"><b>x</b>' });
    const shown = await page('/mails/2024-03-19-0');
    expect(shown).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;');
    expect(shown).not.toContain('<script>');
    expect((await get('/')).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('puts the pictures of a mail into the mail', async () => {
    const picture = { filename: 'p.png', cid: 'p@x', content: Buffer.from([1, 2]), contentType: 'image/png' };
    const { get } = await inboxWith({ ...receipt, html: '<img src="cid:p@x">', attachments: [picture] });
    const { html } = (await (await get('/api/mails/2024-03-19-0')).json()) as { html: string };
    expect(html.trim()).toBe('<img src="data:image/png;base64,AQI=">');
  });

  it('shows the text and the source of a mail, escaped', async () => {
    const { page } = await inboxWith({ ...receipt, text: 'a < b' });
    expect(await page('/mails/2024-03-19-0?view=text')).toContain('a &lt; b');
    expect(await page('/mails/2024-03-19-0?view=source')).toContain('From: =?UTF-8?');
  });

  it('hands attachments out under their own names, documents as downloads', async () => {
    const { get } = await inboxWith(receipt);
    const answer = await get('/mails/2024-03-19-0/attachments/0');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx",
    );
    expect(await answer.text()).toBe('PK');
    expect((await get('/mails/2024-03-19-0/attachments/7')).status).toBe(404);
  });

  it('reads nothing outside its folder', async () => {
    const { get } = await inboxWith(receipt);
    for (const path of ['/mails/..%2f..%2fetc%2fpasswd', '/mails/..%2F2024-03-19-0/source']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});
