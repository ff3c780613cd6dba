import type { Edition } from '../../shared/filing/edition.ts';
import { issuedLast } from '../../shared/filing/edition.ts';
import { correctionMail } from '../../shared/mail/correction.ts';
import { issuedReportMail } from '../../shared/mail/issued-report.ts';
import { fitsInMail, type Mail } from '../../shared/mail/mail.ts';
import { summaryMail } from '../../shared/mail/summary.ts';
import { isAddressed } from '../../shared/office/issue.ts';
import { readEditions } from '../../shared/records/editions.ts';
import type { Message } from '../../shared/records/rows.ts';
import type { Recipient, Regime } from '../../shared/regime/regime.ts';
import { changesBetween, isUnchanged } from '../../shared/summary/changes.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { currentRegime, type Desk, find, wayIn } from './desk.ts';
import { type BuiltSummary, buildSummary, summaryOfRun } from './summaries.ts';

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;
type Letter = { readonly mail: Mail; readonly replyTo: string };

/** The mail of a run for the office; null where its recipient is not of the office any more: nothing goes above so. */
export async function summaryLetter(desk: Desk, message: Of<'summary'>): Promise<Letter | null> {
  const built = await buildSummary(desk.store, message.run);
  const today = await currentRegime(desk, built.summary.regime.id);
  const recipient = recipientOf(message.recipient, today, built.summary.regime);
  if (recipient.receives !== 'everything') return null;
  return { mail: await everything(desk, built, recipient), replyTo: today.office.replyTo };
}

async function everything(
  desk: Desk,
  { summary, documents, changes }: BuiltSummary,
  recipient: Recipient,
): Promise<Mail> {
  const { way } = await wayIn(desk, summary.regime, { kind: 'office', recipient: recipient.id });
  const about = { summary, changes, recipient, portalLink: way.link };
  // Too large for a mail, they are opened from the office's page, which hands out links that live.
  return fitsInMail(documents.map(({ bytes }) => bytes.length))
    ? summaryMail({ ...about, attachments: documents })
    : summaryMail({
        ...about,
        links: documents.map(({ fileName, bytes }) => ({ fileName, size: bytes.length, href: way.link })),
      });
}

/** Who is named "để B/c" gets the issued report alone: no workbook, and nothing of who was chased for what. */
export async function issuedLetter(desk: Desk, message: Of<'issued-report'>): Promise<Letter | null> {
  const { summary, documents } = await buildSummary(desk.store, message.run);
  const today = await currentRegime(desk, summary.regime.id);
  // Unlike the office's mail not to whom only the frozen regime has: taken out since, nobody is written to.
  const recipient = find(today.office.recipients, ({ id }) => id === message.recipient, message.recipient);
  const report = documents.find(({ fileName }) => fileName.endsWith('.docx'));
  if (summary.kind === 'interim' || !report) return null;
  const replaces = await heldBefore(desk, summary, message.recipient);
  return { mail: issuedReportMail({ summary, recipient, report, replaces }), replyTo: today.office.replyTo };
}

/** The newest earlier edition that went to the recipient: those that only the office had are not spoken of. */
async function heldBefore(
  desk: Desk,
  { period, edition }: Summary,
  recipient: string,
): Promise<Edition | null> {
  const earlier = (await readEditions(desk.table, period.id)).filter((each) => each.edition < edition);
  for (const each of earlier.toReversed()) {
    if (await isAddressed(desk.table, each.run, recipient)) return each;
  }
  return null;
}

/** The notice that an issued report is stale; null where it was issued anew meanwhile, or says the same after all. */
export async function correctionLetter(desk: Desk, message: Of<'correction'>): Promise<Letter | null> {
  const now = await summaryOfRun(desk.store, message.run);
  const issued = issuedLast(await readEditions(desk.table, now.period.id));
  if (issued?.run !== message.issued) return null;
  const changes = changesBetween(await summaryOfRun(desk.store, message.issued), now);
  const today = await currentRegime(desk, now.regime.id);
  const recipient = recipientOf(message.recipient, today, now.regime);
  if (isUnchanged(changes) || recipient.receives !== 'everything') return null;
  const { way } = await wayIn(desk, now.regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: correctionMail({ changes, now, recipient, portalLink: way.link }),
    replyTo: today.office.replyTo,
  };
}

/** What a report says is frozen, where it goes is not: the address is today's. */
function recipientOf(id: string, today: Regime, then: Regime): Recipient {
  return find([...today.office.recipients, ...then.office.recipients], (each) => each.id === id, id);
}
