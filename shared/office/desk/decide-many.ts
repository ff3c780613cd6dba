/** One decision about many units at once: all that somebody has chosen, and of each what became of it. */
import pMap from 'p-map';
import type { Decision } from '../../filing/decision.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readMessage, toldAllId } from '../../records/outbox.ts';
import { type DecisionRequest, type Prepared, prepareOwed, recordDecision } from '../decide.ts';
import { Refused } from '../refused.ts';
import type { Owed } from '../regimes-in-force.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock' | 'randomBytes' | 'logger'>;

/** What became of a decision about one unit. */
export type Outcome =
  | { readonly unit: string; readonly decision: Decision; readonly refused: null }
  | { readonly unit: string; readonly decision: null; readonly refused: Refused };

/** So many at once: a hundred units are done in a second or two, and no other request waits for a connection. */
const atOnce = 16;

/**
 * Decides the same for each of the units; one that cannot be decided about holds up no other. What concerns every unit
 * (guidance, and taking it back) is recorded once, and these units are told of it; of its taking back also all that were told
 * of what is taken back.
 */
export async function decideMany(
  dependencies: Needs,
  owed: Owed,
  request: Omit<DecisionRequest, 'unit' | 'period'>,
  units: readonly string[],
  forAll: boolean,
): Promise<readonly Outcome[]> {
  const asked = { ...request, period: owed.period.id };
  if (forAll) {
    const prepared = await prepareOwed(dependencies, owed, asked);
    const known = new Set(owed.regime.units.map(({ code }) => code));
    const meant = [...new Set(units)];
    const told = meant.filter((unit) => known.has(unit));
    const heard =
      prepared.decision.kind === 'undo'
        ? await unitsTold(dependencies.table, [...known], prepared.decision.undone)
        : [];
    const recorded = await recordDecision(dependencies, prepared, [...new Set([...told, ...heard])]);
    return meant.map((unit) =>
      known.has(unit)
        ? { unit, decision: recorded, refused: null }
        : { unit, decision: null, refused: new Refused('UNIT_UNKNOWN', { unit }) },
    );
  }
  return pMap(new Set(units), (unit) => decideOne(dependencies, owed, { ...asked, unit }), {
    concurrency: atOnce,
  });
}

/** Those of the units that were told of a decision about all of them: whoever takes it back owes each the news. */
async function unitsTold(
  table: Dependencies['table'],
  units: readonly string[],
  decision: string,
): Promise<readonly string[]> {
  const rows = await pMap(
    units,
    async (unit) => ((await readMessage(table, toldAllId(decision, unit))) ? [unit] : []),
    { concurrency: atOnce },
  );
  return rows.flat();
}

async function decideOne(
  dependencies: Needs,
  owed: Owed,
  request: DecisionRequest & { readonly unit: string },
): Promise<Outcome> {
  const { unit } = request;
  try {
    const prepared: Prepared = await prepareOwed(dependencies, owed, request);
    return { unit, decision: await recordDecision(dependencies, prepared), refused: null };
  } catch (error) {
    if (error instanceof Refused) return { unit, decision: null, refused: error };
    dependencies.logger.error('DECISION_FAILED: a decision about one of many units could not be recorded', {
      error,
      unit,
      period: owed.period.id,
    });
    return { unit, decision: null, refused: new Refused('FAULT') };
  }
}
