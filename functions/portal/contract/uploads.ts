/** Sending a file and learning what became of it. */
import * as z from 'zod';
import {
  Count,
  Instant,
  named,
  PeriodId,
  PieceCounts,
  Receipt,
  Sender,
  Severity,
  Sha256,
  Source,
  UploadId,
  Value,
  VerdictState,
} from './terms.ts';

const largestFile = 52_428_800;

export const MintRequest = z
  .object({
    period: PeriodId,
    fileName: z
      .string()
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in a name.
      .regex(/^(?!\.+$)[^/\\\u0000-\u001f\u007f\p{Cs}]{1,255}$/u, 'FILE_NAME_INVALID')
      .describe('1 to 255 characters without `/`, `\\` and control characters.'),
    size: z.int().min(1, 'FILE_EMPTY').max(largestFile, 'FILE_TOO_LARGE').describe('Bytes.'),
    sha256: Sha256,
    sender: z.string().max(200).optional().describe('Who sends it, for the receipt.'),
  })
  .register(named, { id: 'MintRequest' });

export const Mint = z
  .strictObject({
    uploadId: UploadId,
    url: z.url().describe('Where the file is sent: `POST multipart/form-data`, without the token.'),
    fields: z
      .record(z.string(), z.string())
      .describe('The form’s fields, to be sent as they are, before the field `file` with the bytes.'),
  })
  .describe('A form that takes exactly the announced bytes, for an hour.')
  .register(named, { id: 'Mint' });

const Finding = z
  .strictObject({
    code: z.string().describe('For programs; for a failed check, the check’s id.'),
    severity: Severity,
    where: Source.nullable(),
    found: z.string().nullable(),
    expected: z.string().nullable(),
    message: z.string().describe('What is wrong, in the language asked for.'),
    fix: z.string().describe('How to mend it, in the language asked for.'),
  })
  .register(named, { id: 'Finding' });

const Skipped = z.strictObject({
  what: z.enum(['cell', 'paragraph', 'sheet', 'image', 'deleted-text', 'note', 'part']),
  why: z.string(),
  where: Source.nullable(),
  count: Count.optional().describe('How many pieces this entry stands for; absent means one.'),
});

const NarrativeSection = z.strictObject({
  section: z.string().describe('The outline’s section, such as `II.1`.'),
  paragraphs: z.array(z.strictObject({ text: z.string(), source: Source })),
});

const waiting = ['minted', 'expired', 'received'] as const;

export const UploadReport = z
  .strictObject({
    uploadId: UploadId,
    period: PeriodId,
    fileName: z.string(),
    size: Count.describe('Bytes.'),
    sha256: Sha256,
    sender: Sender,
    mintedAt: Instant,
    expiresAt: Instant.describe('Until when the form takes the file.'),
    state: z
      .enum([...waiting, ...VerdictState.options])
      .describe(
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
  })
  .register(named, { id: 'UploadReport' });
