/** What the office decides about a duty, entered by an admin on its behalf; decisions are only ever added. */
import * as z from 'zod';
import { Decision, everyUnit } from '../../shared/filing/decision.ts';
import { announceDecision } from '../../shared/office/declare.ts';
import { newUlid } from '../../shared/ports/randomness.ts';
import { putDecision, readFilings } from '../../shared/records/filings.ts';
import { readCurrentRegimes, readPeriodOwner, readRegimeVersion } from '../../shared/records/regimes.ts';
import { lastDay } from '../../shared/regime/calendar.ts';
import type { Period } from '../../shared/regime/regime.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import { Unknown } from './links.ts';
import type { System } from './system.ts';

/** The decision makes no sense as it was asked for; the message says why. */
export class NotDecided extends RejectError {
  override readonly name = 'NotDecided';
  readonly code = 'NOT_DECIDED';
  readonly mendable = true;
}

export interface Wish {
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
export async function prepareDecision(system: System, wish: Wish): Promise<Decision> {
  const regimes = await Promise.all(
    (await readCurrentRegimes(system.table)).map(({ hash }) => readRegimeVersion(system.store, hash)),
  );
  const regime = regimes.find(({ periods }) => periods.some(({ id }) => id === wish.period));
  const period = regime?.periods.find(({ id }) => id === wish.period);
  if (!regime || !period) throw new Unknown(`no regime in force has the period ${wish.period}`);
  if ((wish.kind === 'guidance') !== (wish.unit === undefined)) {
    throw new NotDecided('guidance concerns every unit; every other decision names one');
  }
  if (wish.kind === 'guidance' && period.deadline.rule !== 'on-guidance') {
    throw new NotDecided(`${wish.period} has its own deadline and awaits no guidance`);
  }
  if (wish.unit !== undefined && !regime.units.some(({ code }) => code === wish.unit)) {
    throw new Unknown(`the regime ${regime.id} has no unit ${wish.unit}`);
  }
  if (wish.kind === 'extension') checkExtension(period, wish.until);
  const decidedAt = system.clock.now();
  const decision = Decision.safeParse({
    kind: wish.kind,
    decision: newUlid(system.randomBytes, Date.parse(decidedAt)),
    period: wish.period,
    unit: wish.unit ?? everyUnit,
    actor: wish.actor,
    reason: wish.reason.normalize('NFC'),
    decidedAt,
    until: wish.until,
    upload: await uploadOf(system, wish),
  });
  if (!decision.success) throw new NotDecided(z.prettifyError(decision.error));
  return decision.data;
}

/** More time is more than the common deadline gives, and no longer than files are taken. */
function checkExtension(period: Period, until = ''): void {
  const common = lastDay(period.deadline);
  if (common !== null && until <= common) {
    throw new NotDecided(`--until ${until} gives no more time: everybody has until ${common}`);
  }
  if (period.lock !== undefined && until > period.lock) {
    throw new NotDecided(`${period.id} is locked after ${period.lock}; move its lock in the regime first`);
  }
}

/** Writes the decision, and lets the unit know of it by mail. */
export async function recordDecision(system: System, decision: Decision): Promise<void> {
  const regime = await readPeriodOwner(system.table, decision.period);
  if (regime === null) throw new Unknown(`no regime ever had the period ${decision.period}`);
  await putDecision(system.table, decision);
  await announceDecision(system, { regime, decision, recipients: [] }, decision.decidedAt);
}

/** The version of the unit whose receipt ends so. */
async function uploadOf(
  { table }: System,
  { kind, period, unit, receipt }: Wish,
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
