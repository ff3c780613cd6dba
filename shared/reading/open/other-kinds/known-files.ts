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
  { starts: /^.{4}ftyp(heic|heix|mif1|avif)/s, seen: 'HEIC', code: 'PICTURE' },
  { starts: /^RIFF.{4}WEBP/s, seen: 'WEBP', code: 'PICTURE' },
  { starts: /^Rar!/, seen: '.rar', code: 'OTHER_ARCHIVE' },
  { starts: /^7z\xbc\xaf/, seen: '.7z', code: 'OTHER_ARCHIVE' },
  { starts: /^(\x1f\x8b|BZh\d|\xfd7zXZ)/, seen: '.gz, .bz2, .xz', code: 'OTHER_ARCHIVE' },
  { starts: /^MSCF\0/, seen: '.cab', code: 'OTHER_ARCHIVE' },
  { starts: /^.{257}ustar/s, seen: '.tar', code: 'OTHER_ARCHIVE' },
  { starts: /^\x78\x9f\x3e\x22/, seen: 'winmail.dat', code: 'MAIL' },
  { starts: /^L\0\0\0\x01\x14\x02\0/, seen: '.lnk', code: 'LINK' },
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: bytes are what is looked for.

/** By text, whatever it is stored in. */
const byText: readonly Kind[] = [
  { starts: /^<svg\b/i, seen: 'SVG', code: 'PICTURE' },
  {
    starts: /^(<!--.*?-->\s*)*(<!doctype html|<html|<head|<body|<meta|<style|<table|<div)/is,
    seen: 'HTML',
    code: 'WEB_PAGE',
  },
  { starts: /^<!--/, seen: 'HTML', code: 'WEB_PAGE' },
  { starts: /^\{.*?("doc_id"|docs\.google\.com|"resource_id")/s, seen: 'Google Drive', code: 'LINK' },
  { starts: /^\[InternetShortcut\]/i, seen: '.url', code: 'LINK' },
  { starts: /^,[^\n]*,\d\d\.\d\d\.\d{4} \d\d:\d\d,file:/, seen: '.~lock', code: 'LOCK_FILE' },
];

const JUDGED = 4096;
const headOfMail = /^(received|return-path|delivered-to|message-id|x-mailer|x-originating-ip):/im;
const fields = /^(from|to|subject|date|mime-version|content-type):/gim;

/** @returns null for what may be a text of figures, or for what nobody knows */
export function knownFileIn(bytes: Uint8Array): KnownFile | null {
  const beginning = bytes.subarray(0, JUDGED);
  const characters = String.fromCharCode(...beginning);
  const kind = byBytes.find(({ starts }) => starts.test(characters));
  if (kind) return named(kind);
  if (isLockFile(bytes)) return { code: 'LOCK_FILE', seen: '~$' };
  const text = textOf(beginning, characters).trimStart();
  const page = byText.find(({ starts }) => starts.test(text));
  return page ? named(page) : mailIn(text);
}

function named({ code, seen }: Kind): KnownFile {
  return { code, seen };
}

/** Pages that Excel saves have the head of a mail, too, and say how they belong together. */
function mailIn(text: string): KnownFile | null {
  if (!/^[A-Za-z-]+:/.test(text)) return null;
  const names = new Set((text.match(fields) ?? []).map((field) => field.toLowerCase()));
  if (headOfMail.test(text) && names.size >= 2) return { code: 'MAIL', seen: '.eml' };
  if (/^mime-version:/im.test(text)) return { code: 'WEB_PAGE', seen: 'MHTML' };
  return names.has('from:') && names.has('subject:') && names.size >= 3
    ? { code: 'MAIL', seen: '.eml' }
    : null;
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
