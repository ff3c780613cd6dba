/** What the office changed comes into force, and whoever it concerns is told. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readCurrentRegime } from '../../records/regimes.ts';
import { type Amendment, amended, rootOf, takenBackIn } from '../../regime/amendment.ts';
import { atHour, dayOf } from '../../regime/calendar.ts';
import { expectedUnits } from '../../regime/duties.ts';
import { openingMailDay } from '../../regime/ladder.ts';
import type { Period, Regime, Unit } from '../../regime/regime.ts';
import { queueAnnouncements } from '../chase/announce.ts';
import { releaseWithheld } from '../chase/bounces.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { linksOf, revokeLinks } from '../links/revoke.ts';
import { baseInForce, nextVersion, putInForce } from './regime-versions.ts';

/** Whom of the units a change concerns, and where each was reached before it. */
export interface Concerned {
  readonly unit: Unit;
  /** Where it was reached before; the same where that did not change. */
  readonly before: string;
}

/** What came of a change. */
export interface InForce {
  readonly regime: Regime;
  readonly amendment: Amendment;
  /** What it takes back, or restores by taking back what took it back; null of a change of its own. */
  readonly root: Amendment | null;
  readonly concerned: readonly Concerned[];
}

/**
 * Brings a recorded change into force, and lets whoever it concerns know; doing it again changes nothing and mails
 * nobody twice. Null where there is no such change. Throws AppliedMeanwhile.
 */
export async function bringIntoForce(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>,
  { regime: id, amendment: ulid }: { readonly regime: string; readonly amendment: string },
): Promise<InForce | null> {
  const current = await readCurrentRegime(dependencies.table, id);
  if (!current) return null;
  const base = await baseInForce(dependencies, current);
  const next = await nextVersion(dependencies, base);
  const found = changeIn(base, next.amendments, ulid);
  if (!found) return null;
  await putInForce(dependencies, base, next);
  const done = { ...found, regime: next.regime };
  await tell(dependencies, done, next.amendments);
  return done;
}

/** What a change is and whom it concerns, as the regime stood when it was made. */
export function changeIn(
  base: Regime,
  all: readonly Amendment[],
  ulid: string,
): Omit<InForce, 'regime'> | null {
  const at = all.findIndex(({ amendment }) => amendment === ulid);
  const amendment = all[at];
  if (!amendment) return null;
  const [before, after] = [amended(base, all.slice(0, at)), amended(base, all.slice(0, at + 1))];
  const root = rootOf(amendment, all);
  return { amendment, root: root === amendment ? null : root, concerned: concernedBy(before, after, root) };
}

function concernedBy(before: Regime, after: Regime, { change, madeAt }: Amendment): readonly Concerned[] {
  if (change.kind === 'undo') return [];
  const unitsNow = new Map(after.units.map((unit) => [unit.code, unit]));
  const unitsThen = new Map(before.units.map((unit) => [unit.code, unit]));
  const codes =
    change.kind === 'contact'
      ? [change.unit]
      : expectedUnits(after, change.period, dayOf(madeAt, after.timeZone)).map(({ code }) => code);
  return codes.flatMap((code) => {
    const [unit, was] = [unitsNow.get(code), unitsThen.get(code)];
    return unit && was ? [{ unit, before: was.email }] : [];
  });
}

/** A duty is announced with its form; of everything else a notice tells, at the address that the unit had. */
async function tell(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  { regime, amendment, root, concerned }: InForce,
  all: readonly Amendment[],
): Promise<void> {
  // Taken back before its turn came: what took it back tells what holds.
  if (takenBackIn(all).has(amendment.amendment)) return;
  const { change } = root ?? amendment;
  const about = { regime: regime.id, amendment: amendment.amendment };
  if (change.kind === 'duty') {
    const period = regime.periods.find(({ id }) => id === change.period.id);
    if (period) {
      const at = announcedAt(regime, period, amendment.madeAt);
      return queueAnnouncements(dependencies, regime, { kind: 'announcement', period, at });
    }
  }
  for (const { unit, before } of concerned) {
    await enqueueMail(dependencies, { ...about, kind: 'amendment-notice', unit: unit.code });
    if (before === unit.email) continue;
    // Whoever reads the old address may no longer speak for the unit.
    const links = await linksOf(dependencies, unit.code, regime.id);
    await revokeLinks(
      dependencies,
      links.filter(({ issuedAt }) => Date.parse(issuedAt) < Date.parse(amendment.madeAt)),
    );
    const id = `invitation/amendment/${amendment.amendment}/${unit.code}`;
    await enqueueMail(dependencies, { kind: 'invitation', regime: regime.id, unit: unit.code }, id);
    // What waited for an address at which nothing arrives goes to the new one.
    await releaseWithheld(dependencies, before);
  }
}

/** The hour at which the schedule would tell of the opening, where it still will: so that it is told once. */
function announcedAt(regime: Regime, period: Period, madeAt: string): string {
  const day = openingMailDay(regime, period);
  const scheduled = day && atHour(day, regime.reminders.at, regime.timeZone);
  return scheduled && Date.parse(scheduled) > Date.parse(madeAt) ? scheduled : madeAt;
}
