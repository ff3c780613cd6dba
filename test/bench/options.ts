/** What a bench is told on the command line. */
export interface BenchOptions {
  /** What a simulation draws its chance from. */
  readonly seed: number;
  /** How many units report in the period whose cost is counted. */
  readonly units: number;
  /** The figures of an earlier run; null: measured anew. */
  readonly times: unknown;
}
