/** Whether two units of measure mean the same: "VB" is "văn bản", but "người" is not "lượt người". */
import { wordsOf } from './folding.ts';

// What people write for a meeting, whatever the form calls it.
const alike = [['cuoc', 'hoi nghi', 'buoi', 'lan']];

export function sameUnit(written: string, expected: string): boolean {
  const [a, b] = [wordsOf(written), wordsOf(expected)];
  if (a.length === 0 || b.length === 0) return true;
  const [textA, textB] = [a.join(' '), b.join(' ')];
  if (textA === textB || alike.some((group) => group.includes(textA) && group.includes(textB))) return true;
  if (textA === b.map((word) => word[0]).join('')) return true;
  if (textB === '%' && ['ty le', 'phan tram'].includes(textA)) return true;
  // "tin" for "tin, bài" leaves a word out; leaving out or adding "lượt" changes what is counted.
  const sameVisits = a.includes('luot') === b.includes('luot');
  return sameVisits && (a.every((word) => b.includes(word)) || b.every((word) => a.includes(word)));
}
