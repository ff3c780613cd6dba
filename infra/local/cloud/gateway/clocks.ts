import type { Clock } from './options.ts';

/** Fifteen minutes: the skew AWS tolerates. */
const TOLERATED_SKEW_MS = 15 * 60 * 1000;

/**
 * Judges a signature's dates by the pipeline's clock and by the real one: workers live in the first, outside clients
 * with today's date in the second, and either is good.
 */
export class SignatureClocks {
  readonly #pipeline: Clock;

  constructor(pipeline: Clock) {
    this.#pipeline = pipeline;
  }

  /** Milliseconds since `signedAt` on the clock it lies nearest to. */
  age(signedAt: number): number {
    return this.#readings()
      .map((now) => now - signedAt)
      .reduce((best, age) => (Math.abs(age) < Math.abs(best) ? age : best));
  }

  /** True where some clock lies within fifteen minutes of the date. */
  near(signedAt: number): boolean {
    return Math.abs(this.age(signedAt)) <= TOLERATED_SKEW_MS;
  }

  /** Age on a clock that lies within the life of what was signed; undefined where none does. */
  ageWithin(signedAt: number, expiresAt: number): number | undefined {
    const ages = this.#readings()
      .filter((now) => now >= signedAt - TOLERATED_SKEW_MS && now <= expiresAt)
      .map((now) => Math.max(0, now - signedAt));
    return ages.length === 0 ? undefined : Math.min(...ages);
  }

  #readings(): number[] {
    return [this.#pipeline.now(), Date.now()];
  }
}

/** `20240319T010000Z` → milliseconds; undefined for anything else. */
export function parseAmzDate(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
