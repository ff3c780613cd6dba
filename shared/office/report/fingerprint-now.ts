import type { Filings } from '../../filing/filings.ts';
import { fingerprintOfParts, type PeriodParts, partOf } from '../../filing/fingerprint.ts';
import type { Table } from '../../ports/table.ts';
import { eachUnit } from '../../records/filings.ts';
import type { Period } from '../../regime/regime.ts';

/**
 * The fingerprint of a period's report as things stand, of what came or was decided by `at` (ISO 8601) where it is
 * given. Reads the period and those it is compared with unit by unit, and holds none of them.
 */
export async function fingerprintNow(
  table: Table,
  period: Period,
  at: string | null = null,
): Promise<string> {
  const { own, earlier } = await partsNow(table, period, { at });
  return fingerprintOfParts(own, earlier);
}

interface Look {
  /** What came or was decided by then, ISO 8601; absent or null: all of it. */
  readonly at?: string | null;
  /** Sees each unit's filings of the period itself on the way. */
  readonly each?: ((filings: Filings & { readonly unit: string }) => void) | undefined;
}

/** The parts that the fingerprint is made of: of the period itself, and of those it is compared with or adds up. */
export async function partsNow(
  table: Table,
  { id, previous, sameLastYear, sumOf = [] }: Period,
  { at = null, each }: Look = {},
): Promise<{ readonly own: readonly string[]; readonly earlier: readonly PeriodParts[] }> {
  const known = new Map<string, Promise<string[]>>();
  const earlier = (period: string) => {
    const reading = known.get(period) ?? partsOf(table, period, 'earlier', { at });
    known.set(period, reading);
    return reading;
  };
  const others = [previous, sameLastYear, ...sumOf].flatMap((period) => period ?? []);
  const own = await partsOf(table, id, 'own', { at, each });
  const parts: PeriodParts[] = [];
  // One after the other: together they would take the room of one more period each.
  for (const period of others) parts.push({ period, parts: await earlier(period) });
  return { own, earlier: parts };
}

async function partsOf(
  table: Table,
  period: string,
  of: 'own' | 'earlier',
  { at, each }: Look,
): Promise<string[]> {
  const isIn = (instant: string) => at == null || Date.parse(instant) <= Date.parse(at);
  const parts: string[] = [];
  for await (const { unit, versions, decisions } of eachUnit(table, period)) {
    const filings = {
      versions: versions.filter(({ receivedAt }) => isIn(receivedAt)),
      decisions: decisions.filter(({ decidedAt }) => isIn(decidedAt)),
    };
    each?.({ unit, ...filings });
    const part = partOf(filings, unit, of);
    if (part !== null) parts.push(part);
  }
  return parts;
}
