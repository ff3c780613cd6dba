/** Where the paragraphs and cells that the reader numbers stand in the text of word/document.xml. */
import type { Cell, NeutralDocument, Source } from '../../model/document.ts';
import { attributesOf, decodeEntities, rootOf, type Tag, tagsOf } from '../xml-text.ts';

/** One `w:p` that a comment can hang on. */
export interface Spot {
  readonly tag: Tag;
  /** Behind its properties. */
  start: number;
  /** Before its closing tag. */
  end: number;
}

interface Written {
  readonly spot: Spot;
  text: string;
}

/**
 * Finds the place of a source; null where it cannot be told beyond doubt: the reader numbers what it read, so a place
 * holds only where the words found there are the words read.
 */
export function placesOf(xml: string, document: NeutralDocument): (source: Source) => Spot | null {
  const { body, cells } = walk(xml);
  const paragraphs = matched(body, document);
  const read = new Map<string, Cell>();
  for (const block of document.blocks) {
    if (block.kind === 'table') for (const cell of block.cells) read.set(keyOf(cell.source), cell);
  }
  return (source) => {
    if ('paragraph' in source) return paragraphs.get(source.paragraph) ?? null;
    const key = keyOf(source);
    const written = cells.get(key);
    const [first] = written ?? [];
    const cell = read.get(key);
    const stored = bare(cell?.storedText ?? cell?.text ?? '');
    // Numbers that Word generates stand in what was read and not in what is written.
    const agrees = written?.every(({ text }) => stored.includes(bare(text)));
    return first && agrees ? first.spot : null;
  };
}

/** The paragraph that a comment on the whole file hangs on: the first that says something. */
export function firstSpot(xml: string): Spot | null {
  const { body, cells } = walk(xml);
  const all = [...body, ...[...cells.values()].flat()];
  return (all.find(({ text }) => bare(text) !== '') ?? all[0])?.spot ?? null;
}

/** The n-th paragraph of some words is the n-th one that holds them, whatever stands between. */
function matched(body: readonly Written[], document: NeutralDocument): Map<number, Spot> {
  const byText = Map.groupBy(body, ({ text }) => bare(text));
  const taken = new Map<string, number>();
  const found = new Map<number, Spot>();
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || !('paragraph' in block.source)) continue;
    const text = bare(block.storedText ?? block.text);
    const n = taken.get(text) ?? 0;
    taken.set(text, n + 1);
    const spot = byText.get(text)?.[n]?.spot;
    if (spot) found.set(block.source.paragraph, spot);
  }
  return found;
}

/** What is compared: letters and digits, or the signs of a text that has none. */
function bare(text: string): string {
  const letters = text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text.replace(/\s+/g, '') : letters;
}

function keyOf(source: Source): string {
  return 'table' in source ? `${source.table} ${source.row} ${source.column}` : '';
}

interface Open {
  readonly name: string;
  readonly tag: Tag;
  readonly paragraph?: Written;
  readonly table?: { readonly number: number; row: number; column: number };
  /** Of a cell: how many columns it takes; of a row: whether it was deleted. */
  columns?: number;
  deleted?: boolean;
  /** Of alternatives: whether one was taken. */
  taken?: boolean;
  /** Nothing in it is text of the document. */
  readonly isSilent?: true;
}

/** What is no text of the document, as in the reader's vocabulary. */
const leftOut = /^(\w+Change|instrText|delInstrText|rt|sectPr|sdtEndPr|del|moveFrom|delText)$/;

function walk(xml: string): Pick<Walk, 'body' | 'cells'> {
  const walked = new Walk(xml);
  for (const tag of tagsOf(xml)) walked.take(tag);
  return walked;
}

/** Goes through the tags as the reader does, so that tables, rows and columns are numbered alike. */
class Walk {
  readonly body: Written[] = [];
  readonly cells = new Map<string, Written[]>();
  readonly #xml: string;
  readonly #prefix: string;
  readonly #stack: Open[] = [];
  #tables = 0;
  #silentFrom: number | null = null;

  constructor(xml: string) {
    this.#xml = xml;
    this.#prefix = rootOf(xml).prefix;
  }

  take(tag: Tag): void {
    const isSilent = this.#silentFrom !== null;
    if (tag.kind === 'close') {
      const open = this.#stack.pop();
      if (this.#silentFrom !== null && this.#stack.length <= this.#silentFrom) this.#silentFrom = null;
      else if (!isSilent && open) this.#close(open, tag);
      return;
    }
    const name = this.#nameOf(tag);
    if (isSilent) {
      if (tag.kind === 'open') this.#stack.push({ name, tag });
      return;
    }
    const open = this.#enter(name, tag);
    if (tag.kind === 'open') {
      this.#stack.push(open);
      if (open.isSilent) this.#silentFrom = this.#stack.length - 1;
    } else this.#close(open, tag);
  }

  #nameOf({ name }: Tag): string {
    return name.slice(name.startsWith(this.#prefix) ? this.#prefix.length : name.indexOf(':') + 1);
  }

  #innermost(name: string): Open | undefined {
    return this.#stack.findLast((open) => open.name === name);
  }

  #enter(name: string, tag: Tag): Open {
    const parent = this.#stack.at(-1);
    if (parent?.name === 'AlternateContent' && (name === 'Choice' || name === 'Fallback')) {
      const isSecond = parent.taken === true;
      parent.taken = true;
      return isSecond ? { name, tag, isSilent: true } : { name, tag };
    }
    const describes = parent?.name === 'rPr' || parent?.name === 'trPr';
    if (parent?.name === 'trPr' && name === 'del') {
      const row = this.#innermost('tr');
      if (row) row.deleted = true;
    }
    if (leftOut.test(name) && !describes) return { name, tag, isSilent: true };
    if (name === 'p') return this.#openParagraph(tag);
    const table = this.#innermost('tbl')?.table;
    if (name === 'tbl') return { name, tag, table: { number: ++this.#tables, row: 0, column: 1 } };
    if (name === 'tr' && table) {
      table.row++;
      table.column = 1;
    } else if (name === 'gridBefore' && table) table.column += Number(this.#valOf(tag)) || 0;
    else if (name === 'tc') return { name, tag, columns: 1 };
    else if (name === 'gridSpan') {
      const cell = this.#innermost('tc');
      if (cell && parent?.name === 'tcPr') cell.columns = Math.max(1, Number(this.#valOf(tag)) || 1);
    } else if (name === 'noBreakHyphen' && parent?.name === 'r') {
      const paragraph = this.#innermost('p')?.paragraph;
      if (paragraph) paragraph.text += '-';
    }
    return { name, tag };
  }

  #openParagraph(tag: Tag): Open {
    // No comment may stand in a text box: it hangs on the paragraph that the box is anchored to.
    const host = this.#innermost('txbxContent') ? this.#innermost('p')?.paragraph?.spot : undefined;
    const written: Written = { spot: host ?? { tag, start: tag.to, end: tag.to }, text: '' };
    const table = this.#innermost('tbl')?.table;
    if (this.#innermost('tc') && table) {
      const key = `${table.number} ${table.row} ${table.column}`;
      const there = this.cells.get(key);
      if (there) there.push(written);
      else this.cells.set(key, [written]);
    } else this.body.push(written);
    return { name: 'p', tag, paragraph: written };
  }

  #close(open: Open, tag: Tag): void {
    const parent = this.#stack.at(-1);
    const paragraph = this.#innermost('p')?.paragraph;
    const table = this.#innermost('tbl')?.table;
    const { spot } = open.paragraph ?? {};
    if (spot && spot.tag === open.tag) spot.end = tag.from;
    else if (open.name === 'pPr' && paragraph && parent?.paragraph === paragraph) {
      if (paragraph.spot.tag === parent.tag) paragraph.spot.start = tag.to;
    } else if (open.name === 't' && paragraph && open.tag.kind === 'open') {
      paragraph.text += decodeEntities(this.#xml.slice(open.tag.to, tag.from));
    } else if (open.name === 'tc' && table) table.column += open.columns ?? 1;
    else if (open.name === 'tr' && open.deleted && table) table.row--;
  }

  #valOf(tag: Tag): string | undefined {
    return attributesOf(this.#xml, tag)[`${this.#prefix}val`];
  }
}
