/** The regimes as they were applied last, and what is looked up in them by name. */
import type { Dependencies } from '../ports/dependencies.ts';
import { readCurrentRegimes, readRegimeVersion } from '../records/regimes.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { RejectError } from '../vocabulary/errors.ts';

/** A regime with the hash under which it was applied. */
export type RegimeVersion = Regime & { readonly hash: string };

/** A period and the regime that it is owed by. */
export interface Owed {
  readonly regime: RegimeVersion;
  readonly period: Period;
}

/** A regime, period, unit, recipient or version was named that there is not; the message says which. */
export class Unknown extends RejectError {
  override readonly name = 'Unknown';
  readonly code = 'UNKNOWN';
  readonly mendable = true;
}

/** In the order of their ids. */
export async function regimesInForce({
  table,
  store,
}: Pick<Dependencies, 'table' | 'store'>): Promise<RegimeVersion[]> {
  const current = await readCurrentRegimes(table);
  return Promise.all(current.map(async ({ hash }) => ({ ...(await readRegimeVersion(store, hash)), hash })));
}

/** Every period of every regime, with its regime, in the regimes' order. */
export async function periodsInForce(records: Pick<Dependencies, 'table' | 'store'>): Promise<Owed[]> {
  const regimes = await regimesInForce(records);
  return regimes.flatMap((regime) => regime.periods.map((period) => ({ regime, period })));
}

/** The period of this id, which is unique over all regimes. Throws Unknown. */
export async function periodInForce(
  records: Pick<Dependencies, 'table' | 'store'>,
  id: string,
): Promise<Owed> {
  const owed = (await periodsInForce(records)).find(({ period }) => period.id === id);
  if (!owed) throw new Unknown(`no regime in force has the period ${id}`);
  return owed;
}
