/** What became of a file and of a duty; the words for each stand in shared/wording/statuses.ts. */
import * as z from 'zod';

export const VerdictState = z
  .enum(['accepted', 'accepted-with-warnings', 'rejected', 'unreadable'])
  .describe('The verdict on a file. Rejected: at least one finding is an error.');
export type VerdictState = z.output<typeof VerdictState>;

export const UploadState = z
  .enum(['minted', 'expired', 'received', ...VerdictState.options])
  .describe(
    '`minted`: the file has not come; `expired`: it has not, and no longer can; `received`: it waits to be read; the others are verdicts and final.',
  );
export type UploadState = z.output<typeof UploadState>;

export const DutyStatus = z
  .enum([
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
  ])
  .describe(
    [
      'What a duty stands at. Still owed: `missing`, `overdue`, `returned` (to be corrected and sent again),',
      '`extended` (more time was granted). Nothing to send yet: `awaiting-guidance`, `not-due`.',
      'Done: `on-time`, `late`, `nil` (nothing to report), `excluded` (owes nothing).',
    ].join(' '),
  );
export type DutyStatus = z.output<typeof DutyStatus>;

export const Standing = z
  .enum(['counts', 'replaced', 'nil-declared', 'returned', 'excluded', 'not-accepted'])
  .describe(
    [
      '`counts`: this is the unit’s report. Else why not: `replaced` by a newer accepted one, `nil-declared` since,',
      '`returned` to be corrected, `excluded` from the report (it, or the whole unit), `not-accepted` by its verdict.',
    ].join(' '),
  );
export type Standing = z.output<typeof Standing>;

export const DecisionKind = z
  .enum(['nil', 'extension-request', 'extension', 'return', 'exclude-version', 'exclude-unit', 'guidance'])
  .describe(
    [
      '`nil` (nothing to report) and `extension-request` come from the unit; `extension` (granted), `return`,',
      '`exclude-version`, `exclude-unit` and `guidance` (a review is due) from the office.',
    ].join(' '),
  );
export type DecisionKind = z.output<typeof DecisionKind>;
