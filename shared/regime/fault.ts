/** Something wrong in a regime. */
export interface Fault {
  /** From the regime on, such as `['periods', 2, 'window', 'to']`. */
  readonly path: readonly (string | number)[];
  /** What was found there, and what is right. */
  readonly message: string;
}
