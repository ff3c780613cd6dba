/**
 * What the office changes in a regime by itself: where a unit is reached, and a report that nobody foresaw. Its order:
 * the change's row → the outbox row → queue. Deliver, which no browser talks to, brings it into force.
 */
import type { Dependencies } from '../ports/dependencies.ts';
import { ulidAfter } from '../ports/randomness.ts';
import { putAmendment, readAmendments } from '../records/amendments.ts';
import { readCurrentRegime } from '../records/regimes.ts';
import { type Amendment, type AmendmentChange, amended, amendmentsInForce } from '../regime/amendment.ts';
import { dayOf } from '../regime/calendar.ts';
import { expectedUnits } from '../regime/duties.ts';
import type { Period, Regime, Unit } from '../regime/regime.ts';
import { printable } from '../vocabulary/visible-text.ts';
import { releaseWithheld } from './chase/bounces.ts';
import { queueAnnouncements } from './chase/remind.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { Refused } from './refused.ts';
import { baseInForce, nextVersion, putInForce } from './regime-versions.ts';

/** A report that is asked for once: of whom, until when, and whether with figures. */
export interface WantedDuty {
  readonly title: string;
  /** The last day, `yyyy-mm-dd`. */
  readonly due: string;
  /** Codes; null: every unit. */
  readonly units: readonly string[] | null;
  /** `text`: a report in words; `figures`: the regime's indicators too. */
  readonly asks: 'text' | 'figures';
}

export type WantedChange =
  | { readonly kind: 'contact'; readonly unit: string; readonly email?: string; readonly phone?: string }
  | ({ readonly kind: 'duty' } & WantedDuty)
  | { readonly kind: 'undo'; readonly undone: string };

interface Signed {
  readonly actor: string;
  readonly link: string;
  readonly reason: string;
}

type Needs = Pick<Dependencies, 'table' | 'outbox' | 'clock' | 'randomBytes'>;

/** Records the change and has it brought into force; said again it is the same. Throws Refused. */
export async function amend(
  dependencies: Needs,
  regime: Regime,
  wanted: WantedChange,
  { reason, ...signed }: Signed & { readonly recipient: string },
): Promise<Amendment> {
  const { table, clock, randomBytes } = dependencies;
  const { recipient, ...by } = signed;
  const all = await readAmendments(table, regime.id);
  const madeAt = clock.now();
  const change = changeOf(regime, all, wanted, madeAt);
  const said = { ...by, reason: printable(reason.trim()) };
  if (said.reason === '') throw new Refused('REASON_MISSING');
  const again = all.findLast((each) => isSame(each, said, change));
  const amendment: Amendment = again ?? {
    ...said,
    // Later than what it was made in view of, whatever two machines' clocks say.
    amendment: ulidAfter(all.at(-1)?.amendment ?? '', randomBytes, Date.parse(madeAt)),
    regime: regime.id,
    madeAt,
    change,
  };
  await putAmendment(table, amendment);
  await enqueueMail(dependencies, {
    kind: 'amendment',
    regime: regime.id,
    amendment: amendment.amendment,
    recipient,
  });
  return amendment;
}

/** Whether the newest of this kind says the very same, so that a second press of the button is no second change. */
function isSame(
  { actor, reason, change: held }: Amendment,
  said: Pick<Signed, 'actor' | 'reason'>,
  change: AmendmentChange,
): boolean {
  if (actor !== said.actor || reason !== said.reason || held.kind !== change.kind) return false;
  const bare = (each: AmendmentChange) =>
    JSON.stringify(each.kind === 'duty' ? { ...each, period: { ...each.period, id: '' } } : each);
  return bare(held) === bare(change);
}

function changeOf(
  regime: Regime,
  all: readonly Amendment[],
  wanted: WantedChange,
  now: string,
): AmendmentChange {
  switch (wanted.kind) {
    case 'contact': {
      const unit = regime.units.find(({ code }) => code === wanted.unit);
      if (!unit) throw new Refused('UNIT_UNKNOWN', { unit: wanted.unit });
      const { email = unit.email, phone = unit.phone } = wanted;
      if (email === unit.email && phone === unit.phone) throw new Refused('CONTACT_UNCHANGED');
      return { kind: 'contact', unit: unit.code, email, ...(phone !== undefined && { phone }) };
    }
    case 'duty':
      return { kind: 'duty', period: periodOf(regime, all, wanted, now) };
    case 'undo': {
      const { undone } = wanted;
      if (!all.some(({ amendment }) => amendment === undone)) throw new Refused('AMENDMENT_UNKNOWN');
      if (!amendmentsInForce(all).some(({ amendment }) => amendment === undone))
        throw new Refused('DECISION_GONE');
      return { kind: 'undo', undone };
    }
  }
}

function periodOf(regime: Regime, all: readonly Amendment[], wanted: WantedDuty, now: string): Period {
  const today = dayOf(now, regime.timeZone);
  const { due, asks } = wanted;
  if (due < today) throw new Refused('DATE_INVALID');
  const unknown = wanted.units?.find((unit) => !regime.units.some(({ code }) => code === unit));
  if (unknown !== undefined) throw new Refused('UNIT_UNKNOWN', { unit: unknown });
  const title = printable(wanted.title.trim());
  if (title === '') throw new Refused('TITLE_MISSING');
  const chosen = regime.units.filter(({ code }) => wanted.units?.includes(code) ?? true);
  const opened = all.filter(({ change }) => change.kind === 'duty').length;
  const year = due.slice(0, 4);
  return {
    id: `DX-${year}-${String(opened + 1).padStart(2, '0')}`,
    title: { vi: title, en: title },
    kind: asks === 'figures' ? 'periodic' : 'review',
    assignedTo: [...new Set(chosen.map(({ kind }) => kind))],
    ...(wanted.units !== null && { units: chosen.map(({ code }) => code) }),
    opens: today,
    ...(asks === 'figures' && {
      window: { from: `${year}-01-01`, to: due },
      cumulativeFrom: `${year}-01-01`,
    }),
    deadline: { rule: 'by', date: due },
    graceDays: 0,
    summary: { workingDaysAfterDue: 1, at: regime.reminders.at },
    aliases: [],
  };
}

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
  /** The change that is taken back; null where it is none. */
  readonly undone: Amendment | null;
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
  const amendment = next.amendments.find((each) => each.amendment === ulid);
  if (!amendment) return null;
  await putInForce(dependencies, base, next);
  const upTo = next.amendments.filter((each) => each.amendment < ulid);
  const concerned = concernedBy(amended(base, upTo), amended(base, [...upTo, amendment]), amendment, upTo);
  const undone = undoneBy(amendment, next.amendments);
  await tell(dependencies, { regime: next.regime, amendment, undone, concerned });
  return { regime: next.regime, amendment, undone, concerned };
}

function undoneBy({ change }: Amendment, all: readonly Amendment[]): Amendment | null {
  return change.kind === 'undo' ? (all.find(({ amendment }) => amendment === change.undone) ?? null) : null;
}

function concernedBy(
  before: Regime,
  after: Regime,
  amendment: Amendment,
  earlier: readonly Amendment[],
): readonly Concerned[] {
  const { change, madeAt } = undoneBy(amendment, earlier) ?? amendment;
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

/** A new duty is announced with its form; of everything else a notice tells, at the address that the unit had. */
async function tell(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  { regime, amendment, concerned }: InForce,
): Promise<void> {
  const { change, madeAt: at } = amendment;
  const period =
    change.kind === 'duty' ? regime.periods.find(({ id }) => id === change.period.id) : undefined;
  if (period) return queueAnnouncements(dependencies, regime, { kind: 'announcement', period, at });
  for (const { unit, before } of concerned) {
    const about = { regime: regime.id, unit: unit.code };
    await enqueueMail(dependencies, {
      ...about,
      kind: 'amendment-notice',
      amendment: amendment.amendment,
      email: before,
    });
    if (before !== unit.email) {
      const id = `invitation/amendment/${amendment.amendment}/${unit.code}`;
      await enqueueMail(dependencies, { ...about, kind: 'invitation' }, id);
      // What waited for an address at which nothing arrives goes to the new one.
      await releaseWithheld(dependencies, before);
    }
  }
}
