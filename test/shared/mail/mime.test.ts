import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { attachmentLimit, fitsInMail, type Mail } from '../../../shared/mail/mail.ts';
import { composeMime } from '../../../shared/mail/mime.ts';
import { MailRefused } from '../../../shared/ports/mailer.ts';

const envelope = {
  from: 'Sở Tài nguyên và Môi trường <bao-cao@stnmt.example>',
  replyTo: 'van-phong@stnmt.example',
  messageId: 'summary-1@stnmt.example',
  date: '2024-03-19T09:00:00+07:00',
  boundarySeed: 'summary#2024-03-19T09:00:00+07:00#VANPHONG',
};

const mail: Mail = {
  to: 'tong-hop@stnmt.example',
  subject: '[Dân vận 2024] Quý I: 12/14 đơn vị đã gửi (85,7%), 1 muộn, 1 chưa gửi',
  html: `<p>Kính gửi Văn phòng Sở</p>${'đ'.repeat(3000)}`,
  text: 'Kính gửi Văn phòng Sở\n',
  attachments: [
    {
      fileName: 'Báo cáo tổng hợp quý I.docx',
      contentType: 'application/x-docx',
      bytes: Uint8Array.of(0, 1, 13, 10, 255),
    },
  ],
};

const headOf = (raw: Uint8Array) => Buffer.from(raw).toString('latin1').split('\r\n\r\n')[0] ?? '';

describe('composing', () => {
  it('gives back what went in', async () => {
    const parsed = await PostalMime.parse(await composeMime(mail, envelope));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toMatchObject({
      name: 'Sở Tài nguyên và Môi trường',
      address: 'bao-cao@stnmt.example',
    });
    expect(parsed.to).toEqual([{ name: '', address: 'tong-hop@stnmt.example' }]);
    expect(parsed.replyTo).toMatchObject([{ address: 'van-phong@stnmt.example' }]);
    expect(parsed.messageId).toBe('<summary-1@stnmt.example>');
    expect(parsed.date).toBe('2024-03-19T02:00:00.000Z');
    expect(parsed.html?.trim()).toBe(mail.html);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['Báo cáo tổng hợp quý I.docx']);
    const content = parsed.attachments[0]?.content;
    expect(content instanceof ArrayBuffer ? [...new Uint8Array(content)] : content).toEqual([
      0, 1, 13, 10, 255,
    ]);
  });

  it('gives the same bytes for the same mail and envelope, and other boundaries for another seed', async () => {
    const once = await composeMime(mail, envelope);
    expect(await composeMime(mail, envelope)).toEqual(once);
    expect(await composeMime(mail, { ...envelope, boundarySeed: 'other' })).not.toEqual(once);
  });

  it('says that a machine wrote it', async () => {
    expect(headOf(await composeMime(mail, envelope))).toContain('Auto-Submitted: auto-generated');
  });

  it('is plain ASCII in lines of at most 998 characters, file names by RFC 2231', async () => {
    const raw = Buffer.from(await composeMime(mail, envelope)).toString('latin1');
    expect(raw).not.toMatch(/[^\x20-\x7e\r\n\t]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(raw).toContain("filename*0*=utf-8''B%C3%A1o");
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('lets no line break into the headers', async () => {
    const attack = 'x\r\nBcc: all@evil.example\r\n\r\n<script>';
    const raw = await composeMime(
      {
        ...mail,
        subject: attack,
        attachments: [
          { fileName: `${attack}.docx`, contentType: `a/b\r\nX-Evil: 1`, bytes: new Uint8Array(1) },
        ],
      },
      {
        ...envelope,
        replyTo: 'van-phong@stnmt.example\r\nBcc: all@evil.example',
        messageId: `a@b\r\nX-Evil: 1`,
      },
    );
    const lines = Buffer.from(raw).toString('latin1').split('\r\n');
    expect(lines.filter((line) => /^(bcc|x-evil)/i.test(line))).toEqual([]);
    const parsed = await PostalMime.parse(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toBe('x Bcc: all@evil.example <script>');
  });

  it.each(['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'A <a@b.example>'])(
    'refuses "%s" as recipient: it is not exactly one address',
    async (to) => {
      await expect(composeMime({ ...mail, to }, envelope)).rejects.toBeInstanceOf(MailRefused);
    },
  );
});

describe('attachments', () => {
  const attached = (size: number): Mail => ({
    ...mail,
    html: 'đ'.repeat(50_000),
    attachments: [{ fileName: 'a.docx', contentType: 'a/b', bytes: new Uint8Array(size) }],
  });

  it('at the limit stay below the 10 MB that SES takes', async () => {
    expect(fitsInMail([attachmentLimit])).toBe(true);
    expect((await composeMime(attached(attachmentLimit), envelope)).length).toBeLessThan(10_000_000);
  });

  it('over the limit are refused: links belong in their place', async () => {
    expect(fitsInMail([attachmentLimit, 1])).toBe(false);
    await expect(composeMime(attached(attachmentLimit + 1), envelope)).rejects.toBeInstanceOf(MailRefused);
  });
});
