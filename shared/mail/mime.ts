/** A mail as the bytes that SES takes. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import * as z from 'zod';
import { MailRefused } from '../ports/mailer.ts';
import { oneLine } from './layout/visible-text.ts';
import { fitsInMail, type Mail } from './mail.ts';

export interface Envelope {
  /** An address, or a name with an address: `Văn phòng Sở <bao-cao@…>`. */
  readonly from: string;
  /** The office's address: answers go to people. */
  readonly replyTo: string;
  /** Without angle brackets. SES puts its own in place when the mail goes out. */
  readonly messageId: string;
  /** ISO 8601. */
  readonly date: string;
  /** Makes the MIME boundaries; the same seed gives the same bytes. */
  readonly boundarySeed: string;
}

const Address = z.email();

/**
 * The same mail and envelope always give the same bytes. Throws MailRefused where the recipient is not exactly one
 * address, or where the attachments are over `attachmentLimit` (links must then stand in their place).
 */
export async function composeMime(mail: Mail, envelope: Envelope): Promise<Uint8Array> {
  const to = Address.safeParse(oneLine(mail.to));
  if (!to.success) throw new MailRefused('the recipient is not one e-mail address', { cause: to.error });
  const sizes = mail.attachments.map(({ bytes }) => bytes.length);
  if (!fitsInMail(sizes)) {
    throw new MailRefused(`attachments of ${sizes.join(' + ')} bytes are too large for a mail`);
  }
  const composer = new MailComposer({
    from: oneLine(envelope.from),
    to: { name: '', address: to.data },
    replyTo: oneLine(envelope.replyTo),
    subject: oneLine(mail.subject),
    messageId: `<${oneLine(envelope.messageId)}>`,
    date: new Date(envelope.date),
    // RFC 3834 keeps out-of-office replies and other machines from answering; Exchange goes by its own header.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: mail.text,
    html: mail.html,
    // Vietnamese in quoted-printable takes three bytes for each byte beyond ASCII.
    textEncoding: 'base64',
    attachments: mail.attachments.map(({ fileName, contentType, bytes }) => ({
      filename: oneLine(fileName),
      contentType: oneLine(contentType),
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    // A boundary has at most 70 characters of a small alphabet; a seed may be anything.
    baseBoundary: createHash('sha256').update(envelope.boundarySeed).digest('hex').slice(0, 24),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}
