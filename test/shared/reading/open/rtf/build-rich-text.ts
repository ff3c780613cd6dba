/** A rich text around what stands in its body. */
export function rtfOf(
  body: string,
  fonts = '{\\f0 Times New Roman;}{\\f1 .VnTime;}{\\f2\\fcharset163 Arial;}',
): Uint8Array {
  return Uint8Array.from(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl${fonts}}${body}}`, 'latin1'));
}

/** Letters beyond ASCII by their numbers, each with a `?` for programs that do not know them. */
export function rtfText(text: string): string {
  return text
    .replace(/[\\{}]/g, '\\$&')
    .replaceAll('\n', '\\line ')
    .replace(
      /[^ -~]/g,
      (letter) =>
        `\\u${letter.charCodeAt(0) > 32_767 ? letter.charCodeAt(0) - 65_536 : letter.charCodeAt(0)}?`,
    );
}

/** Rows of cells of 1000 twips each. */
export function rtfTable(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => {
      const edges = row.map((_, n) => `\\cellx${(n + 1) * 1000}`).join('');
      return `\\trowd${edges}${row.map((text) => `\\pard\\intbl ${rtfText(text)}\\cell`).join('')}\\row`;
    })
    .join('\n')
    .concat('\\pard ');
}
