import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { sha256Hex } from '../request.ts';
import type { VerifiedSignature } from '../signature.ts';

const MAX_LINE_BYTES = 16 * 1024;
const EMPTY_HASH = sha256Hex('');

/**
 * Decodes an aws-chunked body and, for the signed kinds, checks every chunk's and the trailer's signature. Trailing
 * headers land in `trailers` (lower-case names) once the body has been read to its end.
 */
export async function* decodeChunks(
  source: AsyncIterable<Uint8Array>,
  signature: VerifiedSignature,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const signed = signature.payload.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  const withTrailer = signature.payload.endsWith('-TRAILER');
  const reader = new ByteReader(source);
  let previous = signature.signature;
  const expectSignature = async (kind: 'PAYLOAD' | 'TRAILER', given: string | undefined, parts: string[]) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, signature.longDate, signature.scope, previous, ...parts].join(
      '\n',
    );
    const expected = await signature.sign(text);
    if (expected !== given) {
      throw new Refusal(
        403,
        'SignatureDoesNotMatch',
        `The signature of a ${kind.toLowerCase()} chunk is wrong.`,
      );
    }
    previous = expected;
  };

  for (;;) {
    const { size, chunkSignature } = parseChunkHeader(await reader.line());
    const hash = createHash('sha256');
    for await (const piece of reader.take(size)) {
      if (signed) hash.update(piece);
      yield piece;
    }
    if (signed) await expectSignature('PAYLOAD', chunkSignature, [EMPTY_HASH, hash.digest('hex')]);
    if (size === 0) break;
    if ((await reader.line()) !== '') throw malformed('a chunk does not end where it said');
  }

  let canonical = '';
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const colon = line.indexOf(':');
    if (colon < 1 || !withTrailer) throw malformed('unexpected trailer');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'x-amz-trailer-signature') {
      await expectSignature('TRAILER', value, [sha256Hex(canonical)]);
      canonical = '';
    } else {
      trailers.set(name, value);
      canonical += `${name}:${value}\n`;
    }
  }
  if (signed && withTrailer && canonical !== '') throw malformed('the trailer carries no signature');
}

function parseChunkHeader(line: string): { size: number; chunkSignature: string | undefined } {
  const parts = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
  if (parts?.[1] === undefined) throw malformed('not a chunk header');
  return { size: Number.parseInt(parts[1], 16), chunkSignature: parts[2] };
}

function malformed(reason: string): Refusal {
  return new Refusal(400, 'IncompleteBody', `The aws-chunked body is malformed: ${reason}.`);
}

/** Lines and counted bytes out of a stream, holding no more than the piece in hand. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to the next CRLF, which is taken too; the end of the stream counts as an empty last line. */
  async line(): Promise<string> {
    for (;;) {
      const end = Buffer.from(this.#rest.buffer, this.#rest.byteOffset, this.#rest.length).indexOf('\r\n');
      if (end >= 0) {
        const line = Buffer.from(this.#rest.subarray(0, end)).toString('latin1');
        this.#rest = this.#rest.subarray(end + 2);
        return line;
      }
      if (this.#rest.length > MAX_LINE_BYTES) throw malformed('a line is too long');
      const next = await this.#source.next();
      if (next.done === true) {
        if (this.#rest.length > 0) throw malformed('it ends within a line');
        return '';
      }
      this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
  }

  async *take(count: number): AsyncGenerator<Uint8Array> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next();
        if (next.done === true) throw malformed('it ends within a chunk');
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }
}
