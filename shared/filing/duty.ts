/** What a unit's duty stands at, computed from everything filed and decided. */

import { dayOf } from '../regime/calendar.ts';
import { isAskedOf } from '../regime/duties.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import type { Text } from '../vocabulary/text.ts';
import {
  type Counting,
  cameAt,
  candidates,
  countingOf,
  exclusionOf,
  firstFiled,
  type Hold,
  holdOf,
  newestDecision,
  newestVersion,
  takenAway,
  waivedErrors,
} from './counting.ts';
import { type Deadline, deadlineOf, ruleSentence } from './deadline.ts';
import type { Decision } from './decision.ts';
import type { Filings } from './filings.ts';
import { inForce } from './in-force.ts';
import type { Version } from './version.ts';

export interface Duty {
  /** False where the unit does not owe this period; its status then means nothing. */
  readonly owed: boolean;
  readonly status: DutyStatus;
  /** The last valid second, ISO 8601 with offset, extension and guidance honoured; null without a date. */
  readonly due: string | null;
  readonly deadline: Deadline;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  readonly counting: Counting | null;
  /** The version by whose time the unit is on time or late (see firstFiled); null unless a version counts. */
  readonly filedBy: Version | null;
  /** By which the version that counts does so although checks do not hold; else null. */
  readonly waiver: Extract<Decision, { kind: 'waive' }> | null;
  /** By which nobody reminds the unit on that day; else null. It owes the report all the same. */
  readonly hold: Hold | null;
  /** The newest version where it does not count and nothing newer does. */
  readonly attempt: Version | null;
  /** Given with the nil, the return, the exclusion, the extension or the late acceptance that made the status; else null. */
  readonly reason: string | null;
}

export interface DutyQuestion extends Filings {
  readonly regime: Regime;
  readonly period: Period;
  /** The unit's code. */
  readonly unit: string;
  /** ISO 8601; what has not happened by then is not asked for. */
  readonly now: string;
  /** The units frozen when the period opened; null while it has not: then the regime's kinds of unit say it. */
  readonly expected: readonly string[] | null;
}

/**
 * On time is judged by when the first accepted version came (see cameAt) against the unit's own deadline and the days of grace:
 * a correction of a report that was on time stays on time.
 * A returned report that nothing replaced stays `returned`, past the deadline too; an extension covers a unit until
 * its new date and then it is overdue like any other.
 */
export function dutyStatus(asked: DutyQuestion): Duty {
  const { regime, period, unit, decisions } = asked;
  const deadline = deadlineOf({ regime, period, unit, decisions });
  const counting = countingOf(asked, unit);
  const newest = newestVersion(asked, unit);
  const attempt = newest !== null && (counting === null || newest.upload > counting.ulid) ? newest : null;
  const filedBy = counting?.kind === 'version' ? firstFiled(asked, unit, regime.timeZone) : null;
  const { status, because } = judge(asked, deadline, counting, filedBy);
  const takenBack = attempt ? takenAway(asked, unit).get(attempt.upload) : undefined;
  return {
    owed: owes(asked),
    status,
    due: deadline.due,
    deadline,
    rule: ruleSentence(period, deadline, regime.timeZone),
    counting,
    filedBy,
    waiver:
      counting?.kind === 'version' && counting.version.state === 'rejected'
        ? ([...waivedErrors(inForce(decisions), counting.version).values()].at(-1) ?? null)
        : null,
    hold: holdOf(asked, unit, dayOf(asked.now, regime.timeZone)),
    attempt,
    reason: (because ?? takenBack)?.reason ?? null,
  };
}

interface Judgement {
  readonly status: DutyStatus;
  readonly because: Decision | null;
}

function judge(
  asked: DutyQuestion,
  deadline: Deadline,
  counting: Counting | null,
  filedBy: Version | null,
): Judgement {
  const exclusion = exclusionOf(asked, asked.unit);
  if (exclusion) return { status: 'excluded', because: exclusion };
  if (counting?.kind === 'nil') return { status: 'nil', because: counting.nil };
  if (counting) {
    const { version } = counting;
    const late =
      deadline.onTimeUntil !== null &&
      isAfter(cameAt(asked, filedBy ?? version, asked.regime.timeZone), deadline.onTimeUntil);
    if (!late) return { status: 'on-time', because: null };
    const taken = newestDecision(
      asked.decisions,
      (each) => each.kind === 'accept-late' && each.unit === asked.unit && each.upload === version.upload,
    );
    return { status: 'late', because: taken };
  }
  const returned = returnOf(asked, asked.unit);
  if (returned) return { status: 'returned', because: returned };
  if (deadline.onTimeUntil === null) return { status: 'awaiting-guidance', because: null };
  if (isAfter(asked.now, deadline.onTimeUntil)) return { status: 'overdue', because: null };
  if (deadline.extension) return { status: 'extended', because: deadline.extension };
  const { opens } = asked.period;
  const open = opens === undefined || dayOf(asked.now, asked.regime.timeZone) >= opens;
  return { status: open ? 'missing' : 'not-due', because: null };
}

/** The return of the newest report that could have counted; null where that one was left out of the report instead. */
function returnOf(filings: Filings, unit: string): Decision | null {
  const gone = takenAway(filings, unit);
  const newest = candidates(filings, unit)[0];
  const decision = newest ? gone.get(newest.ulid) : undefined;
  return decision?.kind === 'return' ? decision : null;
}

function owes({ expected, regime, period, unit }: DutyQuestion): boolean {
  if (expected !== null) return expected.includes(unit);
  const asked = regime.units.find(({ code }) => code === unit);
  return asked !== undefined && isAskedOf(period, asked);
}

/** Whether the instant lies after the last valid second that `limit` names. */
export function isAfter(instant: string, limit: string): boolean {
  // The limit names the last valid second: all of its thousandths are still on time.
  return Date.parse(instant) >= Date.parse(limit) + 1000;
}
