import type { UnreadableCode } from '../../vocabulary/finding.ts';
import type { NeutralDocument } from '../model/document.ts';
import { Budget } from './budget.ts';
import { readCsv } from './csv/read-csv.ts';
import { endsBeforeDirectory, fileKindOf } from './file-kind.ts';
import { openArchive } from './open-archive.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Turns the bytes of one report file into the neutral document. The kind of file is told from its first bytes;
 * its name plays no part. Memory is bounded whatever the file claims; nothing is fetched, nothing is run. The readers
 * of pdf files and old workbooks are large: they are loaded with the first such file.
 * @param budget the time there is
 * @throws UnreadableFile with the code that tells the unit why
 */
export function openDocument(bytes: Uint8Array, budget = Budget.unlimited()): Promise<NeutralDocument> {
  return open(bytes, budget, (contained) => open(contained, budget, null));
}

/** @param openContained how a file in an archive is opened; null within one */
async function open(
  bytes: Uint8Array,
  budget: Budget,
  openContained: ((bytes: Uint8Array) => Promise<NeutralDocument>) | null,
): Promise<NeutralDocument> {
  if (bytes.length === 0) throw new UnreadableFile('FILE_EMPTY', 'no bytes', { seen: '0 byte' });
  switch (fileKindOf(bytes)) {
    case 'zip':
      return openArchive(bytes, budget, openContained);
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, budget);
    }
    case 'xls': {
      const { readOldWorkbook } = await import('./xls/read-old-workbook.ts');
      return readOldWorkbook(bytes, budget);
    }
    case 'doc':
      throw new UnreadableFile('OLD_WORD_FORMAT', 'a container with a WordDocument', { seen: '.doc' });
    case 'encrypted':
      throw new UnreadableFile('FILE_ENCRYPTED', 'a container with an EncryptedPackage');
    case 'container':
      if (endsBeforeDirectory(bytes)) throw new UnreadableFile('ZIP_DAMAGED', 'a container cut short');
      throw new UnreadableFile('FILE_UNKNOWN', 'a container of neither a workbook nor a document');
    case 'other':
      return openText(bytes, budget);
  }
}

function openText(bytes: Uint8Array, budget: Budget): NeutralDocument {
  const known = others.find(({ starts }) => starts.test(beginning(bytes)));
  const table = known ? null : readCsv(bytes, budget);
  if (table) return table;
  throw new UnreadableFile(
    known?.code ?? 'FILE_UNKNOWN',
    firstBytes(bytes),
    known ? { seen: known.seen } : {},
  );
}

/** What people send under the name of a report, by how it begins; without a code of its own it is unknown. */
const others: readonly { readonly starts: RegExp; readonly seen: string; readonly code?: UnreadableCode }[] =
  [
    {
      starts: /^(\xef\xbb\xbf)?\s*(<!--|<!doctype html|<html|<head|<body|<meta|<style|<table|<div)/i,
      seen: 'HTML',
      code: 'WEB_PAGE',
    },
    { starts: /^mime-version:/i, seen: 'MHTML', code: 'WEB_PAGE' },
    { starts: /^(\xef\xbb\xbf)?\s*<\?xml/i, seen: 'XML' },
    { starts: /^\{\\rtf/, seen: 'RTF' },
    { starts: /^\xff\xd8\xff/, seen: 'JPEG', code: 'PICTURE' },
    { starts: /^\x89PNG/, seen: 'PNG', code: 'PICTURE' },
    { starts: /^(GIF8|BM.{4}\0{4}|II\*\0|MM\0\*)/s, seen: 'GIF, BMP, TIFF', code: 'PICTURE' },
    { starts: /^.{4}ftyp(heic|heix|mif1|avif)/s, seen: 'HEIC', code: 'PICTURE' },
    { starts: /^Rar!/, seen: '.rar' },
    { starts: /^7z\xbc\xaf/, seen: '.7z' },
  ];

function beginning(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 32));
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
