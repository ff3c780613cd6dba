/** The pieces that Rich Text Format is written in (version 1.9.1, "Contents of an RTF File"). */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\b0` is the word b with the number 0. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  /** A byte of text, in the code page of its font. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const TAB = 0x09;
const SPACE = 0x20;
const MINUS = 0x2d;
/** Words and their numbers are short. */
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

const open: RtfToken = { kind: 'open' };
const close: RtfToken = { kind: 'close' };

/** From the first byte to the last, each once. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void, undefined> {
  let at = 0;
  let plain = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const special = byte === BACKSLASH || byte === OPEN || byte === CLOSE || (byte < SPACE && byte !== TAB);
    if (!special) {
      at += 1;
      continue;
    }
    if (plain < at) yield { kind: 'bytes', bytes: bytes.subarray(plain, at) };
    if (byte === OPEN) yield open;
    else if (byte === CLOSE) yield close;
    if (byte === BACKSLASH) {
      const { token, end } = control(bytes, at + 1);
      yield token;
      at = end;
      if (token.kind === 'word' && token.word === 'bin') at += Math.max(0, token.number ?? 0);
    } else at += 1;
    plain = at;
  }
  if (plain < at) yield { kind: 'bytes', bytes: bytes.subarray(plain, at) };
}

function control(bytes: Uint8Array, from: number): { readonly token: RtfToken; readonly end: number } {
  let at = from;
  while (at - from < LONGEST_WORD && isLetter(bytes[at])) at += 1;
  if (at === from) return symbol(bytes, from);
  const word = String.fromCharCode(...bytes.subarray(from, at));
  const digits = at;
  if (bytes[at] === MINUS) at += 1;
  const longest = at + LONGEST_NUMBER;
  while (at < longest && isDigit(bytes[at])) at += 1;
  const number = at === digits ? null : Number(String.fromCharCode(...bytes.subarray(digits, at)));
  if (bytes[at] === SPACE) at += 1;
  return { token: { kind: 'word', word, number }, end: at };
}

/** One sign behind a backslash; two hexadecimal digits behind `\'` are a byte. */
function symbol(bytes: Uint8Array, at: number): { readonly token: RtfToken; readonly end: number } {
  const sign = bytes[at] ?? SPACE;
  if (sign === QUOTE) {
    const written = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
    return { token: { kind: 'bytes', bytes: Uint8Array.of(written || SPACE) }, end: at + 3 };
  }
  if (sign === BACKSLASH || sign === OPEN || sign === CLOSE) {
    return { token: { kind: 'bytes', bytes: Uint8Array.of(sign) }, end: at + 1 };
  }
  const word = sign < SPACE ? 'par' : String.fromCharCode(sign);
  return { token: { kind: 'word', word, number: null }, end: at + 1 };
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
