/** The machine's own clock and randomness: the only place in shared/ that has either. */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { RandomBytes } from './randomness.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export const systemRandomness: RandomBytes = (length) => randomBytes(length);
