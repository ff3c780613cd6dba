/** What the office decides about a duty; decisions are only ever added. Its order: decision row → outbox row → queue. */
import * as z from 'zod';
import { Decision, everyUnit } from '../filing/decision.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { newUlid } from '../ports/randomness.ts';
import { putDecision, readFilings } from '../records/filings.ts';
import { readPeriodOwner } from '../records/regimes.ts';
import { lastDay } from '../regime/calendar.ts';
import type { Period } from '../regime/regime.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { printable } from '../vocabulary/visible-text.ts';
import { announceDecision } from './announce-decision.ts';
import { periodInForce, Unknown } from './regimes-in-force.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes'>;

/** The decision makes no sense as it was asked for; the message says why. */
export class NotDecided extends RejectError {
  override readonly name = 'NotDecided';
  readonly code = 'NOT_DECIDED';
  readonly mendable = true;
}

export interface DecisionRequest {
  readonly kind: 'extension' | 'return' | 'exclude-version' | 'exclude-unit' | 'guidance';
  readonly period: string;
  /** Absent for guidance, which concerns every unit. */
  readonly unit?: string | undefined;
  /** `yyyy-mm-dd`: the new last day of an extension or a guidance. */
  readonly until?: string | undefined;
  /** The receipt's or the upload's end, at least six characters, of the version meant. */
  readonly receipt?: string | undefined;
  readonly reason: string;
  /** Who decided, as it shall stand in the record. */
  readonly actor: string;
}

/** Checks the decision against the regime and what was filed; `record` writes it. Throws Unknown, NotDecided. */
export async function prepareDecision(dependencies: Needs, request: DecisionRequest): Promise<Decision> {
  const { regime, period } = await periodInForce(dependencies, request.period);
  if ((request.kind === 'guidance') !== (request.unit === undefined)) {
    throw new NotDecided('guidance concerns every unit; every other decision names one');
  }
  if (request.kind === 'guidance' && period.deadline.rule !== 'on-guidance') {
    throw new NotDecided(`${request.period} has its own deadline and awaits no guidance`);
  }
  if (request.unit !== undefined && !regime.units.some(({ code }) => code === request.unit)) {
    throw new Unknown(`the regime ${regime.id} has no unit ${request.unit}`);
  }
  if (request.kind === 'extension') checkExtension(period, request.until);
  const decidedAt = dependencies.clock.now();
  const decision = Decision.safeParse({
    kind: request.kind,
    decision: newUlid(dependencies.randomBytes, Date.parse(decidedAt)),
    period: request.period,
    unit: request.unit ?? everyUnit,
    actor: request.actor,
    reason: printable(request.reason),
    decidedAt,
    until: request.until,
    upload: await uploadOf(dependencies, request),
  });
  if (!decision.success) throw new NotDecided(z.prettifyError(decision.error));
  return decision.data;
}

/** More time is more than the common deadline gives, and no longer than files are taken. */
function checkExtension(period: Period, until = ''): void {
  const common = lastDay(period.deadline);
  if (common !== null && until <= common) {
    throw new NotDecided(`${until} gives no more time: everybody has until ${common}`);
  }
  if (period.lock !== undefined && until > period.lock) {
    throw new NotDecided(`${period.id} is locked after ${period.lock}; move its lock in the regime first`);
  }
}

/** Writes the decision, and lets the unit know of it by mail. */
export async function recordDecision(dependencies: Needs, decision: Decision): Promise<void> {
  const regime = await readPeriodOwner(dependencies.table, decision.period);
  if (regime === null) throw new Unknown(`no regime ever had the period ${decision.period}`);
  await putDecision(dependencies.table, decision);
  await announceDecision(dependencies, { regime, decision, recipients: [] });
}

/** The version of the unit whose receipt ends so. */
async function uploadOf(
  { table }: Needs,
  { kind, period, unit, receipt }: DecisionRequest,
): Promise<string | undefined> {
  if (kind !== 'return' && kind !== 'exclude-version') return undefined;
  if (unit === undefined || receipt === undefined || receipt.length < 6) {
    throw new NotDecided('name the version by at least the last six characters of its receipt');
  }
  const { versions } = await readFilings(table, period, unit);
  const meant = versions.filter((version) => version.upload.endsWith(receipt.slice(-10).toUpperCase()));
  const [version] = meant;
  if (!version || meant.length > 1)
    throw new Unknown(`${meant.length} versions of ${unit} end in ${receipt}`);
  return version.upload;
}
