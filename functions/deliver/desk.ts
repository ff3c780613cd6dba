/** What every letter is written with: the records, the clock, the portal's address. */
import { type Duty, dutyStatus } from '../../shared/filing/duty.ts';
import type { WayIn } from '../../shared/mail/layout/stationery.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import { readFilings } from '../../shared/records/filings.ts';
import { issueLink } from '../../shared/records/links.ts';
import { readCurrentRegime, readRegimeVersion } from '../../shared/records/regimes.ts';
import type { Link } from '../../shared/records/rows.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';
import { NobodyToWriteTo } from './send-message.ts';

export type Desk = Pick<Dependencies, 'table' | 'store' | 'clock' | 'randomBytes' | 'portalUrl'>;

/** What the unit's duty stands at as the mail is written. */
export async function dutyNow(desk: Desk, regime: Regime, period: Period, unit: Unit): Promise<Duty> {
  const filings = await readFilings(desk.table, period.id, unit.code);
  return dutyStatus({ ...filings, regime, period, unit: unit.code, now: desk.clock.now(), expected: null });
}

/** A link of this mail's own: only its hash is kept, so an older one cannot be sent again. */
export async function wayIn(
  desk: Desk,
  regime: Regime,
  holder: Link['holder'],
): Promise<{ way: WayIn; expiresAt: string }> {
  const issuedAt = desk.clock.now();
  const expiresAt = new Date(Date.parse(issuedAt) + regime.linkDays * 86_400_000).toISOString();
  const link = { regime: regime.id, holder, issuedAt, expiresAt };
  const { token } = await issueLink(desk.table, link, desk.randomBytes);
  return { way: { link: `${desk.portalUrl}/u#${token}`, code: token }, expiresAt };
}

/** The regime as it is today. Throws NobodyToWriteTo. */
export async function currentRegime({ table, store }: Desk, id: string): Promise<Regime> {
  const current = await readCurrentRegime(table, id);
  if (!current) throw new NobodyToWriteTo(`the regime ${id} was never applied`);
  return readRegimeVersion(store, current.hash);
}

/** The one that is meant. Throws NobodyToWriteTo where the regime no longer has it. */
export function find<T>(list: readonly T[], is: (item: T) => boolean, name: string): T {
  const found = list.find(is);
  if (found === undefined) throw new NobodyToWriteTo(`the regime has no "${name}"`);
  return found;
}
