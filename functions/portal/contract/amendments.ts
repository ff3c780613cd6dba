/** What the office changes in the regime by itself: where a unit is reached, and reports that nobody foresaw. */
import * as z from 'zod';
import { isOverlong } from '../../../shared/regime/addresses.ts';
import { Ulid } from '../../../shared/vocabulary/codes.ts';
import { phonePattern } from '../../../shared/vocabulary/phone.ts';
import { type Answer, Day, Instant, named, PeriodId, Reason, UnitCode, UnitName } from './terms.ts';

const Contact = z.object({
  kind: z.literal('contact'),
  unit: UnitCode,
  email: z
    .email('EMAIL_INVALID')
    .refine((address) => !isOverlong(address), 'EMAIL_INVALID')
    .optional()
    .describe('Where its mails and links go from now on; links sent before are revoked.'),
  phone: z
    .union([z.literal(''), z.string().trim().max(40).regex(phonePattern)])
    .optional()
    .describe('Empty: the number that is there is one no more.'),
});

const Duty = z.object({
  kind: z.literal('duty'),
  title: z.string('TITLE_MISSING').trim().min(1, 'TITLE_MISSING').max(200, 'TITLE_MISSING').normalize('NFC'),
  due: Day.describe('The last day.'),
  units: z.array(UnitCode).min(1).max(5000).nullable().describe('Null: every unit.'),
  asks: z.enum(['text', 'figures']).describe('`text`: a report in words; `figures`: the indicators too.'),
});

const Undo = z.object({ kind: z.literal('undo'), undone: Ulid.describe('The change that is taken back.') });

export const AmendRequest = z
  .object({
    change: z.discriminatedUnion('kind', [Contact, Duty, Undo]),
    reason: Reason.describe('On record, and told to the units that it concerns.'),
  })
  .register(named, { id: 'AmendRequest' });
export type AmendRequest = z.input<typeof AmendRequest>;

export const Amended = z
  .strictObject({
    amendment: Ulid,
    period: PeriodId.nullable().describe('Of a duty: its code.'),
  })
  .describe('On record. It holds within seconds: then it is confirmed by mail to who made it.')
  .register(named, { id: 'Amended' });
export type Amended = Answer<typeof Amended>;

const Amendment = z
  .strictObject({
    amendment: Ulid,
    kind: z.enum(['contact', 'duty']),
    actor: z.string().describe('Who, by name where the regime still has it.'),
    madeAt: Instant,
    reason: z.string(),
    unit: UnitName.nullable().describe('Whose address it is.'),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable().describe('Of the duty, in the language asked for.'),
    period: PeriodId.nullable(),
    takenBackBy: Ulid.nullable().describe('The change that took it back; taking that one back restores it.'),
  })
  .register(named, { id: 'Amendment' });
export type Amendment = Answer<typeof Amendment>;

export const Amendments = z
  .strictObject({ amendments: z.array(Amendment).describe('Newest first.') })
  .register(named, { id: 'Amendments' });
export type Amendments = Answer<typeof Amendments>;
