/** Making a version of a regime the one in force: an admin's, with what the office changed on it. */
import { createHash } from 'node:crypto';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readAmendments } from '../../records/amendments.ts';
import {
  type CurrentRegime,
  claimPeriod,
  makeCurrent,
  readCurrentRegime,
  readPeriodOwner,
  readRegimeVersion,
  writeRegimeVersion,
} from '../../records/regimes.ts';
import { startWatermark } from '../../records/runs.ts';
import { type Amendment, amended } from '../../regime/amendment.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Regime } from '../../regime/regime.ts';
import { RetryError } from '../../vocabulary/errors.ts';
import { openDuePeriod } from '../open-period.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'clock'>;

/** Another version came into force in the meantime: to be done again upon that one. */
export class AppliedMeanwhile extends RetryError {
  override readonly name = 'AppliedMeanwhile';
  readonly code = 'APPLIED_MEANWHILE';
  readonly mendable = true;

  constructor(regime: string) {
    super(`another version of ${regime} was applied in the meantime; compare and apply again`);
  }
}

/** What would come into force. */
export interface NextVersion {
  /** With the office's changes on it. */
  readonly regime: Regime;
  readonly hash: string;
  /** The version in force; null where the regime was never applied. */
  readonly current: CurrentRegime | null;
  /** Everything that the office ever changed, oldest first. */
  readonly amendments: readonly Amendment[];
}

/** The admin's regime with the office's changes on it, beside what is in force. */
export async function nextVersion({ table }: Needs, base: Regime): Promise<NextVersion> {
  const [current, amendments] = await Promise.all([
    readCurrentRegime(table, base.id),
    readAmendments(table, base.id),
  ]);
  const own = [];
  for (const each of amendments) if (await isOwn(table, each)) own.push(each);
  const regime = amended(base, own);
  return { regime, hash: hashOf(regime), current, amendments };
}

/** False for a duty whose id another regime took in the meantime: it must not keep all later versions from holding. */
async function isOwn(table: Needs['table'], { regime, change }: Amendment): Promise<boolean> {
  if (change.kind !== 'duty') return true;
  const owner = await readPeriodOwner(table, change.period.id);
  return owner === null || owner === regime;
}

/**
 * Makes it current. Each step may be done again; the last one alone makes it hold. What lies before now is past: periods
 * that should be open are opened, and nothing is sent for them.
 * Throws PeriodTaken where another regime has one of its periods, AppliedMeanwhile.
 */
export async function putInForce(
  dependencies: Needs,
  base: Regime,
  { regime, hash, current }: Omit<NextVersion, 'amendments'>,
): Promise<void> {
  const { table, store } = dependencies;
  const now = dependencies.clock.now();
  const baseHash = hashOf(base);
  for (const { id } of regime.periods) await claimPeriod(table, id, regime.id);
  await writeRegimeVersion(store, hash, regime);
  if (baseHash !== hash) await writeRegimeVersion(store, baseHash, base);
  for (const period of regime.periods) {
    if (period.opens === undefined || period.opens > dayOf(now, regime.timeZone)) continue;
    await openDuePeriod(dependencies, regime, { period, at: now });
  }
  await startWatermark(table, regime.id, now);
  if (current?.hash === hash && (current.base ?? current.hash) === baseHash) return;
  const row = { regime: regime.id, hash, appliedAt: now, base: baseHash };
  if (!(await makeCurrent(table, row, current?.hash ?? null))) throw new AppliedMeanwhile(regime.id);
}

/** The regime as the admin applied it last, without what the office changed. */
export async function baseInForce({ store }: Pick<Needs, 'store'>, current: CurrentRegime): Promise<Regime> {
  return readRegimeVersion(store, current.base ?? current.hash);
}

function hashOf(regime: Regime): string {
  return createHash('sha256').update(JSON.stringify(regime)).digest('hex');
}
