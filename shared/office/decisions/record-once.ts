/** How a declaration or a decision gets on record: once, however often it is said. */
import { createHash } from 'node:crypto';
import type { Decision } from '../../filing/decision.ts';
import type { Filings } from '../../filing/filings.ts';
import { takenBack } from '../../filing/in-force.ts';
import type { Table } from '../../ports/table.ts';
import { putDecision } from '../../records/filings.ts';

/**
 * Records the decision, and returns the one that holds: said twice with nothing new in between (a button pressed twice,
 * a request sent again), it is the first. Its key is made of what it says and of what it follows, so that of two that
 * come at once only one is written; of one made by a press of a button it is made of the press, whatever came since.
 * `filings` are those of its unit, as they were read for it;
 * `allow` is asked, and may throw, where it is new.
 */
export async function recordOnce<T extends Decision>(
  table: Table,
  decision: T,
  filings: Filings,
  allow: () => Promise<void> = async () => {},
): Promise<T> {
  const press = pressOf(decision);
  const pressed = byPress(filings, decision.unit, press);
  if (pressed) return held(decision, pressed);
  const newest = newestOf(filings);
  if (newest.decision && saysTheSame(newest.decision, decision)) return held(decision, newest.decision);
  const name = press === null ? nameOf(decision, newest) : `${decision.kind}-${press}`;
  await allow();
  const kept = await putDecision(table, decision, name);
  return kept === decision ? decision : held(decision, kept);
}

/** Made of what it says and of what it follows. */
function nameOf(decision: Decision, newest: Event): string {
  const said = JSON.stringify([decision.kind, untilOf(decision), decision.reason, newest.ulid]);
  const about = isAbout(decision) ? `${said}${sayingOf(decision)}` : said;
  const fingerprint = createHash('sha256').update(about).digest('hex').slice(0, 32);
  return `${decision.kind}-${fingerprint}`;
}

interface Event {
  readonly ulid: string;
  /** Null for a file. */
  readonly decision: Decision | null;
}

/** The last thing that was filed or decided. */
export function newestOf({ versions, decisions }: Filings): Event {
  const all: Event[] = [
    ...versions.map(({ upload }) => ({ ulid: upload, decision: null })),
    ...decisions.map((decision) => ({ ulid: decision.decision, decision })),
  ];
  return all.reduce((best, each) => (each.ulid > best.ulid ? each : best), { ulid: '', decision: null });
}

/**
 * The decision that this press of a button has made of the unit, one that holds before one that was taken back; null where
 * it has made none.
 */
export function byPress(
  { decisions }: Filings,
  unit: Decision['unit'],
  press: string | null | undefined,
): Extract<Decision, { kind: 'prolong' }> | null {
  if (!press) return null;
  const gone = takenBack(decisions);
  const given = decisions.filter((each) => each.kind === 'prolong');
  const made = given.filter((each) => each.unit === unit && each.press === press);
  return made.find(({ decision }) => !gone.has(decision)) ?? made[0] ?? null;
}

function pressOf(decision: Decision): string | null {
  return decision.kind === 'prolong' ? (decision.press ?? null) : null;
}

/** Whether both say the same, whenever and by which link it was said. */
export function saysTheSame(a: Decision, b: Decision): boolean {
  return sayingOf(a) === sayingOf(b);
}

/** All that a decision says, without when it was said, by which link, and what it changed. */
function sayingOf(decision: Decision): string {
  const { decision: _id, decidedAt: _at, link: _link, before: _before, after: _after, ...saying } = decision;
  return JSON.stringify(Object.entries(saying).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether it says more than its kind, day and reason. */
function isAbout(decision: Decision): boolean {
  return 'upload' in decision || 'undone' in decision || 'request' in decision || 'hours' in decision;
}

function untilOf(decision: Decision): string | null {
  return 'until' in decision ? decision.until : null;
}

function held<T extends Decision>(said: T, { decision, decidedAt }: Decision): T {
  return { ...said, decision, decidedAt };
}
