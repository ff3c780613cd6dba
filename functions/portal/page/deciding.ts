/** Deciding about one unit or a thousand: in batches, some side by side, and of each unit what became of it. */
import type { Decided, DecideRequest } from '../contract/desk.ts';
import { ApiRefused } from './api.ts';

type Outcome = Decided['outcomes'][number];

/** What is decided, but for the units. */
export type Choice = Omit<DecideRequest, 'units'>;

export interface Result {
  /** Codes of the units about which it is on record. */
  readonly decided: readonly string[];
  readonly refused: readonly { readonly unit: string; readonly message: string }[];
  /** Of whom no answer came: it may be on record or not, and asking again decides nothing twice. */
  readonly unknown: readonly string[];
}

/** As many as the contract takes at once. */
export const batchSize = 100;
/** A thousand units are ten requests; more at once would only wait for each other in the portal. */
const sideBySide = 4;

/**
 * Throws the first ApiRefused by which nothing was decided at all (a code is needed, the reason is missing); an outage in
 * between ends in `unknown`.
 */
export async function decideAll(
  decide: (request: DecideRequest) => Promise<Decided>,
  choice: Choice,
  units: readonly string[],
  progress: (done: number) => void,
): Promise<Result> {
  const batches = Array.from({ length: Math.ceil(units.length / batchSize) }, (_, n) =>
    units.slice(n * batchSize, (n + 1) * batchSize),
  );
  const outcomes: Outcome[] = [];
  const unknown: string[] = [];
  let done = 0;
  const run = async (batch: readonly string[]) => {
    try {
      outcomes.push(...(await decide({ ...choice, units: [...batch] })).outcomes);
    } catch (error) {
      if (error instanceof ApiRefused && error.outcome === 'reject') throw error;
      unknown.push(...batch);
    }
    done += batch.length;
    progress(done);
  };
  // The first alone: what is refused as a whole is refused once.
  const [first, ...rest] = batches;
  if (first) await run(first);
  const lanes = Array.from({ length: sideBySide }, async () => {
    for (let batch = rest.shift(); batch; batch = rest.shift()) await run(batch);
  });
  await Promise.all(lanes);
  return {
    decided: outcomes.filter(({ refused }) => refused === null).map(({ unit }) => unit),
    refused: outcomes.flatMap(({ unit, refused }) => (refused ? [{ unit, message: refused.message }] : [])),
    unknown,
  };
}
