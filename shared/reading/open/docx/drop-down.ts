import type { XmlAttributes } from '../xml/read-xml.ts';

/** A list of the old form fields (`ddList`), of which one entry is shown; the document holds no text of it but the list. */
export class DropDown {
  readonly #entries: string[] = [];
  #chosen: number | null = null;
  #usual = 0;

  /** One child of the list. */
  describe(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:listEntry') this.#entries.push(value);
    else if (name === 'w:result') this.#chosen = Number(value);
    else if (name === 'w:default') this.#usual = Number(value);
  }

  /** The entry that is shown; empty for a list without any. */
  get shown(): string {
    return this.#entries[this.#chosen ?? this.#usual] ?? '';
  }
}
