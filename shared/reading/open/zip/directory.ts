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

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: End) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const from = view.getUint32(at + 42, true);
  if (at + CENTRAL_LENGTH + variableLength(view, at) > end.at) {
    throw damaged('the central directory ends early');
  }
  const name = decodeName(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
  if (flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) throw new UnreadableFile('FILE_ENCRYPTED', name);
  if (compressedSize === ZIP64_MARK || size === ZIP64_MARK || from === ZIP64_MARK) throw zip64();
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
  const agrees = (offset: number, value: number) => {
    const local = view.getUint32(from + offset, true);
    return local === value || (local === 0 && (localFlags & FLAG_SIZES_FOLLOW) !== 0);
  };
  if (
    decodeName(localName) !== name ||
    view.getUint16(from + 8, true) !== method ||
    localFlags & FLAG_ENCRYPTED ||
    !agrees(14, crc) ||
    !agrees(18, compressedSize) ||
    !agrees(22, size)
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
