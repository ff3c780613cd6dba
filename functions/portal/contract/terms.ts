/**
 * What the API's requests and answers have in common. Each shape is said once: the handlers' types, the tests and the
 * OpenAPI document are made of these schemas, so none of the three can tell another story than the others.
 */
import * as z from 'zod';
import { refusals } from '../../../shared/wording/refusals.ts';

/** The shapes that have a name in the OpenAPI document. */
export const named = z.registry<{ id: string }>();

/** What a handler answers, checked when it is compiled; nothing is parsed again on the way out. */
export type Answer<Shape extends z.ZodType> = Frozen<z.input<Shape>>;

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

export const PeriodId = z.string().describe('The code of a duty’s period, such as `Q1-2024`.');
export const UploadId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .describe('The ULID of an upload; what counts is ordered by it.');
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'HASH_INVALID')
  .describe('SHA-256 of the file: 64 lower-case hexadecimal characters.');
export const Instant = z.iso.datetime({ offset: true }).describe('ISO 8601 with offset.');
export const Day = z.iso
  .date('DATE_INVALID')
  .describe('A calendar day, `yyyy-mm-dd`, in the regime’s time zone.');
export const Count = z.int().nonnegative();
export const Due = Instant.nullable().describe(
  'The last valid second, ISO 8601 with offset; null while there is no date.',
);

export const UnitName = z.strictObject({
  code: z.string().describe('The unit’s code, such as `QLDD`.'),
  name: z.string().describe('Its Vietnamese name.'),
});

export const Authority = z
  .strictObject({
    parent: z.string().describe('What it belongs to, in Vietnamese.'),
    name: z.string().describe('Its Vietnamese name.'),
  })
  .describe('The authority that receives the reports, as its letters are headed.')
  .register(named, { id: 'Authority' });

export const UnitKind = z.enum(['phòng', 'đơn vị trực thuộc', 'chi nhánh']);

export const PeriodKind = z
  .enum(['plan', 'periodic', 'review'])
  .describe('`plan`: a yearly plan; `periodic`: figures and text; `review`: a text after guidance has come.')
  .register(named, { id: 'PeriodKind' });

export const Text = z
  .strictObject({ vi: z.string(), en: z.string() })
  .describe('A sentence in Vietnamese and in English.')
  .register(named, { id: 'Text' });

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
  )
  .register(named, { id: 'DutyStatus' });

export const VerdictState = z
  .enum(['accepted', 'accepted-with-warnings', 'rejected', 'unreadable'])
  .describe('The verdict on a file. Rejected: at least one finding is an error.')
  .register(named, { id: 'VerdictState' });

export const Figure = z
  .union([z.number(), z.string()])
  .nullable()
  .describe(
    'A number, an ISO date, text, or null where the unit left the cell blank (blank is not 0). A percentage is in percent: 98.5 is 98.5 %.',
  )
  .register(named, { id: 'Figure' });

export const Source = z
  .union([
    z.strictObject({ sheet: z.string(), cell: z.string().describe('Such as `D14`.') }),
    z.strictObject({ table: z.int(), row: z.int(), column: z.int() }),
    z.strictObject({ paragraph: z.int() }),
  ])
  .describe('Where something stands in the unit’s own file; table, row, column and paragraph count from 1.')
  .register(named, { id: 'Source' });

export const Value = z
  .strictObject({
    indicator: z.string().describe('The indicator’s code.'),
    value: Figure.describe('In the period, in the indicator’s unit of measure.'),
    source: Source.nullable(),
    cumulative: Figure.describe('Since the beginning of the reporting year.'),
    cumulativeSource: Source.nullable(),
  })
  .register(named, { id: 'Value' });

export const PieceCounts = z
  .strictObject({ read: Count, skipped: Count, total: Count })
  .describe('Pieces of the file (filled cells and paragraphs): read + skipped = total.')
  .register(named, { id: 'PieceCounts' });

export const Severity = z.enum(['error', 'warning', 'note']);

export const Receipt = z
  .string()
  .describe('The receipt’s number: period, unit and ten characters of the upload’s ULID.');

export const Download = z
  .strictObject({
    url: z.url().describe('An address that hands out the file, under its own name, for five minutes.'),
  })
  .register(named, { id: 'Download' });

export const Sender = z
  .string()
  .nullable()
  .describe('Who sent it, as given when the file was announced; null where nobody was named.');

export const Refusal = z
  .strictObject({
    code: z.enum(Object.keys(refusals)).describe('For programs.'),
    message: z.string().describe('For people, in the language asked for: what is wrong and what to do.'),
  })
  .describe('Why the request was refused; nothing was changed.')
  .register(named, { id: 'Refusal' });

/** Why something is asked for or declared, for people to read. */
export const Reason = z
  .string('REASON_MISSING')
  .trim()
  .min(1, 'REASON_MISSING')
  .max(1000, 'REASON_MISSING')
  .normalize('NFC');
