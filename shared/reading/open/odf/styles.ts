import { inherited, type Written } from '../inherited.ts';
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { type Colour, colourOf } from '../looks/colours.ts';
import { isOfPictures } from '../looks/figure-letters.ts';
import { type Look, lookWithin } from '../looks/letters.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import { NumberFormats } from './number-formats.ts';

/** What a style, with everything it is based on, says about text; absent means "says nothing". */
export interface TextStyle {
  /** 1 to 9 for a style of headings. */
  level?: number;
  bold?: boolean;
  look?: Look;
  /** Null for a font of Unicode. */
  font?: LegacyFont | null;
  /** In a font whose digits are pictures. */
  pictures?: boolean;
  /** In points. */
  size?: number;
  /** Of the size around it, where no size is said. */
  share?: number;
  colour?: Colour | null;
  /** What is painted behind it; null for nothing. */
  behind?: Colour | null;
  /** Its number format shows nothing of a number, or words in its place. */
  nothing?: boolean;
  /** Its number format shows another number. */
  another?: boolean;
  /** What may take its place, by what a cell holds; the first that holds does. */
  maps?: readonly StyleMap[];
}

/** As written; `base` is the cell whose place its condition is written for. */
export interface StyleMap {
  readonly condition: string;
  readonly style: string;
  readonly base: string;
}

/** The name of the built-in headings in every language of the program; a level may be lost on the way from Word. */
const heading = /^Heading_20_([1-9])$/;

/** Of one style. */
const MOST_MAPS = 50;

type WrittenStyle = Written<TextStyle>;

const NOTHING: TextStyle = {};

/** Collects the styles of styles.xml and content.xml, in this order: a name of the second is meant where both have it. */
export class TextStyles {
  readonly #formats = new NumberFormats();
  /** Their names, by what the file calls them. */
  readonly #fonts = new Map<string, string>();
  readonly #written = new Map<string, WrittenStyle>();
  readonly #resolved = new Map<string, TextStyle>();
  #current: WrittenStyle | null = null;

  open(name: string, attributes: XmlAttributes): void {
    this.#formats.open(name, attributes);
    if (name === 'style:font-face') {
      const family = attributes['svg:font-family'] ?? attributes['style:name'] ?? '';
      this.#fonts.set(attributes['style:name'] ?? '', bare(family));
    } else if (name === 'style:style' || name === 'style:default-style') {
      const family = attributes['style:family'] ?? '';
      const style = attributes['style:name'] ?? '';
      const parent = attributes['style:parent-style-name'];
      this.#current = { said: {}, base: parent === undefined ? null : keyOf(family, parent) };
      const level = attributes['style:default-outline-level'] ?? heading.exec(style)?.[1];
      if (level !== undefined && /^[1-9]$/.test(level)) this.#current.said.level = Number(level);
      const format = attributes['style:data-style-name'];
      if (format !== undefined) {
        this.#current.said.nothing = this.#formats.showsNothing(format);
        this.#current.said.another = this.#formats.showsAnother(format);
      }
      this.#written.set(keyOf(family, name === 'style:style' ? style : null), this.#current);
      this.#resolved.clear();
    } else if (name === 'style:text-properties' && this.#current) {
      this.#describe(this.#current.said, attributes);
    }
    const painted = attributes['fo:background-color'];
    if (painted !== undefined && this.#current) this.#current.said.behind = colourOf(painted) ?? null;
    if (name === 'style:map' && this.#current) {
      // What a cell holds may change how it looks.
      this.#current.said.colour = null;
      const map = {
        condition: attributes['style:condition'] ?? '',
        style: attributes['style:apply-style-name'] ?? '',
        base: attributes['style:base-cell-address'] ?? '',
      };
      this.#current.said.maps = [...(this.#current.said.maps ?? []), map].slice(0, MOST_MAPS);
    }
  }

  close(name: string): void {
    this.#formats.close(name);
    if (name === 'style:style' || name === 'style:default-style') this.#current = null;
  }

  /** @param name undefined for what says nothing of its style */
  style(
    family: 'paragraph' | 'text' | 'table-cell' | 'table-row' | 'table',
    name: string | undefined,
  ): TextStyle {
    const key = keyOf(family, name ?? null);
    const byDefault = this.#written.get(keyOf(family, null))?.said ?? NOTHING;
    return inherited(key, this.#written, this.#resolved, byDefault, withLook);
  }

  #describe(style: TextStyle, attributes: XmlAttributes): void {
    const weight = attributes['fo:font-weight'];
    const display = attributes['text:display'];
    const name = attributes['style:font-name'];
    const family = attributes['fo:font-family'];
    const colour = attributes['fo:color'];
    if (attributes['style:use-window-font-color'] === 'true') style.colour = null;
    else if (colour !== undefined && style.colour !== null) style.colour = colourOf(colour) ?? null;
    if (weight !== undefined) style.bold = /^(bold|[6-9]00)$/.test(weight);
    const look = {
      ...(display !== undefined && { hidden: display === 'none' }),
      ...((isUnreadable(attributes['fo:font-size']) || isFaint(attributes)) && { hidden: true }),
      ...lineThrough(attributes),
      ...placeOnLine(attributes['style:text-position']),
    };
    if (Object.keys(look).length > 0) style.look = { ...style.look, ...look };
    const [, size, unit] = /^([\d.]+)(pt|%)$/.exec(attributes['fo:font-size'] ?? '') ?? [];
    if (unit === 'pt') style.size = Number(size);
    else if (unit === '%') style.share = Number(size) / 100;
    const font = family === undefined ? name && (this.#fonts.get(name) ?? name) : bare(family);
    if (font === undefined) return;
    style.font = legacyFontOf(font);
    style.pictures = isOfPictures(font);
  }
}

/** A look says only what it changes of the one it stands on. */
function withLook(outer: TextStyle, inner: TextStyle): TextStyle {
  const look = lookWithin(outer.look, inner.look);
  return { ...outer, ...inner, ...sizeWithin(outer, inner), ...(look && { look }) };
}

type Size = Pick<TextStyle, 'size' | 'share'>;

/** What a style says of the size of letters on what is around it. */
export function sizeWithin(outer: Size, { size, share }: Size): Size {
  if (size !== undefined) return { size };
  if (share === undefined) return {};
  return outer.size === undefined ? { share: share * (outer.share ?? 1) } : { size: share * outer.size };
}

/** In points, where nothing says it. */
const DEFAULT_SIZE = 12;

/** In points. */
export function sizeOf({ size, share = 1 }: Size): number {
  return size ?? share * DEFAULT_SIZE;
}

/** In points: smaller letters are no more than a dot. */
const UNREADABLE = 2;

function isUnreadable(size: string | undefined): boolean {
  return Number(/^([\d.]+)pt$/.exec(size ?? '')?.[1] ?? Number.POSITIVE_INFINITY) <= UNREADABLE;
}

/** In per cent: letters narrower are no more than a line, more transparent ones leave nothing on the page. */
const FAINTEST = 10;

function isFaint(attributes: XmlAttributes): boolean {
  // Letters of whatever colour is seen are written as if nothing were.
  const opacity = attributes['fo:color'] === undefined ? undefined : attributes['loext:opacity'];
  const isAutomatic = attributes['style:use-window-font-color'] === 'true';
  return [attributes['style:text-scale'], isAutomatic ? undefined : opacity].some(
    (share) => Number(/^([\d.]+)%$/.exec(share ?? '')?.[1] ?? 100) <= FAINTEST,
  );
}

function lineThrough(attributes: XmlAttributes): Pick<Look, 'struck'> {
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  return line === undefined ? {} : { struck: line !== 'none' };
}

/** `super 58%`, `-33% 58%`: a move up or down, and the size of the letters; a small one is none. */
function placeOnLine(position: string | undefined): Pick<Look, 'place'> {
  if (position === undefined) return {};
  const [moved = ''] = position.trim().split(/\s+/);
  if (moved === 'super' || moved === 'sub') return { place: moved === 'super' ? 'above' : 'below' };
  const percent = Number(moved.replace('%', ''));
  return { place: percent >= 10 ? 'above' : percent <= -5 ? 'below' : 'line' };
}

/** Names of fonts with a space stand in quotation marks. */
function bare(family: string): string {
  return family.replace(/^['"]|['"]$/g, '');
}

/** @param name null for the default of the family */
function keyOf(family: string, name: string | null): string {
  return name === null ? family : `${family} ${name}`;
}
