/** What the page and the engine beside it say to each other. */
import type { AnnotatedFile } from '../../../../shared/reading/annotate/annotate.ts';
import type { Reading, Task } from '../../../../shared/reading/model/reading.ts';
import type { Value } from '../../../../shared/vocabulary/figure.ts';

export interface CheckRequest {
  readonly id: number;
  readonly bytes: ArrayBuffer;
  readonly task: Task;
  /** The figures of the report that counts in the period before; empty without one. */
  readonly previous: readonly Value[];
}

/** For the same file with every finding noted in its place. */
export interface CopyRequest {
  readonly id: number;
  readonly bytes: ArrayBuffer;
  readonly fileName: string;
  readonly read: Pick<Reading, 'format' | 'findings'>;
}

export type EngineRequest = CheckRequest | CopyRequest;

export type EngineAnswer =
  | { readonly id: number; readonly reading: Reading }
  /** Null where this file cannot be written upon. */
  | { readonly id: number; readonly copy: AnnotatedFile | null }
  /** The engine broke on this file. */
  | { readonly id: number; readonly fault: string };
