import { UnreadableFile } from './unreadable-file.ts';

/** Steps between two looks at the clock, where steps are short. */
const STEPS = 500;

/**
 * The time that one reading may take, as the last net behind the limits on what a file holds. Readers ask it wherever
 * they go on to the next piece, page, row or step, so that whoever hands one in gets an answer not much later.
 */
export class Budget {
  readonly #now: () => number;
  readonly #until: number;
  readonly #seconds: number;
  #steps = 0;

  /** @param now a clock that only goes forward, in milliseconds: `shared/` has none of its own */
  constructor({ now, seconds }: { readonly now: () => number; readonly seconds: number }) {
    this.#now = now;
    this.#seconds = seconds;
    this.#until = now() + seconds * 1000;
  }

  /** For whoever has time, or ends a reading by other means. */
  static unlimited(): Budget {
    return new Budget({ now: () => 0, seconds: 1 });
  }

  /** @throws UnreadableFile TOO_MUCH_TO_READ once the time is over */
  ask(): void {
    if (this.#now() <= this.#until) return;
    throw tooMuch(`not read within ${this.#seconds} s`, `> ${this.#seconds} s`);
  }

  /** As `ask`, where so little happens in between that looking at the clock would cost more. */
  step(): void {
    this.#steps += 1;
    if (this.#steps % STEPS === 0) this.ask();
  }
}

/** @param seen what was too much, in signs and words that people know */
export function tooMuch(detail: string, seen: string): UnreadableFile {
  return new UnreadableFile('TOO_MUCH_TO_READ', detail, { seen });
}
