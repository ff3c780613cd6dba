import type { NeutralDocument } from './document.ts';
import { readWordDocument } from './docx/read-word-document.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { OfficePackage } from './zip/office-package.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Turns the bytes of one report file into the neutral document. The kind of file is told from its first bytes;
 * its name plays no part. Memory is bounded whatever the file claims; nothing is fetched, nothing is run.
 * @throws UnreadableFile with the code that tells the unit why
 */
export async function openDocument(bytes: Uint8Array): Promise<NeutralDocument> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY', '0');
  if (startsWith(bytes, OLE)) {
    throw isEncryptedPackage(bytes)
      ? new UnreadableFile('FILE_ENCRYPTED', 'EncryptedPackage')
      : new UnreadableFile('OLD_FORMAT', 'OLE');
  }
  if (startsWith(bytes, PDF)) throw new UnreadableFile('PDF_NOT_READ', 'PDF');
  if (!startsWith(bytes, ZIP) && !startsWith(bytes, EMPTY_ZIP))
    throw new UnreadableFile('FILE_UNKNOWN', firstBytes(bytes));
  const file = await OfficePackage.open(bytes);
  return file.kind === 'workbook' ? readWorkbook(file) : readWordDocument(file);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/**
 * A password makes Word and Excel put the whole file, encrypted, into an OLE container under this name. Directory
 * entries of a container are 128 bytes each, the name first in UTF-16LE, its length at byte 64.
 */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === name[0] && bytes[at + 64] === name.length + 2 && startsWith(bytes.subarray(at), name)) {
      return true;
    }
  }
  return false;
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
