/** Text from a stranger's file, made safe to stand in a document of ours. */

/** NFC without characters that XML 1.0 forbids; half a surrogate pair becomes U+FFFD. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
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
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
