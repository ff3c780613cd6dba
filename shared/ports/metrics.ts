import type { Measure, Part } from '../vocabulary/measures.ts';

/** What the system measures of itself. Nothing counts by it: a measurement may be lost, and come twice. */
export interface Metrics {
  record<Name extends Measure>(name: Name, value: number, ...part: Part<Name>): void;
}
