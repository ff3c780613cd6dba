/** Mails as short as can be, for whoever plays thousands of weeks: what decides whether one goes is the real rule. */
import type { Letter, LetterDependencies } from '../../functions/deliver/letters/letter.ts';
import { reminderLetter } from '../../functions/deliver/letters/reminder.ts';
import type { Mail } from '../../shared/mail/mail.ts';
import { readSummary } from '../../shared/office/summarise.ts';
import type { Message, OutboxRow } from '../../shared/records/rows.ts';
import { readManifest } from '../../shared/records/runs.ts';
import { smallRegime } from './regime.ts';

export async function writePlainLetter(
  dependencies: LetterDependencies,
  { message }: OutboxRow,
): Promise<Letter | null> {
  if (message.kind === 'reminder' && (await reminderLetter(dependencies, message)) === null) return null;
  // A summary that cannot be made of its manifest must not pass for a mail.
  if ('run' in message)
    await readSummary(dependencies.store, await readManifest(dependencies.store, message.run));
  const mail: Mail = {
    to: addressOf(message),
    subject: message.kind,
    html: '<p>.</p>',
    text: '.',
    attachments: [],
  };
  return { mail, replyTo: smallRegime.office.replyTo };
}

function addressOf(message: Message): string {
  const recipient = 'recipient' in message ? message.recipient : null;
  const found =
    recipient === null
      ? smallRegime.units.find((unit) => 'unit' in message && unit.code === message.unit)
      : smallRegime.office.recipients.find(({ id }) => id === recipient);
  if (!found) throw new Error(`nobody is meant by ${JSON.stringify(message)}`);
  return found.email;
}
