/** The number formats of an OpenDocument file (`number:number-style` and its kin), as far as one shows nothing at all, or another number. */
import type { XmlAttributes } from '../xml/xml-handler.ts';

interface Format {
  showsValue: boolean;
  /** It leaves thousands out. */
  divides: boolean;
  /** The format in its place for what is above 0. */
  positive?: string | undefined;
}

const STYLE = /^number:[a-z]+-style$/;
const ABOVE_NOUGHT = /^value\(\)>=?0$/;

export class NumberFormats {
  readonly #formats = new Map<string, Format>();
  #current: Format | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (STYLE.test(name)) {
      this.#current = { showsValue: false, divides: false };
      this.#formats.set(attributes['style:name'] ?? '', this.#current);
    } else if (!this.#current) return;
    else if (name === 'style:map') {
      const condition = (attributes['style:condition'] ?? '').replace(/\s/g, '');
      if (ABOVE_NOUGHT.test(condition)) this.#current.positive = attributes['style:apply-style-name'];
    } else if (name.startsWith('number:') && name !== 'number:text') {
      this.#current.showsValue = true;
      this.#current.divides ||= Number(attributes['number:display-factor'] ?? 1) !== 1;
    }
  }

  close(name: string): void {
    if (STYLE.test(name)) this.#current = null;
  }

  /** Whether another number is shown. */
  showsAnother(name: string): boolean {
    return this.#formats.get(name)?.divides ?? false;
  }

  /** Whether nothing is shown of a number above 0, unless it is words in its place. */
  showsNothing(name: string): boolean {
    const format = this.#formats.get(name);
    if (!format) return false;
    return !(this.#formats.get(format.positive ?? '') ?? format).showsValue;
  }
}
