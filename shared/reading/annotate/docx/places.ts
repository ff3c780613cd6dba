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

function walk(xml: string): { body: readonly Written[]; cells: ReadonlyMap<string, readonly Written[]> } {
  const { prefix } = rootOf(xml);
  const body: Written[] = [];
  const cells = new Map<string, Written[]>();
  const stack: Open[] = [];
  let tables = 0;
  let silentFrom: number | null = null;
  const innermost = (name: string) => stack.findLast((open) => open.name === name);
  const nameOf = (tag: Tag) =>
    tag.name.startsWith(prefix) ? tag.name.slice(prefix.length) : tag.name.slice(tag.name.indexOf(':') + 1);

  for (const tag of tagsOf(xml)) {
    const name = nameOf(tag);
    if (tag.kind === 'close') {
      const open = stack.pop();
      if (silentFrom !== null && stack.length <= silentFrom) silentFrom = null;
      else if (silentFrom === null && open) close(open, tag);
      continue;
    }
    if (silentFrom === null) {
      const open = enter(name, tag);
      if (tag.kind === 'open') {
        stack.push(open);
        if (open.isSilent) silentFrom = stack.length - 1;
      } else close(open, tag);
    } else if (tag.kind === 'open') stack.push({ name, tag });
  }
  return { body, cells };

  function enter(name: string, tag: Tag): Open {
    const parent = stack.at(-1);
    const alternative = name === 'Choice' || name === 'Fallback';
    if (alternative && parent?.name === 'AlternateContent') {
      const silent = parent.taken === true;
      parent.taken = true;
      return silent ? { name, tag, isSilent: true } : { name, tag };
    }
    const describes = parent?.name === 'rPr' || parent?.name === 'trPr';
    if (parent?.name === 'trPr' && name === 'del') {
      const row = innermost('tr');
      if (row) row.deleted = true;
    }
    if (leftOut.test(name) && !describes) return { name, tag, isSilent: true };
    if (name === 'p') return openParagraph(tag);
    const table = innermost('tbl')?.table;
    if (name === 'tbl') return { name, tag, table: { number: ++tables, row: 0, column: 1 } };
    if (name === 'tr' && table) {
      table.row++;
      table.column = 1;
    } else if (name === 'gridBefore' && table) table.column += Number(valOf(tag)) || 0;
    else if (name === 'tc') return { name, tag, columns: 1 };
    else if (name === 'gridSpan') {
      const cell = innermost('tc');
      if (cell && parent?.name === 'tcPr') cell.columns = Math.max(1, Number(valOf(tag)) || 1);
    } else addSign(name);
    return { name, tag };
  }

  function openParagraph(tag: Tag): Open {
    // No comment may stand in a text box: it hangs on the paragraph that the box is anchored to.
    const host = innermost('txbxContent') ? innermost('p')?.paragraph?.spot : undefined;
    const written: Written = { spot: host ?? { tag, start: tag.to, end: tag.to }, text: '' };
    const cell = innermost('tc');
    const table = innermost('tbl')?.table;
    if (cell && table) {
      const key = `${table.number} ${table.row} ${table.column}`;
      const there = cells.get(key);
      if (there) there.push(written);
      else cells.set(key, [written]);
    } else body.push(written);
    return { name: 'p', tag, paragraph: written };
  }

  function close(open: Open, tag: Tag): void {
    const paragraph = innermost('p')?.paragraph;
    const { spot } = open.paragraph ?? {};
    if (spot && spot.tag === open.tag) spot.end = tag.from;
    else if (open.name === 'pPr' && paragraph && stack.at(-1)?.paragraph === paragraph) {
      if (paragraph.spot.tag === stack.at(-1)?.tag) paragraph.spot.start = tag.to;
    } else if (open.name === 't' && paragraph && open.tag.kind === 'open') {
      paragraph.text += decodeEntities(xml.slice(open.tag.to, tag.from));
    } else if (open.name === 'tc') {
      const table = innermost('tbl')?.table;
      if (table) table.column += open.columns ?? 1;
    } else if (open.name === 'tr' && open.deleted) {
      const table = innermost('tbl')?.table;
      if (table) table.row--;
    }
  }

  function addSign(name: string): void {
    if (name !== 'noBreakHyphen' || stack.at(-1)?.name !== 'r') return;
    const paragraph = innermost('p')?.paragraph;
    if (paragraph) paragraph.text += '-';
  }

  function valOf(tag: Tag): string | undefined {
    return attributesOf(xml, tag)[`${prefix}val`];
  }
}
