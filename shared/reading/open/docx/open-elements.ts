import type { Skipped } from '../../model/document.ts';

export type Reason = Pick<Skipped, 'what' | 'why'>;

/** An element that is open, and what ends with it. */
interface OpenElement {
  readonly name: string;
  silences: number;
  readonly close: (() => void) | null;
}

/** The elements around the place that is read, and why the text within them is not part of the final text. */
export class OpenElements {
  readonly #elements: OpenElement[] = [];
  /** The innermost reason last. */
  readonly #silenced: Reason[] = [];

  get isEmpty(): boolean {
    return this.#elements.length === 0;
  }

  /** The innermost one; '' outside of all. */
  get parent(): string {
    return this.#elements.at(-1)?.name ?? '';
  }

  /** What holds the properties (`rPr`, `pPr`) in which an element was just opened. */
  get holder(): string | undefined {
    return this.#elements.at(-3)?.name;
  }

  /** Why the text that comes now is not part of the final text; undefined where it is. */
  get silencedBy(): Reason | undefined {
    return this.#silenced.at(-1);
  }

  open(name: string, close: (() => void) | null): void {
    this.#elements.push({ name, silences: 0, close });
  }

  /** @returns whether one was open */
  close(): boolean {
    const element = this.#elements.pop();
    if (!element) return false;
    element.close?.();
    this.#silenced.length -= element.silences;
    return true;
  }

  /** Silences the innermost one of this name until it ends. */
  silence(name: string, reason: Reason): void {
    const element = this.#elements.findLast((open) => open.name === name);
    if (!element) return;
    element.silences++;
    this.#silenced.push(reason);
  }
}
