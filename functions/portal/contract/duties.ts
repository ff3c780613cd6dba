/** A unit's duties: what it owes, and what it may say about one instead of sending a file. */
import * as z from 'zod';
import {
  Day,
  Due,
  DutyStatus,
  Instant,
  named,
  PeriodId,
  PieceCounts,
  Reason,
  Receipt,
  Sha256,
  UnitName,
  UploadId,
  Value,
  VerdictState,
} from './terms.ts';

const Duty = z
  .strictObject({
    period: PeriodId,
    title: z.string().describe('In the language asked for.'),
    status: DutyStatus,
    due: Due,
    rule: z
      .enum(['by', 'before', 'on-guidance'])
      .describe(
        '`by`: the day itself still counts; `before`: it does not; `on-guidance`: there is no date yet.',
      ),
    ruleText: z.string().describe('The sentence that explains the deadline, in the language asked for.'),
  })
  .register(named, { id: 'Duty' });

export const Duties = z
  .array(Duty)
  .describe('Everything the unit owes, in the regime’s order.')
  .register(named, { id: 'Duties' });

const Indicator = z.strictObject({
  code: z.string(),
  section: z.string().describe('The outline’s section, such as `II.1`.'),
  name: z.string().describe('In the language asked for.'),
  unitOfMeasure: z.string(),
  type: z.enum(['count', 'percent', 'date', 'text']),
});

const Check = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  rule: z.string().describe('The rule as a formula over indicators’ codes.'),
  message: z.string().describe('In the language asked for.'),
});

const SentVersion = z.strictObject({
  uploadId: UploadId,
  fileName: z.string(),
  sha256: Sha256,
  sentAt: Instant.describe('When the file arrived; on time is judged by it.'),
  state: VerdictState,
  receipt: Receipt,
  counts: PieceCounts,
});

export const DutyDetail = Duty.extend({
  unit: UnitName,
  indicators: z.array(Indicator).describe('Empty for a plan and a review, which are narrative alone.'),
  checks: z.array(Check),
  previous: z
    .array(Value)
    .describe('The figures of the report that counts in the period before; empty without one.'),
  versions: z.array(SentVersion).describe('Every file that was read, newest first.'),
  counts: UploadId.nullable().describe('The upload whose file counts; null where none does.'),
  reason: z
    .string()
    .nullable()
    .describe('Given with the nil, the return, the exclusion or the extension that made the status.'),
}).register(named, { id: 'DutyDetail' });

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
