/** Where the shared texts of an old workbook change their font: [MS-XLS] 2.4.265, 2.5.293. */

/** From a letter on, counting from 0, a font by its number. */
export interface FontChange {
  readonly start: number;
  readonly font: number;
}

const WIDE = 1;
const EAST_ASIAN = 4;
const RICH = 8;
/** No text of a cell is longer. */
const LONGEST = 32_767;

/**
 * The font changes of each shared text, in the file's order; it ends where the data does not make sense.
 * @param parts the record of the shared texts and those that continue it
 */
export function fontChangesIn(parts: readonly Uint8Array[]): readonly (readonly FontChange[])[] {
  const bytes = new ContinuedBytes(parts);
  bytes.skip(4);
  const count = bytes.number(4);
  const found: FontChange[][] = [];
  while (found.length < count && !bytes.atEnd) {
    const length = bytes.number(2);
    const flags = bytes.number(1);
    const changes = (flags & RICH) === 0 ? 0 : bytes.number(2);
    const aids = (flags & EAST_ASIAN) === 0 ? 0 : bytes.number(4);
    if (length > LONGEST || changes > LONGEST) break;
    bytes.skipLetters(length, (flags & WIDE) !== 0);
    found.push(Array.from({ length: changes }, () => ({ start: bytes.number(2), font: bytes.number(2) })));
    bytes.skip(aids);
  }
  return found;
}

/** The bytes of several records one after another. */
class ContinuedBytes {
  readonly #parts: readonly Uint8Array[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts.filter(({ length }) => length > 0);
  }

  get atEnd(): boolean {
    return this.#part >= this.#parts.length;
  }

  /** @param size in bytes, the lowest first; what is missing at the end counts as 0 */
  number(size: number): number {
    let value = 0;
    for (let n = 0; n < size; n += 1) value += this.#next() * 256 ** n;
    return value;
  }

  skip(size: number): void {
    for (let left = size; left > 0 && !this.atEnd; ) left -= this.#pass(left);
  }

  /** Letters that run on in another record tell there anew how wide they are. */
  skipLetters(count: number, wide: boolean): void {
    let width = wide ? 2 : 1;
    for (let left = count; left > 0 && !this.atEnd; ) {
      const part = this.#part;
      left -= Math.ceil(this.#pass(left * width) / width);
      if (left > 0 && this.#part !== part) width = (this.#next() & WIDE) !== 0 ? 2 : 1;
    }
  }

  #next(): number {
    const byte = this.#parts[this.#part]?.[this.#at] ?? 0;
    this.#pass(1);
    return byte;
  }

  /** Passes so many bytes of the open part, at most; answers how many. */
  #pass(size: number): number {
    const length = this.#parts[this.#part]?.length ?? 0;
    const passed = Math.min(size, length - this.#at);
    this.#at += passed;
    if (this.#at >= length) {
      this.#part += 1;
      this.#at = 0;
    }
    return passed;
  }
}
