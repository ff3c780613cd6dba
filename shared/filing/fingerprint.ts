/** What a report is made of, in sixteen characters: as long as they stay the same, so does what it says. */
import { createHash } from 'node:crypto';
import type { Period } from '../regime/regime.ts';
import { countingOf, exclusionOf, newestDecision } from './counting.ts';
import type { Filings } from './filings.ts';

interface PeriodFilings extends Filings {
  readonly period: string;
}

interface EarlierFilings {
  readonly previous: PeriodFilings | null;
  readonly lastYear: PeriodFilings | null;
  readonly year: readonly PeriodFilings[];
}

/**
 * Changed by a version or a nil declaration that counts instead of another and by an exclusion, in the period itself or
 * in one that its figures are compared with or added to; and by an extension in the period itself. A file that does not
 * count, and time that passes, change nothing.
 */
export function fingerprintOf({
  versions,
  decisions,
  earlier,
}: Filings & { readonly earlier: EarlierFilings }): string {
  const { previous, lastYear, year } = earlier;
  const others = [...[previous, lastYear].flatMap((each) => each ?? []), ...year];
  const parts = [{ period: '', versions, decisions }, ...others.map(withoutDates)];
  // A period without any filing is as one that the regime did not name then.
  const lines = parts
    .map((filings) => ({ period: filings.period, state: stateOf(filings).join(' ') }))
    .filter(({ state }) => state !== '')
    .map(({ period, state }) => `${period}: ${state}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** The fingerprint of a period as it stands; `read` gives the filings of any period. */
export async function fingerprintNow(
  { id, previous, sameLastYear, sumOf = [] }: Period,
  read: (period: string) => Promise<Filings>,
): Promise<string> {
  const filed = async (period: string) => ({ ...(await read(period)), period });
  return fingerprintOf({
    ...(await read(id)),
    earlier: {
      previous: previous === undefined ? null : await filed(previous),
      lastYear: sameLastYear === undefined ? null : await filed(sameLastYear),
      year: await Promise.all(sumOf.map(filed)),
    },
  });
}

/** Of another period only its figures are told: until when they were owed changes nothing. */
function withoutDates({ period, versions, decisions }: PeriodFilings): PeriodFilings {
  return {
    ...{ period, versions },
    decisions: decisions.filter(({ kind }) => kind !== 'extension' && kind !== 'guidance'),
  };
}

function stateOf(filings: Filings): string[] {
  const units = new Set([...filings.versions, ...filings.decisions].map(({ unit }) => unit));
  return [...units].sort().flatMap((unit) => {
    const counting = countingOf(filings, unit)?.ulid ?? '-';
    const extended = newestDecision(filings.decisions, (d) => d.kind === 'extension' && d.unit === unit);
    const excluded = exclusionOf(filings, unit) !== null;
    const guided = newestDecision(filings.decisions, (d) => d.kind === 'guidance' && d.unit === unit);
    const facts = [counting, extended?.decision ?? '', excluded ? 'excluded' : '', guided?.decision ?? ''];
    // A unit whose files never counted is as if it had sent none.
    return facts.join('') === '-' ? [] : [`${unit}=${facts.join('/')}`];
  });
}
