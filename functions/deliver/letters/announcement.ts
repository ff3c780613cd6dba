import { isAfter } from '../../../shared/filing/duty.ts';
import { announcementMail } from '../../../shared/mail/announcement.ts';
import { type Attachment, fitsInMail } from '../../../shared/mail/mail.ts';
import { formRequestFor } from '../../../shared/office/form-for.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import type { Period, Regime, Unit } from '../../../shared/regime/regime.ts';
import { formats } from '../../../shared/vocabulary/formats.ts';
import {
  currentRegime,
  dutyNow,
  find,
  type Letter,
  type LetterDependencies,
  type MessageOf,
  unitAt,
} from './letter.ts';

/** Tells the unit that the period has opened; null where nothing is to be sent any more, or no date is set. */
export async function announcementLetter(
  dependencies: LetterDependencies,
  { regime: id, period: of, unit: code, contact }: MessageOf<'announcement'>,
): Promise<Letter | null> {
  const regime = await currentRegime(dependencies, id);
  const unit = unitAt(regime, code, contact);
  const period = find(regime.periods, (each) => each.id === of, of);
  const { due, rule, counting, status, deadline } = await dutyNow(dependencies, regime, period, unit);
  const { lock } = deadline;
  const over = lock !== null && isAfter(dependencies.clock.now(), lock);
  if (due === null || counting !== null || status === 'excluded' || over) return null;
  const scope = { period: period.id, may: 'send' as const };
  const holder = { kind: 'unit', unit: unit.code } as const;
  // Whoever is not reminded has this link alone: it lives as long as files are taken.
  const link = await mintLink(dependencies, regime, holder, scope, lock ?? due);
  const form = await formFor(dependencies, regime, period, unit);
  return {
    mail: announcementMail({ ...link, regime, unit, period, due, rule, form }),
    replyTo: regime.office.replyTo,
  };
}

/** Null where it is too large for a mail: the page hands it out. */
async function formFor(
  dependencies: LetterDependencies,
  regime: Regime,
  period: Period,
  unit: Unit,
): Promise<Attachment | null> {
  const request = await formRequestFor(dependencies, { regime, period, unit });
  // Loaded with the first form that is mailed: most mails bring none.
  const { writeFormXlsx } = await import('../../../shared/forms/form-xlsx.ts');
  const bytes = await writeFormXlsx(request);
  const form = {
    fileName: `${period.id}_${unit.code}.xlsx`,
    contentType: formats.xlsx.contentType,
    bytes,
  };
  return fitsInMail([bytes.length]) ? form : null;
}
