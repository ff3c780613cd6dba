/** The checker as a browser runs it: the engine in a worker, asked for with the first file. */
import type { Value } from '../../../../shared/vocabulary/figure.ts';
import type { DutyTask } from '../../contract/task.ts';
import { type Checker, createChecker, type EngineWorker } from './checker.ts';

/**
 * @param ask for the task of the duty; asked again after a failure
 * @param previous the figures of the report that counts in the period before
 */
export function openChecker(ask: () => Promise<DutyTask>, previous: readonly Value[]): Checker {
  let known: Promise<DutyTask> | null = null;
  return createChecker({
    spawn: (): EngineWorker => {
      // Beside this very chunk, so that page and engine are always of one build.
      const worker = new Worker(new URL('./engine.js', import.meta.url), { type: 'module' });
      const engine: EngineWorker = {
        postMessage: (request, transfer) => worker.postMessage(request, [...transfer]),
        terminate: () => worker.terminate(),
        onmessage: null,
        onerror: null,
      };
      worker.onmessage = (event) => engine.onmessage?.(event);
      worker.onerror = () => engine.onerror?.();
      return engine;
    },
    duty: async () => {
      known ??= ask();
      try {
        return { task: await known, previous };
      } catch (error) {
        known = null;
        throw error;
      }
    },
    later(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
}
