/** How the numbers of one column are written: 1.234,5 as in Vietnam, 1,234.5 as in English, or both. */
import type { Cell } from '../model/document.ts';

export type Separators = 'vietnamese' | 'english' | 'mixed' | 'unknown';

/** Numbers that can be meant in one way only; a lone `1.234` or `1,234` tells nothing. */
const vietnamese = /^-?(\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}|\d+,(\d{1,2}|\d{4,}))$/;
const english = /^-?(\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d+\.(\d{1,2}|\d{4,}))$/;

/** @param cells those of one column with figures; numbers that the file stores as such are written in no way */
export function separatorsIn(cells: readonly Cell[]): Separators {
  let [vietnameseOnes, englishOnes] = [0, 0];
  for (const { number, date, text } of cells) {
    if (number !== undefined || date !== undefined) continue;
    const written = /-?\d[\d.,]*\d/.exec(text)?.[0] ?? '';
    if (vietnamese.test(written)) vietnameseOnes += 1;
    else if (english.test(written)) englishOnes += 1;
  }
  if (vietnameseOnes > 0 && englishOnes > 0) return 'mixed';
  if (englishOnes > 0) return 'english';
  return vietnameseOnes > 0 ? 'vietnamese' : 'unknown';
}
