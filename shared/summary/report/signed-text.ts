/** Whether a signed report says what was to be signed: its text held against the draft's, or the corrected draft's. Pure. */
import type { NeutralDocument } from '../../reading/model/document.ts';
import { fold } from '../../reading/understand/folding.ts';
import { draftWords } from '../../wording/report.ts';

/** So many words in a row: what a program prints between two lines breaks few of them. */
const run = 3;
/** The share of a paragraph's runs that are found again, however the lines were put together; those with figures all. */
const enough = 0.85;

/**
 * Paragraphs and rows of figures that the signed document lacks, each as it was to be signed. What a draft leaves open
 * (number, day, name) is none of them.
 */
export function lackingIn(signed: NeutralDocument, wanted: NeutralDocument): readonly string[] {
  const words = textsOf(signed).flatMap(wordsOf);
  const known = new Set([...words, ...runsOf(words, 2), ...runsOf(words, run)]);
  // A heading goes with what stood under it, which is told itself.
  const said = wanted.blocks.filter((block) => block.kind === 'table' || block.level === undefined);
  return textsOf({ blocks: said }).filter((text) => {
    const own = wordsOf(text);
    if (own.length === 0 || isOpen(text)) return false;
    // A row's name may be printed on two lines, with its figures between them.
    const isRow = text.includes(cellBreak);
    const told = runsOf(own, Math.min(own.length, isRow ? 2 : run));
    const lost = told.filter((each) => !known.has(each));
    return lost.some((each) => /\d/.test(each)) || (!isRow && lost.length > (1 - enough) * told.length);
  });
}

const cellBreak = ' | ';

function textsOf({ blocks }: Pick<NeutralDocument, 'blocks'>): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    const rows = Map.groupBy(block.cells, ({ row }) => row);
    return [...rows.values()].map((cells) => cells.map(({ text }) => text).join(cellBreak));
  });
}

function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  return words.slice(0, words.length - length + 1).map((_, n) => words.slice(n, n + length).join(' '));
}

const open = [draftWords.mark, draftWords.noStrengths, draftWords.noRequests, draftWords.signerName].map(
  fold,
);

/** Filled in by whoever signs, or struck before. */
function isOpen(text: string): boolean {
  const folded = fold(text);
  return open.some((each) => folded.includes(each)) || /\b(?:so bc|ngay thang nam)\b/.test(folded);
}
