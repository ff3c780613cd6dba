import { isActive } from '../../vocabulary/active-content.ts';
import type { Skipped, Source } from '../model/document.ts';

/** Beyond this many entries the places are dropped and only the counts go on, so that a list stays a list. */
const MAX_PLACES = 500;

/** Collects what a reader leaves out; the same thing, reason and place make one entry with a count. */
export class SkippedLog {
  readonly #entries = new Map<string, { entry: Skipped; count: number }>();
  readonly #reasons = new Set<string>();

  /** @param text the letters left out, where they tell the unit which are meant */
  add(what: Skipped['what'], why: string, where: Source | null, count = 1, text?: string): void {
    this.#reasons.add(why);
    const place = this.#entries.size < MAX_PLACES ? where : null;
    const key = JSON.stringify([what, why, place, isActive(why) ? text : null]);
    const known = this.#entries.get(key);
    if (known) known.count += count;
    else this.#entries.set(key, { entry: { what, why, where: place, ...(text && { text }) }, count });
  }

  has(why: string): boolean {
    return this.#reasons.has(why);
  }

  list(): Skipped[] {
    return [...this.#entries.values()].map(({ entry, count }) => (count === 1 ? entry : { ...entry, count }));
  }
}
