import { previousReport } from '../../../shared/filing/previous-values.ts';
import { announcementMail } from '../../../shared/mail/announcement.ts';
import { type Attachment, fitsInMail } from '../../../shared/mail/mail.ts';
import { mintLink } from '../../../shared/office/links/invite.ts';
import { readFilings, readValues } from '../../../shared/records/filings.ts';
import { dayOf, endOfDay } from '../../../shared/regime/calendar.ts';
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
  const over = lock !== null && dayOf(dependencies.clock.now(), regime.timeZone) > lock;
  if (due === null || counting !== null || status === 'excluded' || over) return null;
  const scope = { period: period.id, may: 'send' as const };
  const holder = { kind: 'unit', unit: unit.code } as const;
  // Whoever is not reminded has this link alone: it lives as long as files are taken.
  const until = lock === null ? due : endOfDay(lock, regime.timeZone);
  const link = await mintLink(dependencies, regime, holder, scope, until);
  const form = await formFor(dependencies, regime, period, unit);
  return {
    mail: announcementMail({ ...link, regime, unit, period, due, rule, form }),
    replyTo: regime.office.replyTo,
  };
}

/** Null where it is too large for a mail: the page hands it out. */
async function formFor(
  { table, store }: LetterDependencies,
  regime: Regime,
  period: Period,
  unit: Unit,
): Promise<Attachment | null> {
  const last =
    period.previous === undefined
      ? null
      : previousReport(await readFilings(table, period.previous, unit.code), unit.code);
  const previous = last && (last.values ?? (await readValues(store, last)));
  // Loaded with the first form that is mailed: most mails bring none.
  const { writeFormXlsx } = await import('../../../shared/forms/form-xlsx.ts');
  const bytes = await writeFormXlsx({ regime, period, unit, previous });
  const form = {
    fileName: `${period.id}_${unit.code}.xlsx`,
    contentType: formats.xlsx.contentType,
    bytes,
  };
  return fitsInMail([bytes.length]) ? form : null;
}
