import { correctionMail } from '../../shared/mail/correction.ts';
import { issuedReportMail } from '../../shared/mail/issued-report.ts';
import { fitsInMail, type Mail } from '../../shared/mail/mail.ts';
import { summaryMail } from '../../shared/mail/summary.ts';
import { issuedLast, readEditions } from '../../shared/records/editions.ts';
import type { Message } from '../../shared/records/rows.ts';
import type { Recipient, Regime } from '../../shared/regime/regime.ts';
import { changesBetween, isUnchanged } from '../../shared/summary/changes.ts';
import { currentRegime, type Desk, find, wayIn } from './desk.ts';
import { type BuiltSummary, buildSummary, summaryOfRun } from './summaries.ts';

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;
type Letter = { readonly mail: Mail; readonly replyTo: string };

/** The mail of a run, in the measure in which its recipient is let in; null where it is not for them (any more). */
export async function summaryLetter(desk: Desk, message: Of<'summary'>): Promise<Letter | null> {
  const built = await buildSummary(desk.store, message.run);
  const today = await currentRegime(desk, built.summary.regime.id);
  const recipient = recipientOf(message.recipient, today, built.summary.regime);
  const mail =
    recipient.receives === 'everything'
      ? await everything(desk, built, recipient)
      : upwardCopy(built, recipient);
  return mail && { mail, replyTo: today.office.replyTo };
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

/** Who is named "để B/c" gets the issued report alone: nothing of an interim summary, and no workbook. */
function upwardCopy({ summary, documents, changes }: BuiltSummary, recipient: Recipient): Mail | null {
  const report = documents.find(({ fileName }) => fileName.endsWith('.docx'));
  if (summary.kind === 'interim' || !report) return null;
  return issuedReportMail({ summary, recipient, report, replaces: changes?.since ?? null });
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
