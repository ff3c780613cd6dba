/** What people send under the name of a report, told by how it begins. */
import type { UnreadableCode } from '../../../vocabulary/finding.ts';

export interface KnownFile {
  readonly code: UnreadableCode;
  /** In a word people know. */
  readonly seen: string;
}

interface Kind extends KnownFile {
  readonly starts: RegExp;
}

/** By bytes, each as one character. */
// biome-ignore-start lint/suspicious/noControlCharactersInRegex: bytes are what is looked for.
const byBytes: readonly Kind[] = [
  { starts: /^\xff\xd8\xff/, seen: 'JPEG', code: 'PICTURE' },
  { starts: /^\x89PNG/, seen: 'PNG', code: 'PICTURE' },
  { starts: /^(GIF8|BM.{4}\0{4}|II\*\0|MM\0\*)/s, seen: 'GIF, BMP, TIFF', code: 'PICTURE' },
  { starts: /^.{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/s, seen: 'HEIC', code: 'PICTURE' },
  { starts: /^RIFF.{4}WEBP/s, seen: 'WEBP', code: 'PICTURE' },
  { starts: /^\0\0\0\x0c(jP {2}|JXL )/, seen: 'JPEG', code: 'PICTURE' },
  { starts: /^(\x01\0{3}.{36} EMF|\xd7\xcd\xc6\x9a)/s, seen: 'EMF, WMF', code: 'PICTURE' },
  { starts: /^8BPS/, seen: 'PSD', code: 'PICTURE' },
  { starts: /^AT&TFORM/, seen: 'DJVU', code: 'PICTURE' },
  { starts: /^(.{4}(ftyp|moov|mdat)|RIFF.{4}AVI |\x1aE\xdf\xa3|FLV\x01)/s, seen: 'video', code: 'RECORDING' },
  { starts: /^(\x30\x26\xb2\x75|\0\0\x01[\xb3\xba])/, seen: 'video', code: 'RECORDING' },
  {
    starts: /^(RIFF.{4}WAVE|ID3|\xff[\xf1-\xf3\xf9-\xfb]|#!AMR|OggS|fLaC)/s,
    seen: 'mp3, wav, amr',
    code: 'RECORDING',
  },
  { starts: /^Rar!/, seen: '.rar', code: 'OTHER_ARCHIVE' },
  { starts: /^7z\xbc\xaf/, seen: '.7z', code: 'OTHER_ARCHIVE' },
  {
    starts: /^(\x1f[\x8b\x9d]|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd)/,
    seen: '.gz, .bz2, .xz',
    code: 'OTHER_ARCHIVE',
  },
  { starts: /^MSCF\0/, seen: '.cab', code: 'OTHER_ARCHIVE' },
  { starts: /^.{257}ustar/s, seen: '.tar', code: 'OTHER_ARCHIVE' },
  { starts: /^(..-l[hz][\ds]-|\x60\xea|.{7}\*\*ACE\*\*)/s, seen: '.lzh, .arj, .ace', code: 'OTHER_ARCHIVE' },
  { starts: /^PK\x07\x08/, seen: '.z01', code: 'OTHER_ARCHIVE' },
  { starts: /^\x78\x9f\x3e\x22/, seen: 'winmail.dat', code: 'MAIL' },
  { starts: /^L\0\0\0\x01\x14\x02\0/, seen: '.lnk', code: 'LINK' },
  { starts: /^bplist00.*\x53URL/s, seen: '.webloc', code: 'LINK' },
  { starts: /^(\0\0\0\x01Bud1|\0\x05\x16[\0\x07]\0)/, seen: '.DS_Store, ._', code: 'SYSTEM_FILE' },
  { starts: /^(MZ.\0.\0|\x7fELF)/s, seen: '.exe', code: 'PROGRAM_FILE' },
  { starts: /^.{4}Standard (Jet|ACE) DB/s, seen: 'Access', code: 'PROGRAM_FILE' },
  { starts: /^SQLite format 3/, seen: 'SQLite', code: 'PROGRAM_FILE' },
  { starts: /^AC10\d\d/, seen: 'AutoCAD (.dwg)', code: 'PROGRAM_FILE' },
  { starts: /^(\0\0\x27\x0a|\x08\x09\xfe\x02|\xc8\x09\xfe\x02)/, seen: '.shp, .dgn', code: 'PROGRAM_FILE' },
  { starts: /^\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d/, seen: 'OneNote', code: 'PROGRAM_FILE' },
  { starts: /^ITSF/, seen: '.chm', code: 'PROGRAM_FILE' },
  { starts: /^(%!PS|\xc5\xd0\xd3\xc6|\x1b%-12345X)/, seen: 'PostScript, .prn', code: 'PROGRAM_FILE' },
  {
    starts: /^0[\x80-\x84].{0,4}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02/s,
    seen: '.p7m, .p7s',
    code: 'PROGRAM_FILE',
  },
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: bytes are what is looked for.

/** What stands before the first tag of a page or of a drawing. */
const PROLOG = /^(?:<\?xml[^>]*>|<!--.*?-->|\s)+/s;
const TAGS_OF_PAGES =
  'html|head|body|meta|title|link|base|style|script|table|tr|td|div|span|font|center|form|frameset|p|b|br|h\\d';

/** By text, whatever it is stored in, behind its prolog. */
const byText: readonly Kind[] = [
  { starts: /^(<!doctype svg[^>]*>\s*)?<svg\b/i, seen: 'SVG', code: 'PICTURE' },
  { starts: new RegExp(`^(<!doctype html|<(${TAGS_OF_PAGES})[\\s/>])`, 'i'), seen: 'HTML', code: 'WEB_PAGE' },
  { starts: /^<!doctype plist[^>]*>.*?<key>URL<\/key>/is, seen: '.webloc', code: 'LINK' },
  { starts: /^\{.*?("doc_id"|docs\.google\.com|"resource_id")/s, seen: 'Google Drive', code: 'LINK' },
  { starts: /^\[InternetShortcut\]/i, seen: '.url', code: 'LINK' },
  { starts: /^\[Desktop Entry\]/i, seen: '.desktop', code: 'LINK' },
  { starts: /^,[^\n]*,\d\d\.\d\d\.\d{4} \d\d:\d\d,file:/, seen: '.~lock', code: 'LOCK_FILE' },
  { starts: /^(ID;P[A-Z]|TABLE\r?\n0,1\r?\n)/, seen: '.slk, .dif', code: 'PROGRAM_FILE' },
  { starts: /^\[\.ShellClassInfo\]/i, seen: 'desktop.ini', code: 'SYSTEM_FILE' },
  { starts: /^-----BEGIN PGP MESSAGE/, seen: 'PGP', code: 'FILE_ENCRYPTED' },
];

/** Servers write thousands of letters of seals before the first field that people know. */
const JUDGED = 16_384;
const headOfMail =
  /^(received|return-path|delivered-to|message-id|dkim-signature|x-mailer|x-originating-ip|x-mozilla-status):/im;
const savedPage = /^(from:\s*<saved by|snapshot-content-location:|x-document-type:)/im;
const fields = /^(from|to|subject|date|mime-version|content-type):/gim;
/** Of a disk's picture, where its first descriptor names itself. */
const DISK_AT = 32_769;
/** Signs that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/;
/** In every code of letters words hold some of these. */
const WORD = /[a-z]{2}/i;
/** Words beside an address that send whoever opens the file to it. */
const MOST_WORDS_OF_A_LINK = 12;

/** @returns null for what may be a text of figures, or for what nobody knows */
export function knownFileIn(bytes: Uint8Array): KnownFile | null {
  const beginning = bytes.subarray(0, JUDGED);
  const characters = latin(beginning);
  const kind = byBytes.find(({ starts }) => starts.test(characters));
  if (kind) return named(kind);
  if (isLockFile(bytes)) return { code: 'LOCK_FILE', seen: '~$' };
  if (latin(bytes.subarray(DISK_AT, DISK_AT + 5)) === 'CD001') return { code: 'OTHER_ARCHIVE', seen: '.iso' };
  const text = textOf(beginning, characters).trimStart();
  const isWhole = bytes.length <= JUDGED;
  return tagged(text) ?? mailIn(text) ?? (isWhole && isAddress(text) ? { code: 'LINK', seen: 'http' } : null);
}

/**
 * What may still be said of a file that is nothing known and holds no table.
 * @returns null for bytes that say nothing
 */
export function unknownFileIn(bytes: Uint8Array): KnownFile | null {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    return { code: 'FILE_EMPTY', seen: `${bytes.length} byte` };
  }
  // An archive's directory ends it, whatever was lost before.
  if (latin(bytes.subarray(-LONGEST_END)).includes('PK\x05\x06'))
    return { code: 'ZIP_DAMAGED', seen: '.zip' };
  const beginning = bytes.subarray(0, JUDGED);
  const text = textOf(beginning, latin(beginning));
  return NO_TEXT.test(text) || !WORD.test(text) ? null : { code: 'PLAIN_TEXT', seen: '.txt' };
}

/** The record that ends an archive, and a short remark in it. */
const LONGEST_END = 22 + 256;

function named({ code, seen }: Kind): KnownFile {
  return { code, seen };
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function tagged(text: string): KnownFile | null {
  const bare = text.replace(PROLOG, '');
  const kind = byText.find(({ starts }) => starts.test(bare));
  if (kind) return named(kind);
  if (/^<\?xml\b/i.test(text)) return { code: 'XML_DATA', seen: '.xml' };
  return text.startsWith('<!--') ? { code: 'WEB_PAGE', seen: 'HTML' } : null;
}

/** An address, and hardly a word beside it. */
function isAddress(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= MOST_WORDS_OF_A_LINK && words.some((word) => /^https?:\/\/[^\s,;]+$/i.test(word));
}

/** Pages that programs save have the head of a mail, too, and say whose they are. */
function mailIn(written: string): KnownFile | null {
  // Boxes of mails put a line before each, Apple's program the mail's length.
  const text = written.replace(/^(From [^\n]*|\d+\s*)\n/, '');
  if (!/^[A-Za-z-]+:/.test(text)) return null;
  const names = new Set((text.match(fields) ?? []).map((field) => field.toLowerCase()));
  const mail = { code: 'MAIL', seen: '.eml' } as const;
  const page = { code: 'WEB_PAGE', seen: 'MHTML' } as const;
  if (headOfMail.test(text) && names.size >= 2) return mail;
  if (savedPage.test(text)) return page;
  if (names.has('from:') && (names.has('subject:') || names.has('to:')) && names.size >= 3) return mail;
  return names.has('mime-version:') ? page : null;
}

/** UTF-16 by its mark, or by the zero beside its first letter. */
function textOf(bytes: Uint8Array, characters: string): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
        ? 'utf-16be'
        : null;
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1));
  return characters.replace(/^\xef\xbb\xbf/, '');
}

/** Word keeps 162 bytes beside a document that is open, Excel 165: whose it is, twice, filled up. */
function isLockFile(bytes: Uint8Array): boolean {
  const [length = 0] = bytes;
  if ((bytes.length !== 162 && bytes.length !== 165) || length === 0 || length > 54) return false;
  return bytes.subarray(1, 1 + length).every((byte) => byte >= 0x20);
}
