/** Randomness as a dependency: a run that draws it from a seed can be played again. */
import { decodeTime, ulid } from 'ulid';

/** So many bytes that nobody can foresee; drawn from a seed where a run is to be played again. */
export type RandomBytes = (length: number) => Uint8Array;

/** A new ULID of this time (milliseconds since the epoch). */
export function newUlid(randomBytes: RandomBytes, at: number): string {
  return ulid(at, () => (randomBytes(1)[0] ?? 0) / 256);
}

/**
 * The same, but greater than `before` (a ULID, or empty): within one millisecond ULIDs stand in any order, and two
 * machines' clocks differ, yet what answers something must stand after it.
 */
export function ulidAfter(before: string, randomBytes: RandomBytes, at: number): string {
  const id = newUlid(randomBytes, at);
  return id > before ? id : newUlid(randomBytes, decodeTime(before) + 1);
}
