import { readCsv } from './csv/read-csv.ts';
import type { NeutralDocument } from './document.ts';
import { openArchive } from './open-archive.ts';
import { UnreadableFile } from './unreadable-file.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Turns the bytes of one report file into the neutral document. The kind of file is told from its first bytes;
 * its name plays no part. Memory is bounded whatever the file claims; nothing is fetched, nothing is run.
 * @throws UnreadableFile with the code that tells the unit why
 */
export function openDocument(bytes: Uint8Array): Promise<NeutralDocument> {
  return open(bytes, (contained) => open(contained, null));
}

/** @param openContained how a file in an archive is opened; null within one */
async function open(
  bytes: Uint8Array,
  openContained: ((bytes: Uint8Array) => Promise<NeutralDocument>) | null,
): Promise<NeutralDocument> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY', 'no bytes', { seen: '0 byte' });
  if (startsWith(bytes, OLE)) {
    throw holdsStream(bytes, 'EncryptedPackage')
      ? new UnreadableFile('FILE_ENCRYPTED', 'an OLE container with an EncryptedPackage')
      : new UnreadableFile('OLD_FORMAT', 'an OLE container', { seen: oldFormat(bytes) });
  }
  if (startsWith(bytes, PDF)) throw new UnreadableFile('PDF_NOT_READ', 'PDF', { seen: 'PDF' });
  if (!startsWith(bytes, ZIP) && !startsWith(bytes, EMPTY_ZIP)) {
    const known = others.find(({ starts }) => starts.test(beginning(bytes)));
    const table = known ? null : readCsv(bytes);
    if (table) return table;
    throw new UnreadableFile('FILE_UNKNOWN', firstBytes(bytes), known ? { seen: known.seen } : {});
  }
  return openArchive(bytes, openContained);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/**
 * A password makes Word and Excel put the whole file, encrypted, into an OLE container under a name of its own, where
 * the formats of old put their content. Directory entries of a container are 128 bytes each, the name first in
 * UTF-16LE, its length at byte 64.
 */
function holdsStream(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === name[0] && bytes[at + 64] === name.length + 2 && startsWith(bytes.subarray(at), name)) {
      return true;
    }
  }
  return false;
}

function oldFormat(bytes: Uint8Array): string {
  if (holdsStream(bytes, 'WordDocument')) return '.doc';
  return holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book') ? '.xls' : '.doc, .xls';
}

/** What people send under the name of a report, by how it begins. */
const others: readonly { readonly starts: RegExp; readonly seen: string }[] = [
  { starts: /^\s*(<!doctype html|<html|<table)/i, seen: 'HTML' },
  { starts: /^\{\\rtf/, seen: 'RTF' },
  { starts: /^\xff\xd8\xff/, seen: 'ảnh JPEG' },
  { starts: /^\x89PNG/, seen: 'ảnh PNG' },
  { starts: /^Rar!/, seen: '.rar' },
  { starts: /^7z\xbc\xaf/, seen: '.7z' },
];

function beginning(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 32));
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
