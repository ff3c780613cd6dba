/** A unit's deadline for a period: the regime's date or the guidance's, and the extension it was granted. */

import { addDays, endOfDay, inZone, lastDay } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { joinEach, type Text } from '../vocabulary/text.ts';
import { deadlineWords } from '../wording/deadlines.ts';
import { lastMoment, shortDay } from '../wording/vietnamese.ts';
import { newestDecision } from './counting.ts';
import { type Decision, everyUnit } from './decision.ts';
import { inForce } from './in-force.ts';

export type Deadline = (Dated | Undated) & {
  /** How the date is to be read; a date that guidance set is `by`. */
  readonly rule: 'by' | 'before' | 'on-guidance';
  /** The last whole day on which a report is on time (`yyyy-mm-dd`), extension honoured; null without a date. */
  readonly lastDay: string | null;
  readonly guidance: Extract<Decision, { kind: 'guidance' }> | null;
  /** The extension in force; null where none was granted or it ends no later than the common deadline. */
  readonly extension: Extract<Decision, { kind: 'extension' }> | null;
  /** What of `due` was given by the hour; null where nothing was. */
  readonly prolonged: Prolonged | null;
  /** The last second at which files are taken: the period's, or that of more time beyond it; null without a lock. */
  readonly lock: string | null;
};

interface Dated {
  /** The last valid second, ISO 8601 with offset, extension and hours honoured. */
  readonly due: string;
  /** The last second still judged on time: `due` and the days of grace. */
  readonly onTimeUntil: string;
}

interface Undated {
  readonly due: null;
  readonly onTimeUntil: null;
}

/** Hours on top of a day, and why they were given last. */
export interface Prolonged {
  readonly hours: number;
  readonly reason: string;
}

/** `unit: null` asks for the deadline common to all. Only decisions of this period may be given. */
export function deadlineOf(asked: {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: string | null;
  readonly decisions: readonly Decision[];
}): Deadline {
  const { regime, period, unit, decisions } = asked;
  const mine = (decision: Decision) =>
    decision.unit === everyUnit || (unit !== null && decision.unit === unit);
  const awaited = period.deadline.rule === 'on-guidance';
  const guidance = awaited ? newestDecision(decisions, (d) => d.kind === 'guidance' && mine(d)) : null;
  const common = guidance?.kind === 'guidance' ? guidance.until : lastDay(period.deadline);
  const granted = newestDecision(decisions, (d) => d.kind === 'extension' && mine(d));
  const given = inForce(decisions).filter((d) => d.kind === 'prolong' && mine(d));
  const hoursSince = prolongedSince(given);
  const endOf = (day: string, hours: Prolonged | null) =>
    hoursLater(endOfDay(day, regime.timeZone), hours?.hours ?? 0, regime.timeZone);
  const base = common === null ? null : dated(common, guidance?.decision ?? '');
  const longer = base && granted?.kind === 'extension' ? dated(granted.until, granted.decision) : null;
  const extension =
    base && longer && granted?.kind === 'extension' && granted.until > base.day && longer.due >= base.due
      ? granted
      : null;
  const own = extension ? longer : base;
  return {
    rule: awaited && guidance ? 'by' : period.deadline.rule,
    lastDay: own?.day ?? null,
    ...(own
      ? {
          due: endOf(own.day, own.prolonged),
          onTimeUntil: endOf(addDays(own.day, period.graceDays), own.prolonged),
        }
      : { due: null, onTimeUntil: null }),
    guidance: guidance?.kind === 'guidance' ? guidance : null,
    extension,
    prolonged: own?.prolonged ?? null,
    lock: lockOf(),
  };

  function dated(day: string, since: string) {
    const prolonged = hoursSince(since);
    return { day, prolonged, due: Date.parse(endOf(day, prolonged)) };
  }

  function lockOf(): string | null {
    if (period.lock === undefined) return null;
    const set = endOf(period.lock, hoursSince(''));
    const own = extension && endOf(extension.until, hoursSince(extension.decision));
    return own && Date.parse(own) > Date.parse(set) ? own : set;
  }
}

/**
 * The hours given after a decision, by its ULID ('' for all): whoever names a day names it in view of the hours that were
 * given before.
 */
function prolongedSince(given: readonly Decision[]): (decision: string) => Prolonged | null {
  return (since) => {
    const later = given.filter(({ decision }) => decision > since);
    const newest = newestDecision(later, () => true);
    if (newest === null) return null;
    const hours = later.reduce((sum, each) => sum + (each.kind === 'prolong' ? each.hours : 0), 0);
    return { hours, reason: newest.reason };
  };
}

function hoursLater(end: string, hours: number, timeZone: string): string {
  return hours === 0 ? end : inZone(Date.parse(end) + hours * 3_600_000, timeZone);
}

/** Explains the deadline: "trước ngày 29/02/2024, tức hết ngày 28/02/2024", guidance, extension, hours and grace. */
export function ruleSentence(period: Period, deadline: Deadline, timeZone: string): Text {
  const sentences: Text[] = [commonSentence(period, deadline)];
  if (deadline.extension) {
    const { until, reason } = deadline.extension;
    sentences.push(deadlineWords.extended(shortDay(until), reason));
  }
  if (deadline.prolonged && deadline.due !== null) {
    const { hours, reason } = deadline.prolonged;
    sentences.push(deadlineWords.prolonged(hours, lastMoment(deadline.due, timeZone), reason));
  }
  if (period.graceDays > 0 && deadline.due !== null) sentences.push(deadlineWords.grace(period.graceDays));
  return joinEach(sentences, ' ');
}

function commonSentence(period: Period, deadline: Deadline): Text {
  const set = period.deadline;
  if (set.rule === 'by') return deadlineWords[deadline.extension ? 'first' : 'by'](shortDay(set.date));
  if (set.rule === 'before') {
    return deadlineWords.before(shortDay(set.date), shortDay(addDays(set.date, -1)));
  }
  if (deadline.guidance === null) return deadlineWords.awaiting;
  return deadlineWords.guidance(shortDay(deadline.guidance.until), deadline.guidance.reason);
}
