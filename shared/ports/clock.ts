/** Milliseconds from some moment on, never back: for how long something takes, whatever the clock is set to. */
export type Stopwatch = () => number;

export interface Clock {
  /** ISO 8601, UTC, milliseconds. */
  now(): string;
}
