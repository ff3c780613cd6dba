/**
 * What the office changes in a regime by itself: where a unit is reached, and a report that nobody foresaw. Its order:
 * the change's row → the outbox row → queue. Deliver, which no browser talks to, brings it into force.
 */
import type { Dependencies } from '../../ports/dependencies.ts';
import { ulidAfter } from '../../ports/randomness.ts';
import { contestedNames } from '../../reading/understand/names/contested-names.ts';
import { putAmendment, readAmendments } from '../../records/amendments.ts';
import { readPeriodOwner } from '../../records/regimes.ts';
import {
  type Amendment,
  type AmendmentChange,
  amended,
  rootOf,
  takenBackIn,
} from '../../regime/amendment.ts';
import { dayOf } from '../../regime/calendar.ts';
import { languageOf } from '../../regime/language.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { say } from '../../vocabulary/text.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { refuseAstray } from '../refuse-astray.ts';
import { Refused } from '../refused.ts';
import { AppliedMeanwhile } from './regime-versions.ts';

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

/** So many others may come before it while it is being written down. */
const mostAttempts = 20;

/** Records the change and has it brought into force; said again it is the same. Throws Refused. */
export async function amend(
  dependencies: Needs,
  regime: Regime,
  wanted: WantedChange,
  { recipient, ...signed }: Signed & { readonly recipient: string },
): Promise<Amendment> {
  const said = { ...signed, reason: printable(signed.reason.trim()) };
  if (said.reason === '') throw new Refused('REASON_MISSING');
  const made = await writeDown(dependencies, regime, wanted, said);
  await enqueueMail(dependencies, {
    kind: 'amendment',
    regime: regime.id,
    amendment: made.amendment,
    recipient,
  });
  return made;
}

/** Behind all that it was made in view of: two at once are one after the other, and the same twice is one. */
async function writeDown(
  { table, clock, randomBytes }: Needs,
  regime: Regime,
  wanted: WantedChange,
  said: Signed,
): Promise<Amendment> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const all = await readAmendments(table, regime.id);
    const newest = all.at(-1);
    const madeAt = clock.now();
    if (newest && isSame(newest, said, wanted, amended(regime, all))) return newest;
    const made: Amendment = {
      ...said,
      // Later than what it was made in view of, whatever two machines' clocks say.
      amendment: ulidAfter(newest?.amendment ?? '', randomBytes, Date.parse(madeAt)),
      regime: regime.id,
      madeAt,
      change: await changeOf(table, regime, all, wanted, madeAt),
    };
    refuseContested(regime, [...all, made]);
    if (await putAmendment(table, made, all.length)) return made;
  }
  throw new AppliedMeanwhile(regime.id);
}

/**
 * One that does not fit would keep every later version from coming into force; a report named like another would be taken
 * for it. Throws Refused.
 */
function refuseContested(regime: Regime, all: readonly Amendment[]): void {
  const [made] = all.slice(-1);
  if (!made) return;
  // What others changed may not be in force yet, and is only moments away.
  const known = new Set(contestedNames(amended(regime, all.slice(0, -1))).map(({ message }) => message));
  const [fault] = contestedNames(amended(regime, all)).filter(({ message }) => !known.has(message));
  const { change } = rootOf(made, all);
  if (fault && change.kind === 'duty')
    throw new Refused('TITLE_TAKEN', { title: say(change.period.title, languageOf(regime)) });
}

/**
 * Whether the newest says the very same, so that a second press of the button is no second change; `after`: the regime with
 * it, since of a contact it says no more than what differed.
 */
function isSame(
  held: Amendment,
  said: Pick<Signed, 'actor' | 'reason'>,
  wanted: WantedChange,
  after: Regime,
): boolean {
  if (held.actor !== said.actor || held.reason !== said.reason) return false;
  const { change } = held;
  switch (wanted.kind) {
    case 'undo':
      return change.kind === 'undo' && change.undone === wanted.undone;
    case 'contact': {
      if (change.kind !== 'contact' || change.unit !== wanted.unit) return false;
      const { email, phone } = wanted;
      const unit = after.units.find(({ code }) => code === wanted.unit);
      return (email ?? unit?.email) === unit?.email && (phone ?? unit?.phone ?? '') === (unit?.phone ?? '');
    }
    case 'duty': {
      if (change.kind !== 'duty') return false;
      const { title, deadline, units = null, kind } = change.period;
      return (
        title.vi === titleOf(wanted) &&
        deadline.rule === 'by' &&
        deadline.date === wanted.due &&
        kind === kindOf(wanted) &&
        units?.toSorted().join() === wanted.units?.toSorted().join()
      );
    }
  }
}

function titleOf({ title }: WantedDuty): string {
  return printable(title.trim());
}

function kindOf({ asks }: WantedDuty): Period['kind'] {
  return asks === 'figures' ? 'periodic' : 'review';
}

async function changeOf(
  table: Needs['table'],
  regime: Regime,
  all: readonly Amendment[],
  wanted: WantedChange,
  now: string,
): Promise<AmendmentChange> {
  switch (wanted.kind) {
    case 'contact': {
      const unit = regime.units.find(({ code }) => code === wanted.unit);
      if (!unit) throw new Refused('UNIT_UNKNOWN', { unit: wanted.unit });
      // Only what differs: the rest stays the regime's to say.
      const differs = {
        ...(wanted.email !== undefined && wanted.email !== unit.email && { email: wanted.email }),
        ...(wanted.phone !== undefined && wanted.phone !== (unit.phone ?? '') && { phone: wanted.phone }),
      };
      if (Object.keys(differs).length === 0) throw new Refused('CONTACT_UNCHANGED');
      return { kind: 'contact', unit: unit.code, ...differs };
    }
    case 'duty':
      return { kind: 'duty', period: await periodOf(table, regime, all, wanted, now) };
    case 'undo': {
      const { undone } = wanted;
      if (!all.some(({ amendment }) => amendment === undone)) throw new Refused('AMENDMENT_UNKNOWN');
      if (takenBackIn(all).has(undone)) throw new Refused('DECISION_GONE');
      return { kind: 'undo', undone };
    }
  }
}

async function periodOf(
  table: Needs['table'],
  regime: Regime,
  all: readonly Amendment[],
  wanted: WantedDuty,
  now: string,
): Promise<Period> {
  const today = dayOf(now, regime.timeZone);
  const { due } = wanted;
  if (due < today) throw new Refused('DATE_INVALID');
  refuseAstray(regime, due);
  const unknown = wanted.units?.find((unit) => !regime.units.some(({ code }) => code === unit));
  if (unknown !== undefined) throw new Refused('UNIT_UNKNOWN', { unit: unknown });
  const title = titleOf(wanted);
  if (title === '') throw new Refused('TITLE_MISSING');
  const chosen = regime.units.filter(({ code }) => wanted.units?.includes(code) ?? true);
  const year = due.slice(0, 4);
  return {
    id: await freeId(table, regime, all, `DX-${year}-`),
    title: { vi: title, en: title },
    kind: kindOf(wanted),
    assignedTo: [...new Set(chosen.map(({ kind }) => kind))],
    ...(wanted.units !== null && { units: chosen.map(({ code }) => code) }),
    opens: today,
    ...(wanted.asks === 'figures' && {
      window: { from: `${year}-01-01`, to: due },
      cumulativeFrom: `${year}-01-01`,
    }),
    deadline: { rule: 'by', date: due },
    graceDays: 0,
    summary: { workingDaysAfterDue: 1, at: regime.reminders.at },
    // Whoever let the regime's own reports go upward by themselves did not speak of this one.
    upward: 'by-hand',
    aliases: [],
  };
}

/** The first number that neither this regime nor another has. */
async function freeId(
  table: Needs['table'],
  { periods }: Regime,
  all: readonly Amendment[],
  beginning: string,
): Promise<string> {
  const opened = all.flatMap(({ change }) => (change.kind === 'duty' ? [change.period] : []));
  const known = new Set([...periods, ...opened].map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = beginning + String(n).padStart(2, '0');
    if (!known.has(id) && (await readPeriodOwner(table, id)) === null) return id;
  }
}
