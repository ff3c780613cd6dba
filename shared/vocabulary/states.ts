/** What became of a file; the words for each stand in shared/wording/statuses.ts. */
import * as z from 'zod';

/** The verdict on a file. Rejected: at least one finding is an error. Unreadable: it could not be opened. */
export const VerdictState = z.enum(['accepted', 'accepted-with-warnings', 'rejected', 'unreadable']);
export type VerdictState = z.output<typeof VerdictState>;

/** What became of one upload: the first three before the file was read, the others are verdicts. */
export const UploadState = z.enum(['minted', 'expired', 'received', ...VerdictState.options]);
export type UploadState = z.output<typeof UploadState>;
