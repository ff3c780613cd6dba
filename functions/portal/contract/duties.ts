/** A unit's duties: what it owes, and what it may say about one instead of sending a file. */
import * as z from 'zod';
import * as regime from '../../../shared/regime/regime.ts';
import * as states from '../../../shared/vocabulary/duty-states.ts';
import {
  type Answer,
  Authority,
  Count,
  Day,
  Due,
  DutyStatus,
  Instant,
  named,
  PeriodId,
  PeriodKind,
  PieceCounts,
  Reason,
  Receipt,
  Sender,
  Sha256,
  Timeliness,
  TimeZone,
  UnitName,
  UploadId,
  Value,
  VerdictState,
} from './terms.ts';

const Duty = z
  .strictObject({
    period: PeriodId,
    title: z.string().describe('In the language asked for.'),
    kind: PeriodKind,
    status: DutyStatus,
    due: Due,
    timeZone: TimeZone,
    rule: z
      .enum(regime.Deadline.options.map(({ shape }) => shape.rule.value))
      .describe(
        '`by`: the day itself still counts; `before`: it does not; `on-guidance`: there is no date yet.',
      ),
    ruleText: z.string().describe('The sentence that explains the deadline, in the language asked for.'),
    attempt: z
      .strictObject({
        fileName: z.string(),
        state: VerdictState,
        receivedAt: Instant,
        errors: Count.describe('To be mended before the file can count.'),
      })
      .nullable()
      .optional()
      .describe('The newest file, where it was rejected or could not be read and nothing counts instead.'),
  })
  .register(named, { id: 'Duty' });

export type Duty = Answer<typeof Duty>;

export const Duties = z
  .array(Duty)
  .describe('Everything the unit owes, in the regime’s order.')
  .register(named, { id: 'Duties' });

const inOneLanguage = z.string().describe('In the language asked for.');

const Indicator = regime.Indicator.pick({
  code: true,
  section: true,
  unitOfMeasure: true,
  type: true,
  formula: true,
}).extend({ name: inOneLanguage });

const Check = regime.Check.pick({ id: true, severity: true, rule: true }).extend({ message: inOneLanguage });

export const Standing = states.Standing.describe(
  [
    '`counts`: this is the unit’s report. Else why not: `replaced` by a newer accepted one, `nil-declared` since,',
    '`returned` to be corrected, `excluded` from the report (it, or the whole unit), `not-accepted` by its verdict.',
  ].join(' '),
).register(named, { id: 'Standing' });

const SentVersion = z.strictObject({
  uploadId: UploadId,
  fileName: z.string(),
  size: Count.describe('Bytes.'),
  sha256: Sha256,
  sender: Sender,
  entered: z
    .strictObject({ by: z.string(), reason: z.string(), standsFor: UploadId.nullable() })
    .nullable()
    .optional()
    .describe('Given where the office sent it in the unit’s place.'),
  sentAt: Instant.describe('When the file arrived; on time is judged by it.'),
  state: VerdictState,
  receipt: Receipt,
  timeliness: Timeliness,
  counts: PieceCounts,
  standing: Standing,
  reason: z.string().nullable().describe('Given where it was returned or excluded.'),
});

export type Version = Answer<typeof SentVersion>;

const MadeDecision = z
  .strictObject({
    decision: z.string().describe('A ULID; decisions are ordered by it.'),
    kind: states.DecisionKind.describe(
      [
        '`extension-request` comes from the unit, `nil` (nothing to report) from it or in its place; from the office',
        '`extension` (granted), `prolong` (by hours), `extension-refusal`, `return`, `exclude-version`, `exclude-unit`, `accept-late`,',
        '`waive` (it counts although checks do not hold), `hold-reminders` (nobody reminds it until a day), `received-on` (the paper of an entry came that day), `guidance`',
        '(a review is due) and `undo` of another.',
      ].join(' '),
    ),
    by: z.enum(['unit', 'office']),
    actor: z.string().describe('Who, as it stands in the record.'),
    reason: z.string(),
    decidedAt: Instant,
    until: Day.nullable().describe('The day asked for, granted, set or noted; null for the other kinds.'),
    hours: z.int().optional().describe('Given by a `prolong`.'),
    uploadId: UploadId.nullable().describe('The version it is about; null where it is about none.'),
    undone: z.string().nullable().describe('The decision that this one takes back.'),
    inForce: z.boolean().describe('It was not taken back.'),
  })
  .register(named, { id: 'Decision' });

export type Decision = Answer<typeof MadeDecision>;

export const DutyDetail = Duty.extend({
  authority: Authority,
  unit: UnitName,
  sections: z
    .array(z.strictObject({ id: z.string(), title: z.string() }))
    .describe('The outline’s sections, titles in the language asked for.'),
  indicators: z.array(Indicator).describe('Empty for a plan and a review, which are narrative alone.'),
  checks: z.array(Check),
  previous: z
    .array(Value)
    .describe('The figures of the report that counts in the period before; empty without one.'),
  versions: z.array(SentVersion).describe('Every file that was read, newest first.'),
  decisions: z
    .array(MadeDecision)
    .describe('What the unit declared or asked for and what the office decided about it, newest first.'),
  lockedSince: Instant.nullable().describe(
    'The last second at which files were taken, once it is over; the unit may ask for more time all the same.',
  ),
  counts: UploadId.nullable().describe('The upload whose file counts; null where none does.'),
  reason: z
    .string()
    .nullable()
    .describe('Given with the nil, the return, the exclusion or the extension that made the status.'),
}).register(named, { id: 'DutyDetail' });

export type DutyDetail = Answer<typeof DutyDetail>;

export const NilRequest = z.object({ reason: Reason }).register(named, { id: 'NilRequest' });

export const ExtensionRequest = z
  .object({
    until: Day.describe('The day asked for, `yyyy-mm-dd`, in the future.'),
    reason: Reason,
  })
  .register(named, { id: 'ExtensionRequest' });

const declared = {
  decision: z.string().describe('A ULID.'),
  period: PeriodId,
  unit: z.string(),
  actor: z.string().describe('`unit:` and the unit’s code.'),
  reason: z.string(),
  decidedAt: Instant,
};

export const NilDeclared = z
  .strictObject({ ...declared, kind: z.literal('nil') })
  .register(named, { id: 'NilDeclared' });

export const ExtensionRequested = z
  .strictObject({ ...declared, kind: z.literal('extension-request'), until: Day })
  .register(named, { id: 'ExtensionRequested' });
