/** Columns told by the gutters between them: no text of a row reaches into the place of the next column. */

import type { PageLine } from '../page-layout.ts';
import { type Segment, segmentOf, type Word } from '../words.ts';
import type { PlacedSegment } from './columns.ts';
import { isEntry, isFigure, isLeader } from './figures.ts';

export interface GutteredLine {
  readonly line: PageLine;
  readonly placed: readonly PlacedSegment[];
}

/** One head and its rows; a table that was cut repeats its head. */
export interface GutteredPart {
  /** The lines of the titles, from top to bottom. */
  readonly head: readonly GutteredLine[];
  readonly body: readonly GutteredLine[];
}

export interface Guttered {
  readonly columns: number;
  readonly parts: readonly GutteredPart[];
}

interface Blob {
  left: number;
  right: number;
}

/** Of a letter's size: spaces between words are narrower. */
const SPACE = 0.45;
/** In points: edges that line up. */
const ALIGNED = 1.5;
const FEWEST_TITLES = 3;
const NOTHING = /^(không|chưa)( (có|phát sinh))?$/iu;
/** Of all gaps between words, how many are narrower than the usual space; and how much wider than that a gap of columns is. */
const USUAL = 0.25;
const WIDER = 1.4;

/** The columns of parts that stand below each other, titles first; null where gutters do not tell them beyond doubt. */
export function byGutters(blocks: readonly (readonly PageLine[])[]): Guttered | null {
  const space = widestSpace(blocks.flat());
  const parts = blocks.map((block) =>
    block.map((line) => ({ line, pieces: line.segments.flatMap((segment) => piecesOf(segment, space)) })),
  );
  const firsts = parts.map((lines) => lines.findIndex(({ pieces }) => isRow(pieces) && !isNumbers(pieces)));
  if (firsts.some((first) => first < 1)) return null;
  const below = parts.flatMap((lines, n) => lines.slice(firsts[n]));
  const rows = below.filter(({ pieces }) => isRow(pieces) && !isNumbers(pieces));
  const blobs = unionOf(rows.flatMap(({ pieces }) => pieces));
  if (blobs.length < 2 || rows.some(({ pieces }) => holdsTwo(pieces, blobs))) return null;
  // Names of several lines are wider in the lines that hold nothing else.
  for (const { pieces } of below) for (const piece of pieces) widen(blobs, piece);
  const ends = parts.map((lines, n) => headEnd(lines, firsts[n] ?? 0, blobs.length));
  if (ends.includes(0)) return null;
  const columns = withTitles(
    blobs,
    parts.map((lines, n) => lines.slice(0, ends[n])),
    rows,
  );
  if (!columns) return null;
  const place = ({ line, pieces }: Titled): GutteredLine => ({
    line,
    placed: joined(pieces.map((segment) => placeOf(segment, columns))),
  });
  return {
    columns: columns.length,
    parts: parts.map((lines, n) => ({
      head: lines.slice(0, ends[n]).map(place),
      body: lines.slice(ends[n]).map(place),
    })),
  };
}

/** Of a letter's size: a gap wider than this is none between two words; typewriters' spaces are wide. */
function widestSpace(lines: readonly PageLine[]): number {
  const gaps = lines.flatMap(({ segments }) =>
    segments.flatMap(({ words }) =>
      words.slice(1).map((word, n) => (word.left - (words[n]?.right ?? word.left)) / word.size),
    ),
  );
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * USUAL)] ?? 0;
  return Math.max(SPACE, WIDER * usual);
}

/** A segment in pieces at gaps that are wider than a space, and at leaders. */
function piecesOf({ words }: Segment, space: number): readonly Segment[] {
  const pieces: Word[][] = [];
  words.forEach((word, n) => {
    const before = words[n - 1];
    if (isLeader(word) && words.length > 1) return;
    const apart = !before || isLeader(before) || word.left - before.right > space * word.size;
    if (apart) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  });
  return pieces.map(segmentOf);
}

/** A row of the body: something, and a figure behind it. */
function isRow(pieces: readonly Segment[]): boolean {
  return pieces.length > 1 && pieces.some((piece, n) => isValue(piece) && (n > 0 || pieces.length > 2));
}

/** A figure, with a unit behind it or not, or what is written for none. */
function isValue({ words: [first], text }: Segment): boolean {
  return first !== undefined && (isEntry(first) || NOTHING.test(text));
}

/** "(1) (2) (3)" below titles, "A B 1 2". */
function isNumbers(pieces: readonly Segment[]): boolean {
  return (
    pieces.length > 2 && pieces.every(({ text }) => /^\(?([A-Za-z]|\d{1,2})\)?$/.test(text)) && counts(pieces)
  );
}

function counts(pieces: readonly Segment[]): boolean {
  const numbers = pieces.flatMap(({ text }) => /\d+/.exec(text)?.[0] ?? []).map(Number);
  return numbers.length > 1 && numbers.every((number, n) => n === 0 || number === (numbers[n - 1] ?? 0) + 1);
}

function meets(a: Blob, b: Blob): boolean {
  return a.left < b.right && b.left < a.right;
}

function unionOf(pieces: readonly Blob[]): Blob[] {
  const blobs: Blob[] = [];
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = blobs.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else blobs.push({ left, right });
  }
  return blobs;
}

/** Whether a line has a figure and something else in one place: two columns ran together. */
function holdsTwo(pieces: readonly Segment[], blobs: readonly Blob[]): boolean {
  return blobs.some((blob) => {
    const own = pieces.filter((piece) => meets(piece, blob));
    return own.length > 1 && own.some(isValue);
  });
}

function widen(blobs: readonly Blob[], piece: Blob): void {
  const [only, ...more] = blobs.filter((blob) => meets(blob, piece));
  if (!only || more.length > 0) return;
  only.left = Math.min(only.left, piece.left);
  only.right = Math.max(only.right, piece.right);
}

interface Titled {
  readonly line: PageLine;
  readonly pieces: readonly Segment[];
}

/** Of a letter's size: lines of one cell are no further apart. */
const NEXT_LINE = 1.5;
/** Titles take some lines; each is held against all above it. */
const MOST_LINES = 40;

/**
 * Where the titles end: below the first line that has several of them, and what goes on with these, stands below one
 * that goes over several, or numbers them. 0 where there is no such line.
 */
function headEnd(lines: readonly Titled[], first: number, columns: number): number {
  const isTitles = ({ pieces }: Titled) =>
    pieces.length >= Math.min(FEWEST_TITLES, columns) && (isNumbers(pieces) || !pieces.some(isValue));
  const last = Math.min(first, MOST_LINES);
  let end = lines.slice(0, last).findIndex(isTitles) + 1;
  for (; end > 0 && end < last; end += 1) {
    const [above, line] = [lines[end - 1], lines[end]];
    if (!above || !line) break;
    const size = Math.max(...line.pieces.map((piece) => piece.size));
    const close =
      !line.line.ruledAbove &&
      line.line.page === above.line.page &&
      line.line.baseline - above.line.baseline <= NEXT_LINE * size;
    const isTier = lines.slice(0, end).some(({ pieces }) => pieces.some((piece) => goesOver(piece, line)));
    if (!isTier && !isNumbers(line.pieces) && !(close && isBold(line) === isBold(above))) break;
  }
  return end === MOST_LINES ? 0 : end;
}

/** Whether a title stands over two of the pieces of a line below it. */
function goesOver(title: Segment, { pieces }: Titled): boolean {
  return pieces.filter((piece) => meets(piece, title)).length > 1;
}

function isBold({ pieces }: Titled): boolean {
  return pieces.every(({ bold }) => bold);
}

/** The columns with their titles' places; null where a title may belong to one or another. */
function withTitles(
  body: readonly Blob[],
  heads: readonly (readonly Titled[])[],
  rows: readonly Titled[],
): readonly Blob[] | null {
  const groups = new Set<Segment>();
  for (const head of heads) {
    head.forEach(({ pieces }, n) => {
      for (const piece of pieces) {
        const below = head.slice(n + 1).some((lower) => goesOver(piece, lower));
        if (below || body.filter((blob) => meets(blob, piece)).length > 1) groups.add(piece);
      }
    });
  }
  const pieces = heads.flat().flatMap(({ pieces: own }) => own.filter((piece) => !groups.has(piece)));
  const titles = unionOf(pieces).map(({ left, right }): Column => ({ left, right, parts: [] }));
  const bare: Blob[] = [];
  for (const blob of body) {
    const [only, ...more] = titles.filter((title) => meets(title, blob));
    if (more.length > 0) return null;
    if (only) only.parts.push(blob);
    else bare.push(blob);
  }
  const ends = body.map((blob) => endOf(blob, rows));
  const common = new Set(ends.filter((end) => end !== null));
  for (const blob of bare) {
    const end = ends[body.indexOf(blob)] ?? (common.size === 1 ? [...common][0] : null);
    const title =
      end === 'right'
        ? titles.findLast(({ right }) => right <= blob.left)
        : end && titles.find(({ left }) => left >= blob.right);
    if (!title || title.parts.some((part) => standBeside(part, blob, rows))) return null;
    title.parts.push(blob);
  }
  const found = titles.map(({ left, right, parts }) => ({
    left: Math.min(left, ...parts.map((part) => part.left)),
    right: Math.max(right, ...parts.map((part) => part.right)),
  }));
  const apart = found.every(({ left }, n) => n === 0 || left >= (found[n - 1]?.right ?? left));
  return apart ? found : null;
}

/** A title with what stands below it: what is written at either end of a column may not meet in the middle. */
interface Column extends Blob {
  readonly parts: Blob[];
}

/** Whether any row has something in both places: then they are two columns. */
function standBeside(a: Blob, b: Blob, rows: readonly Titled[]): boolean {
  return rows.some(
    ({ pieces }) => pieces.some((piece) => meets(piece, a)) && pieces.some((piece) => meets(piece, b)),
  );
}

/** The end at which what stands in a place lines up; null where that is not sure. */
function endOf(blob: Blob, rows: readonly Titled[]): 'left' | 'right' | null {
  const own = rows.flatMap(({ pieces }) => pieces.filter((piece) => meets(piece, blob)));
  if (!own.every(isValue)) return null;
  const spread = (edges: readonly number[]) => Math.max(...edges) - Math.min(...edges);
  const [lefts, rights] = [spread(own.map(({ left }) => left)), spread(own.map(({ right }) => right))];
  if (Math.abs(lefts - rights) < ALIGNED) return null;
  if (rights < ALIGNED) return 'right';
  return lefts < ALIGNED ? 'left' : null;
}

function placeOf(segment: Segment, columns: readonly Blob[]): PlacedSegment {
  const met = columns.flatMap((column, n) => (meets(column, segment) ? [n + 1] : []));
  const [from, to] = [met[0], met.at(-1)];
  if (from !== undefined && to !== undefined) return { segment, from, to };
  // A title over several columns may stand over none of them.
  const before = columns.filter(({ right }) => right <= segment.left).length;
  return { segment, from: Math.max(1, before), to: Math.min(columns.length, before + 1) };
}

/** Pieces of one place of a line as one. */
function joined(placed: readonly PlacedSegment[]): readonly PlacedSegment[] {
  const found: PlacedSegment[] = [];
  for (const each of placed) {
    const last = found.at(-1);
    if (last && each.from <= last.to && !isFigure(each.segment)) {
      const segment = segmentOf([...last.segment.words, ...each.segment.words]);
      found[found.length - 1] = { segment, from: last.from, to: Math.max(last.to, each.to) };
    } else found.push(each);
  }
  return found;
}
