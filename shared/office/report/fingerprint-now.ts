import { fingerprintOfParts, partOf } from '../../filing/fingerprint.ts';
import type { Table } from '../../ports/table.ts';
import { eachUnit } from '../../records/filings.ts';
import type { Period } from '../../regime/regime.ts';

/**
 * The fingerprint of a period's report as things stand, of what came or was decided by `at` (ISO 8601) where it is
 * given. Reads the period and those it is compared with unit by unit, and holds none of them.
 */
export async function fingerprintNow(
  table: Table,
  { id, previous, sameLastYear, sumOf = [] }: Period,
  at: string | null = null,
): Promise<string> {
  const known = new Map<string, Promise<string[]>>();
  const earlier = (period: string) => {
    const reading = known.get(period) ?? partsOf(table, period, 'earlier', at);
    known.set(period, reading);
    return reading;
  };
  const others = [previous, sameLastYear, ...sumOf].flatMap((period) => period ?? []);
  const own = await partsOf(table, id, 'own', at);
  const parts = [];
  // One after the other: together they would take the room of one more period each.
  for (const period of others) parts.push({ period, parts: await earlier(period) });
  return fingerprintOfParts(own, parts);
}

async function partsOf(
  table: Table,
  period: string,
  of: 'own' | 'earlier',
  at: string | null,
): Promise<string[]> {
  const isIn = (instant: string) => at === null || Date.parse(instant) <= Date.parse(at);
  const parts: string[] = [];
  for await (const { unit, versions, decisions } of eachUnit(table, period)) {
    const part = partOf(
      {
        versions: versions.filter(({ receivedAt }) => isIn(receivedAt)),
        decisions: decisions.filter(({ decidedAt }) => isIn(decidedAt)),
      },
      unit,
      of,
    );
    if (part !== null) parts.push(part);
  }
  return parts;
}
