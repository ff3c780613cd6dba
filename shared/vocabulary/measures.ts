/** What a running system measures of itself: functions record it, alarms and the dashboard read it, both by these names. */
import { VerdictState } from './states.ts';

export const measures = {
  /** Files that got their verdict, by its state. */
  Files: { unit: 'Count', by: 'State', values: VerdictState.options },
  /** From S3's time of the file to its recorded version. */
  SecondsToVerdict: { unit: 'Seconds' },
  /** Files that have waited for more than ten minutes for their verdict, as the hour finds them. */
  FilesWaiting: { unit: 'Count' },
  /** Attempts at a mail, by what became of them. */
  Mails: {
    unit: 'Count',
    by: 'Outcome',
    values: ['sent', 'superseded', 'throttled', 'refused', 'failed', 'withheld'],
  },
  /** Mails that have waited for more than ten minutes, as the hour finds them. */
  MailsWaiting: { unit: 'Count' },
  /** Of the oldest of them. */
  OldestMailSeconds: { unit: 'Seconds' },
  /** Hours before this one that nobody had worked off. */
  HoursLate: { unit: 'Count' },
  /** Summaries that were due and could not be made, or are made and wait for more than an hour. */
  SummariesNotGone: { unit: 'Count' },
  /** Messages that were given back to their queue after an error that the function caught. */
  Failures: { unit: 'Count', by: 'Function', values: ['ingest', 'deliver'] },
  /** Requests that the portal refused: for their link, for a limit, or for anything else. */
  Refusals: { unit: 'Count', by: 'Reason', values: ['link', 'limit', 'other'] },
} as const satisfies Readonly<Record<string, Shape>>;

interface Shape {
  readonly unit: 'Count' | 'Seconds';
  /** By what it is told apart, and into which values. */
  readonly by?: string;
  readonly values?: readonly string[];
}

export type Measure = keyof typeof measures;

/** The value by which the measure is told apart, or nothing. */
export type Part<Name extends Measure> = (typeof measures)[Name] extends {
  readonly values: readonly (infer Value)[];
}
  ? readonly [of: Value]
  : readonly [];
