/** How far a period has come at one moment: a summary begins with it, and the office's page shows it. */
import { cameAt, filingsByUnit, notedDay } from '../filing/counting.ts';
import { deadlineOf } from '../filing/deadline.ts';
import { type Duty, dutyStatus, isAfter } from '../filing/duty.ts';
import type { Filings } from '../filing/filings.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { Finding, Severity } from '../vocabulary/finding.ts';
import type { Rate } from '../vocabulary/rate.ts';
import { rateOf } from './rate.ts';
import type { UnitLine } from './summary.ts';

export interface ProgressQuestion extends Filings {
  readonly regime: Regime;
  readonly period: Period;
  /** Codes of the units of whom the report is asked. */
  readonly expected: readonly string[];
  /** ISO 8601: what has not happened by then is not asked for. */
  readonly at: string;
  /** Codes of the units of whom a file has come and is not read yet. */
  readonly pending: ReadonlySet<string>;
  /** By upload: the findings that are still open. A version without an entry shows its first findings. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export interface Progress {
  /** In the regime's order. */
  readonly units: readonly UnitLine[];
  readonly rate: Rate;
  /** The last valid second of the deadline common to all, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
  /** Of each line of `units`. */
  readonly duties: readonly Duty[];
}

/** In time proportional to what is filed and decided. */
export function progressOf(asked: ProgressQuestion): Progress {
  const { regime, period, expected, at, decisions, pending, findings } = asked;
  const filings = filingsByUnit(asked);
  const lines = namedUnits(regime, expected).map((unit) => {
    const question = { regime, period, unit: unit.code, expected: [unit.code], now: at };
    const own = filings(unit.code);
    const duty = dutyStatus({ ...question, ...own });
    const line = lineOf(unit, duty, pending.has(unit.code), findings);
    const day = duty.filedBy && notedDay(own, duty.filedBy);
    return {
      duty,
      late: isLate(own, duty, regime.timeZone),
      line: day === null ? line : { ...line, notedDay: day },
    };
  });
  const lateness = new Map(lines.map(({ line, late }) => [line.unit.code, late]));
  const units = lines.map(({ line }) => line);
  return {
    units,
    rate: rateOf(units, ({ unit }) => lateness.get(unit.code) === false),
    due: deadlineOf({ regime, period, unit: null, decisions }).due,
    duties: lines.map(({ duty }) => duty),
  };
}

/** In the regime's order; a unit that this version of the regime no longer has stands last, under its code. */
export function namedUnits(regime: Regime, codes: readonly string[]): readonly UnitLine['unit'][] {
  const gone = new Set(codes);
  const known = regime.units.filter(({ code }) => gone.delete(code));
  return [
    ...known.map(({ code, name }) => ({ code, name })),
    ...[...gone].sort().map((code) => ({ code, name: code })),
  ];
}

/** Null where nothing counts. A nil declaration has its deadline too. */
function isLate(filings: Filings, { counting, filedBy, deadline }: Duty, timeZone: string): boolean | null {
  if (counting === null) return null;
  const at =
    counting.kind === 'nil' ? counting.nil.decidedAt : cameAt(filings, filedBy ?? counting.version, timeZone);
  return deadline.onTimeUntil !== null && isAfter(at, deadline.onTimeUntil);
}

function lineOf(
  unit: UnitLine['unit'],
  duty: Duty,
  pending: boolean,
  findings: ProgressQuestion['findings'],
): UnitLine {
  const { counting, attempt, filedBy } = duty;
  const version = counting?.kind === 'version' ? counting.version : null;
  const open = version ? (findings.get(version.upload) ?? version.firstFindings) : [];
  return {
    unit,
    status: duty.status,
    counting: version && {
      upload: version.upload,
      fileName: version.fileName,
      sha256: version.sha256,
      receipt: version.receipt,
    },
    filedAt: counting?.kind === 'nil' ? counting.nil.decidedAt : (version?.receivedAt ?? null),
    ...(filedBy && filedBy.upload !== version?.upload && { firstFiledAt: filedBy.receivedAt }),
    ...(duty.waiver !== null && { waived: duty.waiver.reason }),
    attempt: attempt && {
      upload: attempt.upload,
      fileName: attempt.fileName,
      state: attempt.state,
      receivedAt: attempt.receivedAt,
      firstFinding: attempt.firstFindings[0] ?? null,
    },
    pending,
    reason: duty.reason,
    ...((duty.deadline.extension || duty.deadline.prolonged) && duty.due !== null && { ownDue: duty.due }),
    findings: open.toSorted((a, b) => weight[a.severity] - weight[b.severity]),
  };
}

const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
