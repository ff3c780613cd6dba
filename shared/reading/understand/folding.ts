/** Folding: the form in which words are compared, whatever their marks, case, punctuation and spelling habits. */

import { RAISED, withoutRaised } from '../open/looks/raised.ts';
import { asSeen } from './confusables.ts';

/**
 * `"Luỹ kế từ đầu năm:"` → `"luy ke tu dau nam"`. Marks, đ, case, punctuation and runs of space fall away;
 * "tỉ lệ" folds as "tỷ lệ", "kì" as "kỳ", "quí" as "quý". `%` stays, as a word of its own; marks of notes
 * above the line fall away, and so do letters that nobody sees; those that look like Latin ones are these.
 */
export function fold(text: string): string {
  return withOneSpelling(foldLatin(text) ?? foldAny(text));
}

function withOneSpelling(folded: string): string {
  return folded.replace(/\bti le\b/g, 'ty le').replace(/\b(k|qu)i\b/g, '$1y');
}

function foldAny(text: string): string {
  return asSeen(withoutRaised(text))
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/%/g, ' % ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/**
 * As `fold`, but with the marks that tell Vietnamese words apart ("chưa" from "chữa"), in NFC. What is sought in it is
 * written by `withOrWithoutMarks`.
 */
export function foldKeepingMarks(text: string): string {
  return asSeen(withoutRaised(text))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%]+/gu, ' ')
    .trim();
}

/**
 * A pattern of words with their marks, of which each may also stand without any: "chưa" → `(?:chưa|chua)`.
 * @param pattern of whole words in small letters, with no letters but theirs
 */
export function withOrWithoutMarks(pattern: string): string {
  return pattern.normalize('NFC').replace(/\p{L}+/gu, (word) => {
    const plain = foldAny(word);
    return plain === word ? word : `(?:${word}|${plain})`;
  });
}

/** Beyond this a text is folded as a whole. */
const LONGEST = 2000;

const DROPPED = 0;
const SPACE = 0x20;
const PERCENT = 0x25;
const UNKNOWN = 0xffff;
const ELSEWHERE = 0xfffe;

/** Where Latin letters, their marks and their punctuation stand in Unicode. */
const LATIN = [
  [0x0000, 0x024f],
  [0x0300, 0x036f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
] as const;

/** What each character of Latin script, as far as it has been met, folds to. */
const FOLDED = new Uint16Array(0x2070).fill(UNKNOWN);
const letters = new Uint16Array(2 * LONGEST);

/**
 * As `foldAny`, character by character: in Latin script none depends on its neighbours, and a report is folded some
 * thousand times.
 * @returns null for a text that is not all in Latin script
 */
function foldLatin(text: string): string | null {
  if (text.length > LONGEST) return null;
  let count = 0;
  let gap = false;
  for (let at = 0; at < text.length; at++) {
    const letter = foldedLetter(text.charCodeAt(at));
    if (letter === ELSEWHERE) return null;
    if (letter === DROPPED) continue;
    if (letter === SPACE) {
      gap = true;
      continue;
    }
    if ((gap || letter === PERCENT) && count > 0) letters[count++] = SPACE;
    letters[count++] = letter;
    gap = letter === PERCENT;
  }
  // Spread, they would be iterated one by one, which takes three times as long.
  return Reflect.apply(String.fromCharCode, null, letters.subarray(0, count));
}

function foldedLetter(code: number): number {
  const known = code < FOLDED.length ? (FOLDED[code] ?? ELSEWHERE) : ELSEWHERE;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(code);
  const latin = !RAISED.includes(character) && LATIN.some(([first, last]) => code >= first && code <= last);
  const [, folded] = (latin && /^a(| | % |[^ ])a$/.exec(foldAny(`a${character}a`))) || [];
  let letter = ELSEWHERE;
  if (folded !== undefined) letter = folded === '' ? DROPPED : folded.trim().charCodeAt(0) || SPACE;
  FOLDED[code] = letter;
  return letter;
}

/** The folded words of a text; none for a text without letters and digits. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Whether `phrase` (folded) stands in `folded` as whole words. */
export function hasPhrase(folded: string, phrase: string): boolean {
  return ` ${folded} `.includes(` ${phrase} `);
}

/** Whether `words` begin with all of `start`. */
export function startsWithWords(words: readonly string[], start: readonly string[]): boolean {
  return start.length <= words.length && start.every((word, at) => word === words[at]);
}
