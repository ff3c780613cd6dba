/** Mails as short as can be, for whoever plays thousands of weeks: what decides whether one goes is the real rule. */
import { amendmentLetter, amendmentNoticeLetter } from '../../functions/deliver/letters/amendment.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
} from '../../functions/deliver/letters/letter.ts';
import { reminderLetter } from '../../functions/deliver/letters/reminder.ts';
import type { Mail } from '../../shared/mail/mail.ts';
import type { Envelope } from '../../shared/mail/mime.ts';
import { readSummary } from '../../shared/office/report/summarise.ts';
import type { Message, OutboxRow } from '../../shared/records/rows.ts';
import { readManifest } from '../../shared/records/runs.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { smallRegime } from './regime.ts';

export async function writePlainLetter(
  dependencies: LetterDependencies,
  { message }: OutboxRow,
): Promise<Letter | null> {
  if (message.kind === 'reminder' && (await reminderLetter(dependencies, message)) === null) return null;
  // It takes effect as it is written.
  if (message.kind === 'amendment' && (await amendmentLetter(dependencies, message)) === null) return null;
  if (message.kind === 'amendment-notice') return amendmentNoticeLetter(dependencies, message);
  // A summary that cannot be made of its manifest must not pass for a mail; one manifest is one summary.
  if ('run' in message) {
    const made = summaries.get(dependencies.store) ?? new Set();
    summaries.set(dependencies.store, made);
    const manifest = await readManifest(dependencies.store, message.run);
    if (!made.has(message.run)) await readSummary(dependencies.store, manifest);
    made.add(message.run);
  }
  const mail: Mail = {
    to: addressOf(message, await currentRegime(dependencies, smallRegime.id)),
    subject: message.kind,
    html: '<p>.</p>',
    text: '.',
    attachments: [],
  };
  return { mail, replyTo: smallRegime.office.replyTo };
}

/** As little as a mail service takes, and whose it is. */
export async function composePlainly(mail: Mail, { from, messageId }: Envelope): Promise<Uint8Array> {
  const head = [`From: ${from}`, `To: ${mail.to}`, `Message-ID: <${messageId}>`, `Subject: ${mail.subject}`];
  return new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n${mail.text}`);
}

const summaries = new WeakMap<object, Set<string>>();

function addressOf(message: Message, { units, office }: Regime): string {
  if ('contact' in message && message.contact) return message.contact;
  const recipient = 'recipient' in message ? message.recipient : null;
  const found =
    recipient === null
      ? units.find((unit) => 'unit' in message && unit.code === message.unit)
      : office.recipients.find(({ id }) => id === recipient);
  if (!found) throw new Error(`nobody is meant by ${JSON.stringify(message)}`);
  return found.email;
}
