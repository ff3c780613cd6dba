/** What goes between ingest and the thread that reads for it. */
import type { Reading, Task } from '../../shared/reading/model/reading.ts';

export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly task: Task;
  /** Within which the engine is to end by itself. */
  readonly seconds: number;
}

/** The first one says that the thread is ready; its time begins with a file. */
export type ReadingReport = 'ready' | { readonly reading: Reading } | { readonly failure: string };
