/** Whether a signed report says what was to be signed: its text held against the draft's, or the corrected draft's. Pure. */
import type { NeutralDocument, Table } from '../../reading/model/document.ts';
import { draftWords, earlierDraftWords, paperWords } from '../../wording/report.ts';

/** So many words in a row have to be found again: each word stands between its neighbours, wherever lines are broken. */
const run = 3;

/** What a signed document lacks, of so many passages that were looked for. */
export interface SignedComparison {
  readonly lacking: readonly string[];
  readonly passages: number;
}

/** Of what was to be signed, so large a part makes it another paper unless somebody says why; one or two lines do not. */
const muchOfIt = 1 / 5;
const fewPassages = 2;

/** Whether the signed document lacks so much that somebody has to say why it goes upward all the same. */
export function lacksMuch({ lacking, passages }: SignedComparison): boolean {
  return lacking.length > fewPassages && lacking.length >= muchOfIt * passages;
}

/**
 * Paragraphs and rows of figures that the signed document lacks, each as it was to be signed: every word with its marks,
 * every figure with its sign. What a draft leaves open (number, day, name) is none of them; nor is what was put in.
 * @param signedBy lines that stand at its end, as whoever issues it says: title and name of who signed
 */
export function compareTexts(
  signed: NeutralDocument,
  wanted: NeutralDocument,
  signedBy: readonly string[] = [],
): SignedComparison {
  const words = textsOf(signed).flatMap(wordsOf);
  const known = new Set([1, 2, run].flatMap((length) => runsOf(words, length)));
  const rows = new Set(tablesOf(signed).flatMap(rowsOf).map(keyOf));
  const isLost = (text: string) => {
    const own = wordsOf(text);
    return runsOf(own, Math.min(own.length, run)).some((each) => !known.has(each));
  };
  const passages = passagesOf(wanted, signedBy);
  const lacking = passages
    .filter((passage) => (typeof passage === 'string' ? isLost(passage) : !rows.has(keyOf(passage))))
    .map((passage) => (typeof passage === 'string' ? passage : passage.join(cellBreak)))
    .map((passage) => passage.replace(/\s+/gu, ' '));
  return { lacking, passages: passages.length };
}

/** What is looked for in the signed document: paragraphs and lines as their text, rows of figures as their cells' texts. */
function passagesOf(
  wanted: NeutralDocument,
  signedBy: readonly string[],
): readonly (string | readonly string[])[] {
  const told = wanted.blocks.flatMap((block): readonly (string | readonly string[])[] => {
    // Tables that only lay the page out have no rows that are counted.
    if (block.kind === 'table') return rowsOf(block).filter(([number = '']) => /^\d+$/.test(number));
    // A heading goes with what stood under it, which is told itself.
    return block.level !== undefined || isOpen(block.text) ? [] : [block.text];
  });
  return [...told, ...signedBy];
}

const cellBreak = ' | ';

function tablesOf({ blocks }: NeutralDocument): readonly Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** The texts of each row's cells. */
function rowsOf({ cells }: Table): readonly (readonly string[])[] {
  return [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => row.map(({ text }) => text));
}

function keyOf(row: readonly string[]): string {
  return row.flatMap(wordsOf).join(' ');
}

function textsOf({ blocks }: NeutralDocument): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
  );
}

/** With their marks, and a sign before a figure as a word of its own. */
function wordsOf(text: string): readonly string[] {
  const told = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[‐‑–−-](?=\d)/g, ' − ');
  return told.match(/[\p{L}\p{N}]+|−|\+(?=\d)/gu) ?? [];
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  if (length === 0) return [];
  return words.slice(0, words.length - length + 1).map((_, n) => words.slice(n, n + length).join(' '));
}

const mark = /(?<!\p{L})DỰ THẢO(?!\p{L})/u;
/** Below the letterhead: a heading in capitals may speak of some other draft. */
const markAlone = /^\P{L}*DỰ THẢO(?:\P{L}{1,9}lần \d{1,3})?\P{L}*$/iu;
/** How the lines end by which the draft alone asks the office for something. */
const draftOnly = [
  /; đề nghị [^()]{3,200} trước khi trình ký\. ?\)/u,
  /; nếu không bổ sung, bản trình ký bỏ mục này\. ?\)/u,
  /ghi “Có” ở trang tính “Câu chọn”\. ?\)/u,
];
/** Characters of such a line: of a longer one half of them from its beginning, and half from its end. */
const mostShown = 160;

/** The first line, or mark, in a signed document that stands in drafts alone and never goes upward; null where none does. */
export function draftWordsIn(signed: NeutralDocument): string | null {
  const texts = textsOf(signed).map((each) => each.normalize('NFC').replace(/\s+/gu, ' ').trim());
  if (isMarked(texts)) return draftWords.mark;
  // A line may be broken anywhere, and go on in another block.
  const text = texts.join(' ');
  for (const pattern of draftOnly) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const line = text.slice(openedBefore(text, found.index), found.index + found[0].length);
    if (line.length <= mostShown) return line;
    return `${line.slice(0, mostShown / 2)} … ${line.slice(-mostShown / 2)}`;
  }
  return null;
}

/** Where the bracket opens in which the text stands at `end`; there, where none is open. */
function openedBefore(text: string, end: number): number {
  let closed = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    if (text[at] === ')') closed += 1;
    else if (text[at] === '(' && closed-- === 0) return at;
  }
  return end;
}

/** The mark stands in the letterhead; a print may tell it in one piece with the number. */
function isMarked(texts: readonly string[]): boolean {
  const title = texts.findIndex((text) => text.startsWith(paperWords.kind));
  const letterhead = title < 0 ? texts : texts.slice(0, title);
  return mark.test(letterhead.join(' ')) || texts.some((text) => mark.test(text) && markAlone.test(text));
}

const open: ReadonlySet<string> = new Set([
  ...[draftWords.notFound, draftWords.causesTold, draftWords.noRequests],
  ...earlierDraftWords,
]);

/** Filled in by whoever signs, or struck before. */
export function isOpen(written: string): boolean {
  const text = written.normalize('NFC').replace(/\s+/gu, ' ');
  const [count = ''] = /\d+/.exec(text) ?? [];
  const counting = [draftWords.notChosen, draftWords.localRequests];
  if (counting.some((words) => text === words(Number(count)))) return true;
  return open.has(text) || isAskedFor(text) || /^\(Kèm theo Báo cáo số\s/.test(text);
}

function isAskedFor(text: string): boolean {
  const { from, by, to } = draftWords.asking;
  return text.startsWith(from) && text.includes(by) && text.endsWith(to);
}
