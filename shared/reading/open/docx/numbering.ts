import { plainText } from '../plain-text.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import { bullet, numeral } from './numerals.ts';
import { isOn } from './styles.ts';

/** ECMA-376 part 1, 17.9.6: levels go from 0 to 8. */
const DEEPEST = 8;

interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2.` */
  text: string;
  /** The level (1 to 9) after which this one starts again; 0 never; undefined: after any higher one. */
  restartAfter?: number;
  /** Legal numbering: every number of the label in digits. */
  legal: boolean;
  style: string;
  font: string;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** Set where the levels stand in the list that a numbering style names. */
  styleLink?: string;
}

interface ListInstance {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** Reads word/numbering.xml, and counts: the labels of a document must be asked for in its reading order. */
export class ListNumbering implements XmlHandler {
  readonly #lists = new Map<string, AbstractList>();
  readonly #instances = new Map<number, ListInstance>();
  readonly #counters = new Map<AbstractList, Map<number, number>>();
  readonly #begun = new Set<number>();
  readonly #numIdOfStyle: (style: string) => number | undefined;
  #list: AbstractList | null = null;
  #instance: ListInstance | null = null;
  #overridden = 0;
  #level: ListLevel | null = null;

  /** @param numIdOfStyle the list a numbering style stands for */
  constructor(numIdOfStyle: (style: string) => number | undefined) {
    this.#numIdOfStyle = numIdOfStyle;
  }

  /**
   * Counts one paragraph and gives its label: "I.", "1.1.", "a)", "-".
   * @param depth 0 to 8; without it the level that belongs to the paragraph's style
   * @returns undefined where the list shows nothing or does not exist
   */
  next(numId: number, depth: number | undefined, style: string | undefined): string | undefined {
    const instance = this.#instances.get(numId);
    const list = instance && this.#listOf(instance);
    if (!instance || !list) return undefined;
    const at = depth ?? this.#depthOfStyle(list, style) ?? 0;
    const level = instance.levels.get(at) ?? list.levels.get(at);
    if (!level) return undefined;

    const counters = this.#counters.get(list) ?? new Map<number, number>();
    this.#counters.set(list, counters);
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
      for (const overridden of instance.starts.keys()) counters.delete(overridden);
    }
    const levelAt = (index: number) => instance.levels.get(index) ?? list.levels.get(index);
    const startOf = (index: number) => instance.starts.get(index) ?? levelAt(index)?.start ?? 1;
    const count = counters.get(at);
    counters.set(at, count === undefined ? startOf(at) : count + 1);
    for (const deeper of [...counters.keys()]) {
      const after = levelAt(deeper)?.restartAfter;
      if (deeper > at && (after === undefined || at < after)) counters.delete(deeper);
    }
    if (level.format === 'bullet') return plainText(bullet(level.text, level.font)) || undefined;
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const value = counters.get(index) ?? startOf(index);
      // A higher level that was passed over counts as begun: "1.1" may be the first thing in a document.
      if (index < at) counters.set(index, value);
      return numeral(value, level.legal ? 'decimal' : (levelAt(index)?.format ?? 'decimal'));
    });
    return plainText(label) || undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'];
    switch (name) {
      case 'w:abstractNum':
        this.#list = { levels: new Map() };
        this.#lists.set(attributes['w:abstractNumId'] ?? '', this.#list);
        break;
      case 'w:num':
        this.#instance = { abstractId: '', starts: new Map(), levels: new Map() };
        this.#instances.set(Number(attributes['w:numId']), this.#instance);
        break;
      case 'w:abstractNumId':
        if (this.#instance) this.#instance.abstractId = value ?? '';
        break;
      case 'w:lvlOverride':
        this.#overridden = Number(attributes['w:ilvl']);
        break;
      case 'w:startOverride':
        this.#instance?.starts.set(this.#overridden, wholeNumber(value, 1));
        break;
      case 'w:numStyleLink':
        if (this.#list && value !== undefined) this.#list.styleLink = value;
        break;
      case 'w:lvl':
        this.#level = { start: 0, format: 'decimal', text: '', legal: false, style: '', font: '' };
        // What is counted and searched at each paragraph must be few.
        if (isLevel(attributes['w:ilvl'])) {
          (this.#instance ?? this.#list)?.levels.set(Number(attributes['w:ilvl']), this.#level);
        }
        break;
      default:
        if (this.#level) describeLevel(this.#level, name, attributes);
    }
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.#list = null;
    else if (name === 'w:num') this.#instance = null;
    else if (name === 'w:lvl') this.#level = null;
  }

  #listOf(instance: ListInstance): AbstractList | undefined {
    const list = this.#lists.get(instance.abstractId);
    if (list?.styleLink === undefined) return list;
    const linked = this.#instances.get(this.#numIdOfStyle(list.styleLink) ?? -1);
    return (linked && this.#lists.get(linked.abstractId)) ?? list;
  }

  #depthOfStyle(list: AbstractList, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    for (const [depth, level] of list.levels) if (level.style === style) return depth;
    return undefined;
  }
}

function describeLevel(level: ListLevel, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'];
  if (name === 'w:start') level.start = wholeNumber(value, 0);
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.text = (value ?? '').slice(0, 255);
  else if (name === 'w:lvlRestart') level.restartAfter = wholeNumber(value, 0);
  else if (name === 'w:isLgl') level.legal = isOn(attributes);
  else if (name === 'w:pStyle') level.style = value ?? '';
  else if (name === 'w:rFonts') level.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? '';
}

function isLevel(value: string | undefined): boolean {
  return Number(value) >= 0 && Number(value) <= DEEPEST;
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}
