/** What became of a file and of a duty; the words for each stand in shared/wording/statuses.ts. */
import * as z from 'zod';

/** The verdict on a file. Rejected: at least one finding is an error. Unreadable: it could not be opened. */
export const VerdictState = z.enum(['accepted', 'accepted-with-warnings', 'rejected', 'unreadable']);
export type VerdictState = z.output<typeof VerdictState>;

/** What became of one upload: the first three before the file was read, the others are verdicts. */
export const UploadState = z.enum(['minted', 'expired', 'received', ...VerdictState.options]);
export type UploadState = z.output<typeof UploadState>;

/** What a unit's duty stands at. Missing, nil, returned, extended and excluded are five different things. */
export const DutyStatus = z.enum([
  'awaiting-guidance',
  'not-due',
  'missing',
  'overdue',
  'on-time',
  'late',
  'nil',
  'extended',
  'returned',
  'excluded',
]);
export type DutyStatus = z.output<typeof DutyStatus>;

/** Whether a version that was sent stands for the unit, and if not, why. */
export const Standing = z.enum([
  'counts',
  'replaced',
  'nil-declared',
  'returned',
  'excluded',
  'not-accepted',
]);
export type Standing = z.output<typeof Standing>;

/** What a unit declares or asks for, and what the office decides. */
export const DecisionKind = z.enum([
  'nil',
  'extension-request',
  'extension',
  'return',
  'exclude-version',
  'exclude-unit',
  'guidance',
]);
export type DecisionKind = z.output<typeof DecisionKind>;
