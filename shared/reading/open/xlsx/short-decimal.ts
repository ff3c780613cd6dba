const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/** Every decimal of so many digits has a double of its own, and that double's shortest decimal is this one. */
const MOST_DIGITS = 15;

const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** No such decimal is longer: a sign, `0.00000` and its digits. */
const LONGEST = 30;
const written = new Uint8Array(LONGEST);

/** @see shortDecimalIn */
export function shortDecimal(text: string): number {
  if (text.length > LONGEST) return Number.NaN;
  for (let at = 0; at < text.length; at++) written[at] = Math.min(text.charCodeAt(at), 0x80);
  return shortDecimalIn(written, 0, text.length);
}

/**
 * The number of a decimal that is written as JavaScript itself would write that number: nearly all numbers of nearly
 * all workbooks. Several times faster than `Number` and `String`, and the same: up to 15 digits and 10^22 both parts of
 * the division are exact, so its result is the nearest double.
 * @param codes of ASCII
 * @returns NaN for anything that is written otherwise
 */
export function shortDecimalIn(codes: Uint8Array, start: number, end: number): number {
  const negative = start < end && codes[start] === MINUS;
  let number = 0;
  let digits = 0;
  let point = -1;
  const from = negative ? start + 1 : start;
  for (let at = from; at < end; at++) {
    const code = codes[at] ?? 0;
    if (code >= ZERO && code <= NINE) {
      number = number * 10 + code - ZERO;
      if (number > 0) digits++;
    } else if (code === POINT && point < 0 && at > from) point = at;
    else return Number.NaN;
  }
  const places = point < 0 ? 0 : end - 1 - point;
  const whole = (point < 0 ? end : point) - from;
  const lastIsZero = point >= 0 && (places === 0 || codes[end - 1] === ZERO);
  const leadingZero = whole > 1 && codes[from] === ZERO;
  const unusual = whole === 0 || digits > MOST_DIGITS || lastIsZero || leadingZero;
  // Below a millionth JavaScript writes an exponent; -0 it writes without a sign.
  if (unusual || (number === 0 && negative)) return Number.NaN;
  const value = places === 0 ? number : number / (POWERS[places] ?? Number.NaN);
  if (value !== 0 && value < 1e-6) return Number.NaN;
  return negative ? -value : value;
}
