import { RejectError } from '../../../vocabulary/errors.ts';

/** Why bytes are no text of XML. */
export class NotXmlText extends RejectError {
  override readonly name = 'NotXmlText';
  readonly code = 'NOT_XML_TEXT';
  readonly mendable = false;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** No text has any, so whoever looks on until something is otherwise ends there, and never looks past the array. */
export const ZEROS_BEHIND = 64;

/**
 * Turns the bytes of one XML part, piece by piece, into its characters: UTF-8 alone and without a flaw, no character
 * that XML forbids, lines ended by `\n`. The last characters of a piece can be put back, to come again with the next.
 */
export class Characters {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #encoder = new TextEncoder();
  /** What was put back, what came of an unfinished character, then the new piece. */
  #bytes = new Uint8Array(0);
  #kept = 0;
  #unfinished: Uint8Array = new Uint8Array(0);
  #afterReturn = false;
  #started = false;
  /** What there is to be read, zeros behind it. */
  #taken: Uint8Array = new Uint8Array(ZEROS_BEHIND);
  #keptIsAscii = true;
  #isAscii = false;

  /**
   * What is to be read next: what was put back and, behind it, what the piece adds; only whole characters.
   * @throws NotXmlText for a control character
   */
  take(piece: Uint8Array): void {
    const fresh = this.#afterReturn && piece[0] === LINE_FEED ? piece.subarray(1) : piece;
    if (piece.length > 0) this.#afterReturn = false;
    const from = this.#kept + this.#unfinished.length;
    let end = from + fresh.length;
    this.#reserve(end + ZEROS_BEHIND);
    this.#bytes.set(this.#unfinished, this.#kept);
    this.#bytes.set(fresh, from);
    this.#isAscii = this.#keptIsAscii && this.#unfinished.length === 0;
    if (this.#hasReturns(from, end)) end = this.#endLines(from, end);
    const whole = wholeCharacters(this.#bytes, end);
    this.#unfinished = this.#bytes.slice(whole, end);
    this.#bytes.fill(0, whole, whole + ZEROS_BEHIND);
    this.#kept = 0;
    this.#taken = this.#bytes.subarray(0, whole + ZEROS_BEHIND);
  }

  /** The bytes of what is to be read, zeros behind them, where they are ASCII alone; else null. To be done with before anything is put back. */
  get ascii(): Uint8Array | null {
    return this.#isAscii ? this.#taken : null;
  }

  /**
   * The characters of what is to be read.
   * @param from the byte at which to begin, where all are ASCII
   * @throws NotXmlText
   */
  text(from = 0): string {
    const text = this.#decode(this.#taken.subarray(from, this.#taken.length - ZEROS_BEHIND));
    if (this.#started || text === '') return text;
    this.#started = true;
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  /** Takes back the end of what was to be read. */
  putBack(text: string): void {
    this.#reserve(text.length * 3);
    this.#kept = this.#encoder.encodeInto(text, this.#bytes).written;
    this.#keptIsAscii = this.#kept === text.length;
  }

  /** @throws NotXmlText where the part ends within a character */
  end(): void {
    if (this.#unfinished.length > 0) throw new NotXmlText('not UTF-8');
  }

  #decode(bytes: Uint8Array): string {
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch (cause) {
      throw new NotXmlText('not UTF-8', { cause });
    }
    if (text.includes('\ufffe') || text.includes('\uffff')) throw forbidden(0xfffe);
    return text;
  }

  #reserve(size: number): void {
    if (this.#bytes.length >= size) return;
    const larger = new Uint8Array(size * 2);
    larger.set(this.#bytes.subarray(0, this.#kept));
    this.#bytes = larger;
  }

  /** Whether lines end in a way that is to be mended; finds out what is not ASCII, too. @throws NotXmlText for a control character */
  #hasReturns(from: number, end: number): boolean {
    // Eight bytes a step: the highest bit of a byte of `low` tells (with some false alarms) that it is below 0x20.
    const words = new Int32Array(this.#bytes.buffer, 0, this.#bytes.length >> 2);
    let found = false;
    let any = 0;
    let word = from >> 2;
    for (const last = (end >> 2) - 1; word < last; word += 2) {
      const [four, next] = [words[word] ?? 0, words[word + 1] ?? 0];
      any |= four | next;
      const low = (((four - 0x20202020) & ~four) | ((next - 0x20202020) & ~next)) & 0x80808080;
      if (low !== 0 && this.#judge(word << 2, (word << 2) + 8)) found = true;
    }
    if ((any & 0x80808080) !== 0) this.#isAscii = false;
    return this.#judge(word << 2, end) || found;
  }

  #judge(from: number, end: number): boolean {
    let found = false;
    for (let at = from; at < end; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (byte >= 0x80) this.#isAscii = false;
      if (byte >= 0x20 || byte === LINE_FEED || byte === TAB) continue;
      if (byte !== RETURN) throw forbidden(byte);
      found = true;
    }
    return found;
  }

  /** `\r\n` and `\r` → `\n`. @returns the new end */
  #endLines(from: number, end: number): number {
    const bytes = this.#bytes;
    let to = from;
    for (let at = from; at < end; at++) {
      const byte = bytes[at] ?? 0;
      bytes[to++] = byte === RETURN ? LINE_FEED : byte;
      if (byte !== RETURN) continue;
      if (at + 1 === end) this.#afterReturn = true;
      else if (bytes[at + 1] === LINE_FEED) at++;
    }
    return to;
  }
}

/** Where the last character that is there whole ends. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? end - back : end;
  }
  return end;
}

function forbidden(code: number): NotXmlText {
  // Where UTF-16 is read as UTF-8, every other byte is zero.
  const why = code === 0 ? 'not UTF-8' : 'not well-formed';
  return new NotXmlText(`${why}: character U+${code.toString(16).padStart(4, '0')}`);
}
