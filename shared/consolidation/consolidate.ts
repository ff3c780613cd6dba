/** Many reports → one summary: who filed, what counts, totals, narrative in outline order. */
import type { Manifest } from '../records/rows.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { Finding, NarrativeSection, Severity } from '../report/reading.ts';
import { deadlineOf } from './deadline.ts';
import { type Duty, dutyStatus } from './duty.ts';
import type { NarrativeEntry, Rate, Summary, UnitLine } from './summary.ts';
import { type CountedReport, totalsOf } from './totals.ts';

/** The manifest names a period that the regime it pins does not have. */
export class PeriodNotInRegime extends Error {
  override readonly name = 'PeriodNotInRegime';

  constructor(period: string, regime: string) {
    super(`the regime "${regime}" has no period "${period}"`);
  }
}

export interface ConsolidationInput {
  /** The regime version that the manifest pins. */
  readonly regime: Regime;
  readonly manifest: Manifest;
  /** By upload: what the results object holds. A version without an entry has no narrative. */
  readonly narratives: ReadonlyMap<string, readonly NarrativeSection[]>;
  /** By upload: the findings that are still open. A version without an entry shows its first findings. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** The same input always gives the same summary. Throws PeriodNotInRegime. */
export function consolidate(input: ConsolidationInput): Summary {
  const { regime, manifest } = input;
  const period = regime.periods.find(({ id }) => id === manifest.period);
  if (!period) throw new PeriodNotInRegime(manifest.period, regime.id);
  const expected = expectedUnits(regime, manifest.expected);
  const duties = expected.map((unit) => ({ unit, duty: dutyIn(input, period, unit.code) }));
  const units = duties.map(({ unit, duty }) => lineOf(unit, duty, input));
  const reports = duties.flatMap(({ unit, duty }): CountedReport[] =>
    duty.counting?.kind === 'version'
      ? [{ unit: unit.code, upload: duty.counting.ulid, values: duty.counting.version.values }]
      : [],
  );
  return {
    run: manifest.run,
    regime,
    period,
    scheduledAt: manifest.scheduledAt,
    due: deadlineOf({ regime, period, unit: null, decisions: manifest.decisions }).due,
    edition: manifest.edition,
    rate: rateOf(units),
    units,
    totals: totalsOf(regime, reports),
    narrative: narrativeOf(input, units),
  };
}

/** In the regime's order; a unit that this version of the regime no longer has stands last, under its code. */
function expectedUnits(regime: Regime, expected: readonly string[]): readonly UnitLine['unit'][] {
  const known = regime.units.filter(({ code }) => expected.includes(code));
  const gone = [...new Set(expected)].filter((code) => !known.some((unit) => unit.code === code));
  return [
    ...known.map(({ code, name }) => ({ code, name })),
    ...gone.sort().map((code) => ({ code, name: code })),
  ];
}

function dutyIn({ regime, manifest }: ConsolidationInput, period: Period, unit: string): Duty {
  const { versions, decisions, expected, scheduledAt } = manifest;
  return dutyStatus({ regime, period, unit, versions, decisions, expected, now: scheduledAt });
}

function lineOf(unit: UnitLine['unit'], duty: Duty, input: ConsolidationInput): UnitLine {
  const { counting, attempt } = duty;
  const version = counting?.kind === 'version' ? counting.version : null;
  const open = version ? (input.findings.get(version.upload) ?? version.firstFindings) : [];
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
    attempt: attempt && {
      upload: attempt.upload,
      fileName: attempt.fileName,
      state: attempt.state,
      receivedAt: attempt.receivedAt,
      firstFinding: attempt.firstFindings[0] ?? null,
    },
    pending: input.manifest.pending.some((upload) => upload.unit === unit.code),
    reason: duty.reason,
    ...(duty.deadline.extension && duty.due !== null && { ownDue: duty.due }),
    findings: open.toSorted((a, b) => weight[a.severity] - weight[b.severity]),
  };
}

const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Each expected unit stands under exactly one heading: what it was, and for those not filed why not. */
function rateOf(units: readonly UnitLine[]): Rate {
  const count = (fits: (line: UnitLine) => boolean) => units.filter(fits).length;
  const filed = count(({ status }) => status === 'on-time' || status === 'late' || status === 'nil');
  const excluded = count(({ status }) => status === 'excluded');
  const reasons = units.map(whyNotFiled);
  const because = (reason: NotFiled) => reasons.filter((each) => each === reason).length;
  const owing = units.length - excluded;
  return {
    expected: units.length,
    excluded,
    filed,
    late: count(({ status }) => status === 'late'),
    nil: count(({ status }) => status === 'nil'),
    missing: because('missing'),
    rejected: because('rejected'),
    unreadable: because('unreadable'),
    returned: because('returned'),
    extended: because('extended'),
    pending: because('pending'),
    ratio: owing === 0 ? null : filed / owing,
  };
}

export type NotFiled = 'missing' | 'rejected' | 'unreadable' | 'returned' | 'extended' | 'pending';

/** Why a unit is not among those that filed; null where it filed or owes nothing. */
export function whyNotFiled(line: UnitLine): NotFiled | null {
  switch (line.status) {
    case 'on-time':
    case 'late':
    case 'nil':
    case 'excluded':
      return null;
    case 'returned':
    case 'extended':
      return line.status;
    default:
      if (line.pending) return 'pending';
      if (line.attempt?.state === 'rejected') return 'rejected';
      if (line.attempt?.state === 'unreadable') return 'unreadable';
      return 'missing';
  }
}

function narrativeOf(input: ConsolidationInput, units: readonly UnitLine[]): Summary['narrative'] {
  return input.regime.sections.map(({ id }) => ({
    section: id,
    entries: units.flatMap(({ unit, counting }): NarrativeEntry[] => {
      if (counting === null) return [];
      const sections = input.narratives.get(counting.upload) ?? [];
      const paragraphs = sections.filter(({ section }) => section === id).flatMap((s) => s.paragraphs);
      return paragraphs.length > 0 ? [{ unit, upload: counting.upload, paragraphs }] : [];
    }),
  }));
}
