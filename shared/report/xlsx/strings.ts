import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { plainText } from '../plain-text.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';

/** Different texts of one workbook. */
const MAX_STRINGS = 2_000_000;

/** A run of a rich text; without a font of its own it has the cell's. */
export interface TextRun {
  readonly text: string;
  readonly font: LegacyFont | null | undefined;
}

/** A text as stored: runs where any of them has a font of its own. */
export type StoredText = string | readonly TextRun[];

/**
 * Collects the text of a string item (`si`, `is`): its runs joined, without the reading aids (`rPh`) that East
 * Asian versions keep beside them.
 */
export class StringItem {
  #runs: { text: string; readonly font: LegacyFont | null | undefined }[] = [];
  /** The font of the run that is open. */
  #font: LegacyFont | null | undefined;
  #aids = 0;
  #inText = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 's:rPh') this.#aids++;
    else if (name === 's:rFont') this.#font = legacyFontOf(attributes.val ?? '');
    else if (name === 's:t') this.#inText = this.#aids === 0;
  }

  text(text: string): void {
    if (!this.#inText) return;
    const last = this.#runs.at(-1);
    if (last && last.font === this.#font) last.text += text;
    else this.#runs.push({ text, font: this.#font });
  }

  close(name: string): void {
    if (name === 's:rPh') this.#aids--;
    else if (name === 's:t') this.#inText = false;
    else if (name === 's:r') this.#font = undefined;
  }

  /** What was collected, ready for reading; the next item starts empty. */
  take(): StoredText {
    const runs = this.#runs;
    this.#runs = [];
    if (!runs.some(({ font }) => font !== undefined)) {
      return unescapeCharacters(runs.map(({ text }) => text).join(''));
    }
    return runs.map((run) => ({ ...run, text: unescapeCharacters(run.text) }));
  }
}

/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for an underscore that would start one. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The texts that cells point to by their number. */
export class SharedStrings {
  readonly #stored: readonly StoredText[];
  /** As people see them in a font of Unicode; the same few texts may stand in a million cells. */
  readonly #seen: string[] = [];

  constructor(stored: readonly StoredText[]) {
    this.#stored = stored;
  }

  stored(index: number): StoredText | undefined {
    return this.#stored[index];
  }

  /** The text in a font of Unicode; undefined where a run has a font of its own, or there is no such text. */
  seen(index: number): string | undefined {
    const stored = this.#stored[index];
    if (typeof stored !== 'string') return undefined;
    const known = this.#seen[index];
    if (known !== undefined) return known;
    const seen = plainText(stored);
    this.#seen[index] = seen;
    return seen;
  }
}

/** Reads xl/sharedStrings.xml. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: StoredText[] = [];
  readonly #item = new StringItem();

  open(name: string, attributes: XmlAttributes): void {
    this.#item.open(name, attributes);
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
