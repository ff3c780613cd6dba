/** Amounts written in words, as they stand in brackets behind a number: "12 (mười hai)". */
import { wordsOf } from './folding.ts';

const digits: ReadonlyMap<string, number> = new Map([
  ...['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'].map(
    (word, digit): [string, number] => [word, digit],
  ),
  ['lam', 5],
  ['nham', 5],
  ['tu', 4],
]);
const thousands = new Map([
  ['nghin', 1e3],
  ['ngan', 1e3],
  ['trieu', 1e6],
  ['ty', 1e9],
  ['ti', 1e9],
]);
const TEN = 'muoi';
const HUNDRED = 'tram';
/** "một trăm linh năm": says that no tens are left out. */
const filler = ['linh', 'le'];

export interface AmountInWords {
  /** Two where a place is left unsaid: "một trăm hai" is 102 or 120. */
  readonly amounts: readonly number[];
  /** What stands behind it, folded: "van ban" of "mười hai văn bản". */
  readonly rest: string;
}

/** The amount a text begins with in words; null where it begins with none, or with words that make no number. */
export function amountInWords(text: string): AmountInWords | null {
  const words = wordsOf(text)
    .join(' ')
    .replace(/^(?:viet )?bang chu /, '')
    .split(' ');
  const until = words.findIndex((word) => !isPart(word));
  const parts = until === -1 ? words : words.slice(0, until);
  const amounts = [amountOf(parts, false), amountOf(parts, true)].filter((amount) => amount !== null);
  if (parts.length === 0 || amounts.length === 0) return null;
  return { amounts: [...new Set(amounts)], rest: words.slice(parts.length).join(' ') };
}

function isPart(word: string): boolean {
  return digits.has(word) || thousands.has(word) || word === TEN || word === HUNDRED || filler.includes(word);
}

/** @param shortened whether a digit that no word gives a place is of the one below the word before: tens behind "trăm" */
function amountOf(words: readonly string[], shortened: boolean): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  /** By what the digit counts where no word behind it tells. */
  let place = 1;
  let scales: readonly number[] = [];
  let before = '';
  for (const word of words) {
    const next = digits.get(word);
    const times = thousands.get(word);
    if (next !== undefined) {
      if (digit !== null) return null;
      digit = next;
      const above = before === HUNDRED ? 100 : thousands.get(before);
      place = shortened && above ? above / 10 : 1;
    } else if (times !== undefined) {
      const isLargest = scales.length > 0 && scales.every((scale) => scale < times);
      const isSmallest = scales.every((scale) => scale > times);
      const own = group + (digit ?? 0) * (group > 0 || isLargest ? place : 1);
      if (isLargest) total = (total + own) * times;
      else if (isSmallest && (digit !== null || before === TEN || before === HUNDRED)) total += own * times;
      else return null;
      scales = [...scales, times];
      [group, digit] = [0, null];
    } else if (word === TEN) {
      group += (digit ?? 1) * 10;
      digit = null;
    } else if (word === HUNDRED) {
      if (digit === null) return null;
      group += digit * 100;
      digit = null;
    } else if (digit !== null) {
      return null;
    }
    before = word;
  }
  return filler.includes(before) ? null : total + group + (digit ?? 0) * place;
}
