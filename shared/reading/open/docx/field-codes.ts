interface OpenField {
  /** `list`: an entry of its list is shown, whatever else is written as its result. */
  state: 'code' | 'result' | 'list';
  /** Of a list: what is shown, and what is written. */
  readonly shown: string | null;
  written: string;
}

/**
 * Follows the marks of complex fields: what stands between `begin` and `separate` is an instruction, what stands
 * between `separate` and `end` is what people see.
 */
export class FieldCodes {
  readonly #open: OpenField[] = [];

  /** True while what comes is an instruction, or in place of what is shown. */
  get inCode(): boolean {
    return this.#open.some(({ state }) => state !== 'result');
  }

  /** @returns what ends here: a field of which nothing is shown, or one that says something else than it shows */
  mark(type: string | undefined): 'unshown' | 'contradicted' | null {
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ state: 'code', shown: null, written: '' });
    else if (type === 'separate' && field) field.state = field.shown === null ? 'result' : 'list';
    else if (type === 'end' && field) {
      this.#open.pop();
      const { state, shown, written } = field;
      if (shown !== null && written.trim() !== '' && written.trim() !== shown.trim()) return 'contradicted';
      return state === 'code' ? 'unshown' : null;
    }
    return null;
  }

  /** What is shown of the open field stands in its instruction. */
  show(shown: string): void {
    if (this.#open.length > 0) this.#open[this.#open.length - 1] = { state: 'result', shown, written: '' };
  }

  /** What is written and not read. */
  pass(text: string): void {
    const list = this.#open.findLast(({ state }) => state === 'list');
    if (list) list.written += text;
  }

  /** A field left open by a broken file must not swallow the rest of the document. */
  endParagraph(): void {
    while (this.inCode) this.#open.pop();
  }
}
