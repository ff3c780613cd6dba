/** A unit's deadline for a period: the regime's date or the guidance's, and the extension it was granted. */

import { addDays, endOfDay, lastDay } from '../regime/calendar.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { joinEach, type Text } from '../vocabulary/text.ts';
import { deadlineWords } from '../wording/deadlines.ts';
import { shortDay } from '../wording/vietnamese.ts';
import { newestDecision } from './counting.ts';
import { type Decision, everyUnit } from './decision.ts';

export interface Deadline {
  /** How the date is to be read; a date that guidance set is `by`. */
  readonly rule: 'by' | 'before' | 'on-guidance';
  /** The last day on which a report is on time (`yyyy-mm-dd`), extension honoured; null without a date. */
  readonly lastDay: string | null;
  /** The last valid second, ISO 8601 with offset, extension honoured; null without a date. */
  readonly due: string | null;
  /** The last second still judged on time: `due` and the days of grace. */
  readonly onTimeUntil: string | null;
  readonly guidance: Extract<Decision, { kind: 'guidance' }> | null;
  /** The extension in force; null where none was granted or it ends no later than the common deadline. */
  readonly extension: Extract<Decision, { kind: 'extension' }> | null;
  /** The last day on which files are taken: the period's, or that of an extension beyond it; null without a lock. */
  readonly lock: string | null;
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
  const extension =
    common !== null && granted?.kind === 'extension' && granted.until > common ? granted : null;
  const day = extension?.until ?? common;
  return {
    rule: awaited && guidance ? 'by' : period.deadline.rule,
    lastDay: day,
    due: day === null ? null : endOfDay(day, regime.timeZone),
    onTimeUntil: day === null ? null : endOfDay(addDays(day, period.graceDays), regime.timeZone),
    guidance: guidance?.kind === 'guidance' ? guidance : null,
    extension,
    lock: lockOf(period, extension?.until),
  };
}

function lockOf({ lock }: Period, extended = ''): string | null {
  if (lock === undefined) return null;
  return extended > lock ? extended : lock;
}

/** Explains the deadline: "trước ngày 29/02/2024, tức hết ngày 28/02/2024", guidance, extension and grace. */
export function ruleSentence(period: Period, deadline: Deadline): Text {
  const sentences: Text[] = [commonSentence(period, deadline)];
  if (deadline.extension) {
    const { until, reason } = deadline.extension;
    sentences.push(deadlineWords.extended(shortDay(until), reason));
  }
  if (period.graceDays > 0 && deadline.due !== null) sentences.push(deadlineWords.grace(period.graceDays));
  return joinEach(sentences, ' ');
}

function commonSentence(period: Period, deadline: Deadline): Text {
  const set = period.deadline;
  if (set.rule === 'by') return deadlineWords.by(shortDay(set.date));
  if (set.rule === 'before') {
    return deadlineWords.before(shortDay(set.date), shortDay(addDays(set.date, -1)));
  }
  if (deadline.guidance === null) return deadlineWords.awaiting;
  return deadlineWords.guidance(shortDay(deadline.guidance.until), deadline.guidance.reason);
}
