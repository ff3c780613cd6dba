import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import type { Colour } from '../looks/colours.ts';
import type { Look } from '../looks/letters.ts';
import { marksApart, plainText, unlikePlain } from '../plain-text.ts';
import type { CellValue } from '../sheets/finish-sheets.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import type { XmlPiece, XmlShortcut } from '../xml/xml-handler.ts';
import { colourIn } from './colour-in.ts';
import { lookIn } from './styles.ts';

/** Different texts of one workbook. */
const MAX_STRINGS = 2_000_000;

/** A run of a rich text; without a font or a look of its own it has the cell's. */
export interface TextRun {
  readonly text: string;
  readonly font: LegacyFont | null | undefined;
  readonly look?: Look | undefined;
  /** Its own; letters may have the colour of their cell's ground. */
  readonly colour?: Colour | undefined;
  /** Its own, in points. */
  readonly size?: number | undefined;
}

/** A run with properties of its own has none of the cell's. */
const PLAIN: Look = {};

/** What all cells that point to one text have in common. */
type SharedValue = Pick<CellValue, 'text' | 'decomposed' | 'asStored'>;

/** A text as stored: runs where any of them has a font or a look of its own. */
export type StoredText = string | readonly TextRun[];

/**
 * Collects the text of a string item (`si`, `is`): its runs joined, without the reading aids (`rPh`) that East
 * Asian versions keep beside them.
 */
export class StringItem {
  #runs: (TextRun & { text: string })[] = [];
  /** Of the run that is open. */
  #font: LegacyFont | null | undefined;
  #look: Look | undefined;
  #colour: Colour | undefined;
  #size: number | undefined;
  #inRun = false;
  #aids = 0;
  #inText = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 's:rPh') this.#aids++;
    else if (name === 's:rFont') {
      this.#font = legacyFontOf(attributes.val ?? '');
      this.#describe(lookIn(name, attributes));
    } else if (name === 's:t') this.#inText = this.#aids === 0;
    else if (name === 's:rPr') {
      this.#inRun = true;
      this.#look = PLAIN;
    } else if (this.#inRun && name === 's:color') this.#colour = colourIn(attributes);
    else if (this.#inRun) {
      if (name === 's:sz') this.#size = Number(attributes.val);
      this.#describe(lookIn(name, attributes));
    }
  }

  #describe(look: Look | undefined): void {
    if (look) this.#look = { ...this.#look, ...look };
  }

  text(text: string): void {
    if (!this.#inText) return;
    const own = { font: this.#font, look: this.#look, colour: this.#colour, size: this.#size };
    const last = this.#runs.at(-1);
    if (last && isAlike(last, own)) {
      last.text += text;
    } else this.#runs.push({ text, ...own });
  }

  close(name: string): void {
    if (name === 's:rPh') this.#aids--;
    else if (name === 's:t') this.#inText = false;
    else if (name === 's:rPr') this.#inRun = false;
    else if (name === 's:r') {
      this.#font = undefined;
      this.#look = undefined;
      this.#colour = undefined;
      this.#size = undefined;
    }
  }

  /** What was collected, ready for reading; the next item starts empty. */
  take(): StoredText {
    const runs = this.#runs;
    this.#runs = [];
    if (!runs.some(({ font, look }) => font !== undefined || look !== undefined)) {
      return unescapeCharacters(runs.map(({ text }) => text).join(''));
    }
    return runs.map((run) => ({ ...run, text: unescapeCharacters(run.text) }));
  }
}

function isAlike(one: Omit<TextRun, 'text'>, other: Omit<TextRun, 'text'>): boolean {
  return (
    one.font === other.font &&
    one.look === other.look &&
    one.colour === other.colour &&
    one.size === other.size
  );
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
  /** As cells in a font of Unicode show them; the same few texts may stand in a million cells. */
  readonly #shown: (SharedValue | null)[] = [];

  constructor(stored: readonly StoredText[]) {
    this.#stored = stored;
  }

  stored(index: number): StoredText | undefined {
    return this.#stored[index];
  }

  /**
   * What a cell in a font of Unicode shows, null for nothing.
   * @returns undefined where a run has a font of its own, or there is no such text
   */
  shown(index: number): SharedValue | null | undefined {
    const known = this.#shown[index];
    if (known !== undefined) return known;
    const stored = this.#stored[index];
    if (typeof stored !== 'string') return undefined;
    const text = plainText(stored);
    const shown = text === '' ? null : { text, ...marksApart(stored, text), ...unlikePlain(stored, text) };
    this.#shown[index] = shown;
    return shown;
  }
}

/** Reads xl/sharedStrings.xml. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: StoredText[] = [];
  readonly shortcut = new PlainStrings((text) => this.#keep(text));
  readonly #item = new StringItem();

  open(name: string, attributes: XmlAttributes): void {
    this.shortcut.active = name === 's:sst';
    this.#item.open(name, attributes);
  }

  text(text: string): void {
    this.#item.text(text);
  }

  close(name: string): void {
    this.#item.close(name);
    if (name !== 's:si') return;
    this.#keep(this.#item.take());
    this.shortcut.active = true;
  }

  #keep(text: StoredText): void {
    if (this.strings.length === MAX_STRINGS) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_STRINGS} texts`);
    }
    this.strings.push(text);
  }
}

/**
 * Reads items where they are written as most are, `<si><t>Đơn vị</t></si>`; whatever is not exactly so (runs, a reference, white
 * space between the tags, the text's end) is left to the tokenizer.
 */
class PlainStrings implements XmlShortcut {
  readonly namespace = 's';
  /** Set while items may come. */
  active = false;
  readonly #receive: (text: string) => void;

  constructor(receive: (text: string) => void) {
    this.#receive = receive;
  }

  take({ text }: XmlPiece, at: number): number {
    let end = at;
    if (!this.active) return end;
    for (;;) {
      const begins = ITEM_BEGINS.find((tags) => text.startsWith(tags, end));
      if (begins === undefined) return end;
      const from = end + begins.length;
      const to = text.indexOf('<', from);
      const written = text.slice(from, to);
      if (to < 0 || !text.startsWith(ITEM_ENDS, to) || /&|\]\]>/.test(written)) return end;
      this.#receive(unescapeCharacters(written));
      end = to + ITEM_ENDS.length;
    }
  }
}

const ITEM_BEGINS = ['<si><t xml:space="preserve">', '<si><t>'];
const ITEM_ENDS = '</t></si>';
