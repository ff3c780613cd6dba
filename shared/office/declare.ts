/** What units declare, and who is told of a decision. Its order: decision row → outbox rows → queue. */
import { createHash } from 'node:crypto';
import { Decision } from '../filing/decision.ts';
import type { Filings } from '../filing/filings.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Table } from '../ports/table.ts';
import { readFilings } from '../records/filings.ts';
import { decisionKey } from '../records/keys.ts';
import { outboxId, putMessage } from '../records/outbox.ts';
import type { Message } from '../records/rows.ts';
import { wakeDeliver } from '../records/wake.ts';

/** What comes from the unit itself. */
export type Declaration = Extract<Decision, { kind: 'nil' | 'extension-request' }>;

/**
 * Records the declaration, and returns the one that holds: said twice with nothing new in between (a button pressed
 * twice, a request sent again), it is the first. Its key is made of what it says and of what it follows, so that of
 * two that come at once only one is written.
 */
export async function declareOnce<T extends Declaration>(table: Table, declaration: T): Promise<T> {
  const newest = newestOf(await readFilings(table, declaration.period, declaration.unit));
  if (newest.decision && isSame(newest.decision, declaration)) return held(declaration, newest.decision);
  const said = JSON.stringify([declaration.kind, untilOf(declaration), declaration.reason, newest.ulid]);
  const fingerprint = createHash('sha256').update(said).digest('hex').slice(0, 32);
  const key = decisionKey(declaration.period, declaration.unit, `${declaration.kind}-${fingerprint}`);
  if (await table.putIfAbsent(key, declaration)) return declaration;
  return held(declaration, Decision.parse(await table.get(key)));
}

interface Happening {
  readonly ulid: string;
  /** Null for a file. */
  readonly decision: Decision | null;
}

/** The last thing that was filed or decided. */
function newestOf({ versions, decisions }: Filings): Happening {
  const all: Happening[] = [
    ...versions.map(({ upload }) => ({ ulid: upload, decision: null })),
    ...decisions.map((decision) => ({ ulid: decision.decision, decision })),
  ];
  return all.reduce((best, each) => (each.ulid > best.ulid ? each : best), { ulid: '', decision: null });
}

function isSame(one: Decision, other: Decision): boolean {
  return one.kind === other.kind && one.reason === other.reason && untilOf(one) === untilOf(other);
}

function untilOf(decision: Decision): string | null {
  return 'until' in decision ? decision.until : null;
}

function held<T extends Declaration>(declaration: T, { decision, decidedAt }: Decision): T {
  return { ...declaration, decision, decidedAt };
}

/**
 * Lets the unit and these recipients of the office know of a recorded decision. Doing it again changes nothing: each
 * mail has its one row. A decision about every unit at once is told to none: reminders do that.
 */
export async function announceDecision(
  { table, outbox }: Pick<Dependencies, 'table' | 'outbox'>,
  about: { readonly regime: string; readonly decision: Decision; readonly recipients: readonly string[] },
  now: string,
): Promise<void> {
  const { regime, recipients } = about;
  const { period, unit, decision, kind } = about.decision;
  if (kind === 'guidance') return;
  for (const recipient of [null, ...recipients]) {
    const message: Message = { kind: 'decision', regime, period, unit, decision, recipient };
    const id = outboxId(message);
    await putMessage(table, id, message, now);
    await wakeDeliver(outbox, id);
  }
}
