/** Sending a file and learning what became of it. */
import * as z from 'zod';
import * as finding from '../../../shared/vocabulary/finding.ts';
import { largestFile } from '../../../shared/vocabulary/formats.ts';
import { NarrativeSection, Skipped } from '../../../shared/vocabulary/reading.ts';
import { UploadState } from '../../../shared/vocabulary/states.ts';
import { printable } from '../../../shared/vocabulary/visible-text.ts';
import {
  type Answer,
  Count,
  Instant,
  named,
  PeriodId,
  PieceCounts,
  Receipt,
  Sender,
  Sha256,
  UploadId,
  Value,
} from './terms.ts';

export const MintRequest = z
  .object({
    period: PeriodId,
    fileName: z
      .string()
      .normalize('NFC')
      .regex(/^(?!\.+$)[^/\\\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]{1,255}$/u, 'FILE_NAME_INVALID')
      .describe('1 to 255 characters without `/`, `\\` and control characters.'),
    size: z.int().min(1, 'FILE_EMPTY').max(largestFile, 'FILE_TOO_LARGE').describe('Bytes.'),
    sha256: Sha256,
    sender: z
      .string()
      .max(200)
      .overwrite((text) => printable(text).replace(/\s+/g, ' '))
      .trim()
      .optional()
      .describe('Who sends it, for the receipt, in one line.'),
  })
  .register(named, { id: 'MintRequest' });

export const Mint = z
  .strictObject({
    uploadId: UploadId,
    method: z.literal('PUT'),
    url: z.url().describe('Where the file is sent: its bytes are the body, without the token.'),
    headers: z
      .record(z.string(), z.string())
      .describe('To be sent as they are. `Content-Length` is the announced size and goes by itself.'),
  })
  .describe(
    'What takes exactly the announced bytes, once, for an hour. 412: they are there already, all is well; 409: the same file is just being stored, try again; 403: the hour is over, announce it again.',
  )
  .register(named, { id: 'Mint' });

/** What takes one file. */
export type Mint = Answer<typeof Mint>;
export type MintRequest = Answer<typeof MintRequest>;

const Finding = finding.Finding.extend({
  message: z.string().describe('What is wrong, in the language asked for.'),
  fix: z.string().describe('How to mend it, in the language asked for.'),
}).register(named, { id: 'Finding' });

export type Finding = Answer<typeof Finding>;

export const UploadReport = z
  .strictObject({
    uploadId: UploadId,
    period: PeriodId,
    fileName: z.string(),
    size: Count.describe('Bytes.'),
    sha256: Sha256,
    sender: Sender,
    mintedAt: Instant,
    expiresAt: Instant.describe('Until when the file is taken.'),
    state: UploadState.describe(
      '`minted`: the file has not come; `expired`: it has not, and no longer can; `received`: it waits to be read; the others are verdicts and final.',
    ),
    receipt: Receipt,
    receivedAt: Instant.nullable().describe('When the file arrived; on time is judged by it.'),
    findings: z
      .array(Finding)
      .describe('Errors, warnings and notes in that order, then comparisons with the period before.'),
    values: z.array(Value).describe('One for each indicator found, in the regime’s order.'),
    narrative: z.array(NarrativeSection).describe('In the regime’s order of sections.'),
    skipped: z.array(Skipped).describe('What was not turned into anything, and why.'),
    counts: PieceCounts.optional().describe('Absent until there is a verdict.'),
    annotated: z
      .strictObject({ fileName: z.string(), size: Count.describe('Bytes.') })
      .nullable()
      .describe('The file with every finding noted in its place; null where there is none.'),
    erased: Instant.optional().describe(
      'Since when the file and what was read in it are erased, their time being over; else absent.',
    ),
  })
  .register(named, { id: 'UploadReport' });
export type UploadReport = Answer<typeof UploadReport>;
