/** A list of the old form fields (`\\formfield`), of which one entry is shown. */
export class RtfList {
  readonly #entries: string[] = [];
  #isList = false;
  #chosen: number | null = null;
  #usual = 0;
  #entry = '';
  #result = '';

  /** One word of the field: [MS-OXRTFEX] and the RTF specification 1.9.1, "Form Fields". */
  describe(word: string, number: number | null): void {
    if (word === 'fftype') this.#isList = number === LIST;
    else if (word === 'ffres' || word === 'ffddres') this.#chosen = number === NONE_CHOSEN ? null : number;
    else if (word === 'ffdefres') this.#usual = number ?? 0;
  }

  text(destination: 'list-entry' | 'list-result', text: string): void {
    if (destination === 'list-entry') this.#entry += text;
    else this.#result += text;
  }

  endEntry(): void {
    this.#entries.push(this.#entry.trim());
    this.#entry = '';
  }

  get isOne(): boolean {
    return this.#isList;
  }

  /** The entry that is shown; empty for a list without any. */
  get shown(): string {
    return this.#entries[this.#chosen ?? this.#usual] ?? '';
  }

  /** Whether something else is written as its result. */
  get contradicts(): boolean {
    const result = this.#result.trim();
    return result !== '' && result !== this.shown;
  }
}

const LIST = 2;
const NONE_CHOSEN = 25;
