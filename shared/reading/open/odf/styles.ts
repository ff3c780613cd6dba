import { inherited, type Written } from '../inherited.ts';
import { type LegacyFont, legacyFontOf } from '../legacy-fonts/legacy-text.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

/** What a style, with everything it is based on, says about text; absent means "says nothing". */
export interface TextStyle {
  /** 1 to 9 for a style of headings. */
  level?: number;
  bold?: boolean;
  hidden?: boolean;
  /** Null for a font of Unicode. */
  font?: LegacyFont | null;
}

/** The name of the built-in headings in every language of the program; a level may be lost on the way from Word. */
const heading = /^Heading_20_([1-9])$/;

type WrittenStyle = Written<TextStyle>;

const NOTHING: TextStyle = {};

/** Collects the styles of styles.xml and content.xml, in this order: a name of the second is meant where both have it. */
export class TextStyles {
  readonly #fonts = new Map<string, LegacyFont | null>();
  readonly #written = new Map<string, WrittenStyle>();
  readonly #resolved = new Map<string, TextStyle>();
  #current: WrittenStyle | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style:font-face') {
      const family = attributes['svg:font-family'] ?? attributes['style:name'] ?? '';
      this.#fonts.set(attributes['style:name'] ?? '', legacyFontOf(bare(family)));
    } else if (name === 'style:style' || name === 'style:default-style') {
      const family = attributes['style:family'] ?? '';
      const style = attributes['style:name'] ?? '';
      const parent = attributes['style:parent-style-name'];
      this.#current = { said: {}, base: parent === undefined ? null : keyOf(family, parent) };
      const level = attributes['style:default-outline-level'] ?? heading.exec(style)?.[1];
      if (level !== undefined && /^[1-9]$/.test(level)) this.#current.said.level = Number(level);
      this.#written.set(keyOf(family, name === 'style:style' ? style : null), this.#current);
      this.#resolved.clear();
    } else if (name === 'style:text-properties' && this.#current) {
      this.#describe(this.#current.said, attributes);
    }
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.#current = null;
  }

  /** @param name undefined for what says nothing of its style */
  style(family: 'paragraph' | 'text' | 'table-cell', name: string | undefined): TextStyle {
    const key = keyOf(family, name ?? null);
    const byDefault = this.#written.get(keyOf(family, null))?.said ?? NOTHING;
    return inherited(key, this.#written, this.#resolved, byDefault);
  }

  #describe(style: TextStyle, attributes: XmlAttributes): void {
    const weight = attributes['fo:font-weight'];
    const display = attributes['text:display'];
    const name = attributes['style:font-name'];
    const family = attributes['fo:font-family'];
    if (weight !== undefined) style.bold = /^(bold|[6-9]00)$/.test(weight);
    if (display !== undefined) style.hidden = display === 'none';
    if (family !== undefined) style.font = legacyFontOf(bare(family));
    else if (name !== undefined) style.font = this.#fonts.get(name) ?? legacyFontOf(name);
  }
}

/** Names of fonts with a space stand in quotation marks. */
function bare(family: string): string {
  return family.replace(/^['"]|['"]$/g, '');
}

/** @param name null for the default of the family */
function keyOf(family: string, name: string | null): string {
  return name === null ? family : `${family} ${name}`;
}
