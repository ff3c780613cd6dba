/**
 * How long a retry waits here (seconds), given what it waits once deployed. Only the waiting is shortened: what is
 * tried again, how often, and where it ends afterwards is the same.
 */
export type RetryTiming = (deployedSeconds: number) => number;

/** @param longest seconds; no retry waits longer than this */
export function atMost(longest: number): RetryTiming {
  return (deployedSeconds) => Math.min(deployedSeconds, longest);
}
