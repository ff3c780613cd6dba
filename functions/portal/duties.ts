import type * as z from 'zod';
import { newestVersion } from '../../shared/filing/counting.ts';
import { type Duty, dutyStatus, isAfter } from '../../shared/filing/duty.ts';
import type { Filings } from '../../shared/filing/filings.ts';
import { askExtension, declareNil } from '../../shared/office/declare.ts';
import { previousFigures } from '../../shared/office/form-for.ts';
import { dutyOf } from '../../shared/office/open-duty.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { isAskedOf } from '../../shared/regime/duties.ts';
import type { Period } from '../../shared/regime/regime.ts';
import type { Language } from '../../shared/vocabulary/text.ts';
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
import { authorityOf, type PortalDependencies, type Visitor } from './visitor.ts';

type DutyLines = Answer<typeof Duties>;

/** Everything the visitor's unit owes, in the regime's order. */
export async function listDuties(
  dependencies: PortalDependencies,
  visitor: Visitor,
  language: Language,
): Promise<DutyLines> {
  const { regime, unit, scope } = visitor;
  const owed = regime.periods.filter(
    (period) => isAskedOf(period, unit) && (!scope || scope.period === period.id),
  );
  return Promise.all(
    owed.map(async (period) => {
      const filings = await readFilings(dependencies.table, period.id, visitor.unit.code);
      return lineOf(visitor, period, stateOf(dependencies, visitor, period, filings), filings, language);
    }),
  );
}

/** One duty with all that belongs to it: indicators, checks, last period's figures, every version sent. */
export async function describeDuty(
  dependencies: PortalDependencies,
  visitor: Visitor,
  id: string,
  language: Language,
): Promise<Answer<typeof DutyDetail>> {
  const { regime, unit } = visitor;
  const period = dutyOf(visitor, id);
  const [filings, previous] = await Promise.all([
    readFilings(dependencies.table, period.id, unit.code),
    previousFigures(dependencies, period, unit.code),
  ]);
  const duty = stateOf(dependencies, visitor, period, filings);
  const narrativeOnly = period.kind !== 'periodic';
  return {
    ...lineOf(visitor, period, duty, filings, language),
    authority: authorityOf(regime),
    unit: { code: unit.code, name: unit.name },
    sections: regime.sections.map(({ id, title }) => ({ id, title: title[language] })),
    indicators: narrativeOnly
      ? []
      : regime.indicators.map(({ code, section, name, unitOfMeasure, type, formula }) => ({
          code,
          section,
          unitOfMeasure,
          type,
          name: name[language],
          ...(formula !== undefined && { formula }),
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
    ...historyOf(filings, unit.code, { regime, period }),
    lockedSince: lockedSince(dependencies, duty),
    counts: duty.counting?.kind === 'version' ? duty.counting.version.upload : null,
    reason: duty.reason,
  };
}

/** Records that the unit has nothing to report. Throws Refused. */
export async function answerNil(
  dependencies: PortalDependencies,
  visitor: Visitor,
  period: string,
  request: z.output<typeof NilRequest>,
): Promise<Answer<typeof NilDeclared>> {
  const { link: _, ...declared } = await declareNil(dependencies, visitor, { ...request, period });
  return declared;
}

/** Records that the unit asks for more time. Throws Refused. */
export async function answerExtension(
  dependencies: PortalDependencies,
  visitor: Visitor,
  period: string,
  request: z.output<typeof ExtensionRequest>,
): Promise<Answer<typeof ExtensionRequested>> {
  const { link: _, ...asked } = await askExtension(dependencies, visitor, { ...request, period });
  return asked;
}

function stateOf(
  { clock }: PortalDependencies,
  { regime, unit }: Visitor,
  period: Period,
  filings: Filings,
): Duty {
  return dutyStatus({ ...filings, regime, period, unit: unit.code, now: clock.now(), expected: null });
}

/** The last second at which a file was taken, once that is over. */
function lockedSince({ clock }: PortalDependencies, { deadline: { lock } }: Duty): string | null {
  return lock !== null && isAfter(clock.now(), lock) ? lock : null;
}

function lineOf(
  { regime, unit }: Visitor,
  period: Period,
  duty: Duty,
  filings: Filings,
  language: Language,
): DutyLines[number] {
  return {
    period: period.id,
    title: period.title[language],
    kind: period.kind,
    status: duty.status,
    due: duty.due,
    timeZone: regime.timeZone,
    rule: duty.deadline.rule,
    ruleText: duty.rule[language],
    attempt: duty.counting === null ? attemptIn(filings, unit.code) : null,
  };
}

/** What was sent last and is no report yet; null where nothing was sent, or it was taken. */
function attemptIn(filings: Filings, unit: string): DutyLines[number]['attempt'] {
  const newest = newestVersion(filings, unit);
  if (newest === null || (newest.state !== 'rejected' && newest.state !== 'unreadable')) return null;
  const { fileName, state, receivedAt, severities } = newest;
  return { fileName, state, receivedAt, errors: severities.error };
}
