const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Puts the characters in the place of their references (`&lt;`, `&#7885;`).
 * @returns null where one has no end, or is none of the five that need no DOCTYPE
 */
export function resolveReferences(text: string): string | null {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const character = end < 0 ? undefined : characterOf(text.slice(at + 1, end));
    if (character === undefined) return null;
    resolved += text.slice(from, at) + character;
    from = end + 1;
  }
  return resolved + text.slice(from);
}

function characterOf(reference: string): string | undefined {
  const numbers = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(reference);
  if (!numbers) return PREDEFINED.get(reference);
  const [, hexadecimal, decimal] = numbers;
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return isCharacter(point) ? String.fromCodePoint(point) : undefined;
}

/** The characters of XML 1.0 (production 2). */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 0x09 || point === 0x0a || point === 0x0d;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}
