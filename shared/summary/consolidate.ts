/** Many reports → one summary: who filed, what counts, totals, narrative in outline order. */

import { filingsByUnit } from '../filing/counting.ts';
import { deadlineOf } from '../filing/deadline.ts';
import { type Duty, dutyStatus, isAfter } from '../filing/duty.ts';
import type { Manifest } from '../filing/manifest.ts';
import type { Version } from '../filing/version.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { Finding, Severity } from '../vocabulary/finding.ts';
import type { NarrativeSection } from '../vocabulary/reading.ts';
import { foldAlike, patternOf } from './alike.ts';
import { compared } from './comparison.ts';
import {
  type EarlierPeriod,
  type EarlierPeriods,
  earlierPeriods,
  gapsIn,
  historyOf,
  inOrder,
} from './earlier.ts';
import { outliersIn } from './outliers.ts';
import { rateOf } from './rate.ts';
import { asYear, discrepanciesIn, overPeriods, type PeriodReport, reportOf } from './several-periods.ts';
import type { CountedFile, EarlierLine, NarrativeEntry, Summary, UnitLine } from './summary.ts';
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

/** The same input always gives the same summary, in time proportional to it. Throws PeriodNotInRegime. */
export function consolidate(input: ConsolidationInput): Summary {
  const { regime, manifest } = input;
  const period = regime.periods.find(({ id }) => id === manifest.period);
  if (!period) throw new PeriodNotInRegime(manifest.period, regime.id);
  const duties = dutiesIn(input, period);
  const pending = new Set(manifest.pending.map(({ unit }) => unit));
  const units = duties.map(({ unit, duty }) => lineOf(unit, duty, pending.has(unit.code), input));
  const earlier = earlierPeriods(manifest.earlier);
  const own = duties.flatMap(({ duty }): PeriodReport[] =>
    duty.counting?.kind === 'version' ? [reportOf(duty.counting.version)] : [],
  );
  const contributors = [...units.map(({ unit }) => unit), ...formerUnits(regime, units, earlier.year)];
  const isYear = earlier.year.length > 0;
  const whole = isYear ? unitByUnit(contributors, own, earlier.year) : own.map((report) => [report]);
  const reports = isYear ? whole.flatMap((each) => overPeriods(regime, each) ?? []) : own;
  const totals = compared(
    regime,
    totalsOf(regime, reports),
    // A year is not compared with the quarter before its end.
    earlier.previous && !isYear ? totalsOf(regime, inOrder(regime, earlier.previous)) : null,
    earlier.lastYear && totalsOf(regime, lastYearReports(regime, earlier.lastYear, isYear)),
  );
  const gaps = gapsIn(
    regime,
    earlier.year,
    contributors.map(({ code }) => code),
  );
  const incomplete = new Set(gaps.map(({ unit }) => unit));
  const lateness = new Map(duties.map(({ unit, duty }) => [unit.code, isLate(duty)]));
  return {
    run: manifest.run,
    kind: manifest.kind,
    regime,
    period,
    scheduledAt: manifest.scheduledAt,
    due: deadlineOf({ regime, period, unit: null, decisions: manifest.decisions }).due,
    edition: manifest.edition,
    rate: rateOf(units, ({ unit }) => lateness.get(unit.code) === false),
    units,
    contributors,
    files: whole.flat().map(({ version }) => fileOf(version)),
    earlier: {
      previous: earlier.previous && lineOfEarlier(earlier.previous),
      lastYear: earlier.lastYear && lineOfEarlier(earlier.lastYear),
      year: earlier.year.map(lineOfEarlier),
    },
    totals,
    outliers: outliersIn(regime, period.id, totals, historyOf(earlier)),
    // Where a period is missing the sum must differ: the gap says so once, not figure by figure.
    discrepancies: isYear
      ? discrepanciesIn(
          regime,
          reports.filter(({ unit }) => !incomplete.has(unit)),
        )
      : [],
    gaps,
    narrative: narrativeOf(input, units),
  };
}

function dutiesIn({ regime, manifest }: ConsolidationInput, period: Period) {
  const { expected, scheduledAt } = manifest;
  const filings = filingsByUnit(manifest);
  return expectedUnits(regime, expected).map((unit) => {
    const question = { regime, period, unit: unit.code, expected: [unit.code], now: scheduledAt };
    return { unit, duty: dutyStatus({ ...question, ...filings(unit.code) }) };
  });
}

/** In the regime's order; a unit that this version of the regime no longer has stands last, under its code. */
function expectedUnits(regime: Regime, expected: readonly string[]): readonly UnitLine['unit'][] {
  const gone = new Set(expected);
  const known = regime.units.filter(({ code }) => gone.delete(code));
  return [
    ...known.map(({ code, name }) => ({ code, name })),
    ...[...gone].sort().map((code) => ({ code, name: code })),
  ];
}

/** Units that reported in an earlier period of the year and are not expected in this one. */
function formerUnits(
  regime: Regime,
  units: readonly UnitLine[],
  year: readonly EarlierPeriod[],
): readonly UnitLine['unit'][] {
  const expected = new Set(units.map(({ unit }) => unit.code));
  const former = year.flatMap(({ reports }) => [...reports.keys()]).filter((code) => !expected.has(code));
  return expectedUnits(regime, former);
}

/** Each unit's reports of the whole year, oldest first; units without any are left out. */
function unitByUnit(
  contributors: readonly UnitLine['unit'][],
  own: readonly PeriodReport[],
  year: readonly EarlierPeriod[],
): readonly (readonly PeriodReport[])[] {
  const closing = new Map(own.map((report) => [report.unit, report]));
  return contributors
    .map(({ code }) =>
      [...year.map(({ reports }) => reports.get(code)), closing.get(code)].flatMap((each) => each ?? []),
    )
    .filter((reports) => reports.length > 0);
}

function fileOf(version: Version): CountedFile {
  const { unit, period, upload, fileName, sha256, receipt, receivedAt } = version;
  return { unit, period, upload, fileName, sha256, receipt, receivedAt };
}

function lastYearReports(
  regime: Regime,
  lastYear: NonNullable<EarlierPeriods['lastYear']>,
  isYear: boolean,
): readonly CountedReport[] {
  const reports = inOrder(regime, lastYear);
  return isYear ? reports.map((report) => asYear(regime, report)) : reports;
}

function lineOfEarlier({ period, title, reported }: EarlierPeriod): EarlierLine {
  return { period, title, reported };
}

/** Null where nothing counts. A nil declaration has its deadline too. */
function isLate({ counting, deadline }: Duty): boolean | null {
  if (counting === null) return null;
  const at = counting.kind === 'nil' ? counting.nil.decidedAt : counting.version.receivedAt;
  return deadline.onTimeUntil !== null && isAfter(at, deadline.onTimeUntil);
}

function lineOf(
  unit: UnitLine['unit'],
  duty: Duty,
  pending: boolean,
  { findings }: ConsolidationInput,
): UnitLine {
  const { counting, attempt } = duty;
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
    attempt: attempt && {
      upload: attempt.upload,
      fileName: attempt.fileName,
      state: attempt.state,
      receivedAt: attempt.receivedAt,
      firstFinding: attempt.firstFindings[0] ?? null,
    },
    pending,
    reason: duty.reason,
    ...(duty.deadline.extension && duty.due !== null && { ownDue: duty.due }),
    findings: open.toSorted((a, b) => weight[a.severity] - weight[b.severity]),
  };
}

const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

function narrativeOf(input: ConsolidationInput, units: readonly UnitLine[]): Summary['narrative'] {
  const names = new Map(
    input.regime.units.map(({ code, name, aliases }) => [code, patternOf([name, ...aliases])]),
  );
  return input.regime.sections.map(({ id }) => {
    const entries = units.flatMap(({ unit, counting }): NarrativeEntry[] => {
      if (counting === null) return [];
      const sections = input.narratives.get(counting.upload) ?? [];
      const paragraphs = sections.filter(({ section }) => section === id).flatMap((s) => s.paragraphs);
      return paragraphs.length > 0 ? [{ unit, upload: counting.upload, paragraphs }] : [];
    });
    return { section: id, entries, groups: foldAlike(entries, names) };
  });
}
