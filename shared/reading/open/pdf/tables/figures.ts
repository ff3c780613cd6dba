/** Figures as they stand in tables, and where a line of them is one number or several. */
import { type Segment, segmentOf, type Word } from '../words.ts';

/** A figure by itself, and what stands for one. */
const FIGURE = /^[-–−+±(<>~≈*$€£]*\d[\d.,:/]*[%‰)*+]*$/;
const NO_FIGURE = /^([-–—−.…*]{1,3}|n\/?a|[x×])$/iu;
/** What a program without lines draws instead of one, and what it fills gaps with. */
const LEADER = /^([.…·_]{3,}|[-–—=_]{4,}|[|│┃¦║])$/u;
const GROUP_BEGINS = /^[-–−(+]?\d{1,3}$/;
const GROUP = /^\d{3}([.,]\d+)?[%)]?$/;
/** Of a letter's size: the space within a number is no wider. */
const WITHIN_NUMBER = 0.4;
/** A gap this wide between words may stand between columns. */
const WIDE = 0.9;

/** Whether a word is a number, groups of three digits with spaces between them included. */
export function isFigure({ text }: { readonly text: string }): boolean {
  return FIGURE.test(text) || isGrouped(text);
}

/** `1 250 000`: one number with spaces in it. */
function isGrouped(text: string): boolean {
  if (!text.includes(' ') || !/^[-–−(+]?\d/.test(text)) return false;
  const [first = '', ...more] = text.split(' ');
  return more.length > 0 && GROUP_BEGINS.test(first) && more.every((group) => GROUP.test(group));
}

const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

/** A date whose pieces stand below each other, as the width of their cell broke it. */
export function isBrokenDate(pieces: readonly string[]): boolean {
  return pieces.length > 1 && DATE.test(pieces.join(''));
}

/** Dots to write on. */
export function isLeader({ text }: { readonly text: string }): boolean {
  return LEADER.test(text);
}

/** A figure, or what is written where there is none. */
export function isEntry(word: { readonly text: string }): boolean {
  return isFigure(word) || NO_FIGURE.test(word.text);
}

/** The numbers in a text: groups of three digits behind a narrow space belong to the number before. */
export function numbersIn(words: readonly Word[]): number {
  let numbers = 0;
  let open = false;
  words.forEach((word, n) => {
    const before = words[n - 1];
    const goesOn = open && before !== undefined && isOneNumber(before, word);
    if (isFigure(word) && !goesOn) numbers += 1;
    open = isFigure(word) && (goesOn || GROUP_BEGINS.test(word.text));
  });
  return numbers;
}

function isOneNumber(before: Word, word: Word): boolean {
  const narrow = word.left - before.right <= WITHIN_NUMBER * word.size;
  return narrow && (GROUP_BEGINS.test(before.text) || GROUP.test(before.text)) && GROUP.test(word.text);
}

/** A gap within a segment at which a column may end. */
export interface Gap {
  readonly left: number;
  readonly right: number;
}

/** Where a segment may be several cells: between figures, before the first of them, at leaders and wide gaps. */
export function gapsIn({ words }: Segment): readonly Gap[] {
  return words.flatMap((word, n) => {
    const before = words[n - 1];
    return before && mayPart(before, word) ? [{ left: before.right, right: word.left }] : [];
  });
}

function mayPart(before: Word, word: Word): boolean {
  if (isLeader(before) || isLeader(word)) return true;
  if (word.left - before.right > WIDE * word.size) return true;
  return isEntry(word) && !isOneNumber(before, word) && (isEntry(before) || /[\p{L})]$/u.test(before.text));
}

/** Two figures far from each other are no number. */
function isSure(before: Word, word: Word): boolean {
  return isEntry(before) && isEntry(word) && word.left - before.right > WIDE * word.size;
}

/** The segment in pieces, cut at the gaps that `isCut` tells; leaders are gaps. */
export function cutSegment(segment: Segment, isCut: (gap: Gap) => boolean): readonly Segment[] {
  const pieces: Word[][] = [[]];
  segment.words.forEach((word, n) => {
    const before = segment.words[n - 1];
    if (
      before &&
      (isSure(before, word) || (mayPart(before, word) && isCut({ left: before.right, right: word.left })))
    )
      pieces.push([]);
    if (!isLeader(word)) pieces.at(-1)?.push(word);
  });
  const filled = pieces.filter((words) => words.length > 0);
  return filled.length > 0 ? filled.map(segmentOf) : [segment];
}

/** How many figures a segment ends in. */
export function figuresAtTheEnd({ words }: Segment): number {
  let count = 0;
  for (const word of words.toReversed()) {
    if (!isEntry(word)) break;
    count += 1;
  }
  return count;
}
