import type { Edition } from '../../../shared/filing/edition.ts';
import { replacedBy, type Signature } from '../../../shared/filing/signature.ts';
import { issuedReportMail } from '../../../shared/mail/issued-report.ts';
import type { Attachment } from '../../../shared/mail/mail.ts';
import { isAddressed } from '../../../shared/office/report/issue.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { readEditions } from '../../../shared/records/editions.ts';
import { readOfficeFile, readSignatures } from '../../../shared/records/signatures.ts';
import { sentOnSchedule } from '../../../shared/regime/recipients.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';
import { buildIssued, summaryOfRun } from './build-summary.ts';
import {
  currentRegime,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/**
 * Who is named "để B/c" gets the issued report alone: the signed file, or, where the regime has it go up by itself, the
 * text; no workbook, and nothing of who was chased for what.
 */
export async function issuedReportLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'issued-report'>,
): Promise<Letter | null> {
  const { table } = dependencies;
  const issued = await issuedOf(dependencies, message.run);
  if (!issued) return null;
  const { summary, report, signature, signatures } = issued;
  const editions = await readEditions(table, summary.period.id);
  if (!isMeantFor(message, { editions, signature }, summary)) {
    throw new Error(`${message.run} was issued to ${message.recipient} by nobody: nothing goes above so`);
  }
  const today = await currentRegime(dependencies, summary.regime.id);
  const recipient = recipientIn(today, message.recipient);
  const before = signature && replacedBy(signatures, summary.edition);
  const replaces = await heldBefore({ table }, editions, summary, message.recipient);
  const mail = issuedReportMail({
    summary,
    recipient,
    report,
    signed: signature && { ...signature, replaces: before },
    replaces: before ? null : replaces,
  });
  return { mail, replyTo: today.office.replyTo };
}

interface Issued {
  readonly summary: Summary;
  readonly report: Attachment;
  readonly signature: Signature | null;
  /** Of the period, by edition. */
  readonly signatures: readonly Signature[];
}

async function issuedOf({ table, store }: LetterDependencies, run: string): Promise<Issued | null> {
  const summary = await summaryOfRun(store, run);
  const signatures = await readSignatures(table, summary.period.id);
  const signature = signatures.find((each) => each.run === run);
  if (signature) return { summary, report: await signedFile(store, signature), signature, signatures };
  const built = await buildIssued(store, run);
  return built && { ...built, signature: null, signatures };
}

async function signedFile(store: Store, { run, period, edition, pdf }: Signature): Promise<Attachment> {
  const bytes = await readOfficeFile(store, run, 'pdf', pdf);
  if (!bytes) throw new Error(`the signed report ${pdf.sha256} of ${run} is no longer in the bucket`);
  const which = edition > 1 ? `_ban-${edition}` : '';
  return { fileName: `${period}_bao-cao-da-ky${which}.pdf`, contentType: formats.pdf.contentType, bytes };
}

/** Whether somebody issued the run's edition to the recipient, or the regime it was made under sends it by itself. */
function isMeantFor(
  { run, recipient }: MessageOf<'issued-report'>,
  { editions, signature }: { readonly editions: readonly Edition[]; readonly signature: Signature | null },
  { regime, period }: Summary,
): boolean {
  // Of before reports were signed.
  const acts = editions.find((edition) => edition.run === run)?.acts ?? [];
  return (
    signature?.recipients.includes(recipient) === true ||
    acts.some(({ recipients }) => recipients.includes(recipient)) ||
    sentOnSchedule(regime, period).some(({ id }) => id === recipient)
  );
}

/** The newest earlier edition that went to the recipient: those that only the office had are not spoken of. */
async function heldBefore(
  { table }: Pick<LetterDependencies, 'table'>,
  editions: readonly Edition[],
  { edition }: Summary,
  recipient: string,
): Promise<Edition | null> {
  const earlier = editions.filter((each) => each.edition < edition);
  for (const each of earlier.toReversed()) {
    if (await isAddressed(table, each.run, recipient)) return each;
  }
  return null;
}
