import { UnreadableFile } from '../unreadable-file.ts';
import type { ZipArchive } from './archive.ts';

/** What can be uploaded at all. */
const LARGEST = 50 * 1024 * 1024;

/** Names under which reports are kept. */
const REPORT = /\.(xlsx|xlsm|xltx|docx|docm|dotx|xls|xlt|ods|ots|odt|ott|rtf|csv|tsv|txt)$/i;
/** What is sent beside them: the same, printed or signed. */
const PRINTED = /\.pdf$/i;

/** What systems put into archives beside people's files; Office keeps a `~$` file beside each one that is open. */
const LITTER = /(^|\/)(__MACOSX\/|\.|~\$|(thumbs\.db|desktop\.ini)$)/i;

/**
 * The one report that people packed into an archive: the only file in it, or the only one among others (pictures,
 * scans) that bears the name of a report. What it is its own bytes say.
 * @returns null for an office file, and where there is none or more than one
 * @throws UnreadableFile what the archive is refused for
 */
export async function findContained(archive: ZipArchive): Promise<Uint8Array | null> {
  if (archive.has('[Content_Types].xml') || archive.has('mimetype')) return null;
  const files = archive.names.filter((name) => !LITTER.test(name));
  const reports = files.filter((name) => REPORT.test(name));
  const printed = files.filter((name) => PRINTED.test(name));
  const [only, ...others] = [reports, printed, files].find(({ length }) => length > 0) ?? [];
  if (only === undefined || others.length > 0) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of archive.read(only)) {
    size += piece.length;
    if (size > LARGEST) throw new UnreadableFile('ZIP_TOO_LARGE', `${only}: more than ${LARGEST} bytes`);
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
