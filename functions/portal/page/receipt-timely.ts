import type { UploadState } from '../../../shared/vocabulary/states.ts';
import { fill, type Text } from '../../../shared/vocabulary/text.ts';
import { receipt as words } from '../../../shared/wording/page-receipt.ts';
import type { ReceiptCheck } from '../contract/receipts.ts';
import { exactTime, shortDay } from './words.ts';

/** A file against the deadline: what was not accepted is not called filed in time, whenever it came. Null before a verdict. */
export function timelyWords({
  timeliness,
  standing,
  state,
  timeZone,
}: Pick<ReceiptCheck, 'timeliness' | 'timeZone'> & {
  readonly standing: ReceiptCheck['standing'] | null;
  readonly state: UploadState;
}): Text | null {
  if (!timeliness) return null;
  const { late, datedBy } = timeliness;
  if (standing === 'excluded') return late ? words.leftOutLate : words.leftOutInTime;
  if (standing !== 'not-accepted' && datedBy) return datedWords(datedBy, timeZone);
  if (standing !== 'not-accepted') return late ? words.late : words.inTime;
  if (state === 'rejected') return late ? words.refusedLate : words.refusedInTime;
  return late ? words.openLate : words.openInTime;
}

type DatedBy = NonNullable<NonNullable<ReceiptCheck['timeliness']>['datedBy']>;

function datedWords({ at, notedDay }: DatedBy, timeZone: string): Text {
  const said = notedDay === undefined ? words.inTimeByFirst : words.inTimeByPaper;
  const blanks = {
    time: exactTime(at, timeZone) ?? at,
    day: notedDay === undefined ? '' : shortDay(notedDay),
  };
  return { vi: fill(said.vi, blanks), en: fill(said.en, blanks) };
}
