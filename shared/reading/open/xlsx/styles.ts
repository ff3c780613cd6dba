import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import type { Look } from '../looks/letters.ts';
import type { XmlHandler } from '../xml/read-xml.ts';
import { builtInShape, type Shape, shapeOf, showsNothing } from './number-format.ts';

/** Reads xl/styles.xml for what the values depend on: what each cell format makes of a number, and its letters. */
export class StylesHandler implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  readonly #fonts: (LegacyFont | null)[] = [];
  readonly #fontIds: number[] = [];
  /** By font; absent for a plain one. */
  readonly #fontLooks = new Map<number, Look>();
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

  /** How the letters of a cell look, by its `s`; holes where they are plain. */
  looks(): readonly (Look | undefined)[] {
    const nothing = new Set([...this.#codes].filter(([, code]) => showsNothing(code)).map(([id]) => id));
    if (this.#fontLooks.size === 0 && nothing.size === 0) return [];
    return this.#fontIds.map((font, n) => {
      const look = this.#fontLooks.get(font);
      return nothing.has(this.#formatIds[n] ?? 0) ? { ...look, hidden: true } : look;
    });
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
    else if (this.#inFonts) this.#describeLook(lookIn(name, attributes));
  }

  close(name: string): void {
    if (name === 's:cellXfs') this.#inCellFormats = false;
    else if (name === 's:fonts') this.#inFonts = false;
  }

  #describeLook(look: Look | undefined): void {
    const font = this.#fonts.length - 1;
    if (look) this.#fontLooks.set(font, { ...this.#fontLooks.get(font), ...look });
  }
}

/** What one property of a font, or of a run, says of its letters; undefined for nothing. */
export function lookIn(
  name: string,
  { val }: Readonly<Record<string, string | undefined>>,
): Look | undefined {
  if (name === 's:strike') return { struck: val !== '0' && val !== 'false' };
  if (name !== 's:vertAlign') return undefined;
  return { place: val === 'superscript' ? 'above' : val === 'subscript' ? 'below' : 'line' };
}
