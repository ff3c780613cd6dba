/**
 * What the API's requests and answers have in common. Each shape is said once: the handlers' types, the tests and the
 * OpenAPI document are made of these schemas, so none of the three can tell another story than the others.
 */
import * as z from 'zod';
import * as regime from '../../../shared/regime/regime.ts';
import * as bilingual from '../../../shared/vocabulary/bilingual.ts';
import { Instant, sha256Pattern, Ulid } from '../../../shared/vocabulary/codes.ts';
import * as dutyStates from '../../../shared/vocabulary/duty-states.ts';
import * as figure from '../../../shared/vocabulary/figure.ts';
import type { Frozen } from '../../../shared/vocabulary/frozen.ts';
import * as reading from '../../../shared/vocabulary/reading.ts';
import * as source from '../../../shared/vocabulary/source.ts';
import * as states from '../../../shared/vocabulary/states.ts';
import { printable } from '../../../shared/vocabulary/visible-text.ts';
import { refusals } from '../../../shared/wording/refusals.ts';

/** The shapes that have a name in the OpenAPI document. */
export const named = z.registry<{ id: string }>();

/** What a handler answers, checked when it is compiled; nothing is parsed again on the way out. */
export type Answer<Shape extends z.ZodType> = Frozen<z.input<Shape>>;

/** Names and describes the vocabulary's own schema, so that it is pointed to wherever it stands in another one. */
function answered<Shape extends z.ZodType>(shape: Shape, id: string, description: string): Shape {
  z.globalRegistry.add(shape, { description });
  named.add(shape, { id });
  return shape;
}

export const PeriodId = z.string().describe('The code of a duty’s period, such as `Q1-2024`.');
/** None is longer (regime.ts), and no key is made of what is. */
export const UnitCode = z.string().max(20).describe('The unit’s code.');
export const UploadId = Ulid.describe('The ULID of an upload; what counts is ordered by it.');
export const Sha256 = z
  .string()
  .regex(sha256Pattern, 'HASH_INVALID')
  .describe('SHA-256 of the file: 64 lower-case hexadecimal characters.');
export { Instant };
export const Day = z.iso
  .date('DATE_INVALID')
  .describe('A calendar day, `yyyy-mm-dd`, in the regime’s time zone.');
export const Count = z.int().nonnegative();
export const Due = Instant.nullable().describe(
  'The last valid second, ISO 8601 with offset; null while there is no date.',
);

export const TimeZone = z
  .string()
  .describe('The regime’s, an IANA name: its days and hours are counted in it.');

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

export const Timeliness = z
  .strictObject({
    due: Instant.describe('The last valid second, extension and guidance honoured.'),
    late: z.boolean().describe('It came after it; a correction of a report that was on time is on time.'),
    notedDay: Day.optional().describe(
      'Of an entry of the office: the day on which by its note the paper came; left out without one.',
    ),
    datedBy: z
      .strictObject({ at: Instant.describe('When it came.'), notedDay: Day.optional() })
      .optional()
      .describe('Of a file that came after the deadline and is in time: the earlier report by which it is.'),
  })
  .nullable()
  .describe('Null where the period has no date.');

export const PeriodKind = regime.PeriodKind.register(named, { id: 'PeriodKind' });
export const Text = answered(bilingual.Text, 'Text', 'A sentence in Vietnamese and in English.');
export const DutyStatus = dutyStates.DutyStatus.describe(
  [
    'What a duty stands at. Still owed: `missing`, `overdue`, `returned` (to be corrected and sent again),',
    '`extended` (more time was granted). Nothing to send yet: `awaiting-guidance`, `not-due`.',
    'Done: `on-time`, `late`, `nil` (nothing to report), `excluded` (owes nothing).',
  ].join(' '),
).register(named, { id: 'DutyStatus' });
export const VerdictState = states.VerdictState.describe(
  'The verdict on a file. Rejected: at least one finding is an error.',
).register(named, { id: 'VerdictState' });
export const Value = figure.Value.register(named, { id: 'Value' });
export const PieceCounts = answered(
  reading.PieceCounts,
  'PieceCounts',
  'Pieces of the file (filled cells and paragraphs): read + skipped = total.',
);
answered(
  figure.Figure,
  'Figure',
  'A number, an ISO date, text, or null where the unit left the cell blank (blank is not 0). A percentage is in percent: 98.5 is 98.5 %.',
);
answered(
  source.Source,
  'Source',
  'Where something stands in the unit’s own file; table, row, column and paragraph count from 1.',
);

export const Receipt = z
  .string()
  .describe('The receipt’s number: period, unit and ten characters of the upload’s ULID.');

export const Download = z
  .strictObject({
    url: z.url().describe('An address that hands out the file, under its own name, for five minutes.'),
  })
  .register(named, { id: 'Download' });
export type Download = Answer<typeof Download>;

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
export type Refusal = Answer<typeof Refusal>;

/** Why something is asked for or declared, for people to read. */
export const Reason = z
  .string('REASON_MISSING')
  .max(1000, 'REASON_MISSING')
  .overwrite((text) => printable(text.replace(/\r\n?/g, '\n')))
  .trim()
  .min(1, 'REASON_MISSING');

export const RenewalAsked = z
  .strictObject({ asked: z.literal(true) })
  .describe('Nothing is said of the link.')
  .register(named, { id: 'RenewalAsked' });

/** An address at which nothing arrives. */
export const BouncedAddress = z.strictObject({
  address: z.string(),
  kind: z
    .enum(['hard', 'soft', 'complaint'])
    .describe('There is no such address; it took nothing three times; its reader called a mail spam.'),
  since: Instant,
  said: z.string().nullable().describe('What the other server said.'),
});

export const MailState = z
  .enum(['pending', 'leased', 'sent', 'returned', 'superseded', 'withheld'])
  .describe(
    '`pending` and `leased`: on its way; `superseded`: no longer needed when its turn came; `withheld`: until its address is mended; `returned`: the other side did not take it.',
  )
  .register(named, { id: 'MailState' });
