import type * as z from 'zod';
import { type Duty, dutyStatus } from '../../shared/filing/duty.ts';
import type { Filings } from '../../shared/filing/filings.ts';
import { previousValues } from '../../shared/filing/previous-values.ts';
import { announceDecision, type Declaration, declareOnce } from '../../shared/office/declare.ts';
import { newUlid } from '../../shared/ports/randomness.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { languageOf } from '../../shared/regime/language.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import type { Period } from '../../shared/regime/regime.ts';
import type { Value } from '../../shared/vocabulary/figure.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import { shortDay } from '../../shared/wording/vietnamese.ts';
import type {
  Duties,
  DutyDetail,
  ExtensionRequest,
  ExtensionRequested,
  NilDeclared,
  NilRequest,
} from './contract/duties.ts';
import type { Answer } from './contract/terms.ts';
import { historyOf } from './history.ts';
import { Refused } from './refused.ts';
import { authorityOf, type Doorway, dutyOf, officeOf, type Visitor } from './visitor.ts';

type DutyLines = Answer<typeof Duties>;

/** Everything the visitor's unit owes, in the regime's order. */
export async function listDuties(doorway: Doorway, visitor: Visitor, language: Language): Promise<DutyLines> {
  const owed = visitor.regime.periods.filter((period) => period.assignedTo.includes(visitor.unit.kind));
  return Promise.all(
    owed.map(async (period) => {
      const filings = await readFilings(doorway.table, period.id, visitor.unit.code);
      return lineOf(visitor, period, stateOf(doorway, visitor, period, filings), language);
    }),
  );
}

/** One duty with all that belongs to it: indicators, checks, last period's figures, every version sent. */
export async function describeDuty(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
  language: Language,
): Promise<Answer<typeof DutyDetail>> {
  const { regime, unit } = visitor;
  const period = dutyOf(visitor, id);
  const [filings, previous] = await Promise.all([
    readFilings(doorway.table, period.id, unit.code),
    readPrevious(doorway, visitor, period),
  ]);
  const duty = stateOf(doorway, visitor, period, filings);
  const narrativeOnly = period.kind !== 'periodic';
  return {
    ...lineOf(visitor, period, duty, language),
    authority: authorityOf(regime),
    unit: { code: unit.code, name: unit.name },
    sections: regime.sections.map(({ id, title }) => ({ id, title: title[language] })),
    indicators: narrativeOnly
      ? []
      : regime.indicators.map(({ code, section, name, unitOfMeasure, type }) => ({
          ...{ code, section, unitOfMeasure, type },
          name: name[language],
        })),
    checks: narrativeOnly
      ? []
      : regime.checks.map(({ id, severity, rule, message }) => ({
          id,
          severity,
          rule,
          message: message[language],
        })),
    previous: previous ?? [],
    ...historyOf(filings, unit.code),
    counts: duty.counting?.kind === 'version' ? duty.counting.version.upload : null,
    reason: duty.reason,
  };
}

/** The figures of the version that counts in the period before, or null. */
export async function readPrevious(
  { table }: Doorway,
  { unit }: Visitor,
  period: Period,
): Promise<readonly Value[] | null> {
  if (period.previous === undefined) return null;
  return previousValues(await readFilings(table, period.previous, unit.code), unit.code);
}

/** Records that the unit has nothing to report, and lets unit and office know. Throws Refused. */
export async function declareNil(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
  { reason }: z.output<typeof NilRequest>,
): Promise<Answer<typeof NilDeclared>> {
  const period = await openDuty(doorway, visitor, id);
  return declare(doorway, visitor, { ...signed(doorway, visitor, period, reason), kind: 'nil' });
}

/** Records that the unit asks for more time, and lets both know; granting it is the office's. Throws Refused. */
export async function askExtension(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
  wish: z.output<typeof ExtensionRequest>,
): Promise<Answer<typeof ExtensionRequested>> {
  const period = await openDuty(doorway, visitor, id);
  if (wish.until <= dayOf(doorway.clock.now(), visitor.regime.timeZone)) throw new Refused('DATE_INVALID');
  return declare(doorway, visitor, {
    ...signed(doorway, visitor, period, wish.reason),
    kind: 'extension-request',
    until: wish.until,
  });
}

/** The duty, provided something may be filed for it now. Throws Refused. */
export async function openDuty(doorway: Doorway, visitor: Visitor, id: string): Promise<Period> {
  const period = dutyOf(visitor, id);
  const { regime, unit } = visitor;
  const today = dayOf(doorway.clock.now(), regime.timeZone);
  const title = say(period.title, languageOf(regime));
  if (period.lock !== undefined && today > period.lock) {
    throw new Refused('PERIOD_LOCKED', { title, lock: shortDay(period.lock), office: officeOf(regime) });
  }
  if (period.opens !== undefined && today < period.opens) {
    throw new Refused('PERIOD_NOT_OPEN', { title, opens: shortDay(period.opens) });
  }
  if (period.deadline.rule === 'on-guidance') {
    const filings = await readFilings(doorway.table, id, unit.code);
    const { deadline } = stateOf(doorway, visitor, period, filings);
    if (deadline.guidance === null) throw new Refused('GUIDANCE_AWAITED', { title });
  }
  return period;
}

function stateOf({ clock }: Doorway, { regime, unit }: Visitor, period: Period, filings: Filings): Duty {
  return dutyStatus({ ...filings, regime, period, unit: unit.code, now: clock.now(), expected: null });
}

function lineOf({ regime }: Visitor, period: Period, duty: Duty, language: Language): DutyLines[number] {
  return {
    period: period.id,
    title: period.title[language],
    kind: period.kind,
    status: duty.status,
    due: duty.due,
    timeZone: regime.timeZone,
    rule: duty.deadline.rule,
    ruleText: duty.rule[language],
  };
}

function signed({ clock, randomBytes }: Doorway, { unit }: Visitor, period: Period, reason: string) {
  const decidedAt = clock.now();
  return {
    decision: newUlid(randomBytes, Date.parse(decidedAt)),
    period: period.id,
    unit: unit.code,
    actor: `unit:${unit.code}`,
    reason,
    decidedAt,
  };
}

async function declare<T extends Declaration>(
  { table, outbox, clock }: Doorway,
  { regime }: Visitor,
  declaration: T,
): Promise<T> {
  const decision = await declareOnce(table, declaration);
  const recipients = officeItself(regime);
  await announceDecision(
    { table, outbox },
    { regime: regime.id, decision, recipients: recipients.map(({ id }) => id) },
    clock.now(),
  );
  return decision;
}
