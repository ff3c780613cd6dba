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

  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('code');
    else if (type === 'separate' && this.#open.length > 0) this.#open[this.#open.length - 1] = 'result';
    else if (type === 'end') this.#open.pop();
  }

  /** A field left open by a broken file must not swallow the rest of the document. */
  endParagraph(): void {
    while (this.inCode) this.#open.pop();
  }
}
