/** Many reports → one summary: who filed, what counts, totals, narrative in outline order. */

import type { Manifest } from '../filing/manifest.ts';
import { blankPaper } from '../filing/paper.ts';
import type { Version } from '../filing/version.ts';
import type { Regime } from '../regime/regime.ts';
import { isOfYearSoFar } from '../regime/span.ts';
import { RejectError } from '../vocabulary/errors.ts';
import type { Finding } from '../vocabulary/finding.ts';
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
  nilIn,
} from './earlier.ts';
import { outliersIn } from './outliers.ts';
import { namedUnits, progressOf } from './progress.ts';
import { asYear, discrepanciesIn, overPeriods, type PeriodReport, reportOf } from './several-periods.ts';
import type { CountedFile, EarlierLine, NarrativeEntry, Summary, UnitLine } from './summary.ts';
import { type CountedReport, growsOverYear, totalsOf } from './totals.ts';

/** The manifest names a period that the regime it pins does not have. */
export class PeriodNotInRegime extends RejectError {
  override readonly name = 'PeriodNotInRegime';
  readonly code = 'PERIOD_NOT_IN_REGIME';
  readonly mendable = false;

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
  const { units, rate, due, duties } = progressOf({
    regime,
    period,
    expected: manifest.expected,
    at: manifest.scheduledAt,
    versions: manifest.versions,
    decisions: manifest.decisions,
    pending: new Set(manifest.pending.map(({ unit }) => unit)),
    findings: input.findings,
  });
  const earlier = earlierPeriods(manifest.earlier);
  const own = duties.flatMap((duty): PeriodReport[] =>
    duty.counting?.kind === 'version' ? [reportOf(duty.counting.version)] : [],
  );
  const contributors = [...units.map(({ unit }) => unit), ...formerUnits(regime, units, earlier.year)];
  const isYear = earlier.year.length > 0;
  const whole = isYear ? unitByUnit(contributors, own, earlier.year) : own.map((report) => [report]);
  const [first] = earlier.year;
  const ends = first && { opening: first.period, closing: period.id };
  const reports = ends ? whole.flatMap((each) => overPeriods(regime, each, ends) ?? []) : own;
  const totals = compared(
    regime,
    totalsOf(regime, reports),
    // A year is not compared with the quarter before its end.
    earlier.previous && !isYear ? totalsOf(regime, inOrder(regime, earlier.previous)) : null,
    earlier.lastYear && totalsOf(regime, lastYearReports(regime, earlier.lastYear, isYear)),
    (indicator) =>
      isOfYearSoFar(regime, period) && growsOverYear(regime, indicator) ? 'cumulative' : 'value',
  );
  const gaps = gapsIn(
    regime,
    earlier.year,
    contributors.map(({ code }) => code),
  );
  const incomplete = new Set(gaps.map(({ unit }) => unit));
  return {
    run: manifest.run,
    kind: manifest.kind,
    regime,
    period,
    scheduledAt: manifest.scheduledAt,
    due,
    edition: manifest.edition,
    rate,
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
    nil: nilIn(
      earlier,
      contributors.map(({ code }) => code),
    ),
    narrative: narrativeOf(input, units),
    earlierNarrative: earlierNarrativeOf(input, earlier, contributors),
    paper: manifest.paper ?? blankPaper,
  };
}

/** Units that reported in an earlier period of the year and are not expected in this one. */
function formerUnits(
  regime: Regime,
  units: readonly UnitLine[],
  year: readonly EarlierPeriod[],
): readonly UnitLine['unit'][] {
  const expected = new Set(units.map(({ unit }) => unit.code));
  const former = year.flatMap(({ reports }) => [...reports.keys()]).filter((code) => !expected.has(code));
  return namedUnits(regime, former);
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

/** Of the reports that count, of units that are still expected or whose figures are in a year. */
function earlierNarrativeOf(
  { regime, narratives }: ConsolidationInput,
  { previous, year }: EarlierPeriods,
  contributors: readonly UnitLine['unit'][],
): Summary['earlierNarrative'] {
  const others = year.filter(({ period }) => period !== previous?.period);
  return [...(previous ? [previous] : []), ...others].flatMap(({ period, reports }) =>
    regime.sections.map(({ id: section }) => ({
      period,
      section,
      entries: contributors.flatMap((unit): NarrativeEntry[] => {
        const upload = reports.get(unit.code)?.upload;
        const paragraphs = (upload === undefined ? [] : (narratives.get(upload) ?? []))
          .filter((each) => each.section === section)
          .flatMap((each) => each.paragraphs);
        return upload !== undefined && paragraphs.length > 0 ? [{ unit, upload, paragraphs }] : [];
      }),
    })),
  );
}
