/** What reading one file yields. It depends on the bytes, the duty they answer and the regime, on nothing else. */
import type { Period, Regime, Section, Unit } from '../../regime/regime.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { Format, Skipped, Source } from './document.ts';

export type ReadingUnit = Pick<Unit, 'code' | 'name' | 'kind' | 'parent' | 'aliases'>;

export type ReadingPeriod = Pick<
  Period,
  'id' | 'title' | 'kind' | 'assignedTo' | 'window' | 'cumulativeFrom' | 'previous' | 'deadline' | 'aliases'
>;

/** As much of a regime as reading needs: nobody's address is in it, so that it may travel into a unit's browser. */
export interface ReadingRegime extends Pick<Regime, 'year' | 'indicators' | 'checks'> {
  readonly sections: readonly Pick<Section, 'id' | 'title' | 'aliases'>[];
  readonly authority: Pick<Regime['authority'], 'code' | 'name'>;
  readonly units: readonly ReadingUnit[];
  readonly periods: readonly ReadingPeriod[];
}

/** The duty a file claims to answer. */
export interface Task {
  readonly fileName: string;
  readonly unit: ReadingUnit;
  readonly period: ReadingPeriod;
  readonly regime: ReadingRegime;
}

export type Severity = 'error' | 'warning' | 'note';

/**
 * Something a person should know, and how to mend it. `code` stands in shared/wording/findings.ts, in
 * unreadable-findings.ts there, or is the id of one of the regime's checks.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly where: Source | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly message: Text;
  readonly fix: Text;
}

/** A number, an ISO date (`yyyy-mm-dd`), text, or null where the unit left the cell blank. */
export type Figure = number | string | null;

export interface Value {
  readonly indicator: string;
  /** In the period (trong kỳ). */
  readonly value: Figure;
  readonly source: Source | null;
  /** Since the regime's start of the year (lũy kế). */
  readonly cumulative: Figure;
  readonly cumulativeSource: Source | null;
}

export interface NarrativeSection {
  readonly section: string;
  readonly paragraphs: readonly { readonly text: string; readonly source: Source }[];
}

export type VerdictState = 'accepted' | 'accepted-with-warnings' | 'rejected' | 'unreadable';

export interface Reading {
  readonly state: VerdictState;
  /** Null where the file could not be opened. */
  readonly format: Format | null;
  /** Errors first, then warnings, then notes; within one severity in the order of the file. */
  readonly findings: readonly Finding[];
  /** One for each indicator found, in the regime's order. */
  readonly values: readonly Value[];
  /** In the regime's order of sections. */
  readonly narrative: readonly NarrativeSection[];
  readonly skipped: readonly Skipped[];
  /** In pieces (filled cells and paragraphs): read + skipped = total. */
  readonly counts: { readonly read: number; readonly skipped: number; readonly total: number };
}
