import type { ClockCell } from './clock-cell.ts';

/** What a worker is born with. */
export interface WorkerBirth {
  /** Absolute folder of the bundle. */
  readonly folder: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly clock: ClockCell;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
  /** Whether each invocation says what its randomness is drawn from. */
  readonly seeded: boolean;
}

/** Parent → worker. */
export interface Invocation {
  readonly requestId: string;
  /** JSON, as Lambda passes it. */
  readonly event: string;
  /** Milliseconds of wall time until the function is stopped. */
  readonly timeoutMilliseconds: number;
  /** What its randomness is drawn from; absent where it is the machine's. */
  readonly randomness?: string;
}

/** Worker → parent. */
export type WorkerReport =
  | { readonly kind: 'ready' }
  /** `value` is JSON; undefined where the handler answered nothing. */
  | (Done & { readonly kind: 'answer'; readonly value: string | undefined })
  | (Done & { readonly kind: 'failure'; readonly error: ThrownError });

interface Done {
  readonly requestId: string;
  /** Milliseconds of the processor that its thread took, without threads it started itself. */
  readonly processor: number;
}

/** An error as Lambda reports it. */
export interface ThrownError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: string;
}
