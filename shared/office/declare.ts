/** What units declare. Its order: decision row → outbox rows → queue. */
import type { Decision } from '../filing/decision.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { newUlid } from '../ports/randomness.ts';
import { readFilings } from '../records/filings.ts';
import { dayOf } from '../regime/calendar.ts';
import { officeItself } from '../regime/recipients.ts';
import { allowDeclaration } from './caps.ts';
import { announceDecision } from './decisions/announce-decision.ts';
import { recordOnce } from './decisions/record-once.ts';
import { openDuty, type Sender } from './open-duty.ts';
import { refuseAstray } from './refuse-astray.ts';
import { Refused } from './refused.ts';

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>;

type Declared<Kind extends Declaration['kind']> = Extract<Declaration, { kind: Kind }>;

/** Records that the unit has nothing to report for the period, and lets unit and office know. Throws Refused. */
export async function declareNil(
  dependencies: Needs,
  sender: Sender,
  asked: { readonly period: string; readonly reason: string },
): Promise<Declared<'nil'>> {
  const { id } = await openDuty(dependencies, sender, asked.period);
  return declare(dependencies, sender, { ...signed(dependencies, sender, id, asked.reason), kind: 'nil' });
}

/**
 * Records that the unit asks for more time, until the last day named (`yyyy-mm-dd`), and lets both know; granting it is
 * the office's. Throws Refused.
 */
export async function askExtension(
  dependencies: Needs,
  sender: Sender,
  asked: { readonly period: string; readonly reason: string; readonly until: string },
): Promise<Declared<'extension-request'>> {
  // More time is also how a unit behind the lock asks for it to be opened once more.
  const { id } = await openDuty(dependencies, sender, asked.period, { evenLocked: true });
  const { until } = asked;
  if (until <= dayOf(dependencies.clock.now(), sender.regime.timeZone)) throw new Refused('DATE_INVALID');
  refuseAstray(sender.regime, until);
  const request = signed(dependencies, sender, id, asked.reason);
  return declare(dependencies, sender, { ...request, kind: 'extension-request', until });
}

function signed({ clock, randomBytes }: Needs, { unit, linkHash }: Sender, period: string, reason: string) {
  const decidedAt = clock.now();
  const decision = newUlid(randomBytes, Date.parse(decidedAt));
  const link = linkHash?.slice(0, 12);
  return {
    decision,
    period,
    unit: unit.code,
    actor: `unit:${unit.code}`,
    reason,
    decidedAt,
    ...(link !== undefined && { link }),
  };
}

async function declare<T extends Declaration>(
  dependencies: Needs,
  sender: Sender,
  declaration: T,
): Promise<T> {
  const filings = await readFilings(dependencies.table, declaration.period, declaration.unit);
  const { regime } = sender;
  // Said again it costs nothing and is no new one; only what is new is limited.
  const decision = await recordOnce(dependencies.table, declaration, filings, () =>
    allowDeclaration(dependencies, sender, declaration),
  );
  const recipients = officeItself(regime).map(({ id }) => id);
  await announceDecision(dependencies, { regime: regime.id, decision, recipients });
  return decision;
}

/** What comes from the unit itself. */
export type Declaration = Extract<Decision, { kind: 'nil' | 'extension-request' }>;
