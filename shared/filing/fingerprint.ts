/** What a report is made of, in sixteen characters: as long as they stay the same, so does what it says. */
import { createHash } from 'node:crypto';
import { type Counting, countingOf, exclusionOf, filingsByUnit, newestDecision } from './counting.ts';
import type { Decision } from './decision.ts';
import type { Filings } from './filings.ts';
import { inForce } from './in-force.ts';

interface PeriodFilings extends Filings {
  readonly period: string;
}

interface EarlierFilings {
  readonly previous: PeriodFilings | null;
  readonly lastYear: PeriodFilings | null;
  readonly year: readonly PeriodFilings[];
}

/** What each unit's part in a period comes to, by its code; see `partOf`. */
export interface PeriodParts {
  readonly period: string;
  /** In the order of the units' codes. */
  readonly parts: readonly string[];
}

/**
 * Changed by a version or a nil declaration that counts instead of another, by a later reading of it and by an exclusion, in the period itself or
 * in one that its figures are compared with or added to; and by an extension or hours given in the period itself, unless to a unit
 * whose report was filed and is as much in time, or late, as before. A file that does not count, and time that passes, change
 * nothing.
 */
export function fingerprintOf({
  versions,
  decisions,
  earlier,
}: Filings & { readonly earlier: EarlierFilings }): string {
  const { previous, lastYear, year } = earlier;
  const others = [...[previous, lastYear].flatMap((each) => each ?? []), ...year];
  return fingerprintOfParts(
    partsOf({ versions, decisions }, 'own'),
    others.map((filings) => ({ period: filings.period, parts: partsOf(filings, 'earlier') })),
  );
}

/** The same of parts that were computed unit by unit. */
export function fingerprintOfParts(own: readonly string[], earlier: readonly PeriodParts[]): string {
  // A period without any filing is as one that the regime did not name then.
  const lines = [{ period: '', parts: own }, ...earlier]
    .map(({ period, parts }) => ({ period, state: parts.join(' ') }))
    .filter(({ state }) => state !== '')
    .map(({ period, state }) => `${period}: ${state}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/**
 * A unit's part; null where its files never counted, as if it had sent none. Of an `earlier` period only its figures
 * are told: until when they were owed changes nothing.
 */
export function partOf(filings: Filings, unit: string, of: 'own' | 'earlier'): string | null {
  const counts = countingOf(filings, unit);
  const { others, moved } = decidedInViewOf(counts, filings.decisions);
  const newest = (kind: 'extension' | 'guidance') =>
    of === 'own' ? (newestDecision(others, (d) => d.kind === kind && d.unit === unit)?.decision ?? '') : '';
  // Of a file that was read again the reading is named too: what it says may be another.
  const again = counts?.kind === 'version' ? counts.version.again : undefined;
  const counting = `${counts?.ulid ?? '-'}${again ? `+${again.reading}` : ''}`;
  const excluded = exclusionOf(filings, unit) !== null;
  const noted = counts ? daysNoted(filings, unit) : [];
  const times = of === 'own' ? [...hoursGiven({ decisions: others }, unit), ...noted, ...moved] : [];
  // Without any nothing is added: what was sealed before these could be decided must come out the same.
  const facts = [counting, newest('extension'), excluded ? 'excluded' : '', newest('guidance'), ...times];
  return facts.join('') === '-' ? null : `${unit}=${facts.join('/')}`;
}

interface InView {
  /** Without those that were decided in view of the file that counts. */
  readonly others: readonly Decision[];
  /** What the unit stands at by those, where that is another status than before the first of them; else empty. */
  readonly moved: readonly string[];
}

/**
 * Of a file that counts, what is decided about its unit while it does changes the report only where it puts the file in time,
 * or no longer: more time for a report that was in time is none of the report's matter.
 */
function decidedInViewOf(counts: Counting | null, decisions: readonly Decision[]): InView {
  if (counts?.kind !== 'version') return { others: decisions, moved: [] };
  const isInView = ({ before, after }: Decision) =>
    before?.counts === counts.ulid && after?.counts === counts.ulid;
  const inView = decisions.filter(isInView).toSorted((a, b) => (a.decision < b.decision ? -1 : 1));
  const [first, last] = [inView[0]?.before?.status, inView.at(-1)?.after?.status];
  return {
    others: decisions.filter((each) => !isInView(each)),
    moved: last === undefined || last === first ? [] : [last],
  };
}

/** They add up, each decision to those before it. */
function hoursGiven({ decisions }: Pick<Filings, 'decisions'>, unit: string): string[] {
  return inForce(decisions)
    .filter((each) => each.kind === 'prolong' && each.unit === unit)
    .map(({ decision }) => decision)
    .sort();
}

/** By which entries of the office came in time; of one whose file never came nothing is told. */
function daysNoted({ versions, decisions }: Filings, unit: string): string[] {
  const uploads = new Set(versions.map(({ upload }) => upload));
  return inForce(decisions)
    .filter((each) => each.kind === 'received-on' && each.unit === unit && uploads.has(each.upload))
    .map(({ decision }) => decision)
    .sort();
}

/** The parts of all units that filed or were decided about, in the order of their codes. */
export function partsOf({ versions, decisions }: Filings, of: 'own' | 'earlier'): string[] {
  const units = new Set([...versions, ...decisions].map(({ unit }) => unit));
  const filings = filingsByUnit({ versions, decisions });
  return [...units].sort().flatMap((unit) => partOf(filings(unit), unit, of) ?? []);
}
