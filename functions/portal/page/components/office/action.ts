import type { Choice, Reachable } from '../../deciding.ts';
import type { RecordedAs } from '../../recorded-as.ts';

/** What is about to be decided, and about whom. */
export interface Action {
  readonly kind: Exclude<Choice['kind'], 'prolong'>;
  readonly period: string;
  readonly title: string;
  readonly units: readonly Reachable[];
  /** Chosen with them, and not meant: it does not fit them. */
  readonly notFit?: readonly Reachable[];
  /** The deadline common to all, where many are meant. */
  readonly commonDue?: string | null;
  /** The version meant, by its upload and its file's name. */
  readonly file?: { readonly uploadId: string; readonly name: string; readonly errors?: number };
  /** As what the file would be on record; null where there is no date. */
  readonly recordedAs?: RecordedAs | null;
  /** What is taken back, and in which words it is known. */
  readonly undone?: { readonly decision: string; readonly name: string; readonly forAll: boolean };
  /** When the schedule reminds of the period, as far as that is told; ISO 8601, in order. */
  readonly reminders?: readonly string[];
  /** Filled in beforehand, `yyyy-mm-dd`. */
  readonly until?: string;
  /** The unit's address, where it is known; that which is mended. */
  readonly email?: string;
  /** What is mended is an address of the office, another’s or one’s own. */
  readonly whose?: 'office' | 'own';
}
