/** Whether two units of measure mean the same: "VB" is "văn bản", but "người" is not "lượt người". */
import { fold, wordsOf } from './folding.ts';

// What people write for a meeting, whatever the form calls it.
const alike = [['cuoc', 'hoi nghi', 'buoi', 'lan']];

/** Whether a unit of measure, as written, is the one expected; true where either says nothing. */
export function sameUnit(written: string, expected: string): boolean {
  const [a, b] = [wordsOf(written), wordsOf(expected)];
  if (a.length === 0 || b.length === 0) return true;
  const [textA, textB] = [a.join(' '), b.join(' ')];
  if (textA === textB || alike.some((group) => group.includes(textA) && group.includes(textB))) return true;
  if (textA === initialsOf(b)) return true;
  if (textB === '%' && ['ty le', 'phan tram'].includes(textA)) return true;
  // "tin" for "tin, bài" leaves a word out; leaving out or adding "lượt" changes what is counted.
  const sameVisits = a.includes('luot') === b.includes('luot');
  return sameVisits && (a.every((word) => b.includes(word)) || b.every((word) => a.includes(word)));
}

/**
 * Whether what stands behind a number is a unit of measure that the regime knows, alone or with words that go with
 * it; signs, letters that look like digits and words of any other kind are none.
 * @param known the units of the regime
 */
export function isUnit(written: string, known: readonly string[]): boolean {
  if (!/^[\p{L}\p{M}²³\s.,/%]+$/u.test(written)) return false;
  const words = wordsOf(written);
  const text = words.join(' ');
  if (text === '') return false;
  const units = [...known.map(fold), ...alike.flat(), 'ty le', 'phan tram'].filter((unit) => unit !== '');
  const vocabulary = new Set(units.flatMap((unit) => unit.split(' ')));
  if (words.every((word) => vocabulary.has(word))) return true;
  return units.some((unit) => unit.includes(' ') && text.replaceAll(' ', '') === initialsOf(unit.split(' ')));
}

/** "vb" of "văn bản"; of a single word there are none, which a letter beside digits might be. */
function initialsOf(words: readonly string[]): string | null {
  return words.length < 2 ? null : words.map((word) => word[0]).join('');
}
