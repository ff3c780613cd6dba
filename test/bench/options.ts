/** What a bench is told on the command line. */
export interface BenchOptions {
  /** What a simulation draws its chance from. */
  readonly seed: number;
  /** The figures of an earlier run; null: measured anew. */
  readonly times: unknown;
}
