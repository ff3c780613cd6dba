/** Whether what is about to be done would be on record as in time or late: said before the press. */
import type { UnitFile } from '../contract/desk.ts';
import type { Version } from '../contract/duties.ts';
import { dayOf } from './words.ts';

export type RecordedAs = 'on-time' | 'late';

type Known = Pick<UnitFile, 'duty' | 'legible' | 'judgedUntil'>;

/**
 * The file of the unit that waits for somebody to type from it: newer than what counts, and one that can be opened. Null where
 * there is none: an older one would date what is entered.
 */
export function waitingFile({ duty, legible }: Pick<Known, 'duty' | 'legible'>): Version | null {
  const { versions, counts } = duty;
  const newer = versions.filter(({ uploadId }) => counts === null || uploadId > counts);
  return newer.find(({ uploadId }) => legible.includes(uploadId)) ?? null;
}

/** Of an entry of the office's, by the unit's file that it stands for, the day noted of its paper, or by now (ms since 1970). */
export function entryRecordedAs(
  { duty, judgedUntil }: Known,
  by: { readonly file: Version | null; readonly day: string; readonly now: number },
): RecordedAs | null {
  if (judgedUntil === null) return null;
  const { file, day, now } = by;
  if (isInTimeAnyway(duty)) return 'on-time';
  if (file) return isBehind(file.sentAt, judgedUntil) ? 'late' : 'on-time';
  // The day counts whole, and never makes a file later than it comes.
  const isInTime =
    !isBehind(now, judgedUntil) || (day !== '' && day <= wholeDayOf(judgedUntil, duty.timeZone));
  return isInTime ? 'on-time' : 'late';
}

/** Of a file that is let in although its checks do not hold. */
export function waivedRecordedAs({ duty, judgedUntil }: Known, { timeliness }: Version): RecordedAs | null {
  if (judgedUntil === null || !timeliness) return null;
  return timeliness.late && !isInTimeAnyway(duty) ? 'late' : 'on-time';
}

/** What counts is in time, and whatever comes in its place corrects it. */
function isInTimeAnyway({ status, counts }: UnitFile['duty']): boolean {
  return status === 'on-time' && counts !== null;
}

/** All thousandths of the last second are in time. */
function isBehind(at: string | number, limit: string): boolean {
  return new Date(at).getTime() >= Date.parse(limit) + 1000;
}

/** The last day that counts whole: where hours were given, the day before the one in which they end. */
function wholeDayOf(limit: string, zone: string): string {
  return dayOf(Date.parse(limit) + 1000 - 86_400_000, zone);
}
