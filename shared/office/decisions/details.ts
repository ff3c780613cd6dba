/** Of each kind of decision: whether it makes sense as it is asked for, and what it says beyond its reason. */
import { candidates, countingOf, exclusionOf, takenAway, waivedErrors } from '../../filing/counting.ts';
import { deadlineOf } from '../../filing/deadline.ts';
import { type Decision, everyUnit } from '../../filing/decision.ts';
import { type Duty, dutyStatus, isAfter } from '../../filing/duty.ts';
import type { Filings } from '../../filing/filings.ts';
import { inForce, takenBack } from '../../filing/in-force.ts';
import { isFiled } from '../../filing/owing.ts';
import { openRequest } from '../../filing/requests.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readReading } from '../../records/filings.ts';
import { addDays, dayOf, endOfDay, lastDay } from '../../regime/calendar.ts';
import { isAskedOf } from '../../regime/duties.ts';
import { languageOf } from '../../regime/language.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { isDay, ulidPattern } from '../../vocabulary/codes.ts';
import { mostHours } from '../../vocabulary/hours.ts';
import { say } from '../../vocabulary/text.ts';
import { moment, shortDay, shortMoment } from '../../wording/vietnamese.ts';
import { refuseAstray } from '../refuse-astray.ts';
import { Refused } from '../refused.ts';

/** What the office itself may decide: a unit's request for more time is the unit's, and a paper's day goes with its entry. */
export type DecidedKind = Exclude<Decision['kind'], 'extension-request' | 'received-on'>;

/** What is decided, before it is known whether it can be. */
export interface Wanted {
  readonly kind: DecidedKind;
  /** `yyyy-mm-dd`: the new last day of an extension or a guidance, the last one without a reminder. */
  readonly until?: string | undefined;
  /** With `extension`: also where the unit has filed, so that it may send once more behind the lock, or is no longer late. */
  readonly evenFiled?: boolean | undefined;
  /** How many hours more. */
  readonly hours?: number | undefined;
  /** The press of a button by which hours are given (Decision). */
  readonly press?: string | undefined;
  /** The version meant: its upload, or the end of its receipt's number, at least six characters. */
  readonly receipt?: string | undefined;
  /** The decision that is taken back, or the press by which it was made. */
  readonly undone?: string | undefined;
}

interface Ground {
  readonly regime: Regime;
  readonly period: Period;
  readonly unit: string;
  readonly filings: Filings;
  /** ISO 8601. */
  readonly now: string;
}

/** The fields of the decision that its kind has of its own. Throws Refused. */
export async function detailsOf(
  dependencies: Pick<Dependencies, 'store'>,
  ground: Ground,
  wanted: Wanted,
): Promise<object> {
  const { kind } = wanted;
  if (kind === 'undo') return { kind, undone: undoable(ground, wanted.undone ?? '') };
  if (kind === 'guidance') return { kind, until: guidanceDay(ground, wanted) };
  if (ground.unit === everyUnit) throw new Refused('UNIT_MISSING');
  const { regime, period, unit } = ground;
  const owing = regime.units.find(({ code }) => code === unit);
  if (!owing || !isAskedOf(period, owing)) {
    throw new Refused('UNIT_OWES_NOT', { unit, title: titleOf(ground) });
  }
  switch (kind) {
    case 'extension':
      return { kind, until: extensionDay(ground, wanted) };
    case 'prolong':
      return { kind, hours: moreHours(ground, wanted.hours), ...(wanted.press && { press: wanted.press }) };
    case 'extension-refusal': {
      const request = openRequest(ground.filings, unit);
      if (!request) throw new Refused('REQUEST_NONE', { unit });
      return { kind, request: request.decision };
    }
    case 'return':
    case 'exclude-version':
      return { kind, upload: countable(ground, versionOf(ground, wanted.receipt)).upload };
    case 'exclude-unit':
      if (exclusionOf(ground.filings, unit) !== null) throw new Refused('ALREADY_EXCLUDED', { unit });
      return { kind };
    case 'nil':
      if (countingOf(ground.filings, unit) !== null) throw new Refused('REPORT_COUNTS', { unit });
      return { kind };
    case 'accept-late':
      return { kind, upload: late(ground).upload };
    case 'hold-reminders':
      return { kind, until: holdDay(ground, owing, wanted.until ?? '') };
    case 'waive':
      return { kind, ...(await waiver(dependencies, ground, versionOf(ground, wanted.receipt))) };
  }
}

function titleOf({ regime, period }: Ground): string {
  return say(period.title, languageOf(regime));
}

/**
 * More time is more than the unit has, by whatever was given before: who is to have less has that taken back. Beyond the lock
 * it unlocks the period for this unit until then. Whoever has filed hears of it only where it asked itself, or is expressly
 * meant: given to all, it would be news of nothing.
 */
function extensionDay(
  { regime, period, unit, filings, now }: Ground,
  { until = '', evenFiled = false }: Wanted,
): string {
  if (!isDay(until)) throw new Refused('DAY_MISSING');
  refuseAstray(regime, until);
  const { decisions } = filings;
  const { status } = dutyStatus({ ...filings, regime, period, unit, now, expected: null });
  const isMeant = evenFiled || openRequest(filings, unit) !== null;
  if (status === 'excluded' || (isFiled(status) && !isMeant))
    throw new Refused('EXTENSION_NEEDLESS', { unit });
  const { due, extension } = deadlineOf({ regime, period, unit, decisions });
  const common = deadlineOf({ regime, period, unit: null, decisions }).lastDay;
  if (due === null || common === null)
    throw new Refused('GUIDANCE_AWAITED', { title: say(period.title, languageOf(regime)) });
  if (extension?.until === until) throw new Refused('ALREADY_EXTENDED', { unit, until: shortDay(until) });
  const { timeZone } = regime;
  const givesMore = (day: string) => day > common && Date.parse(endOfDay(day, timeZone)) > Date.parse(due);
  if (!givesMore(until)) {
    const day = dayOf(due, timeZone);
    const from = givesMore(day) ? day : addDays(day, 1);
    throw new Refused('EXTENSION_NO_MORE', {
      unit,
      until: shortDay(until),
      due: shortMoment(due, timeZone),
      from: shortDay(from),
    });
  }
  return until;
}

/** Only a unit that would be reminded can be held back from it; of several decisions the newest says until when. */
function holdDay(ground: Ground, { reminded }: Regime['units'][number], until: string): string {
  const { regime, period, unit, filings, now } = ground;
  if (!isDay(until)) throw new Refused('DAY_MISSING');
  refuseAstray(regime, until);
  const { status, hold } = dutyStatus({ ...filings, regime, period, unit, now, expected: null });
  if (status === 'awaiting-guidance') throw new Refused('GUIDANCE_AWAITED', { title: titleOf(ground) });
  if (!reminded || isFiled(status) || status === 'excluded') throw new Refused('HOLD_NEEDLESS', { unit });
  const today = dayOf(now, regime.timeZone);
  if (until < today) throw new Refused('HOLD_OVER', { unit, until: shortDay(until), from: shortDay(today) });
  if (hold?.until === until) throw new Refused('ALREADY_HELD', { unit, until: shortDay(until) });
  return until;
}

/** Hours make sense to whoever still owes, or filed late because of what they are given for. */
function moreHours({ regime, period, unit, filings, now }: Ground, hours = Number.NaN): number {
  if (!Number.isInteger(hours) || hours < 1 || hours > mostHours) throw new Refused('HOURS_MISSING');
  const duty = dutyStatus({ ...filings, regime, period, unit, now, expected: null });
  if (duty.due === null)
    throw new Refused('GUIDANCE_AWAITED', { title: say(period.title, languageOf(regime)) });
  if (['on-time', 'nil', 'excluded'].includes(duty.status)) throw new Refused('PROLONG_NEEDLESS', { unit });
  return hours;
}

/**
 * Hours that are over when they are given would be good news by mail of nothing: they help where they change what the unit
 * stands at, or leave it time to file. Throws Refused.
 */
export function refuseOver(
  before: Duty,
  after: Duty,
  { unit, now, timeZone }: { readonly unit: string; readonly now: string; readonly timeZone: string },
): void {
  const { due, onTimeUntil, lock } = after.deadline;
  const isAhead = (end: string | null) => end !== null && !isAfter(now, end);
  const opensAgain = !isAhead(before.deadline.lock) && isAhead(lock);
  if (before.status !== after.status || isAhead(due) || isAhead(onTimeUntil) || opensAgain) return;
  throw new Refused('PROLONG_OVER', { unit, due: due === null ? '' : moment(due, timeZone) });
}

function guidanceDay({ regime, period, unit }: Ground, { until = '' }: Wanted): string {
  if (unit !== everyUnit) throw new Refused('GUIDANCE_FOR_ALL');
  if (lastDay(period.deadline) !== null) throw new Refused('GUIDANCE_NOT_AWAITED', { period: period.id });
  if (!isDay(until)) throw new Refused('DAY_MISSING');
  refuseAstray(regime, until);
  return until;
}

/** The unit's version of this upload, or whose receipt ends so. Throws Refused. */
function versionOf({ filings, unit }: Ground, receipt = ''): Version {
  const end = receipt.toUpperCase();
  if (end.length < 6) throw new Refused('RECEIPT_MISSING');
  const meant = filings.versions.filter(
    ({ upload, unit: of }) => of === unit && upload.endsWith(ulidPattern.test(end) ? end : end.slice(-10)),
  );
  const [version] = meant;
  if (!version || meant.length > 1) throw new Refused('VERSION_UNKNOWN', { unit, receipt });
  return version;
}

/** The version, provided it could count if nothing else did. */
function countable({ filings, unit }: Ground, version: Version): Version {
  const { upload, fileName } = version;
  if (takenAway(filings, unit).has(upload)) throw new Refused('VERSION_GONE', { file: fileName });
  if (!candidates(filings, unit).some(({ ulid }) => ulid === upload)) {
    throw new Refused('VERSION_NEVER_COUNTED', { file: fileName });
  }
  return version;
}

/** The version that counts, provided it came late and nobody has accepted that. */
function late({ regime, period, unit, filings, now }: Ground): Version {
  const duty = dutyStatus({ ...filings, regime, period, unit, now, expected: null });
  if (duty.counting?.kind !== 'version' || duty.status !== 'late') throw new Refused('NOT_LATE', { unit });
  if (duty.reason !== null) throw new Refused('ALREADY_ACCEPTED', { unit });
  return duty.counting.version;
}

/**
 * Every error of the version that keeps it from counting, provided each is a check of the regime that does not hold: what
 * could not be read, or is another unit's, no office can waive. Throws Refused.
 */
async function waiver(
  { store }: Pick<Dependencies, 'store'>,
  { regime, unit, filings }: Pick<Ground, 'regime' | 'unit' | 'filings'>,
  version: Version,
): Promise<Pick<Extract<Decision, { kind: 'waive' }>, 'upload' | 'reading' | 'errors'>> {
  const { upload, fileName: file, state, again } = version;
  if (version.erased !== undefined) throw new Refused('VERSION_GONE', { file });
  if (takenAway(filings, unit).has(upload)) throw new Refused('VERSION_GONE', { file });
  if (state !== 'rejected') throw new Refused('NOTHING_TO_WAIVE', { file });
  const waived = waivedErrors(inForce(filings.decisions), { upload, unit, again });
  if (waived.size >= version.severities.error) throw new Refused('NOTHING_TO_WAIVE', { file });
  const reading = await readReading(store, version);
  if (!reading) throw new Error(`the version ${upload} has no results object`);
  const checks = new Set(regime.checks.map(({ id }) => id));
  const errors = reading.findings.flatMap((each, finding) =>
    each.severity === 'error' ? [{ finding, code: each.code, message: each.message }] : [],
  );
  const beyond = errors.find(({ code }) => !checks.has(code));
  if (beyond) {
    throw new Refused('WAIVE_BEYOND_CHECKS', { file, problem: say(beyond.message, languageOf(regime)) });
  }
  return { upload, ...(again && { reading: again.reading }), errors };
}

/** The rejected versions of the unit that a waiver would let count, each with how many errors it would waive. */
export async function waivableOf(
  dependencies: Pick<Dependencies, 'store'>,
  regime: Regime,
  unit: string,
  filings: Filings,
): Promise<readonly { readonly upload: string; readonly errors: number }[]> {
  const rejected = filings.versions.filter(({ state }) => state === 'rejected');
  const found = await Promise.all(
    rejected.map(async (version) => {
      try {
        const { upload, errors } = await waiver(dependencies, { regime, unit, filings }, version);
        return [{ upload, errors: errors.length }];
      } catch (error) {
        if (error instanceof Refused) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

/** The decision that is taken back, provided it holds and is not a unit's request. Throws Refused. */
function undoable({ filings, unit }: Ground, undone: string): string {
  const { decisions } = filings;
  const gone = takenBack(decisions);
  const found = decisions.filter(
    (each) =>
      each.unit === unit && (each.decision === undone || (each.kind === 'prolong' && each.press === undone)),
  );
  // One press may have been recorded twice: what is left of it can be taken back too.
  const meant = found.find(({ decision }) => !gone.has(decision)) ?? found[0];
  if (!meant) throw new Refused('DECISION_UNKNOWN', { unit });
  if (meant.kind === 'extension-request') throw new Refused('REQUEST_NOT_UNDONE');
  if (gone.has(meant.decision)) throw new Refused('DECISION_GONE');
  return meant.decision;
}
