/**
 * A regime says what is owed: by whom, when, in which outline, with which indicators and checks.
 * It is data (infra/regimes/*.yaml), so that a new address or deadline needs no deploy.
 */
import * as z from 'zod';
import { textOf } from '../vocabulary/bilingual.ts';
import { Day, TimeZone } from '../vocabulary/codes.ts';
import { languages } from '../vocabulary/text.ts';
import { entryFaults } from './entry-faults.ts';
import { signForms } from './signing.ts';
import { weekdays } from './weekdays.ts';

const Text = textOf(z.string().min(1)).strict();
const Code = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9-]{0,19}$/, 'a code of letters, digits and "-", at most 20');
const Time = z.string().regex(/^([01]\d|2[0-3]):00$/, 'a full hour such as "09:00"');
const Email = z.email();

/** `upward`: what is asked of those above; `internal`: what is asked of the authority itself and its units. */
const sectionParts = [
  'results',
  'assessment',
  'strengths',
  'weaknesses',
  'causes',
  'directions',
  'proposals',
  'upward',
  'internal',
] as const;

export const Section = z.strictObject({
  id: z.string().regex(/^[IVX]+(\.\d+)?$/),
  title: Text,
  /** Other headings under which units write the same section. */
  aliases: z.array(z.string()).default([]),
  /**
   * Where its text stands in the consolidated report; its figures always stand among the results. `assessment` and
   * `proposals` are parted sentence by sentence, by what each says.
   */
  part: z.enum(sectionParts).default('results'),
  /** A report without it is not incomplete: its text may stand under a heading of an earlier form. */
  optional: z.boolean().default(false),
  /** The most words of units' sentences that the report takes over; by the part where it is not said. */
  words: z.int().min(0).max(2000).optional(),
  /** How the report tells its totals: "Toàn Sở tổ chức {A02} hội nghị với {A03} lượt người dự{A03 change}". */
  sentences: z.array(z.string()).default([]),
});

export const Indicator = z.strictObject({
  code: Code,
  section: z.string(),
  name: Text,
  unitOfMeasure: z.string(),
  type: z.enum(['count', 'percent', 'date', 'text']),
  /** `derived` = recomputed from its parts by `formula`, never added up or averaged. */
  acrossUnits: z.enum(['sum', 'derived', 'none']),
  acrossPeriods: z.enum(['sum', 'first', 'last', 'derived']),
  formula: z.string().optional(),
  /** Answers that the form offers where the type is `text`; others may be written. */
  choices: z
    .array(
      z
        .string()
        .min(1)
        .max(60)
        .regex(/^[^,"]+$/),
    )
    .max(6)
    .optional(),
  /** Other names under which units write the same indicator. */
  aliases: z.array(z.string()).default([]),
});

export const Check = z.strictObject({
  id: Code,
  severity: z.enum(['error', 'warning']),
  /** See rule.ts for the language. */
  rule: z.string(),
  message: Text,
  needs: z.enum(['this-report', 'other-report', 'narrative']),
  /** The rule is checked once for each of these; `it` stands for the indicator. */
  forEach: z.array(Code).optional(),
});

export const UnitKind = z.enum(['phòng', 'đơn vị trực thuộc', 'chi nhánh']);

/** Whom of a unit something is mailed to. */
const ContactRole = z.enum(['clerk', 'head']);

/** Somebody of a unit besides its registered address. */
const Contact = z.strictObject({
  role: ContactRole,
  name: z.string().optional(),
  email: Email,
  phone: z.string().optional(),
  /** The first and the last day on which they are written to. */
  from: Day.optional(),
  until: Day.optional(),
});

export const Unit = z.strictObject({
  code: Code,
  name: z.string().min(1),
  kind: UnitKind,
  parent: Code,
  /** The registered address, which links go to: the clerk's. */
  email: Email,
  phone: z.string().optional(),
  contacts: z.array(Contact).optional(),
  reminded: z.boolean().default(true),
  /** The first and the last day on which it owes anything: of a period it is asked by the day that period opens. */
  validFrom: Day.optional(),
  validTo: Day.optional(),
  aliases: z.array(z.string()).default([]),
});

export const Deadline = z.discriminatedUnion('rule', [
  /** The whole day still counts. */
  z.strictObject({ rule: z.literal('by'), date: Day }),
  /** The day itself no longer counts: the last moment is the end of the day before. */
  z.strictObject({ rule: z.literal('before'), date: Day }),
  /** No date yet: opened when the guidance's number, date and deadline are entered. */
  z.strictObject({ rule: z.literal('on-guidance') }),
]);

export const PeriodKind = z
  .enum(['plan', 'periodic', 'review'])
  .describe('`plan`: a yearly plan; `periodic`: figures and text; `review`: a text after guidance has come.');

export const Period = z.strictObject({
  id: Code,
  title: Text,
  kind: PeriodKind,
  assignedTo: z.array(UnitKind).min(1),
  /** Of these only the units named; all of them where none is. */
  units: z.array(Code).min(1).optional(),
  /** From this day on the duty is open and its expected units are frozen. */
  opens: Day.optional(),
  window: z.strictObject({ from: Day, to: Day }).optional(),
  cumulativeFrom: Day.optional(),
  /** The period whose closing figures open this one. */
  previous: Code.optional(),
  /** The same period a year ago, with which the figures are compared; it may be of another regime. */
  sameLastYear: Code.optional(),
  /** The earlier periods, oldest first, whose figures a report of the whole year adds to its own. */
  sumOf: z.array(Code).min(1).optional(),
  deadline: Deadline,
  graceDays: z.int().min(0).default(0),
  /** The last day on which a file is still taken. */
  lock: Day.optional(),
  /** By when the consolidated report goes upward, that day included: a day, or so many working days after the deadline. */
  officeDue: z.union([Day, z.strictObject({ workingDaysAfterDue: z.int().min(0) })]).optional(),
  /** When the consolidated report is made: so many working days after the deadline, at this hour. */
  summary: z.strictObject({ workingDaysAfterDue: z.int().min(0), at: Time }).optional(),
  /** When, each week while the period is open, the office is told how far it has come. */
  interim: z.strictObject({ weekday: z.enum(weekdays), at: Time }).optional(),
  /** Where it is said, in the place of the regime's own `upward`. */
  upward: z.literal('by-hand').optional(),
  /** What the authority plans after this period, in the place of the regime's own `tasks`. */
  tasks: z.array(z.string()).optional(),
  /** How a unit's file of this period titles itself, besides `title`. */
  aliases: z.array(z.string()).default([]),
});

const Holiday = z.strictObject({ date: Day, kind: z.enum(['off', 'work']), name: z.string() });

export const Role = z.enum(['decides', 'reads', 'issued-report']);

/**
 * A regime written before there were roles said `receives`, or nothing: whoever got everything `reads`. It looks, is
 * told and downloads as it always did; to decide is given by name alone.
 */
function withRole(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || 'role' in written) return written;
  const { receives = 'everything', ...rest }: Readonly<Record<string, unknown>> = { ...written };
  if (receives === 'everything') return { ...rest, role: 'reads' };
  return receives === 'issued-report' ? { ...rest, role: 'issued-report' } : written;
}

const Recipient = z.preprocess(
  withRole,
  z.strictObject({
    id: Code,
    name: z.string(),
    email: Email,
    /**
     * `decides`: sees everything and decides on the page; `reads`: sees and is told everything; `issued-report`: named
     * "để B/c", gets the issued report and nothing of the office's own work.
     */
    role: Role,
  }),
);

const receiverRoles = ['report', 'direct', 'coordinate', 'carry-out', 'know', 'file'] as const;

/** Whom a unit means that asks something of those above the authority. */
const bodiesAbove = [
  ...['Trung ương', 'Quốc hội', 'Chính phủ', 'Bộ', 'Tỉnh ủy', 'Thường trực Tỉnh ủy', 'Ban Dân vận'],
  ...['Ban Tuyên giáo', 'Hội đồng nhân dân tỉnh', 'HĐND tỉnh', 'Ủy ban nhân dân tỉnh', 'UBND tỉnh', 'tỉnh'],
];

/** Of a step of the chase: the unit's clerk, its head, or the office, which gets one mail for all who still owe. */
const StepReceiver = z.enum([...ContactRole.options, 'office']);

/** One step of the chase: only to who still owes on that day. */
const Step = z.strictObject({
  /** Before (negative) or after the deadline; 0 is the day itself. */
  workingDay: z.int(),
  to: z.array(StepReceiver).min(1).default(['clerk']),
  /** What the mail says besides; in the units' languages. */
  words: Text.optional(),
  /** Said again every so many working days, until files are no longer taken. */
  every: z.int().min(1).optional(),
});

/** A regime each of whose entries is right by itself. */
export const RegimeShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  title: Text,
  year: z.int(),
  timeZone: TimeZone,
  /** In which the units report and the documents are written; Vietnamese where it is not said (language.ts). */
  language: z.enum(languages).optional(),
  authority: z.strictObject({
    parent: z.string(),
    name: z.string(),
    code: z.string(),
    place: z.string(),
    /** The head's title, such as "GIÁM ĐỐC". */
    signer: z.string(),
    /** Who signs in the head's place, and by which form; the head, where it is not said. */
    signing: z
      .strictObject({
        form: z.enum(signForms).optional(),
        /** The title of who signs, such as "PHÓ GIÁM ĐỐC". */
        role: z.string().optional(),
        name: z.string().optional(),
      })
      .optional(),
    /** The lines under "Nơi nhận:" of the consolidated report. */
    addressees: z.array(z.string()),
    /** The same by what each gets it for; takes the place of `addressees`. */
    receivers: z.array(z.strictObject({ role: z.enum(receiverRoles), name: z.string() })).optional(),
  }),
  office: z.strictObject({
    name: z.string(),
    replyTo: Email,
    phone: z.string().optional(),
    recipients: z.array(Recipient).min(1),
  }),
  /** Parents whose figures already contain their branches', which then are not added once more. */
  parentsIncludingBranches: z.array(Code).default([]),
  sections: z.array(Section).min(1),
  indicators: z.array(Indicator),
  checks: z.array(Check),
  units: z.array(Unit).min(1),
  periods: z.array(Period).min(1),
  reminders: z.strictObject({
    at: Time,
    /** Steps for the clerk alone: working days before (negative) and after the deadline; 0 is the day itself. */
    workingDays: z.array(z.int()).default([]),
    /** Whether everybody who owes is mailed link and form when a period opens; not, where it is not said. */
    opening: z.boolean().optional(),
    /** Steps that say more. */
    steps: z.array(Step).optional(),
  }),
  linkDays: z.int().min(1).max(400),
  report: z
    .strictObject({
      /** Whether the office's draft says as comments of Word which file each figure comes from; the workbook always does. */
      sources: z.enum(['appendix', 'comments']).default('appendix'),
      /** What the report is made on, each as it is to be named: "Kế hoạch số 05/KH-STNMT ngày 15/02/2024 của …". */
      bases: z.array(z.string()).default([]),
      /** How sentences name all units together; where some are missing, their number stands in its place. */
      whole: z.string().default('Toàn Sở'),
      /** What those who report are called together, such as "phòng, đơn vị" or "UBND xã"; "đơn vị", where it is not said. */
      units: z.string().min(1).optional(),
      /** What the authority itself plans for the next period, each a sentence. */
      tasks: z.array(z.string()).default([]),
      /** Indicators whose figures the leadership's page shows first, where nothing is compared. */
      mainFigures: z.array(Code).optional(),
      /**
       * What figures tell among the shortcomings: a sentence as a section's, told where its rule holds ("B11 > B08"). Of a rule
       * about two periods ("B14 < previous(B14)") the sentence names the figures as rules (see sentence.ts).
       */
      shortcomings: z.array(z.strictObject({ when: z.string(), sentence: z.string() })).optional(),
      /** The bodies above: a request goes upward where it is made to one of them. */
      above: z.array(z.string()).default(bodiesAbove),
      /** Abbreviations in names of units, by what they stand for, which the report says where one stands first. */
      abbreviations: z.record(z.string().min(1), z.string().min(1)).optional(),
    })
    .prefault({}),
  /**
   * How many months files, what was read in them and whose they were are kept after a period and all that is compared
   * with it are over; without it nothing is ever erased. Below a year a report could not be compared with the year before.
   */
  keep: z.strictObject({ months: z.int().min(13).max(1200) }).optional(),
  /** When the report goes to those named "để B/c": by a person's act alone, or by itself with the office's summary. */
  upward: z.enum(['by-hand', 'on-schedule']).default('by-hand'),
  holidays: z.array(Holiday),
});

/** A regime whose names find what they point at. */
export const Regime = RegimeShape.superRefine((regime, context) => {
  for (const { path, message } of entryFaults(regime)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});

export type Regime = z.output<typeof Regime>;
export type Section = z.output<typeof Section>;
export type Indicator = z.output<typeof Indicator>;
export type Check = z.output<typeof Check>;
export type StepReceiver = z.output<typeof StepReceiver>;
export type ContactRole = z.output<typeof ContactRole>;
export type Unit = z.output<typeof Unit>;
export type Period = z.output<typeof Period>;
export type Holiday = z.output<typeof Holiday>;
export type Recipient = z.output<typeof Recipient>;
