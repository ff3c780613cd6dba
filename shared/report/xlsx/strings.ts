import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { XmlHandler } from '../xml/read-xml.ts';

/** Different texts of one workbook. */
const MAX_STRINGS = 2_000_000;

/**
 * Collects the text of a string item (`si`, `is`): its runs joined, without the reading aids (`rPh`) that East
 * Asian versions keep beside them.
 */
export class StringItem {
  #text = '';
  #aids = 0;
  #inText = false;

  open(name: string): void {
    if (name === 's:rPh') this.#aids++;
    else if (name === 's:t') this.#inText = this.#aids === 0;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 's:rPh') this.#aids--;
    else if (name === 's:t') this.#inText = false;
  }

  /** What was collected, ready for reading; the next item starts empty. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return plainText(unescapeCharacters(text));
  }
}

/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for an underscore that would start one. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Reads xl/sharedStrings.xml. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: string[] = [];
  readonly #item = new StringItem();

  open(name: string): void {
    this.#item.open(name);
  }

  text(text: string): void {
    this.#item.text(text);
  }

  close(name: string): void {
    this.#item.close(name);
    if (name !== 's:si') return;
    if (this.strings.length === MAX_STRINGS) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_STRINGS} texts`);
    }
    this.strings.push(this.#item.take());
  }
}
