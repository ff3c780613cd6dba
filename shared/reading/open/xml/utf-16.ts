import { NotXmlText } from './characters.ts';

/** The two ways in which a part of UTF-16 begins: with its mark, or with `<`. */
const beginnings = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0x3c, 0x00] },
  { encoding: 'utf-16be', bytes: [0x00, 0x3c] },
] as const;

/**
 * Makes UTF-8 of a part's pieces where they are UTF-16, and leaves all others alone.
 * @throws NotXmlText
 */
export class Recoder {
  #decoder: InstanceType<typeof TextDecoder> | null | undefined;
  #first: Uint8Array = new Uint8Array(0);
  readonly #encoder = new TextEncoder();

  recode(piece: Uint8Array): Uint8Array {
    let bytes = piece;
    if (this.#decoder === undefined) {
      bytes = this.#first.length === 0 ? piece : Uint8Array.of(...this.#first, ...piece);
      this.#first = bytes;
      // Two bytes tell; of one nothing is known yet.
      if (bytes.length < 2) return new Uint8Array(0);
      const known = beginnings.find((each) => each.bytes.every((byte, n) => bytes[n] === byte));
      this.#decoder = known ? new TextDecoder(known.encoding, { fatal: true, ignoreBOM: false }) : null;
    }
    return this.#decoder === null ? bytes : this.#encoder.encode(this.#decode(bytes));
  }

  /** What is left at the part's end. */
  end(): Uint8Array {
    if (this.#decoder === undefined) return this.#first;
    if (this.#decoder !== null) this.#decode();
    return new Uint8Array(0);
  }

  #decode(bytes?: Uint8Array): string {
    try {
      return this.#decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    } catch (cause) {
      throw new NotXmlText('not UTF-16', { cause });
    }
  }
}
