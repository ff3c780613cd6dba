/** Issuing a signed report: what lies before whoever issues it, the files, and the act. */
import * as z from 'zod';
import { largestSigned } from '../../../shared/filing/signature.ts';
import { longestName, signForms } from '../../../shared/regime/signing.ts';
import { largestFile } from '../../../shared/vocabulary/formats.ts';
import { type Answer, Count, Day, Instant, MailState, named, PeriodId, Reason, Sha256 } from './terms.ts';
import { MintRequest } from './uploads.ts';

const Run = z.string().describe('The run that froze the edition.');
const DocumentNumber = z.string().describe('Such as `125/BC-STNMT`.');

const SignForm = z.enum(signForms).nullable().describe('Null where the head signs.');
const Signer = z.object({
  form: SignForm.default(null),
  role: z
    .string()
    .normalize('NFC')
    .max(longestName, 'SIGNER_INVALID')
    .default('')
    .describe('Such as `PHÓ GIÁM ĐỐC`.'),
  name: z.string().normalize('NFC').max(longestName, 'SIGNER_INVALID'),
});

export const IssuedAs = z
  .strictObject({
    edition: z.int(),
    number: DocumentNumber,
    day: Day,
    at: Instant,
    actor: z.string(),
    reason: z.string(),
    lackingReason: z
      .string()
      .nullable()
      .describe('Why it went though the signed file lacks much; null where it does not.'),
    run: Run,
    pdf: Sha256,
    sentTo: z.array(z.string()),
    signedBy: z.string().nullable().describe('Title and name; null where nobody was asked for them yet.'),
  })
  .describe('As it was issued; its mails are queued, or sent.')
  .register(named, { id: 'IssuedAs' });
export type IssuedAs = Answer<typeof IssuedAs>;

const Since = z
  .array(z.strictObject({ at: Instant.nullable(), text: z.string() }))
  .describe('What makes it stale, by its hours; the doubts are of the hour at which it was drawn up.');
const Doubts = z.array(z.string()).describe('What should be looked at first, the gravest first.');

const IssueOnRecord = IssuedAs.extend({
  shown: z
    .strictObject({
      stale: z.boolean().describe('It was issued although what was filed by then was something else.'),
      since: Since,
      doubts: Doubts,
      answers: z
        .array(z.strictObject({ doubt: z.string(), answer: z.string() }))
        .describe('What was answered to those of the doubts that need it.'),
      lacking: z
        .array(z.string())
        .nullable()
        .describe('What the signed file lacked; null where it could not be compared.'),
    })
    .nullable()
    .describe('What lay before whoever issued it; null where that was kept otherwise.'),
  mails: z.array(
    z.strictObject({
      name: z.string(),
      email: z.string().nullable(),
      state: MailState,
      at: Instant.nullable(),
    }),
  ),
}).register(named, { id: 'IssueOnRecord' });

export const IssueView = z
  .strictObject({
    period: PeriodId,
    title: z.string(),
    until: z
      .string()
      .nullable()
      .describe('By when it has to go upward; null where it went, or nothing is named.'),
    draft: z
      .strictObject({
        run: Run,
        edition: z.int(),
        scheduledAt: Instant,
        files: z.array(z.string()),
        filed: Count,
        expected: Count,
        stale: z.boolean(),
        since: z
          .array(z.strictObject({ at: Instant.nullable(), text: z.string() }))
          .describe(
            'What makes it stale, by its hours; the doubts are of the hour at which it was drawn up.',
          ),
        hindrances: z.array(z.string()).describe('Why it cannot go out; empty where it can.'),
        doubts: Doubts,
        settled: z
          .array(
            z.strictObject({
              doubt: z.int().describe('Its place among the doubts, from 0.'),
              what: z.array(z.string()).describe('What of it no longer holds.'),
              whole: z.boolean().describe('Nothing of it holds any more.'),
            }),
          )
          .describe('Of the doubts those that were answered, or whose file another has replaced, since.'),
        asked: z.array(z.string()).describe('Those of the doubts that need an answer, in this order.'),
        recipients: z.array(
          z.strictObject({
            name: z.string(),
            email: z.email(),
            had: z.boolean(),
          }),
        ),
        replaces: z
          .strictObject({ number: DocumentNumber, day: Day })
          .nullable()
          .describe('The issued report whose place it takes.'),
        signer: z
          .strictObject({ head: z.string(), form: SignForm, role: z.string(), name: z.string() })
          .describe('Who signs, as far as that is known, and the head’s title.'),
        seen: Sha256.describe('Of all this: whoever issues says what they have seen.'),
        today: Day,
        from: Day,
      })
      .nullable()
      .describe('The newest edition; null where none was drawn up, or all that were are taken back.'),
    takenBack: z
      .strictObject({ edition: z.int(), actor: z.string(), at: Instant, reason: z.string() })
      .nullable()
      .describe('The draft that was drawn up last, where it was taken back before it was signed.'),
    mayDrawUp: z.boolean().describe('Whether another draft would say something else.'),
    issued: z.array(IssueOnRecord),
  })
  .register(named, { id: 'IssueView' });
export type IssueView = Answer<typeof IssueView>;

export const DraftRequest = z.object({ reason: Reason }).register(named, { id: 'DraftRequest' });
export const DraftBackRequest = z
  .object({ run: Run, reason: Reason })
  .register(named, { id: 'DraftBackRequest' });
export const DraftAsked = z
  .strictObject({ edition: z.int() })
  .describe('Asked for: it is done within a minute, and the office is told by mail.')
  .register(named, { id: 'DraftAsked' });
export type DraftAsked = Answer<typeof DraftAsked>;

const fileName = MintRequest.shape.fileName;

const SignedFile = z
  .object({
    fileName,
    size: z.int().min(1, 'FILE_EMPTY').max(largestSigned, 'SIGNED_TOO_LARGE'),
    sha256: Sha256,
  })
  .describe('The signed report: a PDF of at most 7 MB.');
const CorrectedFile = z
  .object({ fileName, size: z.int().min(1, 'FILE_EMPTY').max(largestFile, 'FILE_TOO_LARGE'), sha256: Sha256 })
  .describe('The draft as the office corrected it: a .docx.');

export const OfficeFileRequest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed'), run: Run, ...SignedFile.shape }),
    z.object({ kind: z.literal('corrected'), run: Run, ...CorrectedFile.shape }),
  ])
  .register(named, { id: 'OfficeFileRequest' });
export type OfficeFileRequest = z.input<typeof OfficeFileRequest>;

export const OfficeFileMint = z
  .strictObject({
    method: z.literal('PUT'),
    url: z.url(),
    headers: z.record(z.string(), z.string()),
  })
  .describe('Takes exactly the announced bytes, once, for an hour; 412: they are there already.')
  .register(named, { id: 'OfficeFileMint' });
export type OfficeFileMint = Answer<typeof OfficeFileMint>;

export const CorrectionsRequest = z
  .object({
    run: Run,
    fileName,
    sha256: Sha256,
    seen: Sha256.describe('As `draft.seen` said it.'),
  })
  .register(named, { id: 'CorrectionsRequest' });

export const Corrections = z
  .strictObject({
    seen: Sha256.describe('Of the draft’s `seen` and of these corrections together.'),
    corrections: z.array(
      z.strictObject({
        kind: z
          .enum(['figure', 'unit-text', 'wording', 'struck', 'added', 'frame'])
          .describe('`figure`: it is no longer what the units reported; `frame`: number, day, signature.'),
        changesFigures: z
          .boolean()
          .describe(
            'Figures that go upward are no longer what the units reported: `figuresReason` is needed.',
          ),
        what: z.string().describe('Of which indicators or unit; empty where of none.'),
        before: z.string(),
        after: z.string(),
        contradicted: z.boolean().describe('Elsewhere in the document the figure still stands as it was.'),
      }),
    ),
  })
  .register(named, { id: 'Corrections' });
export type Corrections = Answer<typeof Corrections>;

export const SignedTextRequest = z
  .object({
    run: Run,
    pdf: z.object({ fileName, sha256: Sha256 }),
    corrected: z.object({ fileName, sha256: Sha256 }).nullable().default(null),
    signer: Signer.optional().describe('Whose title and name are to stand in it too.'),
  })
  .register(named, { id: 'SignedTextRequest' });

export const SignedText = z
  .strictObject({
    compared: z.boolean().describe('False where the PDF has no text of its own: a scan.'),
    lacking: z
      .array(z.string())
      .describe(
        'Paragraphs and rows of the draft, or the corrected draft, and lines of `signer`, that the PDF lacks.',
      ),
    passages: z.int().describe('Of so many that were looked for; 0 where it is not compared.'),
    lacksMuch: z.boolean().describe('So much that `lackingReason` is needed.'),
  })
  .register(named, { id: 'SignedText' });
export type SignedText = Answer<typeof SignedText>;

export const IssueRequest = z
  .object({
    run: Run,
    number: z.string().max(200, 'NUMBER_INVALID'),
    day: Day,
    signer: Signer.optional().describe(
      'Who signed; may be left out where the regime names somebody. On record.',
    ),
    pdf: SignedFile,
    corrected: CorrectedFile.nullable().default(null),
    reason: Reason.describe('On record with the edition.'),
    answers: z
      .array(z.string().max(1000).normalize('NFC'))
      .max(5000)
      .optional()
      .describe('To each of `draft.asked` a word, in their order. On record.'),
    figuresReason: z
      .string()
      .max(1000)
      .normalize('NFC')
      .optional()
      .describe('Why figures were changed by hand; needed where the corrected file changes any. On record.'),
    lackingReason: z
      .string()
      .max(1000)
      .normalize('NFC')
      .optional()
      .describe(
        'Why the signed file goes all the same; needed where it lacks much of what was to be signed. On record.',
      ),
    seen: Sha256.describe('As `draft.seen` said it; with a corrected file, as its corrections said it.'),
  })
  .register(named, { id: 'IssueRequest' });
export type IssueRequest = z.input<typeof IssueRequest>;
