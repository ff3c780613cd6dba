import { tooMuch } from '../budget.ts';

/** Codes that the fonts of a file may map in ranges; a font that maps all it can has 65,536. */
const MAX_CODES = 4_000_000;
const seen = `PDF: > ${MAX_CODES.toLocaleString('vi')} mã chữ / character codes`;

const BEGIN = /begin(?:bf|cid)range/i;
/** Remarks; texts in brackets of both kinds; lists; words and numbers. */
const TOKEN = /%[^\r\n]*|<([0-9a-f\s]{0,600})>|\([^()]{0,600}\)|[[\]]|[^\s<>[\]()%]{1,60}/gi;
/** Longer than what may be cut between two pieces. */
const OVERLAP = 700;

/**
 * Counts what the maps of a file's fonts come to: the library that reads them writes each range out, code by code.
 * Ranges stand between `beginbfrange` and `endbfrange`: two codes, and where they lead to. They are counted in any
 * stream, since it is no use to ask one what it is.
 */
export class MappedCodes {
  readonly #latin = new TextDecoder('windows-1252');
  #codes = 0;
  #left = '';
  /** What comes next within ranges; null outside. */
  #next: 'from' | 'to' | 'target' | null = null;
  #from = 0;
  #inList = false;

  /**
   * @param first whether a new stream begins with the piece
   * @throws UnreadableFile TOO_MUCH_TO_READ
   */
  read(piece: Uint8Array, first: boolean): void {
    if (first) this.#next = null;
    const text = (first ? '' : this.#left) + this.#latin.decode(piece);
    let at = 0;
    while (at < text.length) {
      if (this.#next === null) {
        const begin = BEGIN.exec(text.slice(at));
        if (!begin) break;
        at += begin.index + begin[0].length;
        this.#next = 'from';
        this.#inList = false;
      }
      at = this.#readRanges(text, at);
      if (this.#next !== null) break;
    }
    this.#left = text.slice(Math.max(at, text.length - OVERLAP));
  }

  /** @returns where the ranges end, or what may go on in the next piece begins */
  #readRanges(text: string, start: number): number {
    TOKEN.lastIndex = start;
    let end = start;
    for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
      // The last one may be cut short.
      if (TOKEN.lastIndex === text.length && text.length - start > 0 && !/[>\])]$/.test(token[0])) return end;
      end = TOKEN.lastIndex;
      if (/^end/i.test(token[0])) {
        this.#next = null;
        return end;
      }
      if (!token[0].startsWith('%')) this.#take(token[0], token[1]);
    }
    return end;
  }

  #take(token: string, digits: string | undefined): void {
    if (token === '[' || token === ']') {
      this.#inList = token === '[';
      if (!this.#inList) this.#next = 'from';
    } else if (this.#inList) {
      return;
    } else if (this.#next === 'target') {
      this.#next = 'from';
    } else {
      // No program writes codes in any other way; whoever does could mean any number of them.
      if (digits === undefined) throw tooMuch(`codes written as ${token.slice(0, 20)}`, seen);
      const code = Number.parseInt(digits.replace(/\s/g, ''), 16);
      if (this.#next === 'from') this.#from = code;
      else this.#codes += Math.max(0, code - this.#from + 1);
      if (this.#codes > MAX_CODES) throw tooMuch(`more than ${MAX_CODES} codes in ranges`, seen);
      this.#next = this.#next === 'from' ? 'to' : 'target';
    }
  }
}
