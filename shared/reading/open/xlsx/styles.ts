import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { type Colour, vanishes } from '../looks/colours.ts';
import { isOfPictures } from '../looks/figure-letters.ts';
import type { Look } from '../looks/letters.ts';
import { builtInShape, type Shape, shapeOf, showsNothing } from '../number-shapes/number-format.ts';
import type { XmlHandler } from '../xml/read-xml.ts';
import { RecordedXml } from '../xml/recorded-xml.ts';
import { colourIn } from './colour-in.ts';

/** Reads xl/styles.xml for what the values depend on: what each cell format makes of a number, and its letters. */
export class StylesHandler implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  readonly #fonts: (LegacyFont | null)[] = [];
  readonly #fontIds: number[] = [];
  /** By font; absent for a plain one. */
  readonly #fontLooks = new Map<number, Look>();
  /** By font, in points. */
  readonly #sizes = new Map<number, number>();
  readonly #colours = new Map<number, Colour>();
  /** Null for none, undefined for one that is not known. */
  readonly #fills: (Colour | null | undefined)[] = [];
  readonly #fillIds: number[] = [];
  /** Whether cells are painted by what stands in them. */
  #paintsByRule = false;
  #inCellFormats = false;
  #inFonts = false;
  #inFills = false;
  #inRules = false;
  /** What rules change of cells: each `dxf`. */
  readonly changedLooks = new RecordedXml();

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

  /** How large the letters of a cell are, by its `s`, in points. */
  sizes(): readonly (number | undefined)[] {
    return this.#fontIds.map((id) => this.#sizes.get(id));
  }

  /**
   * How the letters of a cell look, by its `s`; holes where they are plain.
   * @param painted whether something else than its own format may paint a cell: a table of Excel
   */
  looks(painted: boolean): readonly (Look | undefined)[] {
    const grounds = this.grounds(painted);
    const nothing = new Set([...this.#codes].filter(([, code]) => showsNothing(code)).map(([id]) => id));
    if (this.#fontLooks.size === 0 && nothing.size === 0 && this.#colours.size === 0) return [];
    const looks = this.#fontIds.map((font, n) => {
      const look = this.#fontLooks.get(font);
      const hidden = nothing.has(this.#formatIds[n] ?? 0) || vanishes(this.#colours.get(font), grounds[n]);
      return hidden ? { ...look, hidden } : look;
    });
    return looks.some((look) => look !== undefined) ? looks : [];
  }

  /** What is painted behind the letters of a cell, by its `s`: null for nothing, undefined where that is not known. */
  grounds(painted: boolean): readonly (Colour | null | undefined)[] {
    return this.#fillIds.map((id) => {
      const fill = this.#fills[id];
      return fill === null && (painted || this.#paintsByRule) ? undefined : fill;
    });
  }

  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (name === 's:numFmt' && !this.#inRules)
      this.#codes.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, 255));
    else if (name === 's:cellXfs') this.#inCellFormats = true;
    else if (name === 's:xf' && this.#inCellFormats) {
      this.#formatIds.push(Number(attributes.numFmtId ?? 0));
      this.#fontIds.push(Number(attributes.fontId ?? 0));
      this.#fillIds.push(Number(attributes.fillId ?? 0));
    } else if (name === 's:dxfs') this.#inRules = true;
    else if (this.#inRules) {
      this.#paintsByRule ||= name === 's:fill';
      this.changedLooks.open(name, attributes);
    } else if (name === 's:fills') this.#inFills = true;
    else if (this.#inFills) this.#describeFill(name, attributes);
    else if (name === 's:fonts') this.#inFonts = true;
    else if (name === 's:font' && this.#inFonts) this.#fonts.push(null);
    else if (name === 's:name' && this.#inFonts) {
      this.#fonts[this.#fonts.length - 1] = legacyFontOf(attributes.val ?? '');
      this.#describeLook(lookIn(name, attributes));
    } else if (name === 's:color' && this.#inFonts) {
      const colour = colourIn(attributes);
      if (colour !== undefined) this.#colours.set(this.#fonts.length - 1, colour);
    } else if (this.#inFonts) {
      if (name === 's:sz') this.#sizes.set(this.#fonts.length - 1, Number(attributes.val));
      this.#describeLook(lookIn(name, attributes));
    }
  }

  close(name: string): void {
    if (name === 's:cellXfs') this.#inCellFormats = false;
    else if (name === 's:fonts') this.#inFonts = false;
    else if (name === 's:fills') this.#inFills = false;
    else if (name === 's:dxfs') this.#inRules = false;
    if (this.#inRules) this.changedLooks.close(name);
  }

  #describeFill(name: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (name === 's:fill') this.#fills.push(undefined);
    else if (name === 's:patternFill' && /^(none)?$/.test(attributes.patternType ?? '')) {
      this.#fills[this.#fills.length - 1] = null;
    } else if (name === 's:fgColor' && this.#fills.at(-1) === undefined) {
      this.#fills[this.#fills.length - 1] = colourIn(attributes);
    }
  }

  #describeLook(look: Look | undefined): void {
    const font = this.#fonts.length - 1;
    if (look) this.#fontLooks.set(font, { ...this.#fontLooks.get(font), ...look });
  }
}

/** In points: smaller letters are no more than a dot. */
const UNREADABLE = 2;

/** What one property of a font, or of a run, says of its letters; undefined for nothing. */
export function lookIn(
  name: string,
  { val }: Readonly<Record<string, string | undefined>>,
): Look | undefined {
  if (name === 's:sz') return Number(val) <= UNREADABLE ? { hidden: true } : undefined;
  if (name === 's:name' || name === 's:rFont')
    return isOfPictures(val ?? '') ? { pictures: true } : undefined;
  if (name === 's:strike') return { struck: val !== '0' && val !== 'false' };
  if (name !== 's:vertAlign') return undefined;
  return { place: val === 'superscript' ? 'above' : val === 'subscript' ? 'below' : 'line' };
}
