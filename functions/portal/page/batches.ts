/** Many units: in batches as large as the contract takes, some side by side. */
import { mostUnits } from '../../../shared/vocabulary/most-units.ts';

/** A thousand units are ten requests; more at once would only wait for each other in the portal. */
const sideBySide = 4;

/**
 * Runs each batch once, the first alone: what is refused as a whole is refused once. No batch begins after one has
 * thrown, which is thrown on, nor once `isOver`. Returns whom no batch was run for.
 */
export async function inBatches<T>(
  all: readonly T[],
  run: (batch: readonly T[]) => Promise<void>,
  {
    size = mostUnits,
    isOver = () => false,
  }: { readonly size?: number; readonly isOver?: () => boolean } = {},
): Promise<readonly T[]> {
  const waiting = Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  );
  const first = waiting.shift();
  if (first) await run(first);
  let failed = false;
  const lanes = Array.from({ length: sideBySide }, async () => {
    while (!failed && !isOver()) {
      const batch = waiting.shift();
      if (!batch) return;
      try {
        await run(batch);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  });
  await Promise.all(lanes);
  return waiting.flat();
}
