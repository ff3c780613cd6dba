/** Mails as short as can be, for whoever plays thousands of weeks: what decides whether one goes is the real rule. */
import { noticeDue } from '../../functions/deliver/letters/amendment.ts';
import { stillChased } from '../../functions/deliver/letters/chase.ts';
import { isOfNoFile } from '../../functions/deliver/letters/decision.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
} from '../../functions/deliver/letters/letter.ts';
import { stillOwed } from '../../functions/deliver/letters/reminder.ts';
import type { Mail } from '../../shared/mail/mail.ts';
import type { Envelope } from '../../shared/mail/mime.ts';
import { bringIntoForce } from '../../shared/office/amend/bring-into-force.ts';
import { readSummary } from '../../shared/office/report/summarise.ts';
import { takeBackDraft } from '../../shared/office/report/take-back.ts';
import { readFilings } from '../../shared/records/filings.ts';
import type { Message, OutboxRow } from '../../shared/records/rows.ts';
import { readManifest } from '../../shared/records/runs.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { smallRegime } from './regime.ts';

export async function writePlainLetter(
  dependencies: LetterDependencies,
  { message }: OutboxRow,
): Promise<Letter | null> {
  const owed = message.kind === 'reminder' ? await stillOwed(dependencies, message) : undefined;
  const notice = message.kind === 'amendment-notice' ? await noticeDue(dependencies, message) : undefined;
  const chased = message.kind === 'chase' ? await stillChased(dependencies, message) : undefined;
  if (owed === null || notice === null || chased === null) return null;
  if (message.kind === 'decision' && (await isOfNothing(dependencies, message))) return null;
  // It takes effect as it is written.
  if (message.kind === 'amendment' && (await bringIntoForce(dependencies, message)) === null) return null;
  if (message.kind === 'draft-taken-back' && (await takeBackDraft(dependencies, message)) === null)
    return null;
  // A summary that cannot be made of its manifest must not pass for a mail; one manifest is one summary.
  if ('run' in message) {
    const made = summaries.get(dependencies.store) ?? new Set();
    summaries.set(dependencies.store, made);
    const manifest = await readManifest(dependencies.store, message.run);
    if (!made.has(message.run)) await readSummary(dependencies.store, manifest);
    made.add(message.run);
  }
  const mail: Mail = {
    to: notice?.email ?? addressOf(message, await currentRegime(dependencies, smallRegime.id)),
    subject: message.kind,
    html: '<p>.</p>',
    text: '.',
    attachments: [],
  };
  const said = owed?.duties ?? chased?.periods;
  return {
    mail,
    replyTo: smallRegime.office.replyTo,
    ...(said && { said: said.map(({ period }) => period.id) }),
  };
}

async function isOfNothing({ table }: LetterDependencies, about: MessageOf<'decision'>): Promise<boolean> {
  const filings = await readFilings(table, about.period, about.unit);
  const decision = filings.decisions.find((each) => each.decision === about.decision);
  if (!decision) throw new Error(`the decision ${about.decision} is not recorded`);
  return isOfNoFile(decision, filings);
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
