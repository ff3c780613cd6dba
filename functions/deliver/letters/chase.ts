import { filingsByUnit } from '../../../shared/filing/counting.ts';
import { deadlineOf } from '../../../shared/filing/deadline.ts';
import { dutyStatus } from '../../../shared/filing/duty.ts';
import { chaseMail, type OwedPeriod } from '../../../shared/mail/chase.ts';
import { type Attachment, fitsInMail } from '../../../shared/mail/mail.ts';
import { unitsStillOwing } from '../../../shared/office/chase/remind.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readCommonDecisions, readUnits } from '../../../shared/records/filings.ts';
import { isOfOffice } from '../../../shared/regime/recipients.ts';
import type { Period, Regime, Unit } from '../../../shared/regime/regime.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';
import { urgingWords } from '../../../shared/wording/chase-mail.ts';
import {
  currentRegime,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  recipientIn,
} from './letter.ts';

/** So many are named in the mail; the drafted letter names all. */
const mostListed = 100;

interface Owing {
  readonly unit: Unit;
  readonly status: OwedPeriod['owing'][number]['status'];
  readonly due: string | null;
}

/** To the office, of who still owes now; null where nobody does any more. */
export async function chaseLetter(
  dependencies: LetterDependencies,
  message: MessageOf<'chase'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, message.regime);
  const recipient = recipientIn(regime, message.recipient);
  if (!isOfOffice(recipient)) return null;
  const periods: OwedPeriod[] = [];
  const drafts: Attachment[] = [];
  for (const id of message.periods) {
    const period = find(regime.periods, (each) => each.id === id, id);
    const owing = await owingOf(dependencies, regime, period);
    if (owing.length === 0) continue;
    const shown = owing.slice(0, mostListed);
    periods.push({ period, owing: shown, more: owing.length - shown.length });
    drafts.push(await draftOf(dependencies, regime, period, owing));
  }
  if (periods.length === 0) return null;
  const { link } = await mintLink(dependencies, regime, { kind: 'office', recipient: recipient.id });
  return {
    mail: chaseMail({
      regime,
      recipient,
      periods,
      portalLink: link,
      asOf: dependencies.clock.now(),
      drafts: fitsInMail(drafts.map(({ bytes }) => bytes.length)) ? drafts : [],
    }),
    replyTo: regime.office.replyTo,
  };
}

async function owingOf(
  dependencies: LetterDependencies,
  regime: Regime,
  period: Period,
): Promise<readonly Owing[]> {
  const now = dependencies.clock.now();
  const codes = await unitsStillOwing(dependencies, regime, { period, at: now });
  if (codes.length === 0) return [];
  const filings = filingsByUnit(await readUnits(dependencies.table, period.id, codes));
  const units = new Map(regime.units.map((unit) => [unit.code, unit]));
  return codes.flatMap((code) => {
    const unit = units.get(code);
    if (!unit) return [];
    const question = { regime, period, unit: code, now, expected: [code] };
    const { status, due } = dutyStatus({ ...filings(code), ...question });
    return [{ unit, status, due }];
  });
}

async function draftOf(
  { table, clock }: LetterDependencies,
  regime: Regime,
  period: Period,
  owing: readonly Owing[],
): Promise<Attachment> {
  const decisions = await readCommonDecisions(table, period.id);
  const { due } = deadlineOf({ regime, period, unit: null, decisions });
  const named = owing.map(({ unit, ...each }) => ({ ...each, name: unit.name }));
  // Loaded with the first letter that is drafted: most mails bring none.
  const { writeUrgingLetter } = await import('../../../shared/summary/report/write-urging-letter.ts');
  const bytes = await writeUrgingLetter({ regime, period, due, owing: named, at: clock.now() });
  return { fileName: urgingWords.fileName(period.id), contentType: formats.docx.contentType, bytes };
}
