import { bullet, numeral } from '../docx/numerals.ts';
import { plainText } from '../plain-text.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

const FORMATS: Readonly<Record<string, string | undefined>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const DEEPEST = 10;
/** A label stands before each paragraph of its list: what is long would be there as often. */
const LONGEST_AFFIX = 255;
const OUTLINE = 'outline';

interface ListLevel {
  /** One of Word's names; null for a level that shows no number. */
  readonly format: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly shown: number;
  readonly start: number;
  readonly bullet: string | null;
  font: string;
}

interface OpenList {
  readonly style: string;
  /** For each level how far it has counted; lists within lists count on in those around them. */
  readonly counters: number[];
  item: { labelled: boolean; readonly start: number | null } | null;
}

/** Gives the paragraphs of lists, and numbered headings, the labels that people see before them. */
export class ListNumbering {
  readonly #styles = new Map<string, Map<number, ListLevel>>();
  readonly #open: OpenList[] = [];
  readonly #byId = new Map<string, number[]>();
  readonly #byStyle = new Map<string, number[]>();
  readonly #headings: number[] = [];
  #style: Map<number, ListLevel> | null = null;
  #level: ListLevel | null = null;

  /** An element of a list style. */
  describe(name: string, attributes: XmlAttributes): void {
    if (name === 'text:list-style' || name === 'text:outline-style') {
      this.#style = new Map();
      this.#styles.set(name === 'text:list-style' ? (attributes['style:name'] ?? '') : OUTLINE, this.#style);
    } else if (/^text:(list-level-style-(number|bullet)|outline-level-style)$/.test(name)) {
      this.#level = levelOf(attributes);
      this.#style?.set(Number(attributes['text:level']), this.#level);
    } else if (name === 'style:text-properties' && this.#level) {
      this.#level.font = attributes['fo:font-family'] ?? attributes['style:font-name'] ?? '';
    }
  }

  /** The end of an element of a list style. */
  endDescription(name: string): void {
    if (/^text:(list-level-style-\w+|outline-level-style)$/.test(name)) this.#level = null;
    else if (name === 'text:list-style' || name === 'text:outline-style') this.#style = null;
  }

  openList(attributes: XmlAttributes): void {
    const outer = this.#open.at(-1);
    const style = attributes['text:style-name'] ?? outer?.style ?? '';
    const before = attributes['text:continue-list'];
    const continued =
      outer?.counters ??
      (before === undefined ? undefined : this.#byId.get(before)) ??
      (attributes['text:continue-numbering'] === 'true' ? this.#byStyle.get(style) : undefined);
    const counters = continued ?? [];
    const id = attributes['xml:id'];
    if (id !== undefined) this.#byId.set(id, counters);
    this.#byStyle.set(style, counters);
    this.#open.push({ style, counters, item: null });
  }

  closeList(): void {
    this.#open.pop();
  }

  openItem(attributes: XmlAttributes): void {
    const list = this.#open.at(-1);
    const start = attributes['text:start-value'];
    if (list) list.item = { labelled: false, start: start === undefined ? null : Number(start) || 0 };
  }

  /** A header, or the end of an item: what follows has no number. */
  closeItem(): void {
    const list = this.#open.at(-1);
    if (list) list.item = null;
  }

  /** The label of the paragraph that begins now; only the first one of an item has one. */
  label(): string | undefined {
    const list = this.#open.at(-1);
    const item = list?.item;
    if (!list || !item || item.labelled) return undefined;
    item.labelled = true;
    return this.#count(list.style, list.counters, Math.min(this.#open.length, DEEPEST), item.start);
  }

  /** The label of a heading that stands in no list. */
  headingLabel(level: number): string | undefined {
    if (this.#open.length > 0) return this.label();
    return this.#count(OUTLINE, this.#headings, level, null);
  }

  #count(style: string, counters: number[], depth: number, start: number | null): string | undefined {
    const levels = this.#styles.get(style);
    const level = levels?.get(depth);
    if (!levels || !level) return undefined;
    for (let above = 0; above < depth - 1; above += 1) counters[above] ??= levels.get(above + 1)?.start ?? 1;
    const last = counters[depth - 1];
    counters[depth - 1] = start ?? (last === undefined ? level.start : last + 1);
    counters.length = depth;
    if (level.bullet !== null) return plainText(bullet(level.bullet, level.font)) || undefined;
    if (level.format === null) return undefined;
    const numbers = counters.slice(-Math.max(1, level.shown)).map((value, n, all) => {
      const format = levels.get(depth - all.length + 1 + n)?.format;
      return format ? numeral(value, format) : '';
    });
    return plainText(level.prefix + numbers.filter(Boolean).join('.') + level.suffix) || undefined;
  }
}

function levelOf(attributes: XmlAttributes): ListLevel {
  return {
    format: FORMATS[attributes['style:num-format'] ?? ''] ?? null,
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, LONGEST_AFFIX),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, LONGEST_AFFIX),
    shown: Number(attributes['text:display-levels'] ?? 1) || 1,
    start: Number(attributes['text:start-value'] ?? 1) || 0,
    bullet: attributes['text:bullet-char']?.slice(0, LONGEST_AFFIX) ?? null,
    font: '',
  };
}
