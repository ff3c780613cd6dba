import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import type { XmlHandler } from '../xml/read-xml.ts';
import { builtInShape, type Shape, shapeOf } from './number-format.ts';

/** Reads xl/styles.xml for what the values depend on: what each cell format makes of a number, and its letters. */
export class StylesHandler implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  readonly #fonts: (LegacyFont | null)[] = [];
  readonly #fontIds: number[] = [];
  #inCellFormats = false;
  #inFonts = false;

  /** The shape behind the `s` of a cell. */
  shapes(): Shape[] {
    const known = new Map<number, Shape>();
    return this.#formatIds.map((id) => {
      const code = this.#codes.get(id);
      const shape = known.get(id) ?? (code === undefined ? builtInShape(id) : shapeOf(code));
      known.set(id, shape);
      return shape;
    });
  }

  /** The font behind the `s` of a cell; null for one of Unicode. */
  fonts(): (LegacyFont | null)[] {
    return this.#fontIds.map((id) => this.#fonts[id] ?? null);
  }

  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (name === 's:numFmt')
      this.#codes.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, 255));
    else if (name === 's:cellXfs') this.#inCellFormats = true;
    else if (name === 's:xf' && this.#inCellFormats) {
      this.#formatIds.push(Number(attributes.numFmtId ?? 0));
      this.#fontIds.push(Number(attributes.fontId ?? 0));
    } else if (name === 's:fonts') this.#inFonts = true;
    else if (name === 's:font' && this.#inFonts) this.#fonts.push(null);
    else if (name === 's:name' && this.#inFonts)
      this.#fonts[this.#fonts.length - 1] = legacyFontOf(attributes.val ?? '');
  }

  close(name: string): void {
    if (name === 's:cellXfs') this.#inCellFormats = false;
    else if (name === 's:fonts') this.#inFonts = false;
  }
}
