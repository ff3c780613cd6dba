/**
 * Follows the marks of complex fields: what stands between `begin` and `separate` is an instruction, what stands
 * between `separate` and `end` is what people see.
 */
export class FieldCodes {
  readonly #open: ('code' | 'result')[] = [];

  /** True while what comes is an instruction. */
  get inCode(): boolean {
    return this.#open.includes('code');
  }

  /** @returns whether a field ends here of which nothing is shown */
  mark(type: string | undefined): boolean {
    if (type === 'begin') this.#open.push('code');
    else if (type === 'separate' && this.#open.length > 0) this.#open[this.#open.length - 1] = 'result';
    else if (type === 'end') return this.#open.pop() === 'code';
    return false;
  }

  /** What is shown of the open field stands in its instruction. */
  show(): void {
    if (this.#open.length > 0) this.#open[this.#open.length - 1] = 'result';
  }

  /** A field left open by a broken file must not swallow the rest of the document. */
  endParagraph(): void {
    while (this.inCode) this.#open.pop();
  }
}
