import { inherited, type Written } from '../inherited.ts';
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import { type Colour, colourOf } from '../looks/colours.ts';
import { isOfPictures } from '../looks/figure-letters.ts';
import type { Look } from '../looks/letters.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';

/** What a style, with everything it is based on, says about its paragraphs or runs; absent means "says nothing". */
export interface Style {
  /** 1 to 9, or null where the style puts its paragraphs outside every outline. */
  level?: number | null;
  numId?: number;
  depth?: number;
  bold?: boolean;
  hidden?: boolean;
  struck?: boolean;
  place?: Look['place'];
  /** Null for a font of Unicode. */
  font?: LegacyFont | null;
  /** In a font whose digits are pictures. */
  pictures?: boolean;
  /** In half-points. */
  size?: number;
  colour?: Colour;
  /** What is painted behind it; null for nothing of its own. */
  behind?: Colour | null;
}

interface WrittenStyle extends Written<Style> {
  base: string | null;
}

const NOTHING: Style = {};

/** In half-points, where nothing says it (ECMA-376 part 1, 17.3.2.38). */
const DEFAULT_SIZE = 20;

/** `<w:b/>` and `<w:b w:val="1"/>` switch on, `0`, `false` and `off` switch off. */
export function isOn(attributes: XmlAttributes): boolean {
  return !/^(0|false|off)$/.test(attributes['w:val'] ?? '1');
}

/**
 * What `rFonts` says of the letters beyond ASCII, which `hAnsi` governs; undefined where it says nothing of them. A
 * font of the theme is one of Unicode.
 */
export function letterFont(attributes: XmlAttributes): LegacyFont | null | undefined {
  if (attributes['w:hAnsiTheme'] !== undefined) return null;
  const name = attributes['w:hAnsi'] ?? attributes['w:ascii'];
  return name === undefined ? undefined : legacyFontOf(name);
}

/** Whether the font that `rFonts` names for ASCII shows pictures; undefined where it names none. */
export function inPictures(attributes: XmlAttributes): boolean | undefined {
  if (attributes['w:asciiTheme'] !== undefined) return false;
  const name = attributes['w:ascii'];
  return name === undefined ? undefined : isOfPictures(name);
}

/** What `color` says: automatic letters are seen on anything. */
export function inkOf(attributes: XmlAttributes): Colour {
  return themed(attributes['w:themeColor'], attributes) ?? colourOf(attributes['w:val']) ?? 'auto';
}

/** What `shd` or `highlight` paints; null for nothing. */
export function paintOf(attributes: XmlAttributes): Colour | null {
  const fill = attributes['w:fill'];
  const theme = themed(attributes['w:themeFill'], attributes);
  if (theme !== undefined) return theme;
  if (fill !== undefined) return colourOf(fill) ?? null;
  const highlight = attributes['w:val'] ?? 'none';
  if (/^(none|nil|clear)$/.test(highlight)) return null;
  return HIGHLIGHTS[highlight] ?? highlight;
}

/** What the names of highlights stand for (ECMA-376 part 1, 17.18.40). */
const HIGHLIGHTS: Readonly<Record<string, Colour | undefined>> = {
  black: '000000',
  white: 'FFFFFF',
  darkGray: '808080',
  lightGray: 'C0C0C0',
  blue: '0000FF',
  cyan: '00FFFF',
  green: '00FF00',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
};

/** The theme's first background is the paper's white. */
function themed(theme: string | undefined, attributes: XmlAttributes): Colour | undefined {
  if (theme === undefined || theme === 'none') return undefined;
  const changed = Object.keys(attributes).some((name) => /^w:theme(Fill)?(Tint|Shade)$/.test(name));
  return !changed && /^(background1|light1)$/.test(theme) ? 'FFFFFF' : `theme ${theme}`;
}

/** Half-points; less is a correction nobody sees. */
const RAISED_BY_HAND = 4;

/** Where `vertAlign`, or letters moved by hand (`position`), put a run; undefined for a move that is none. */
export function placeOnLine(name: string, value: string | undefined): Look['place'] {
  if (name === 'w:vertAlign') {
    return value === 'superscript' ? 'above' : value === 'subscript' ? 'below' : 'line';
  }
  const moved = Number(value);
  return Math.abs(moved) < RAISED_BY_HAND ? undefined : moved > 0 ? 'above' : moved < 0 ? 'below' : undefined;
}

/** An `outlineLvl` (0 to 8, 9 for body text) as a level of the neutral document. */
export function outlineLevel(value: string | undefined): number | null {
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) + 1 : null;
}

/** Reads word/styles.xml. */
export class StyleSheet implements XmlHandler {
  readonly #written = new Map<string, WrittenStyle>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaults: WrittenStyle = { said: {}, base: null };
  /** One object for letters that look alike, so that runs are joined by comparing it. */
  readonly #looks = new Map<string, Look>();
  /** Styles that paint something, be it the cells of some rows alone. */
  readonly #painting = new Set<string>();
  #defaultParagraph = '';
  #id = '';
  #current: WrittenStyle | null = null;
  /** Inside the parts of a table style that hold for some cells only, or in what a tracked change replaced. */
  #conditional = 0;

  /** The style of a paragraph; without a name the document's default one. */
  paragraph(id: string | undefined): Style {
    return this.#resolve(id ?? this.#defaultParagraph);
  }

  character(id: string | undefined): Style {
    return id === undefined ? NOTHING : this.#resolve(id);
  }

  /**
   * Whether a switch is on for a run. A run's own word is final; between styles bold on bold is plain again
   * (ECMA-376 part 1, 17.7.3).
   * @param table the style of the table around it
   */
  isSwitchedOn(
    property: 'bold' | 'hidden' | 'struck',
    own: boolean | undefined,
    paragraph: Style,
    character: Style,
    table = NOTHING,
  ): boolean {
    if (own !== undefined) return own;
    const on = [table, paragraph, character].filter((style) => style[property]);
    const byStyles = on.length % 2 === 1;
    return byStyles || (this.#defaults.said[property] ?? false);
  }

  /** The font of a run: its own, else what its styles say, the character's before the paragraph's. */
  fontOf(own: LegacyFont | null | undefined, paragraph: Style, character: Style): LegacyFont | null {
    return (
      [own, character.font, paragraph.font, this.#defaults.said.font].find((font) => font !== undefined) ??
      null
    );
  }

  /** Of the letters of a run, in half-points. */
  sizeOf(own: number | undefined, paragraph: Style, character: Style): number {
    return own ?? character.size ?? paragraph.size ?? this.#defaults.said.size ?? DEFAULT_SIZE;
  }

  /** Whether a style of tables, or one that it is based on, may paint cells. */
  paints(id: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = this.#written.get(at)?.base ?? null) {
      if (this.#painting.has(at)) return true;
      seen.add(at);
    }
    return false;
  }

  /** The colour of a run and what is painted behind it by itself or its styles; null for nothing. */
  paintOf(
    own: Pick<Style, 'colour' | 'behind'>,
    paragraph: Style,
    character: Style,
  ): { readonly colour: Colour | undefined; readonly behind: Colour | null } {
    const { colour, behind } = this.#defaults.said;
    return {
      colour: own.colour ?? character.colour ?? paragraph.colour ?? colour,
      behind: own.behind ?? character.behind ?? paragraph.behind ?? behind ?? null,
    };
  }

  /** How the letters of a run look; undefined for plain ones on the line. */
  lookOf(
    { hidden, struck, place, pictures }: Pick<Style, 'hidden' | 'struck' | 'place' | 'pictures'>,
    paragraph: Style,
    character: Style,
    table = NOTHING,
  ): Look | undefined {
    const look = {
      hidden: this.isSwitchedOn('hidden', hidden, paragraph, character, table),
      struck: this.isSwitchedOn('struck', struck, paragraph, character, table),
      place: place ?? character.place ?? paragraph.place ?? this.#defaults.said.place ?? 'line',
      pictures: pictures ?? character.pictures ?? paragraph.pictures ?? this.#defaults.said.pictures ?? false,
    };
    if (!look.hidden && !look.struck && look.place === 'line' && !look.pictures) return undefined;
    const key = JSON.stringify(look);
    const known = this.#looks.get(key) ?? look;
    this.#looks.set(key, known);
    return known;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'w:shd') this.#painting.add(this.#id);
    if (this.#conditional > 0 || name === 'w:tblStylePr' || /^w:\w+PrChange$/.test(name)) {
      this.#conditional++;
      return;
    }
    if (name === 'w:rPrDefault') this.#current = this.#defaults;
    else if (name === 'w:style') this.#openStyle(attributes);
    else if (this.#current) describeStyle(this.#current, name, attributes);
  }

  close(name: string): void {
    if (this.#conditional > 0) this.#conditional--;
    else if (name === 'w:style' || name === 'w:rPrDefault') this.#current = null;
  }

  #openStyle(attributes: XmlAttributes): void {
    const id = attributes['w:styleId'] ?? '';
    this.#id = id;
    this.#current = { said: {}, base: null };
    this.#written.set(id, this.#current);
    if (attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(attributes['w:default'] ?? '')) {
      this.#defaultParagraph = id;
    }
  }

  #resolve(id: string): Style {
    return inherited(id, this.#written, this.#resolved, NOTHING);
  }
}

function describeStyle(written: WrittenStyle, name: string, attributes: XmlAttributes): void {
  const style = written.said;
  const value = attributes['w:val'];
  switch (name) {
    case 'w:name': {
      // The built-in headings keep their English names in every language of Word; only the ids are translated.
      const heading = /^heading ([1-9])$/i.exec(value ?? '')?.[1];
      if (heading) style.level ??= Number(heading);
      break;
    }
    case 'w:basedOn':
      if (value !== undefined) written.base = value;
      break;
    case 'w:outlineLvl':
      style.level = outlineLevel(value);
      break;
    case 'w:numId':
      style.numId = Number(value);
      break;
    case 'w:ilvl':
      style.depth = Number(value);
      break;
    case 'w:b':
      style.bold = isOn(attributes);
      break;
    case 'w:rFonts': {
      const font = letterFont(attributes);
      if (font !== undefined) style.font = font;
      const pictures = inPictures(attributes);
      if (pictures !== undefined) style.pictures = pictures;
      break;
    }
    case 'w:sz':
      style.size = Number(value);
      break;
    case 'w:color':
      style.colour = inkOf(attributes);
      break;
    case 'w:shd':
      style.behind = paintOf(attributes);
      break;
    case 'w:vanish':
      style.hidden = isOn(attributes);
      break;
    case 'w:strike':
    case 'w:dstrike':
      style.struck = isOn(attributes);
      break;
    case 'w:vertAlign':
    case 'w:position':
      style.place = placeOnLine(name, value) ?? style.place ?? 'line';
      break;
  }
}
