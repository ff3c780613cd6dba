/** Letters of Excel 5 and 95, one byte each, in the code page that the workbook names. */
import { BIFF8, recordsOf, viewOf } from './records.ts';

const CODE_PAGE = 0x0042;
const BEGIN_OF_ANY = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
/** What Windows and the Macintosh call their code pages here, besides their numbers. */
const labels: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page): [number, string] => [
    page,
    `windows-${page}`,
  ]),
  [0x8000, 'macintosh'],
  [10_000, 'macintosh'],
  [0x8001, 'windows-1252'],
]);

/**
 * What makes letters of the characters that bytes were taken for one by one; letters of Excel 97 and later stay as they
 * are. A code page that is not known is read as Western Europe's.
 */
export function lettersOf(stream: Uint8Array): (text: string) => string {
  const view = viewOf(stream);
  let label = 'windows-1252';
  for (const { type, body, length } of recordsOf(view)) {
    if (BEGIN_OF_ANY.has(type) && body === 4 && length >= 2 && view.getUint16(body, true) >= BIFF8)
      return asTheyAre;
    if (type !== CODE_PAGE || length < 2) continue;
    label = labels.get(view.getUint16(body, true)) ?? label;
    break;
  }
  const decoder = new TextDecoder(label);
  return (text) =>
    /[\u0080-\u00ff]/.test(text) && !/[^\0-\u00ff]/.test(text)
      ? decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)))
      : text;
}

function asTheyAre(text: string): string {
  return text;
}
