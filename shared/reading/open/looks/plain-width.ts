/**
 * Letters, digits and signs as wide as a Chinese character, which keyboards of East Asia write, and the digits of
 * mathematical alphabets (UAX #11, UAX #15): they look like the plain ones, and compatibility makes these of them.
 */
const NOT_PLAIN = /[\u3000\uff01-\uff5e]|[\u{1d7ce}-\u{1d7ff}]/gu;

/** The text with plain letters, digits and signs in their place. */
export function ofPlainWidth(text: string): string {
  return text.replace(NOT_PLAIN, (character) => character.normalize('NFKC'));
}
