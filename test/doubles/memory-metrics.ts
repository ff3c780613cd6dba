import type { Metrics } from '../../shared/ports/metrics.ts';
import type { Measure, Part } from '../../shared/vocabulary/measures.ts';

/** Keeps what was recorded, as lines: `Mails sent 1`. */
export class MemoryMetrics implements Metrics {
  readonly recorded: string[] = [];

  record<Name extends Measure>(name: Name, value: number, ...part: Part<Name>): void {
    this.recorded.push([name, ...part, value].join(' '));
  }
}
