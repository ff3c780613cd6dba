/** Whether a text still is what somebody wrote, once its encoding is settled. */
import type { Damage } from '../../vocabulary/finding.ts';
import { isSyllable } from '../open/legacy-fonts/syllables.ts';
import { damageOfMarks } from './marks-gone.ts';

/** What the bytes 0x80 to 0xBF are in windows-1252 and its kin. */
const second = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Vietnamese letters of three bytes begin with E1 BA or E1 BB; no word has "áº" or "á»" before a sign. */
const threeBytes = new RegExp(`á[º»]${second}`);
/** Those of two bytes begin with C3 to C6; a letter may well stand before a closing quotation mark. */
const twoBytes = new RegExp(`[ÃĂÄÅÆ]${second}`, 'g');
const quotation = /[‘’“”–—…›»]/;

/** Letters that a font lacks come as zeros, those of a wrong code as control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text of a person has them.
const nothingCame = /[\ufffd\u0000-\u0008\u000e-\u001f\u0080-\u009f]/;
const ownOfAFont = /[\ue000-\uf8ff]/;
const letterOfAFont = /\p{L}[\ue000-\uf8ff]/u;
/** Left by pages of the web: "b&aacute;o", "b&#225;o". */
const entity = /\p{L}&(?:#\d{3,5}|[a-z]+(?:grave|acute|circ|tilde));/iu;
/** Left by programs: "b\\u00e1o", and the bytes of UTF-8 as "b=C3=A1o" or "b%C3%A1o". */
const escaped = /\\u[0-9a-f]{4}/i;
const escapedBytes = /([=%])(?:C[3-6]|E1)\1[89AB][0-9A-F]/i;
/** No Vietnamese word is longer. */
const LONGEST_WORD = 40;
/** What the beginning of a text says of it. */
const JUDGED = 20_000;
const address = /[/=@]|www\./;

/** What a printing program's wrong table of letters makes of "ư" and "đ": "l°ợt"; "t°C" is a measure. */
const signInWord = /\p{L}[°¯¿](?![CFK](?!\p{L}))\p{L}/u;

/** What is seen of a text by itself; null for one that is sound, or too short to tell. */
export function damageOf(text: string): Damage | null {
  // What is quick to look for comes first: a text may be millions of letters long.
  if (threeBytes.test(text) || (text.includes('&') && entity.test(text)) || hasTwoBytes(text))
    return 'misread';
  if (signInWord.test(text) || hasEscapes(text)) return 'misread';
  if (nothingCame.test(text) || (ownOfAFont.test(text) && letterOfAFont.test(text))) return 'lost';
  if (text.includes('?') && hasQuestionMarks(text)) return 'question-marks';
  return damageOfMarks(text.slice(0, JUDGED));
}

function hasEscapes(text: string): boolean {
  if (text.includes('\\') && escaped.test(text)) return true;
  if (!text.includes('%') && !text.includes('=')) return false;
  // In an address they are as they should be.
  return text.split(/\s+/).some((chunk) => escapedBytes.test(chunk) && !/:\/\/|www\.|@/.test(chunk));
}

function hasTwoBytes(text: string): boolean {
  const found = [...text.matchAll(twoBytes)];
  return found.some(({ index, 0: pair }) => {
    const behind = text.charAt(index + pair.length);
    return !quotation.test(pair) || /\p{Ll}/u.test(behind);
  });
}

/** A mark in the middle of what are no two words ("b?n"), or several that are no ends of sentences ("S? ?ơn"). */
function hasQuestionMarks(text: string): boolean {
  let weak = 0;
  for (const token of text.split(/\s+/)) {
    if (!token.includes('?') || address.test(token)) continue;
    const mark = token.indexOf('?');
    const [before] = /\p{L}*$/u.exec(token.slice(Math.max(0, mark - LONGEST_WORD), mark)) ?? [];
    const [, after] = /^\?+(\p{L}*)/u.exec(token.slice(mark)) ?? [];
    if (before && after && !(isSyllable(before) && isSyllable(after))) return true;
    if (before ? !isSyllable(before) && !/^\p{Lu}{2,}$/u.test(before) : Boolean(after)) weak += 1;
  }
  return weak > 1;
}

/** Words with letters beyond ASCII, and how many of them are built as Vietnamese ones. */
export interface WordCount {
  readonly judged: number;
  readonly vietnamese: number;
}

const word = /[A-Za-z\u00a1-\u200f\u2027-\ud7ff\uf900-\uffff]+/g;
/** "m²", "30°C" and signs by themselves say nothing of a language. */
const measure = /^[A-Za-z]{0,3}[²³°][A-Za-z]?$|^\P{L}+$/u;
/** What stands in a word without being seen; a soft hyphen may be a letter of an old code. */
const unseen = /(?!\u00ad)[\p{DI}\p{Cf}]/gu;
const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** How many words could be judged, and how many of these are spelt as Vietnamese is. */
export function wordsIn(text: string): WordCount {
  let judged = 0;
  let vietnamese = 0;
  for (const [found] of text.replace(unseen, '').matchAll(word)) {
    if (!/[^A-Za-z]/.test(found) || measure.test(found)) continue;
    judged += 1;
    if (isVietnamese(found)) vietnamese += 1;
  }
  return { judged, vietnamese };
}

function isVietnamese(found: string): boolean {
  const before = known.get(found);
  if (before !== undefined) return before;
  if (known.size === MOST_KNOWN) known.clear();
  const is = isSyllable(found);
  known.set(found, is);
  return is;
}
