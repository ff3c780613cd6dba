/** What a duty and its versions stand at, and what is decided of them; the words are in shared/wording. */
import * as z from 'zod';

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
  'prolong',
  'return',
  'exclude-version',
  'exclude-unit',
  'guidance',
  'extension-refusal',
  'accept-late',
  'waive',
  'hold-reminders',
  'received-on',
  'undo',
]);
export type DecisionKind = z.output<typeof DecisionKind>;
