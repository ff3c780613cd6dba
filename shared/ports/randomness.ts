/** Randomness as a dependency: a run that draws it from a seed can be played again. */
import { ulid } from 'ulid';

/** So many bytes that nobody can foresee; drawn from a seed where a run is to be played again. */
export type RandomBytes = (length: number) => Uint8Array;

/** A new ULID of this time (milliseconds since the epoch). */
export function newUlid(randomBytes: RandomBytes, at: number): string {
  return ulid(at, () => (randomBytes(1)[0] ?? 0) / 256);
}
