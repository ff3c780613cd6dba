/** What reading one file yields. It depends on the bytes, the duty they answer and the regime, on nothing else. */
import type { Period, Regime, Section, Unit } from '../../regime/regime.ts';
import type { Value } from '../../vocabulary/figure.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import type { Format } from '../../vocabulary/formats.ts';
import type { NarrativeSection, PieceCounts, Skipped } from '../../vocabulary/reading.ts';
import type { VerdictState } from '../../vocabulary/states.ts';

export type { Figure, Value } from '../../vocabulary/figure.ts';
export type { Finding, Severity } from '../../vocabulary/finding.ts';
export type { NarrativeSection } from '../../vocabulary/reading.ts';
export type { VerdictState } from '../../vocabulary/states.ts';

export type ReadingUnit = Pick<Unit, 'code' | 'name' | 'kind' | 'parent' | 'aliases'>;

export type ReadingPeriod = Pick<
  Period,
  'id' | 'title' | 'kind' | 'assignedTo' | 'window' | 'cumulativeFrom' | 'previous' | 'deadline' | 'aliases'
>;

/** As much of a regime as reading needs: nobody's address is in it, so that it may travel into a unit's browser. */
export interface ReadingRegime extends Pick<Regime, 'year' | 'language' | 'indicators' | 'checks'> {
  readonly sections: readonly (Pick<Section, 'id' | 'title' | 'aliases'> &
    Partial<Pick<Section, 'optional'>>)[];
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
  readonly counts: PieceCounts;
}
