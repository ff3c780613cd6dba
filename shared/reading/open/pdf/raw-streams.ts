/** What a pdf file's bytes tell without being parsed: how much its streams come to, and how many pictures it holds. */
import type { Budget } from '../budget.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { CannotInflate, inflate } from '../zip/inflate.ts';
import { ActiveNames } from './active-names.ts';
import { fromAscii85 } from './ascii85.ts';
import { MappedCodes } from './mapped-codes.ts';

/** What the text, the lines and the fonts of the file may come to; pictures are never inflated. */
const MAX_INFLATED = 64 * 1024 * 1024;
/** Past this the file must be packed less than 250 times, as parts of office files must. */
const RATIO_JUDGED = 4 * 1024 * 1024;
const MAX_RATIO = 250;

/** Each byte belongs to one stream; a word that begins one may stand in the data of another by chance. */
const MOST_LOOKS = 4;

const STREAM = />>\s{0,4}stream\r?\n/g;
/** A stream's dictionary stands between its object's number and its bytes, and is short. */
const LONGEST_DICTIONARY = 4000;
const PICTURE = /\/Subtype\s*\/Image\b/;
/** Bytes looked at together, so that no second copy of a large file is made. */
const CHUNK = 4 * 1024 * 1024;
const OVERLAP = 64 * 1024;

interface FoundStream {
  readonly dictionary: string;
  /** Where its bytes begin. */
  readonly start: number;
}

function* streamsOf(bytes: Uint8Array): Generator<FoundStream, void, undefined> {
  const latin = new TextDecoder('windows-1252');
  let last = -1;
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const text = latin.decode(bytes.subarray(from, from + CHUNK + OVERLAP));
    for (const match of text.matchAll(STREAM)) {
      const start = from + match.index + match[0].length;
      if (start <= last) continue;
      last = start;
      const before = text.slice(Math.max(0, match.index - LONGEST_DICTIONARY), match.index);
      yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), start };
    }
  }
}

/** How many pictures the file holds; masks that make parts of another one transparent are none of their own. */
export function countPictures(bytes: Uint8Array): number {
  const pictures = [...streamsOf(bytes)].filter(({ dictionary }) => PICTURE.test(dictionary));
  const masks = pictures.filter(({ dictionary }) => /\/SMask\s+\d+/.test(dictionary)).length;
  return pictures.length - Math.min(masks, Math.floor(pictures.length / 2));
}

/**
 * Refuses a file whose packed streams come to more than any report: the library that reads them does not count.
 * What they say of codes is counted on the way, and what its objects do is noted.
 * @throws UnreadableFile ZIP_TOO_LARGE, TOO_MUCH_TO_READ
 */
export async function refuseInflated(bytes: Uint8Array, budget: Budget): Promise<ActiveNames> {
  const names = new ActiveNames();
  names.read(bytes, true);
  const codes = new MappedCodes();
  let [total, looked] = [0, 0];
  for (const { dictionary, start } of streamsOf(bytes)) {
    if (PICTURE.test(dictionary)) continue;
    const stored = bytes.subarray(start, endOf(bytes, start));
    looked += stored.length;
    if (looked > MOST_LOOKS * bytes.length) throw tooLarge('streams within streams');
    // Names may be written in ways without end; the data tells what it is.
    const inLetters = !isPacked(stored) && isPacked(fromAscii85(stored.subarray(0, 20)));
    const packed = inLetters ? fromAscii85(stored) : stored;
    if (!isPacked(packed)) {
      codes.read(packed, true);
      continue;
    }
    const take = (piece: Uint8Array, first: boolean) => {
      budget.ask();
      codes.read(piece, first);
      names.read(piece, first);
      total += piece.length;
      if (total > MAX_INFLATED || (total > RATIO_JUDGED && total > MAX_RATIO * bytes.length)) {
        throw tooLarge(`streams of more than ${total} bytes`);
      }
    };
    await readInflated(packed, take);
  }
  return names;
}

/** Hands over what a stream comes to, and what that comes to in its turn where it begins as if it were packed twice. */
async function readInflated(
  packed: Uint8Array,
  take: (piece: Uint8Array, first: boolean) => void,
): Promise<void> {
  const pieces: Uint8Array[] = [];
  let twice = false;
  for await (const piece of inflated(packed)) {
    take(piece, pieces.length === 0);
    twice ||= pieces.length === 0 && isPacked(piece);
    if (twice || pieces.length === 0) pieces.push(piece);
  }
  if (!twice) return;
  const inner = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    inner.set(piece, at);
    at += piece.length;
  }
  // A text may happen to begin like packed data; it inflates to nothing.
  let first = true;
  for await (const piece of inflated(inner)) {
    take(piece, first);
    first = false;
  }
}

function tooLarge(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', detail, { seen: 'PDF' });
}

/** The two bytes with which zlib's data begins: its method, and a check of both. */
function isPacked([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x8f) === 8 && (first * 256 + second) % 31 === 0;
}

const END = [...'endstream'].map((letter) => letter.charCodeAt(0));

function endOf(bytes: Uint8Array, start: number): number {
  const [first = 0] = END;
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (END.every((byte, n) => bytes[at + n] === byte)) return at;
  }
  return bytes.length;
}

/** What a stream inflates to, piece by piece; what is damaged ends where it is. */
async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    // Two bytes of zlib's own stand before the deflated data, and a checksum behind it.
    yield* inflate(packed.subarray(2));
  } catch (error) {
    // What is behind the data, or wrong with it, whoever parses the file will judge.
    if (!(error instanceof CannotInflate)) throw error;
  }
}
