import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import type { Mailer } from './mailer.ts';
import type { Metrics } from './metrics.ts';
import type { Queue } from './queue.ts';
import type { RandomBytes } from './randomness.ts';
import type { Signer } from './signer.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

/** All that code outside the pure rooms depends on; each function picks what it needs. */
export interface Dependencies {
  readonly table: Table;
  readonly store: Store;
  readonly signer: Signer;
  /** Wakes deliver for a row of the outbox. */
  readonly outbox: Queue;
  /** Wakes deliver for a code that somebody of the office waits for. */
  readonly codes: Queue;
  /** Wakes ingest for a file that has come. */
  readonly arrivals: Queue;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The portal's address, without a slash at its end. */
  readonly portalUrl: string;
}
