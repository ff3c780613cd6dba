/** A change of one place that takes out what is promised, and the tests of which one must fail then. */
export interface Change {
  readonly what: string;
  /** From the repository's root. */
  readonly tests: readonly string[];
  /** The whole name of the test that must fail, without the names around it; any of `tests` where it is left out. */
  readonly named?: string;
  readonly source: string;
  /** Stands once in the source. */
  readonly from: string;
  readonly to: string;
}
