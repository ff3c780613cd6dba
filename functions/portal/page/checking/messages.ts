/** What the page and the engine beside it say to each other. */
import type { Reading, Task } from '../../../../shared/reading/model/reading.ts';
import type { Value } from '../../../../shared/vocabulary/figure.ts';

export interface EngineRequest {
  readonly id: number;
  readonly bytes: ArrayBuffer;
  readonly task: Task;
  /** The figures of the report that counts in the period before; empty without one. */
  readonly previous: readonly Value[];
}

export type EngineAnswer =
  | { readonly id: number; readonly reading: Reading }
  /** The engine broke on this file. */
  | { readonly id: number; readonly fault: string };
