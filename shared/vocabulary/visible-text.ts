/** Text from a stranger's file, made safe to stand in a document of ours. */

/**
 * What has no shape of its own, or another one in every font: control letters, those that turn the direction of
 * writing, those of no width, private ones, and those that are no characters at all.
 */
const shapeless = /[[\p{Cc}\p{Cf}\p{Co}\p{DI}\p{NChar}]--[\t\n\r]]/gv;

/** NFC and nothing that a reader does not see; half a surrogate pair becomes U+FFFD, a separator of lines a line feed. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(shapeless, '')
    .normalize('NFC');
}

/** A cell of Excel holds no more. */
const longest = 32_767;

/**
 * Text for a cell, never taken for a formula: not on re-entry, not after an export to CSV. A list dash, or one
 * that stands alone, becomes the dash it stands for; any other leading `= + - @`, tab, return or `#` (error values) gets an apostrophe.
 */
export function neutralised(text: string): string {
  const safe = printable(text);
  const shown = /^-( |$)/.test(safe) ? `–${safe.slice(1)}` : /^[=+\-@\t\r#]/.test(safe) ? `'${safe}` : safe;
  return shown.length > longest ? `${shown.slice(0, longest - 1).toWellFormed()}…` : shown;
}

/** The text without the signs at its end that are of a kind; a pattern that ends in `$` would try at each of them. */
export function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
