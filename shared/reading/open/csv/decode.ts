import { inCapitals } from '../legacy-fonts/legacy-text.ts';
import { isSyllable } from '../legacy-fonts/syllables.ts';
import { readTcvn3 } from '../legacy-fonts/tcvn3.ts';
import { readVni } from '../legacy-fonts/vni.ts';

/**
 * How the letters of a plain text are stored. `tcvn3` and `vni` are the codes of before Unicode; `utf-8` texts that
 * were typed in such a font and exported as they were stored are told by that code too.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1258' | 'tcvn3' | 'vni';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Of the words beyond ASCII so many must be Vietnamese before an old code is believed. */
const ENOUGH = 0.6;
const WORDS_JUDGED = 20_000;
/** Bytes that windows-1252 has no character for; TextDecoder makes controls of them. */
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/;
/** Characters judged; titles and column heads come first. */
const LENGTH_JUDGED = 500_000;

/**
 * The text behind bytes without any statement of their encoding: a byte order mark, then the zeros of UTF-16, then
 * UTF-8, then the old code in which most words are Vietnamese, then Western Europe's.
 * @returns null where they are no text in any of these
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  const unicode = decodeAs('utf-8', bytes) ?? damagedUnicode(bytes);
  const latin = unicode?.text ?? new TextDecoder('windows-1252').decode(bytes);
  if (unicode && !isLatin(latin)) return unicode;
  // What a font of before Unicode shows is stored as Latin letters, whatever they are encoded in.
  const readings: readonly { readonly encoding: Encoding; readonly read: (text: string) => string }[] = [
    ...(unicode
      ? []
      : [
          { encoding: 'windows-1252' as const, read: (text: string) => text },
          { encoding: 'windows-1258' as const, read: (text: string) => wordByWord(text, codePage1258) },
        ]),
    { encoding: 'tcvn3', read: (text) => wordByWord(text, (word) => inCapitals(readTcvn3(word))) },
    { encoding: 'vni', read: (text) => wordByWord(text, readVni) },
  ];
  const beginning = latin.slice(0, LENGTH_JUDGED);
  let most = unicode ? shareOfSyllables(beginning) : 0;
  let best: (typeof readings)[number] | null = null;
  for (const reading of readings) {
    const share = shareOfSyllables(reading.read(beginning));
    if (share < ENOUGH || share <= most) continue;
    best = reading;
    most = share;
  }
  if (best) return { text: best.read(latin), encoding: best.encoding };
  // What is written without its marks, or lost them, has the letters of Western Europe's code page at the most.
  return unicode ?? (UNDEFINED.test(latin) ? null : { text: latin, encoding: 'windows-1252' });
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return null;
  // Digits, separators and most letters of Vietnamese have a zero for their upper byte, and none for the lower one.
  const judged = Math.min(bytes.length, 4096);
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < judged; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (even === 0 && odd > judged / 8) return 'utf-16le';
  return odd === 0 && even > judged / 8 ? 'utf-16be' : null;
}

/** @returns null where the bytes are not of that encoding throughout */
function decodeAs(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Letters of UTF-8 that are whole, for one that is not: so many no other code has by chance. */
const WHOLE_TO_BROKEN = 50;

/** UTF-8 in which a few letters were cut or overwritten; they are U+FFFD. */
function damagedUnicode(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let [whole, broken] = [0, 0];
  for (const letter of text) {
    if (letter === '\ufffd') broken += 1;
    else if (letter > '\u007f') whole += 1;
  }
  return whole >= broken * WHOLE_TO_BROKEN ? { text, encoding: 'utf-8' } : null;
}

/** Text with letters beyond ASCII, all of them such as Western Europe's code page holds. */
function isLatin(text: string): boolean {
  return /[\u0080-\u00ff]/.test(text) && !/[\u0100-\u200f\u2027-\uffff]/.test(text);
}

/** What windows-1252 made of the bytes, as windows-1258 has it; its marks are characters of their own. */
function codePage1258(latin: string): string {
  return latin
    .replace(/[\u0080-\uffff]/g, (character) => differing.get(character) ?? character)
    .normalize('NFC');
}

const differing: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 128 }, (_, n): [string, string] => {
    const byte = Uint8Array.of(128 + n);
    return [new TextDecoder('windows-1252').decode(byte), new TextDecoder('windows-1258').decode(byte)];
  }),
);

/** Part after part, so that the words of a long text never stand in memory together. */
function wordByWord(text: string, read: (word: string) => string): string {
  let whole = '';
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf('\n', at + LENGTH_JUDGED);
    const end = line < 0 ? text.length : line;
    whole += text.slice(at, end).replace(/[A-\uffff]+/g, read);
    at = end;
  }
  return whole;
}

/** Of the words with anything beyond ASCII in them, the share that are built as Vietnamese syllables are. */
function shareOfSyllables(text: string): number {
  let judged = 0;
  let found = 0;
  // A sign within a word is what a wrong reading leaves there, so only ASCII and quotation marks end one.
  for (const [word] of text.matchAll(/[A-Za-z\u0080-\u009f\u00a1-\u200f\u2027-\uffff]+/g)) {
    if (!/[^A-Za-z]/.test(word)) continue;
    judged += 1;
    if (isSyllable(word.normalize('NFC')) && !/\p{Ll}.*\p{Lu}/u.test(word)) found += 1;
    if (judged === WORDS_JUDGED) break;
  }
  return judged === 0 ? 0 : found / judged;
}
