/** The office's desk: what waits, one unit's whole story, and deciding. */
import * as z from 'zod';
import { WaivedError } from '../../../shared/filing/decision.ts';
import { DecisionKind } from '../../../shared/vocabulary/duty-states.ts';
import { mostUnits } from '../../../shared/vocabulary/most-units.ts';
import { DutyDetail } from './duties.ts';
import {
  type Answer,
  BouncedAddress,
  Day,
  Due,
  DutyStatus,
  Instant,
  MailState,
  named,
  PeriodId,
  Reason,
  UnitCode,
  UnitName,
  UploadId,
} from './terms.ts';
import { MintRequest } from './uploads.ts';

const ToDo = z
  .strictObject({
    kind: z
      .enum([
        'request',
        'bounced',
        'swapped',
        'rejected',
        'unreadable',
        'totals',
        'copied',
        'outlier',
        'stale',
        'stale-draft',
        'upward',
      ])
      .describe(
        [
          '`request`: more time is asked for; `bounced`: mail to the unit does not arrive; `swapped`: a file that is another unit’s missing one; `copied`: the same file',
          'or text as another unit’s; `totals`: its figures are the consolidated report’s totals; `outlier`: a figure far from the other units’; `stale`: an issued report, and `stale-draft`: a draft that nobody has issued, says otherwise than what counts now; `upward`: a report goes to those above the office by `until`, and was not issued yet.',
        ].join(' '),
      ),
    period: PeriodId,
    unit: UnitName.nullable().describe('Whom it is about; null: the period.'),
    until: Day.nullable().describe('The day asked for, or by which the report goes upward.'),
    whom: z.string().optional().describe('Of `upward`: to whom it goes.'),
    other: UnitName.nullable().describe('Whose file it seems to be, or who sent the same.'),
    fileName: z.string().nullable(),
    why: z.string().nullable().describe('In the language asked for, or as it was given.'),
    since: Instant.nullable(),
  })
  .register(named, { id: 'ToDo' });
export type ToDo = Answer<typeof ToDo>;

export const ToDoList = z
  .strictObject({
    items: z.array(ToDo).describe('The most pressing first; at most 200.'),
    total: z.int().nonnegative(),
  })
  .register(named, { id: 'ToDoList' });
export type ToDoList = Answer<typeof ToDoList>;

const Stand = z
  .strictObject({ status: DutyStatus, due: Due, counts: UploadId.nullable() })
  .describe('What the duty stood at.')
  .register(named, { id: 'Stand' });

const DecisionRecord = z
  .strictObject({
    decision: z.string().describe('A ULID.'),
    kind: DecisionKind,
    by: z.enum(['unit', 'office']),
    actor: z.string().describe('Who: the recipient’s name, the unit, or the name an admin gave.'),
    link: z
      .string()
      .nullable()
      .describe('The beginning of the hash of the link it came by; null: by command.'),
    reason: z.string(),
    decidedAt: Instant,
    until: Day.nullable(),
    hours: z.int().optional().describe('Given by a `prolong`.'),
    uploadId: UploadId.nullable(),
    undone: z.string().nullable().describe('The decision that this one takes back.'),
    undoneBy: z.string().nullable().describe('The decision that took this one back.'),
    undoable: z.boolean(),
    waived: z.array(WaivedError.shape.code).describe('Of a waiver: the checks.'),
    before: Stand.nullable(),
    after: Stand.nullable(),
    forAll: z.boolean().describe('It concerns every unit.'),
  })
  .register(named, { id: 'DecisionRecord' });
export type DecisionRecord = Answer<typeof DecisionRecord>;

const NoteDown = z
  .strictObject({ note: z.string(), text: z.string(), actor: z.string(), notedAt: Instant })
  .register(named, { id: 'Note' });

const SentMail = z
  .strictObject({
    about: z.enum(['verdict', 'decision', 'announcement', 'reminder']),
    of: z.string().describe('The upload or the decision it tells of, or when the reminder was due.'),
    state: MailState,
    contact: z.string().nullable().describe('Another address of the unit than the registered one.'),
    to: z
      .string()
      .nullable()
      .optional()
      .describe('The address that it went to; null where it has not gone, or that was not kept yet.'),
    at: Instant.describe('When it was sent, or queued.'),
    again: z.boolean().describe('It may have gone out twice.'),
  })
  .register(named, { id: 'SentMail' });
export type SentMail = Answer<typeof SentMail>;

export const UnitFile = z
  .strictObject({
    duty: DutyDetail,
    contact: z.strictObject({
      email: z.email(),
      phone: z.string().optional(),
      people: z
        .array(
          z.strictObject({
            role: z.enum(['clerk', 'head']),
            email: z.email(),
            phone: z.string().optional(),
          }),
        )
        .optional()
        .describe('Others of the unit to whom something goes these days.'),
      kind: z.string(),
      bounced: z
        .array(BouncedAddress)
        .optional()
        .describe('Its addresses at which mail does not arrive; nothing goes there until each is mended.'),
    }),
    request: z
      .strictObject({ decision: z.string(), until: Day, reason: z.string() })
      .nullable()
      .describe('The request for more time that waits for an answer.'),
    reminded: z
      .boolean()
      .describe('Whether the schedule reminds it at all; who is never reminded cannot be held back from it.'),
    hold: z
      .strictObject({ decision: z.string(), until: Day, reason: z.string() })
      .nullable()
      .describe('By which the unit, though it owes, is not reminded until the end of that day.'),
    judgedUntil: Due.describe('The last second at which a report of it is in time, days of grace counted.'),
    record: z.array(DecisionRecord).describe('Newest first.'),
    waivable: z
      .array(z.strictObject({ uploadId: UploadId, errors: z.int() }))
      .describe('Rejected versions of which every error is a check of the regime.'),
    legible: z
      .array(UploadId)
      .describe(
        'Versions that were not read although somebody can open and type from them: scans, pictures, old Word files.',
      ),
    notes: z.array(NoteDown).describe('Newest first; the unit never sees them.'),
    mails: z.array(SentMail).describe('Newest first.'),
  })
  .describe('All that is known of one unit’s duty.')
  .register(named, { id: 'UnitFile' });
export type UnitFile = Answer<typeof UnitFile>;

export const EntryRequest = MintRequest.pick({ fileName: true, size: true, sha256: true })
  .extend({
    reason: Reason.describe('Why the office sends it in the unit’s place; on record, and told to the unit.'),
    receivedOn: Day.optional().describe(
      'When its paper came, by the stamp on it: not after today, not before the period opened. Whether it is on time is judged as if it had come by the end of that day; the receipt names the day beside the time of the file.',
    ),
    standsFor: UploadId.nullable()
      .default(null)
      .describe('The unit’s own file, rejected or not readable, whose figures these are: it dates them.'),
  })
  .register(named, { id: 'EntryRequest' });

export const OfficeDownload = z
  .strictObject({
    url: z.url().describe('An address that hands out the file, under its own name, for five minutes.'),
    active: z.array(z.string()).describe('What in it can act by itself when it is opened, such as macros.'),
    examined: z
      .boolean()
      .describe('Whether anybody looked for that: false where the file was not read or could not be opened.'),
  })
  .register(named, { id: 'OfficeDownload' });
export type OfficeDownload = Answer<typeof OfficeDownload>;

export const CodeAsked = z
  .strictObject({ sentTo: z.string().describe('The recipient’s own address, masked.') })
  .register(named, { id: 'CodeAsked' });
export type CodeAsked = Answer<typeof CodeAsked>;

export const CodeEntered = z
  .object({
    code: z
      .string('CODE_WRONG')
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'CODE_WRONG'))
      .describe('The six digits of the mail; spaces will do no harm.'),
  })
  .register(named, { id: 'CodeEntered' });

export const DeviceOpen = z
  .strictObject({ until: Instant.describe('Until when this device may decide.') })
  .register(named, { id: 'DeviceOpen' });
export type DeviceOpen = Answer<typeof DeviceOpen>;

export const DevicesLocked = z
  .strictObject({
    locked: z.int().nonnegative().describe('How many devices could still decide by this link.'),
  })
  .register(named, { id: 'DevicesLocked' });
export type DevicesLocked = Answer<typeof DevicesLocked>;

export const DecideRequest = z
  .object({
    period: PeriodId,
    kind: DecisionKind.exclude(['extension-request', 'prolong', 'received-on']),
    units: z
      .array(UnitCode)
      .min(1)
      .max(mostUnits)
      .describe('At most 100 at once. Of guidance, and of taking it back: who is told by this request.'),
    reason: Reason.describe('Told to the unit, and on record.'),
    until: Day.optional().describe(
      'The last day of an extension or a guidance, or the last without a reminder.',
    ),
    evenFiled: z
      .boolean()
      .optional()
      .describe(
        'With `extension`: a unit that has filed gets it too. Without it, whoever has filed and did not ask is passed over.',
      ),
    also: z
      .array(PeriodId)
      .max(20)
      .optional()
      .describe(
        'With `hold-reminders`: other periods of which they are not reminded either. One that a unit does not owe, or is not reminded of as long anyway, is passed over.',
      ),
    uploadId: UploadId.optional().describe('The version that is returned, left out, or waived.'),
    undone: z
      .string()
      .optional()
      .describe('The decision that is taken back; of hours also the press by which many units got them.'),
    forAll: z.boolean().optional().describe('With `undo`: what is taken back concerns every unit.'),
  })
  .register(named, { id: 'DecideRequest' });
export type DecideRequest = z.input<typeof DecideRequest>;

export const Decided = z
  .strictObject({
    outcomes: z.array(
      z.strictObject({
        unit: UnitCode,
        decision: z
          .string()
          .nullable()
          .describe('As it is on record of `period`; null where it is not, or of `also` alone.'),
        refused: z
          .strictObject({ code: z.string(), message: z.string() })
          .nullable()
          .describe('Why nothing was decided about this unit.'),
        after: Stand.nullable().describe('What the duty stands at with it.'),
      }),
    ),
  })
  .register(named, { id: 'Decided' });
export type Decided = Answer<typeof Decided>;

export const NoteRequest = z
  .object({
    text: z.string('NOTE_MISSING').trim().min(1, 'NOTE_MISSING').max(1000, 'NOTE_MISSING').normalize('NFC'),
  })
  .register(named, { id: 'NoteRequest' });

export const Noted = z.strictObject({ note: z.string() }).register(named, { id: 'Noted' });
export type Noted = Answer<typeof Noted>;
