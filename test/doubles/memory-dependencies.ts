import type { TakesIn } from '../../shared/office/take-in/take-in.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Dependencies } from '../../shared/ports/dependencies.ts';
import type { RandomBytes } from '../../shared/ports/randomness.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import { MemoryMailer } from './memory-mailer.ts';
import { MemoryMetrics } from './memory-metrics.ts';
import { MemoryQueue } from './memory-queue.ts';
import { MemoryStore } from './memory-store.ts';
import { MemoryTable } from './memory-table.ts';

/** What one world may begin with of another: its rows, its objects, and what waits in its queues. */
export interface Begun {
  readonly table: MemoryTable;
  readonly store: MemoryStore;
  readonly outbox: MemoryQueue;
  readonly codes: MemoryQueue;
  readonly arrivals: MemoryQueue;
}

/** The whole world in one process, with nothing of the machine in it. */
export function memoryDependencies(clock: Clock, randomBytes: RandomBytes, before?: Begun) {
  const store = new MemoryStore(clock, before?.store);
  return {
    table: new MemoryTable(before?.table),
    ...{ store, signer: store },
    outbox: new MemoryQueue(before?.outbox),
    codes: new MemoryQueue(before?.codes),
    arrivals: new MemoryQueue(before?.arrivals),
    mailer: new MemoryMailer(clock),
    ...{ clock, randomBytes },
    reader: { read: readReport },
    metrics: new MemoryMetrics(),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    portalUrl: 'https://portal.example',
  } satisfies Dependencies & Pick<TakesIn, 'reader'>;
}
