/** The consolidated report as data: what the mail, the .docx and the .xlsx are three views of. */

import type { Paper } from '../filing/paper.ts';
import { writeMark } from '../reading/model/consolidated-mark.ts';
import type { Period, Regime } from '../regime/regime.ts';
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import type { Figure } from '../vocabulary/figure.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Rate } from '../vocabulary/rate.ts';
import type { Source } from '../vocabulary/source.ts';
import type { VerdictState } from '../vocabulary/states.ts';
import type { Text } from '../vocabulary/text.ts';

export interface UnitLine {
  readonly unit: { readonly code: string; readonly name: string };
  readonly status: DutyStatus;
  /** The version that counts; null where none does (missing, nil, excluded…). */
  readonly counting: {
    readonly upload: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly receipt: string;
  } | null;
  /** S3's time of the version that counts, or the time of the nil declaration; ISO 8601. */
  readonly filedAt: string | null;
  /** S3's time of the version by which the unit is on time or late, where what counts is a later correction of it. */
  readonly firstFiledAt?: string;
  /** The day on which by the office's note the paper came that dates the report; absent without a note. */
  readonly notedDay?: string;
  /** Why the version that counts does so although it has errors; absent where it has none. */
  readonly waived?: string;
  /** The newest attempt when it does not count: a rejected or unreadable file is named, not filed. */
  readonly attempt: {
    readonly upload: string;
    readonly fileName: string;
    readonly state: VerdictState;
    readonly receivedAt: string;
    readonly firstFinding: Finding | null;
  } | null;
  /** Received by the scheduled hour, not yet read (đang xử lý). */
  readonly pending: boolean;
  /** Reason given with nil, extension, return or exclusion. */
  readonly reason: string | null;
  /** The unit's own last valid second, ISO 8601 with offset; only where an extension moved it. */
  readonly ownDue?: string;
  /** Findings of the version that counts that are still open, most severe first. */
  readonly findings: readonly Finding[];
}

/** A file of which the report is made. */
export interface CountedFile {
  readonly unit: string;
  readonly period: string;
  readonly upload: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly receipt: string;
  readonly receivedAt: string;
}

export interface Contribution {
  readonly unit: string;
  /** The newest report of the unit that counts; in a report of several periods it may be of an earlier one. */
  readonly upload: string;
  readonly value: Figure;
  readonly source: Source | null;
  readonly cumulative: Figure;
  readonly cumulativeSource: Source | null;
  /** By column, false where a parent's figure already contains this branch's. */
  readonly added: { readonly value: boolean; readonly cumulative: boolean };
  /** The figures of which `value` is made, oldest first; empty where the report is of one period. */
  readonly parts: readonly Part[];
}

/** One period's figure within a report made from several. */
export interface Part {
  readonly period: string;
  readonly upload: string;
  readonly value: Figure;
  readonly source: Source | null;
}

/** How a figure stands against an earlier one. */
export interface Change {
  readonly before: number | null;
  /** Now less before; null where either is unknown. Of a percentage, in percentage points. */
  readonly delta: number | null;
  /** In percent of before; null where either is unknown, before is 0, or the figure is a percentage itself. */
  readonly percent: number | null;
}

export interface Comparison {
  readonly value: Change;
  readonly cumulative: Change;
  /** What is said below is of the cumulative figures, with which the report leads; else of those of the period. */
  readonly of?: 'cumulative';
  /** Not the same units gave the two figures. */
  readonly otherUnits?: true;
  /** Then: the figures of those that gave both, and how many these are; null where they say too little. */
  readonly ofBoth?: { readonly units: number; readonly now: number; readonly before: number } | null;
  /** The cumulative figure is not the earlier one and what came since, or stands below it without some unit's. */
  readonly atOdds?: true;
  /** Some unit that had a cumulative figure has none now. */
  readonly fewer?: true;
}

export interface Total {
  readonly indicator: string;
  /** Across units by the indicator's rule; null where nobody gave a figure or the rule is `none`. */
  readonly value: number | null;
  readonly cumulative: number | null;
  /** One for each unit whose report counts, in the regime's order. */
  readonly contributions: readonly Contribution[];
  /** Units whose report counts but leaves this figure blank (blank is not 0). */
  readonly blank: readonly string[];
  /** Against the period before; null where there is none to compare with. */
  readonly previous: Comparison | null;
  /** Against the same period a year ago; a year's figures against the year before's cumulative ones. */
  readonly lastYear: Comparison | null;
}

/** An earlier period that the figures are compared with, or made of. */
export interface EarlierLine {
  readonly period: string;
  readonly title: Text;
  /** How many units' reports count there, those without anything to report not among them. */
  readonly reported: number;
}

/** A figure far from what its own unit or the other units say: to be looked at, not to be corrected. */
export interface Outlier {
  readonly unit: string;
  readonly indicator: string;
  readonly value: number;
  /** What was to be expected: the median of the unit's earlier figures, or of the other units. */
  readonly usual: number;
  readonly against: 'history' | 'peers';
  readonly why: Text;
}

/** A unit whose periods, added up, give another figure than its newest report says for the year. */
export interface Discrepancy {
  readonly unit: string;
  readonly indicator: string;
  readonly added: number;
  readonly stated: number;
  readonly source: Source | null;
}

/** Earlier periods of a unit: those whose expected report a report of several periods had to do without. */
export interface Gap {
  readonly unit: string;
  readonly periods: readonly string[];
}

export interface NarrativeEntry {
  readonly unit: { readonly code: string; readonly name: string };
  readonly upload: string;
  readonly paragraphs: readonly { readonly text: string; readonly source: Source }[];
}

/** A section's text as it is to be read: told once for all units that wrote the same. */
export interface NarrativeGroup {
  /** The first of them, whose words stand for all. */
  readonly entry: NarrativeEntry;
  /** The other units with the same text and the same figures in it, in the regime's order. */
  readonly alike: readonly NarrativeEntry[];
}

export interface Summary {
  readonly run: string;
  readonly kind: 'interim' | 'final';
  readonly regime: Regime;
  readonly period: Period;
  /** The run's scheduled time, ISO 8601 with offset: the only time in the documents. */
  readonly scheduledAt: string;
  /** Last valid second, ISO 8601 with offset, or null without a date. */
  readonly due: string | null;
  readonly edition: number;
  readonly rate: Rate;
  /** Expected units in the regime's order. */
  readonly units: readonly UnitLine[];
  /** Who may have given figures: the expected units, then, in a report of several periods, those of earlier ones. */
  readonly contributors: readonly { readonly code: string; readonly name: string }[];
  /** Every file that figures were taken from, unit by unit in the order of `contributors`, oldest period first. */
  readonly files: readonly CountedFile[];
  readonly earlier: {
    readonly previous: EarlierLine | null;
    readonly lastYear: EarlierLine | null;
    /** The earlier periods that this report adds to its own, oldest first. */
    readonly year: readonly EarlierLine[];
  };
  /** One for each indicator in the regime's order. */
  readonly totals: readonly Total[];
  readonly outliers: readonly Outlier[];
  readonly discrepancies: readonly Discrepancy[];
  readonly gaps: readonly Gap[];
  /** Units that declared in earlier periods that they have nothing to report. */
  readonly nil: readonly Gap[];
  readonly narrative: readonly {
    readonly section: string;
    readonly entries: readonly NarrativeEntry[];
    /** The same entries, folded. */
    readonly groups: readonly NarrativeGroup[];
  }[];
  /** What units wrote in the period before, and in the earlier ones of a year; by period and section. */
  readonly earlierNarrative: readonly {
    readonly period: string;
    readonly section: string;
    readonly entries: readonly NarrativeEntry[];
  }[];
  /** What the office itself has put in. */
  readonly paper: Paper;
}

/** By what the documents made of the summary are known again, should a unit send one. */
export function markOf({ regime, run }: Summary): string {
  return writeMark({ instance: regime.authority.code, regime: regime.id, run });
}
