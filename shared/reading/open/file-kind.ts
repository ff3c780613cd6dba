/** What kind of file bytes are, told from their beginning; a file's name plays no part. Cheap: nothing is read. */

import { beginnings, begins } from '../../vocabulary/formats.ts';

export type FileKind =
  /** Office files of today, and archives around files. */
  | 'zip'
  | 'pdf'
  /** A workbook of Excel 97 to 2003, or older. */
  | 'xls'
  /** A document of Word 97 to 2003. */
  | 'doc'
  /** An office file of today that opens with a password only. */
  | 'encrypted'
  /** A message that Outlook saved. */
  | 'mail'
  /** Slides of PowerPoint 97 to 2003. */
  | 'presentation'
  /** A container of the same make as .xls and .doc, of something else. */
  | 'container'
  /** Text, or nothing that is known. */
  | 'other';

/** Other programs' bytes may stand before a pdf file's own. */
const PDF_BEGINS_WITHIN = 1024;

/** By the first bytes, never by the name. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (begins('zip', bytes)) return 'zip';
  if (begins('ole', bytes)) return containerKind(bytes);
  if (begins('bare-workbook', bytes)) return 'xls';
  const [[percent = 0] = []] = beginnings.pdf;
  const beginning = bytes.subarray(0, PDF_BEGINS_WITHIN);
  for (let at = beginning.indexOf(percent); at >= 0; at = beginning.indexOf(percent, at + 1)) {
    if (begins('pdf', beginning.subarray(at))) return 'pdf';
  }
  return 'other';
}

function containerKind(bytes: Uint8Array): FileKind {
  // A password makes Word and Excel put the whole file, encrypted, under a name of its own.
  if (holdsStream(bytes, 'EncryptedPackage')) return 'encrypted';
  if (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')) return 'xls';
  if (holdsStream(bytes, 'WordDocument')) return 'doc';
  if (holdsStream(bytes, 'PowerPoint Document')) return 'presentation';
  return holdsStream(bytes, '__properties_version1.0') ? 'mail' : 'container';
}

/** Whether a container ends before its directory, whose sector byte 48 names and whose length byte 30 tells. */
export function endsBeforeDirectory(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint32(48, true) + 1) * 2 ** view.getUint16(30, true) >= bytes.length;
}

/**
 * Directory entries of a container are 128 bytes each, the name first in UTF-16LE, its length at byte 64; capitals and
 * small letters are one.
 */
function holdsStream(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream.toUpperCase()].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== name.length + 2) continue;
    if (name.every((letter, n) => upper(bytes[at + n] ?? 0) === letter)) return true;
  }
  return false;
}

function upper(letter: number): number {
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x20 : letter;
}
