import { Budget } from '../budget.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { CannotInflate, inflate } from './inflate.ts';

/** All parts of one report together, in bytes; 100,000 rows of 20 cells are about 100 MB of XML. */
export const MAX_INFLATED = 200 * 1024 * 1024;

/** Real sheets reach about 60; only a bomb is both this dense and larger than SUSPICIOUS_SIZE. */
const MAX_RATIO = 250;
const SUSPICIOUS_SIZE = 32 * 1024 * 1024;

/** What is not compressed is passed on in pieces, too. */
const STEP = 64 * 1024;

/**
 * A zip whose parts are inflated one at a time. Whatever the headers promise, the bytes that really come out are
 * counted, over all parts read from it, and their checksum is held against the directory's.
 */
export class ZipArchive {
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #budget: Budget;
  #inflated = 0;

  /** @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE or FILE_ENCRYPTED */
  constructor(bytes: Uint8Array, budget = Budget.unlimited()) {
    this.#budget = budget;
    this.#entries = readDirectory(bytes);
    let declared = 0;
    for (const { size } of this.#entries.values()) declared += size;
    if (declared > MAX_INFLATED) throw tooLarge(`${declared} bytes declared`);
  }

  /** The parts' names as written, folders left out. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name).filter((name) => !name.endsWith('/'));
  }

  /** Whether there is such a part; upper and lower case are one. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * The part's bytes, piece by piece. The last piece has been given when the checksum is checked, so nothing
   * built from a part may leave the caller before the loop ended.
   * @throws UnreadableFile ZIP_DAMAGED (missing, corrupt, other size or checksum than declared), ZIP_TOO_LARGE
   */
  async *read(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damaged(`${name} is missing`);
    let size = 0;
    let crc = 0;
    for await (const piece of unpack(entry)) {
      this.#budget.ask();
      size += piece.length;
      this.#inflated += piece.length;
      if (size > entry.size) throw damaged(`${entry.name}: larger than declared`);
      if (this.#inflated > MAX_INFLATED) throw tooLarge(`more than ${MAX_INFLATED} bytes`);
      if (size > SUSPICIOUS_SIZE && size > entry.data.length * MAX_RATIO) {
        throw tooLarge(`${entry.name}: more than ${MAX_RATIO} times its packed size`);
      }
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size) throw damaged(`${entry.name}: smaller than declared`);
    if (crc !== entry.crc) throw damaged(`${entry.name}: wrong checksum`);
  }
}

async function* unpack(entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.method === 'stored') {
    for (let at = 0; at < entry.data.length; at += STEP) yield entry.data.subarray(at, at + STEP);
    return;
  }
  try {
    yield* inflate(entry.data, entry.size);
  } catch (cause) {
    if (!(cause instanceof CannotInflate)) throw cause;
    throw new UnreadableFile('ZIP_DAMAGED', `${entry.name}: ${cause.message}`, { cause });
  }
}

function damaged(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_DAMAGED', detail);
}

function tooLarge(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', detail);
}
