/** One decision about many units in several periods at one press: hours for whom an interruption held up, reminders held back. */
import pMap from 'p-map';
import { holdOf } from '../../filing/counting.ts';
import type { Decision } from '../../filing/decision.ts';
import { isOwing } from '../../filing/owing.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readOwnDecisions } from '../../records/filings.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { dayOf } from '../../regime/calendar.ts';
import type { Period } from '../../regime/regime.ts';
import { type DecisionRequest, type Prepared, prepareOwed } from '../decide.ts';
import { announceDecision } from '../decisions/announce-decision.ts';
import { recordOnce } from '../decisions/record-once.ts';
import { Refused } from '../refused.ts';
import type { RegimeVersion } from '../regimes-in-force.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes' | 'logger'>;

type Request = Omit<DecisionRequest, 'unit' | 'period'>;

/** What became of it, of one unit. */
export interface InPeriods {
  readonly unit: string;
  /** One in each period about which it was decided; empty where it was refused. */
  readonly decisions: readonly Decision[];
  readonly refused: Refused | null;
}

interface Made {
  readonly decision: Decision;
  readonly isNew: boolean;
}

const atOnce = 16;

/**
 * Decides it for each unit and period apart, so that each can be taken back alone; a unit is told of all its periods in one
 * mail. A period in which it makes no sense, since the unit does not owe it or needs no hours, is passed over; where that is so of
 * all of them, the unit is refused in the words of the first. Behind the first, reminders are held back only where that makes a
 * difference: an earlier decision that holds them back as long stands.
 */
export async function decideInPeriods(
  dependencies: Needs,
  { regime, periods }: { readonly regime: RegimeVersion; readonly periods: readonly Period[] },
  request: Request,
  units: readonly string[],
): Promise<readonly InPeriods[]> {
  // What is wrong with the request itself is said once, not of each unit.
  if (request.reason.trim() === '') throw new Refused('REASON_MISSING');
  return pMap(new Set(units), (unit) => decideOne(dependencies, { regime, periods }, request, unit), {
    concurrency: atOnce,
  });
}

async function decideOne(
  dependencies: Needs,
  { regime, periods }: { readonly regime: RegimeVersion; readonly periods: readonly Period[] },
  request: Request,
  unit: string,
): Promise<InPeriods> {
  const made: Made[] = [];
  let refused: Refused | null = null;
  let fault: unknown = null;
  try {
    for (const period of periods) {
      try {
        const asked = { ...request, period: period.id, unit };
        const prepared = await prepareOwed(dependencies, { regime, period }, asked);
        if (period !== periods[0] && isHeldWithout(prepared, regime.timeZone)) continue;
        const decision = await recordOnce(dependencies.table, prepared.decision, prepared.filings);
        made.push({ decision, isNew: !isOnRecord(prepared) });
      } catch (error) {
        if (error instanceof Refused) refused ??= error;
        else fault = error;
      }
      if (fault !== null) break;
    }
    // What is on record is told though a period behind it failed: asked for again in other words, it would be refused.
    await announceMade(dependencies, regime, made);
    if (fault !== null) throw fault;
    return {
      unit,
      decisions: made.map(({ decision }) => decision),
      refused: made.length > 0 ? null : refused,
    };
  } catch (error) {
    dependencies.logger.error('DECISION_FAILED: a decision about one of many units could not be recorded', {
      error,
      unit,
    });
    return { unit, decisions: [], refused: new Refused('FAULT') };
  }
}

/** In one mail what is new; what was on record before in its own, unless it was told. */
async function announceMade(
  dependencies: Needs,
  regime: RegimeVersion,
  made: readonly Made[],
): Promise<void> {
  for (const isNew of [false, true]) {
    const all = made.flatMap((each) => (each.isNew === isNew ? each.decision : []));
    const [decision, ...also] = isNew ? all : await untoldAmong(dependencies.table, regime, all);
    if (decision) await announceDecision(dependencies, { regime: regime.id, decision, also, recipients: [] });
  }
}

/**
 * Those that have no mail of their own and are in no other's, though that other may have been taken back since, and be of a
 * period that nobody asks about now.
 */
async function untoldAmong(
  table: Needs['table'],
  { id: regime, periods }: RegimeVersion,
  all: readonly Decision[],
): Promise<readonly Decision[]> {
  const told = new Set<string>();
  const look = async ({ decision, unit }: Pick<Decision, 'decision' | 'unit'>, period: string) => {
    if (told.has(decision)) return;
    const mail = { kind: 'decision', regime, period, unit, decision, recipient: null } as const;
    const message = (await readMessage(table, outboxId(mail)))?.message;
    if (message?.kind !== 'decision') return;
    for (const each of [message, ...(message.also ?? [])]) told.add(each.decision);
  };
  const untold = () => all.filter(({ decision }) => !told.has(decision));
  // Nearly always the mail of the first tells all.
  for (const each of all) await look(each, each.period);
  for (const { unit } of untold().slice(0, 1)) {
    for (const { id } of periods) {
      for (const decision of await readOwnDecisions(table, id, unit)) await look(decision, id);
    }
  }
  return untold();
}

/** Whether it holds back, anew, reminders that would not come in that time anyway. */
function isHeldWithout({ decision, filings }: Prepared, timeZone: string): boolean {
  const { kind, unit, decidedAt, before } = decision;
  if (kind !== 'hold-reminders' || isOnRecord({ decision, filings })) return false;
  const hold = holdOf(filings, unit, dayOf(decidedAt, timeZone));
  return (before && !isOwing(before.status)) || (hold !== null && hold.until >= decision.until);
}

function isOnRecord({ decision, filings }: Prepared): boolean {
  return filings.decisions.some((each) => each.decision === decision.decision);
}
