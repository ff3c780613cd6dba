/** What counts is computed, never stored: so every order of events ends in the same answer. */
import { endOfDay } from '../regime/calendar.ts';
import { type Decision, everyUnit, isUnitsOwn } from './decision.ts';
import type { Filings } from './filings.ts';
import { inForce } from './in-force.ts';
import type { Version } from './version.ts';

export type NilDecision = Extract<Decision, { kind: 'nil' }>;

/** Of a unit that is not reminded until a day. */
export type Hold = Extract<Decision, { kind: 'hold-reminders' }>;

/** The report that stands for a unit: a version, or its declaration that there is nothing to report. */
export type Counting =
  | { readonly kind: 'version'; readonly ulid: string; readonly version: Version }
  | { readonly kind: 'nil'; readonly ulid: string; readonly nil: NilDecision };

/**
 * The unit's newest accepted version or nil declaration, by ULID, that no decision returned or excluded; null where
 * there is none, or where the unit itself is excluded. A rejected or unreadable file never displaces a good one unless
 * all its errors were waived, and a returned one falls back to its predecessor. A nil that the office declared stands
 * only where the unit itself said nothing that counts, whenever it was minted.
 */
export function countingOf(filings: Filings, unit: string): Counting | null {
  if (exclusionOf(filings, unit) !== null) return null;
  const gone = takenAway(filings, unit);
  return candidates(filings, unit).find(({ ulid }) => !gone.has(ulid)) ?? null;
}

/**
 * The same filings, asked for by unit: of many units each is asked in time of its own filings alone. What was decided
 * for all of them (`everyUnit`) stands with each.
 */
export function filingsByUnit({ versions, decisions }: Filings): (unit: string) => Filings {
  const mine = new Map<string, { versions: Version[]; decisions: Decision[] }>();
  const common = decisions.filter(({ unit }) => unit === everyUnit);
  const of = (unit: string) => {
    const known = mine.get(unit);
    if (known) return known;
    const fresh = { versions: [], decisions: [...common] };
    mine.set(unit, fresh);
    return fresh;
  };
  for (const version of versions) of(version.unit).versions.push(version);
  for (const decision of decisions)
    if (decision.unit !== everyUnit) of(decision.unit).decisions.push(decision);
  return (unit) => mine.get(unit) ?? { versions: [], decisions: common };
}

/**
 * Everything of the unit that could count, whether or not a decision took it away: newest first, and behind it all what
 * the office declared in its place, which it could not have declared had the file under way been there.
 */
export function candidates(filings: Filings, unit: string): readonly Counting[] {
  const decisions = inForce(filings.decisions);
  const list: Counting[] = [];
  for (const version of filings.versions) {
    if (version.unit === unit && isAccepted(version, decisions)) {
      list.push({ kind: 'version', ulid: version.upload, version });
    }
  }
  for (const nil of decisions) {
    if (nil.kind === 'nil' && nil.unit === unit) list.push({ kind: 'nil', ulid: nil.decision, nil });
  }
  return list.sort((a, b) => rankOf(b) - rankOf(a) || (a.ulid < b.ulid ? 1 : a.ulid > b.ulid ? -1 : 0));
}

function rankOf(each: Counting): number {
  return each.kind === 'nil' && !isUnitsOwn(each.nil) ? 0 : 1;
}

/** By upload: the newest decision that took it, or another file with the very same bytes, away. */
export function takenAway(filings: Filings, unit: string): ReadonlyMap<string, TakingAway> {
  const gone = new Map<string, TakingAway>();
  for (const decision of inForce(filings.decisions)) {
    if (decision.unit !== unit) continue;
    if (decision.kind !== 'return' && decision.kind !== 'exclude-version') continue;
    keepNewest(gone, decision.upload, decision);
  }
  if (gone.size === 0) return gone;
  const own = filings.versions.filter((version) => version.unit === unit);
  const bytes = new Map<string, TakingAway>();
  for (const { upload, sha256 } of own) keepNewest(bytes, sha256, gone.get(upload));
  // Sent twice before it was given back once, it would count all the same.
  for (const { upload, sha256 } of own) keepNewest(gone, upload, bytes.get(sha256));
  return gone;
}

type TakingAway = Extract<Decision, { kind: 'return' | 'exclude-version' }>;

function keepNewest(known: Map<string, TakingAway>, key: string, decision: TakingAway | undefined): void {
  const before = known.get(key);
  if (decision && (!before || before.decision < decision.decision)) known.set(key, decision);
}

/** The version with these very bytes that a decision took away, and that decision; null where there is none. */
export function takenAwayBytes(filings: Filings, unit: string, sha256: string) {
  const gone = takenAway(filings, unit);
  const version = filings.versions
    .filter((each) => each.unit === unit && each.sha256 === sha256)
    .find(({ upload }) => gone.get(upload)?.upload === upload);
  const decision = version && gone.get(version.upload);
  return version && decision ? { version, decision } : null;
}

/** The newest decision that the unit owes nothing, or null. */
export function exclusionOf(filings: Filings, unit: string): Decision | null {
  return newestDecision(filings.decisions, (d) => d.kind === 'exclude-unit' && d.unit === unit);
}

/**
 * By which the unit is not reminded of the period on this day (`yyyy-mm-dd`); else null. Of several the newest says it:
 * where that was taken back the unit is reminded as ever, and no older one comes back in its place.
 */
export function holdOf({ decisions }: Pick<Filings, 'decisions'>, unit: string, day: string): Hold | null {
  const newest = newestOf(
    decisions.filter((each): each is Hold => each.kind === 'hold-reminders' && each.unit === unit),
  );
  return newest && newest.until >= day && inForce(decisions).includes(newest) ? newest : null;
}

/** The unit's newest version by mint ULID, whatever its state, or null. */
export function newestVersion(filings: Filings, unit: string): Version | null {
  return filings.versions
    .filter((version) => version.unit === unit)
    .reduce<Version | null>((best, each) => (best && best.upload >= each.upload ? best : each), null);
}

/**
 * When the report came: an entry of the office's is as old as the unit's own file for which it stands, and came by the
 * end of the day that is noted of its paper; never later than the file itself.
 */
export function cameAt(filings: Filings, version: Version, timeZone: string): string {
  const own = version.entered?.standsFor;
  const came = filings.versions.find(({ upload }) => upload === own)?.receivedAt ?? version.receivedAt;
  const day = notedDay(filings, version);
  if (day === null) return came;
  const end = endOfDay(day, timeZone);
  return Date.parse(end) < Date.parse(came) ? end : came;
}

/** The day (`yyyy-mm-dd`) on which by the office's note the paper came of which this is the entry; null without one. */
export function notedDay(
  { decisions }: Pick<Filings, 'decisions'>,
  { upload, unit }: Pick<Version, 'upload' | 'unit'>,
): string | null {
  const noted = newestDecision(
    decisions,
    (each) => each.kind === 'received-on' && each.unit === unit && each.upload === upload,
  );
  return noted?.kind === 'received-on' ? noted.day : null;
}

/**
 * The version by which the unit is on time or late, or null: the first that was accepted, by when it came. A later
 * correction stays on time; a file that was left out of the report never was the unit's report.
 */
export function firstFiled(filings: Filings, unit: string, timeZone: string): Version | null {
  const gone = takenAway(filings, unit);
  return candidates(filings, unit)
    .flatMap((each) => (each.kind === 'version' ? [each.version] : []))
    .filter(({ upload }) => gone.get(upload)?.kind !== 'exclude-version')
    .reduce<Version | null>(
      (first, each) => (first && !isEarlier(filings, each, first, timeZone) ? first : each),
      null,
    );
}

function isEarlier(filings: Filings, one: Version, other: Version, timeZone: string): boolean {
  const came = (version: Version) => Date.parse(cameAt(filings, version, timeZone));
  const apart = came(one) - came(other);
  return apart < 0 || (apart === 0 && one.upload < other.upload);
}

/** The newest of the decisions in force that fit, by ULID, or null. */
export function newestDecision(
  decisions: readonly Decision[],
  fits: (decision: Decision) => boolean,
): Decision | null {
  return newestOf(inForce(decisions).filter(fits));
}

function newestOf<Kind extends Decision>(decisions: readonly Kind[]): Kind | null {
  return decisions.reduce<Kind | null>(
    (best, each) => (best && best.decision >= each.decision ? best : each),
    null,
  );
}

function isAccepted(version: Version, decisions: readonly Decision[]): boolean {
  if (version.state === 'accepted' || version.state === 'accepted-with-warnings') return true;
  const waived = version.state === 'rejected' ? waivedErrors(decisions, version).size : 0;
  return waived > 0 && waived >= version.severities.error;
}

/** Of the errors of the reading that speaks, by their place among its findings, those that decisions in force waived. */
export function waivedErrors(
  decisions: readonly Decision[],
  { upload, unit, again }: Pick<Version, 'upload' | 'unit' | 'again'>,
): ReadonlyMap<number, Extract<Decision, { kind: 'waive' }>> {
  const waived = new Map<number, Extract<Decision, { kind: 'waive' }>>();
  for (const decision of decisions) {
    if (decision.kind !== 'waive' || decision.unit !== unit || decision.upload !== upload) continue;
    // Another reading has other findings at those places: nobody has looked at them yet.
    if (decision.reading !== again?.reading) continue;
    for (const { finding } of decision.errors) waived.set(finding, decision);
  }
  return waived;
}
