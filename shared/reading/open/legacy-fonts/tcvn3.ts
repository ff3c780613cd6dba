/**
 * TCVN3 (TCVN 5712:1993, part 1) as the fonts .VnTime, .VnArial … use it: one character a letter, stored under the
 * Latin-1 characters of the same bytes. U+00AD is "ư" here, not a soft hyphen.
 */
const rows: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíị'],
  [0xdf, 'ò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** The character stored → the letter seen. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([first, letters]) =>
    Array.from(letters, (letter, n): [string, string] => [String.fromCharCode(first + n), letter]),
  ),
);

/** The text as the font shows it; characters that are no letters of the code stay. */
export function readTcvn3(text: string): string {
  return Array.from(text, (character) => tcvn3Letters.get(character) ?? character).join('');
}

/** Whether TCVN3 has a letter stored as the character. */
export function isOfTcvn3(character: string): boolean {
  return tcvn3Letters.has(character);
}
