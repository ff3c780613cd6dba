import { MULTIPLIED } from '../number-shapes/multiplied.ts';

/** Words behind a number that make it another one ("120 nghìn" is shown for 120). */
const SHOWN_MULTIPLIED = new RegExp(`\\d\\s*${MULTIPLIED}`, 'iu');
/** Digits with what parts them; those of a unit ("m2", "CO2") are none. */
const NUMERAL = /(?<![\p{L}\d])\d+(?:[\p{Zs}.,'’]\d+)*/gu;
/** Powers of ten and fractions round more than their digits tell. */
const ROUNDED_OTHERWISE = /\d\s*(?:E\s*(?:[+-]\s*)?\d|[/⁄]\s*\d)/iu;

/**
 * Whether what a style makes of a number is that number, rounded at most: it may leave out thousands, add digits or
 * words, or put a text in the number's place.
 * @param shown the cell's text; '' where the file has none, which says nothing
 */
export function showsAnother(number: number, shown: string): boolean {
  if (SHOWN_MULTIPLIED.test(shown)) return true;
  if (ROUNDED_OTHERWISE.test(shown)) return false;
  const numerals = shown.match(NUMERAL) ?? [];
  // A nought may well be shown as "-" or "Không".
  if (numerals.length === 0) return number !== 0 && /[\p{L}\d]/u.test(shown);
  const [numeral = ''] = numerals;
  return numerals.length > 1 || !readings(numeral).some((each) => isRounded(number, each));
}

interface Reading {
  readonly value: number;
  readonly places: number;
}

/** A numeral whose last mark parts thousands, and one whose last mark is the decimal one: the style knows which. */
function readings(numeral: string): readonly Reading[] {
  const parts = numeral.split(/\D/u);
  const whole = { value: Number(parts.join('')), places: 0 };
  const decimals = parts.pop() ?? '';
  if (parts.length === 0) return [whole];
  return [whole, { value: Number(`${parts.join('')}.${decimals}`), places: decimals.length }];
}

function isRounded(number: number, { value, places }: Reading): boolean {
  const unit = 10 ** -places;
  // Programs round halves up, down or to even, and keep 15 digits.
  return Math.abs(Math.abs(number) - value) <= unit * 0.5 + Math.abs(number) * 1e-14;
}
