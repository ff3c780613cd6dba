import { UnreadableFile } from '../unreadable-file.ts';

/** One file of the archive, as the central directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly size: number;
  /** The compressed bytes, a view into the archive. */
  readonly data: Uint8Array;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
const LOCATOR64_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_LENGTH = 20;
const END64_LENGTH = 56;
/** The extra field of sizes and places of 64 bits. */
const EXTRA64 = 0x0001;

/** An honest report has some dozens; one with a photo on every page some hundreds. */
const MAX_ENTRIES = 10_000;

const FLAG_ENCRYPTED = 0x0001;
const FLAG_SIZES_FOLLOW = 0x0008;
const FLAG_STRONG_ENCRYPTION = 0x0040;

interface End {
  readonly at: number;
  readonly entries: number;
  readonly start: number;
}

/**
 * Reads the central directory and holds every entry against its local header: two readers must never be able
 * to see two different archives in the same bytes. Nothing is inflated here.
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE or FILE_ENCRYPTED
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.entries > MAX_ENTRIES) {
    throw new UnreadableFile('ZIP_TOO_LARGE', `${end.entries} entries, at most ${MAX_ENTRIES}`);
  }
  const entries = new Map<string, ZipEntry>();
  const areas: { from: number; to: number }[] = [];
  let at = end.start;
  for (let n = 0; n < end.entries; n++) {
    if (at + CENTRAL_LENGTH > end.at || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw damaged('the central directory ends early');
    }
    const { entry, from, to } = readEntry(bytes, view, at, end);
    // Part names of an office file differ in more than case.
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged(`${entry.name} is there twice`);
    entries.set(key, entry);
    areas.push({ from, to });
    at += CENTRAL_LENGTH + variableLength(view, at);
  }
  if (at !== end.at) throw damaged('the central directory has another length than it says');
  refuseOverlaps(areas);
  return entries;
}

function findEnd(view: DataView): End {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const entries = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const far = far64(view, at);
    if (far) {
      // Both records must tell of one archive.
      const agrees = [entries, length, start].every((value, n) => {
        const [wide, mark] = [far.values[n], n === 0 ? 0xffff : ZIP64_MARK];
        return value === wide || value === mark;
      });
      if (!agrees) throw damaged('two ends of the central directory contradict each other');
      return far.end;
    }
    if (entries === 0xffff || length === ZIP64_MARK || start === ZIP64_MARK) throw zip64();
    const oneDisk =
      view.getUint16(at + 4, true) === 0 &&
      view.getUint16(at + 6, true) === 0 &&
      view.getUint16(at + 8, true) === entries;
    // Any four bytes of a comment may look like the signature; only the true record points just before itself.
    if (oneDisk && start + length === at) return { at, entries, start };
  }
  throw damaged('the central directory is missing');
}

/** The directory's end as archives of more than 4 GB have it, which some programs write for any. */
function far64(
  view: DataView,
  end: number,
): { readonly end: End; readonly values: readonly number[] } | null {
  const locator = end - LOCATOR64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) return null;
  const at = numberAt(view, locator + 8);
  if (at + END64_LENGTH > locator || view.getUint32(at, true) !== END64_SIGNATURE) return null;
  const [entries, length, start] = [
    numberAt(view, at + 32),
    numberAt(view, at + 40),
    numberAt(view, at + 48),
  ];
  return start + length === at ? { end: { at, entries, start }, values: [entries, length, start] } : null;
}

/** A number of 64 bits. @throws UnreadableFile ZIP_TOO_LARGE for one that is beyond 32 */
function numberAt(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw damaged('the archive ends early');
  const value = view.getBigUint64(at, true);
  if (value >= BigInt(ZIP64_MARK)) throw zip64();
  return Number(value);
}

/** Values of an entry, those that are marked replaced by what its extra field of 64 bits says, in their order. */
function values64(
  view: DataView,
  from: number,
  length: number,
  values: readonly number[],
): readonly number[] {
  if (!values.includes(ZIP64_MARK)) return values;
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA64) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== ZIP64_MARK) return value;
      next += 8;
      return numberAt(view, next - 8);
    });
  }
  throw zip64();
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: End) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const nameLength = view.getUint16(at + 28, true);
  if (at + CENTRAL_LENGTH + variableLength(view, at) > end.at) {
    throw damaged('the central directory ends early');
  }
  const name = decodeName(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
  if (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) throw new UnreadableFile('FILE_ENCRYPTED', name);
  const [size = 0, compressedSize = 0, from = 0] = values64(
    view,
    at + CENTRAL_LENGTH + nameLength,
    view.getUint16(at + 30, true),
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
  );
  if (method !== 0 && method !== 8) throw damaged(`${name}: compression method ${method}`);
  if (method === 0 && size !== compressedSize) throw damaged(`${name}: stored with two sizes`);

  if (from + LOCAL_LENGTH > end.start || view.getUint32(from, true) !== LOCAL_SIGNATURE) {
    throw damaged(`${name}: no local header`);
  }
  const localFlags = view.getUint16(from + 6, true);
  const dataFrom = from + LOCAL_LENGTH + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  const to = dataFrom + compressedSize;
  if (to > end.start) throw damaged(`${name}: cut short`);
  const localName = bytes.subarray(
    from + LOCAL_LENGTH,
    from + LOCAL_LENGTH + view.getUint16(from + 26, true),
  );
  const agrees = (local: number | undefined, value: number) =>
    local === value || (local === 0 && (localFlags & FLAG_SIZES_FOLLOW) !== 0);
  const [localSize, localCompressed] = values64(
    view,
    from + LOCAL_LENGTH + view.getUint16(from + 26, true),
    view.getUint16(from + 28, true),
    [view.getUint32(from + 22, true), view.getUint32(from + 18, true)],
  );
  if (
    decodeName(localName) !== name ||
    view.getUint16(from + 8, true) !== method ||
    localFlags & FLAG_ENCRYPTED ||
    !agrees(view.getUint32(from + 14, true), crc) ||
    !agrees(localCompressed, compressedSize) ||
    !agrees(localSize, size)
  ) {
    throw damaged(`${name}: the local header contradicts the central directory`);
  }
  const entry: ZipEntry = {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    crc,
    size,
    data: bytes.subarray(dataFrom, to),
  };
  return { entry, from, to };
}

/** Entries that share compressed bytes are how a small zip claims petabytes. */
function refuseOverlaps(areas: { from: number; to: number }[]): void {
  areas.sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { from, to } of areas) {
    if (from < reached) throw damaged('two entries share the same bytes');
    reached = to;
  }
}

function variableLength(view: DataView, at: number): number {
  return view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
}

/** Names of parts are ASCII; some old archivers write `\` for `/`. A name in a code page stays recognisably odd. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

function damaged(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_DAMAGED', detail);
}

function zip64(): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', 'zip64');
}
