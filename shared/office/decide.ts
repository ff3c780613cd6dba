/** What the office decides about a duty; decisions are only ever added. Its order: decision row → outbox rows → queue. */
import { Decision, everyUnit, type Stand } from '../filing/decision.ts';
import { type Duty, dutyStatus } from '../filing/duty.ts';
import type { Filings } from '../filing/filings.ts';
import { takenBack } from '../filing/in-force.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { ulidAfter } from '../ports/randomness.ts';
import { readFilings } from '../records/filings.ts';
import { readPeriodOwner } from '../records/regimes.ts';
import { printable } from '../vocabulary/visible-text.ts';
import { moment } from '../wording/vietnamese.ts';
import { announceDecision } from './decisions/announce-decision.ts';
import { detailsOf, refuseOver, type Wanted } from './decisions/details.ts';
import { byPress, newestOf, recordOnce, saysTheSame } from './decisions/record-once.ts';
import { Refused } from './refused.ts';
import { type Owed, periodInForce } from './regimes-in-force.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes'>;

export interface DecisionRequest extends Wanted {
  readonly period: string;
  /** Absent for what concerns every unit: guidance, and taking it back. */
  readonly unit?: string | undefined;
  readonly reason: string;
  /** Who decided, as it shall stand in the record. */
  readonly actor: string;
  /** The first twelve characters of the hash of the link it came by; absent for a command. */
  readonly link?: string | undefined;
}

/** A decision that may be recorded, and what it was made in view of. */
export interface Prepared {
  readonly decision: Decision;
  readonly filings: Filings;
}

/** Checks the decision against the regime and what was filed; `recordDecision` writes it. Throws Refused, Unknown. */
export async function prepareDecision(dependencies: Needs, request: DecisionRequest): Promise<Prepared> {
  const owed = await periodInForce(dependencies, request.period);
  return prepareOwed(dependencies, owed, request);
}

/** The same for a period that was looked up before. Throws Refused. */
export async function prepareOwed(
  dependencies: Needs,
  { regime, period }: Owed,
  request: DecisionRequest,
): Promise<Prepared> {
  if (request.unit !== undefined && !regime.units.some(({ code }) => code === request.unit)) {
    throw new Refused('UNIT_UNKNOWN', { unit: request.unit });
  }
  const unit = request.unit ?? everyUnit;
  if (request.reason.trim() === '') throw new Refused('REASON_MISSING');
  const decidedAt = dependencies.clock.now();
  const filings = await readFilings(dependencies.table, period.id, unit);
  // Whatever came since: its answer may have been lost long before it is asked for again.
  const pressed = request.kind === 'prolong' ? byPress(filings, unit, request.press) : null;
  if (pressed !== null) {
    if (pressed.hours !== request.hours) throw new Refused('PRESS_USED', { hours: String(pressed.hours) });
    const since = takenBack(filings.decisions).get(pressed.decision);
    if (since) {
      const at = moment(since.decidedAt, regime.timeZone);
      throw new Refused('PRESS_TAKEN_BACK', { unit, hours: String(pressed.hours), at });
    }
    return { decision: pressed, filings };
  }
  const newest = newestOf(filings);
  const wantedOf = async (inView: Filings): Promise<Decision> =>
    Decision.parse({
      ...(await detailsOf(dependencies, { regime, period, unit, filings: inView, now: decidedAt }, request)),
      decision: ulidAfter(newest.ulid, dependencies.randomBytes, Date.parse(decidedAt)),
      period: period.id,
      unit,
      actor: request.actor,
      decidedAt,
      reason: printable(request.reason.trim()),
      ...(request.link !== undefined && { link: request.link }),
    });
  const held = newest.decision;
  if (held && (await isSaidAgain(held, request, filings, wantedOf))) return { decision: held, filings };
  const bare = await wantedOf(filings);
  if (unit === everyUnit) return { decision: bare, filings };
  const question = { regime, period, unit, now: decidedAt, expected: null, versions: filings.versions };
  const before = dutyStatus({ ...question, decisions: filings.decisions });
  const after = dutyStatus({ ...question, decisions: [...filings.decisions, bare] });
  if (bare.kind === 'prolong') refuseOver(before, after, { unit, now: decidedAt, timeZone: regime.timeZone });
  return { decision: { ...bare, before: standOf(before), after: standOf(after) }, filings };
}

function standOf({ status, due, counting }: Duty): Stand {
  return { status, due, counts: counting?.kind === 'version' ? counting.ulid : null };
}

/**
 * Whether the request comes again because its answer was lost: what it would decide without the newest decision is that
 * very decision.
 */
async function isSaidAgain(
  held: Decision,
  { kind, actor }: DecisionRequest,
  { versions, decisions }: Filings,
  wantedOf: (inView: Filings) => Promise<Decision>,
): Promise<boolean> {
  if (held.kind !== kind || held.actor !== actor) return false;
  try {
    const others = decisions.filter(({ decision }) => decision !== held.decision);
    return saysTheSame(held, await wantedOf({ versions, decisions: others }));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/**
 * Records the decision, and lets whom it concerns know by mail: its unit, or for what concerns every unit those named in
 * `told`. Returns the decision that holds: said again, it is the first.
 */
export async function recordDecision(
  dependencies: Needs,
  { decision, filings }: Prepared,
  told: readonly string[] = [],
): Promise<Decision> {
  const regime = await readPeriodOwner(dependencies.table, decision.period);
  if (regime === null) throw new Refused('PERIOD_NONE', { period: decision.period });
  const recorded = await recordOnce(dependencies.table, decision, filings);
  await announceDecision(dependencies, { regime, decision: recorded, recipients: [], told });
  return recorded;
}
