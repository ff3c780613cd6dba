import { tooMuch } from '../budget.ts';

/** Codes that the fonts of a file may map, a range for as many as it covers; a font that maps all it can has 65,536. */
const MAX_CODES = 4_000_000;
const seen = `PDF: > ${MAX_CODES.toLocaleString('vi')} mã chữ / character codes`;

/** A range of codes, as the maps of fonts write it: `<0000> <ffff> 0`, `<0000> <ffff> <0020>`, `<0000> <ffff> [ … ]`. */
const RANGE = /<([0-9a-f\s]{1,20})>\s{0,20}<([0-9a-f\s]{1,20})>\s{0,20}(?=[<[\d])/gi;
/** Longer than a range is written. */
const OVERLAP = 128;

/**
 * Counts what the maps of a file's fonts come to: the library that reads them writes each range out, code by code.
 * Ranges are counted wherever they are written, since it is no use to ask a stream what it is.
 */
export class MappedCodes {
  readonly #latin = new TextDecoder('windows-1252');
  #codes = 0;
  #left = '';

  /**
   * @param first whether a new stream begins with the piece
   * @throws UnreadableFile TOO_MUCH_TO_READ
   */
  read(piece: Uint8Array, first: boolean): void {
    const text = (first ? '' : this.#left) + this.#latin.decode(piece);
    let end = 0;
    for (const range of text.matchAll(RANGE)) {
      end = range.index + range[0].length;
      const span = numberOf(range[2]) - numberOf(range[1]) + 1;
      if (span > 0) this.#codes += span;
      if (this.#codes > MAX_CODES) throw tooMuch(`more than ${MAX_CODES} codes in ranges`, seen);
    }
    // What was counted is not counted again with the next piece.
    this.#left = text.slice(Math.max(end, text.length - OVERLAP));
  }
}

function numberOf(digits = ''): number {
  return Number.parseInt(digits.replace(/\s/g, ''), 16);
}
