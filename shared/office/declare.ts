/** What units declare. Its order: decision row → outbox rows → queue. */
import { createHash } from 'node:crypto';
import { Decision } from '../filing/decision.ts';
import type { Filings } from '../filing/filings.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { newUlid } from '../ports/randomness.ts';
import type { Table } from '../ports/table.ts';
import { readFilings } from '../records/filings.ts';
import { decisionKey } from '../records/keys.ts';
import { dayOf } from '../regime/calendar.ts';
import { officeItself } from '../regime/recipients.ts';
import { announceDecision } from './announce-decision.ts';
import { allowDeclaration } from './caps.ts';
import { openDuty, type Sender } from './open-duty.ts';
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
  const { id } = await openDuty(dependencies, sender, asked.period);
  const { until } = asked;
  if (until <= dayOf(dependencies.clock.now(), sender.regime.timeZone)) throw new Refused('DATE_INVALID');
  const request = signed(dependencies, sender, id, asked.reason);
  return declare(dependencies, sender, { ...request, kind: 'extension-request', until });
}

function signed({ clock, randomBytes }: Needs, { unit, linkHash }: Sender, period: string, reason: string) {
  const decidedAt = clock.now();
  const decision = newUlid(randomBytes, Date.parse(decidedAt));
  const link = linkHash?.slice(0, 12);
  return {
    ...{ decision, period, unit: unit.code, actor: `unit:${unit.code}`, reason, decidedAt },
    ...(link !== undefined && { link }),
  };
}

async function declare<T extends Declaration>(
  dependencies: Needs,
  sender: Sender,
  declaration: T,
): Promise<T> {
  const { regime } = sender;
  // Said again it costs nothing and is no new one; only what is new is limited.
  const decision = await declareOnce(dependencies.table, declaration, () =>
    allowDeclaration(dependencies, sender, declaration),
  );
  const recipients = officeItself(regime).map(({ id }) => id);
  await announceDecision(dependencies, { regime: regime.id, decision, recipients });
  return decision;
}

/** What comes from the unit itself. */
export type Declaration = Extract<Decision, { kind: 'nil' | 'extension-request' }>;

/**
 * Records the declaration, and returns the one that holds: said twice with nothing new in between (a button pressed
 * twice, a request sent again), it is the first. Its key is made of what it says and of what it follows, so that of
 * two that come at once only one is written.
 */
export async function declareOnce<T extends Declaration>(
  table: Table,
  declaration: T,
  allow: () => Promise<void> = async () => {},
): Promise<T> {
  const newest = newestOf(await readFilings(table, declaration.period, declaration.unit));
  if (newest.decision && isSame(newest.decision, declaration)) return held(declaration, newest.decision);
  const said = JSON.stringify([declaration.kind, untilOf(declaration), declaration.reason, newest.ulid]);
  const fingerprint = createHash('sha256').update(said).digest('hex').slice(0, 32);
  const key = decisionKey(declaration.period, declaration.unit, `${declaration.kind}-${fingerprint}`);
  await allow();
  if (await table.putIfAbsent(key, declaration)) return declaration;
  return held(declaration, Decision.parse(await table.get(key)));
}

interface Event {
  readonly ulid: string;
  /** Null for a file. */
  readonly decision: Decision | null;
}

/** The last thing that was filed or decided. */
function newestOf({ versions, decisions }: Filings): Event {
  const all: Event[] = [
    ...versions.map(({ upload }) => ({ ulid: upload, decision: null })),
    ...decisions.map((decision) => ({ ulid: decision.decision, decision })),
  ];
  return all.reduce((best, each) => (each.ulid > best.ulid ? each : best), { ulid: '', decision: null });
}

function isSame(one: Decision, other: Decision): boolean {
  return one.kind === other.kind && one.reason === other.reason && untilOf(one) === untilOf(other);
}

function untilOf(decision: Decision): string | null {
  return 'until' in decision ? decision.until : null;
}

function held<T extends Declaration>(declaration: T, { decision, decidedAt }: Decision): T {
  return { ...declaration, decision, decidedAt };
}
