/** One press when the system was interrupted: so many hours more for every unit that needs them, in one period or several. */
import pMap from 'p-map';
import type { Decision } from '../../filing/decision.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Period } from '../../regime/regime.ts';
import { type DecisionRequest, prepareOwed } from '../decide.ts';
import { announceDecision } from '../decisions/announce-decision.ts';
import { recordOnce } from '../decisions/record-once.ts';
import { Refused } from '../refused.ts';
import type { RegimeVersion } from '../regimes-in-force.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes' | 'logger'>;

export interface ProlongRequest extends Pick<DecisionRequest, 'reason' | 'actor' | 'link' | 'hours'> {
  /** One press: asked for again with the same, nothing is given twice. */
  readonly press: string;
}

/** What became of it, of one unit. */
export interface Prolonged {
  readonly unit: string;
  /** One in each period in which hours were given; empty where it was refused. */
  readonly decisions: readonly Decision[];
  readonly refused: Refused | null;
}

const atOnce = 16;

/**
 * Decides it for each unit and period apart, so that each can be taken back alone; a unit is told of all its periods in one
 * mail. A period that a unit does not owe, or in which it needs no hours, is passed over; where that is so of all of them, the
 * unit is refused in the words of the first.
 */
export async function prolongMany(
  dependencies: Needs,
  { regime, periods }: { readonly regime: RegimeVersion; readonly periods: readonly Period[] },
  request: ProlongRequest,
  units: readonly string[],
): Promise<readonly Prolonged[]> {
  // What is wrong with the request itself is said once, not of each unit.
  if (request.reason.trim() === '') throw new Refused('REASON_MISSING');
  return pMap(new Set(units), (unit) => prolongOne(dependencies, { regime, periods }, request, unit), {
    concurrency: atOnce,
  });
}

async function prolongOne(
  dependencies: Needs,
  { regime, periods }: { readonly regime: RegimeVersion; readonly periods: readonly Period[] },
  request: ProlongRequest,
  unit: string,
): Promise<Prolonged> {
  const decisions: Decision[] = [];
  let refused: Refused | null = null;
  try {
    for (const period of periods) {
      try {
        const asked = { ...request, kind: 'prolong' as const, period: period.id, unit };
        const { decision, filings } = await prepareOwed(dependencies, { regime, period }, asked);
        decisions.push(await recordOnce(dependencies.table, decision, filings));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused ??= error;
      }
    }
    const [first, ...also] = decisions;
    if (!first) return { unit, decisions, refused };
    await announceDecision(dependencies, { regime: regime.id, decision: first, also, recipients: [] });
    return { unit, decisions, refused: null };
  } catch (error) {
    dependencies.logger.error('DECISION_FAILED: hours for one of many units could not be recorded', {
      error,
      unit,
    });
    return { unit, decisions: [], refused: new Refused('FAULT') };
  }
}
