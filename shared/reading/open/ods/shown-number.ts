import { MULTIPLIED, SIGNS } from '../number-shapes/multiplied.ts';

/** What makes a number another one: words behind it ("120 nghìn" is shown for 120), a sign that makes it a bound ("<12"). */
const SHOWN_MULTIPLIED = new RegExp(`\\d\\s*(?:‰|${MULTIPLIED})|[<>≤≥]`, 'iu');
/** Around what is above 0: a sign, the brackets of a negative number, a letter that looks like a digit. */
const SIGNED = new RegExp(`^\\s*[${SIGNS}(]\\s*\\d|\\d\\s*[${SIGNS}]\\s*$|\\d[OolI]$`, 'u');
/** The code of a currency in front of its amount ("VND1,234"). */
const CURRENCY = /(?<![\p{L}\d])\p{Lu}{3}(?=[.,]?\d)/gu;
/** Digits with what parts them, from a decimal mark on where the style has no nought; those of a unit ("m2") are none. */
const NUMERAL = /(?:(?<![\p{L}\d.,])[.,](?=\d)|(?<![\p{L}\d]))\d+(?:[\p{Zs}.,'’]\d+)*/gu;
/** A fraction, with the whole in front of it where there is one; a day ("3/5/24") is none. */
const FRACTION = /^\P{Nd}*(?:(\d+)\p{Zs}+)?(\d+)\p{Zs}*[/⁄]\p{Zs}*(\d+)\P{Nd}*$/u;
/** Digits and the power of ten that they are multiplied by. */
const POWER = /^[^\d.,]*([\d.,]*\d)\p{Zs}*E\p{Zs}*(?:([+-])\p{Zs}*)?(\d{1,3})\P{Nd}*$/iu;
/**
 * Whether what a style makes of a number is that number, rounded at most: it may leave out thousands, add digits or
 * words, or put a text in the number's place.
 * @param shown the cell's text; '' where the file has none, which says nothing
 */
export function showsAnother(number: number, shown: string): boolean {
  if (SHOWN_MULTIPLIED.test(shown) || (number > 0 && SIGNED.test(shown))) return true;
  const [, whole = '0', over, under] = FRACTION.exec(shown) ?? [];
  if (over !== undefined && under !== undefined) {
    const value = Number(whole) + Number(over) / Number(under);
    return !isNear(number, value, 0.5 / Number(under));
  }
  const [, digits, sign = '', power] = POWER.exec(shown) ?? [];
  if (digits !== undefined) {
    return !readings(digits).some((each) => isRounded(number, each, Number(`${sign}${power}`)));
  }
  const numerals = shown.replace(CURRENCY, '').match(NUMERAL) ?? [];
  // A nought may well be shown as "-" or "Không".
  if (numerals.length === 0) return number !== 0 && /[^\s#]/.test(shown);
  const [numeral = ''] = numerals;
  return numerals.length > 1 || !readings(numeral).some((each) => isRounded(number, each));
}

/** Whether what is shown for a share is the hundredfold of the number, rounded at most. */
export function showsPercent(number: number, shown: string): boolean {
  return shown.endsWith('%') && /\d/.test(shown) && !showsAnother(number * 100, shown);
}

interface Reading {
  readonly value: number;
  readonly places: number;
}

/** A numeral whose last mark parts thousands, and one whose last mark is the decimal one: the style knows which. */
function readings(numeral: string): readonly Reading[] {
  const parts = numeral.split(/\D/u);
  const isParted = /^\d+(?:\D\d{2,3})*\D\d{3}$/u.test(numeral);
  const whole = { value: Number(parts.join('')), places: 0 };
  const decimals = parts.pop() ?? '';
  if (parts.length === 0) return [whole];
  const fraction = { value: Number(`${parts.join('')}.${decimals}`), places: decimals.length };
  // "12.34" has no thousands, nor has what begins with its mark.
  return isParted ? [whole, fraction] : [fraction];
}

/** @param power the power of ten by which the reading is multiplied */
function isRounded(number: number, { value, places }: Reading, power = 0): boolean {
  // Programs round halves up, down or to even.
  return isNear(number, raised(value, power), raised(0.5, power - places));
}

/** As it is written, for powers that a number alone cannot hold (5E-324). */
function raised(value: number, power: number): number {
  return power === 0 ? value : Number(`${value}e${power}`);
}

function isNear(number: number, value: number, most: number): boolean {
  // Programs keep 15 digits.
  const difference = Math.abs(Math.abs(number) - value) - Math.abs(number) * 1e-14;
  return Number.isFinite(value) && difference <= most;
}
