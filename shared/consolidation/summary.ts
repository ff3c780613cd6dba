/** The consolidated report as data: what the mail, the .docx and the .xlsx are three views of. */
import type { Period, Regime } from '../regime/regime.ts';
import type { Source } from '../report/document.ts';
import type { Figure, Finding, VerdictState } from '../report/reading.ts';

/** What a unit owes and whether it was done; the words stand in shared/wording/statuses.ts. */
export type DutyStatus =
  | 'awaiting-guidance'
  | 'not-due'
  | 'missing'
  | 'overdue'
  | 'on-time'
  | 'late'
  | 'nil'
  | 'extended'
  | 'returned'
  | 'excluded';

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

export interface Contribution {
  readonly unit: string;
  readonly upload: string;
  readonly value: Figure;
  readonly source: Source | null;
  readonly cumulative: Figure;
  readonly cumulativeSource: Source | null;
  /** By column, false where a parent's figure already contains this branch's. */
  readonly added: { readonly value: boolean; readonly cumulative: boolean };
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
}

export interface NarrativeEntry {
  readonly unit: { readonly code: string; readonly name: string };
  readonly upload: string;
  readonly paragraphs: readonly { readonly text: string; readonly source: Source }[];
}

/** Rate = (accepted + nil) ÷ (expected − excluded); `ratio` is null ("—") where nobody is expected. */
export interface Rate {
  readonly expected: number;
  readonly excluded: number;
  /** Accepted (on time or late) plus nil. */
  readonly filed: number;
  readonly late: number;
  readonly nil: number;
  readonly missing: number;
  /** Named among those not filed: their newest attempt was rejected, unreadable, or returned. */
  readonly rejected: number;
  readonly unreadable: number;
  readonly returned: number;
  readonly extended: number;
  readonly pending: number;
  /** Between 0 and 1. */
  readonly ratio: number | null;
}

export interface Summary {
  readonly run: string;
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
  /** One for each indicator in the regime's order. */
  readonly totals: readonly Total[];
  readonly narrative: readonly { readonly section: string; readonly entries: readonly NarrativeEntry[] }[];
}
