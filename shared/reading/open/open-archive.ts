import type { ConsolidatedMark } from '../model/consolidated-mark.ts';
import type { NeutralDocument } from '../model/document.ts';
import type { Budget } from './budget.ts';
import { markOfOdf, markOfOffice } from './document-properties.ts';
import { OdfPackage } from './odf/odf-package.ts';
import { knownArchiveIn } from './other-kinds/known-archives.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { ZipArchive } from './zip/archive.ts';
import { findContained } from './zip/contained-file.ts';
import { OfficePackage } from './zip/office-package.ts';

/**
 * Turns a zip into the neutral document: an office file, or an archive around exactly one file that is a report.
 * @param openFile how a file in the archive is opened; null where this archive lies in another one already
 * @throws UnreadableFile with the code that tells the unit why
 */
export async function openArchive(
  bytes: Uint8Array,
  budget: Budget,
  openFile: ((bytes: Uint8Array) => Promise<NeutralDocument>) | null,
): Promise<NeutralDocument> {
  const archive = new ZipArchive(bytes, budget);
  const odf = await OdfPackage.open(archive);
  if (odf) return marked(await openOdf(odf), await markOfOdf(odf));
  // Some put a picture of themselves, which is read elsewhere, beside what no other program reads.
  const known = knownArchiveIn(archive.names);
  if (known) {
    throw new UnreadableFile(known.code, archive.names.slice(0, 3).join(', '), { seen: known.seen });
  }
  const contained = openFile && (await findContained(archive));
  if (contained) {
    try {
      return await openFile(contained);
    } catch (error) {
      // Of a file that is nothing known the archive's own names tell more.
      if (!(error instanceof UnreadableFile && /^FILE_(UNKNOWN|EMPTY)$/.test(error.code))) throw error;
    }
  }
  const file = await OfficePackage.open(archive);
  return marked(await openOffice(file), await markOfOffice(file));
}

function marked(document: NeutralDocument, mark: ConsolidatedMark | null): NeutralDocument {
  return mark ? { ...document, mark } : document;
}

/** The reader of Word files is a part of its own in bundles: most reports are workbooks, and do without it. */
async function openOffice(file: OfficePackage): Promise<NeutralDocument> {
  if (file.kind === 'workbook') return readWorkbook(file);
  const { readWordDocument } = await import('./docx/read-word-document.ts');
  return readWordDocument(file);
}

/** Parts of their own in bundles: few reports are of OpenDocument. */
async function openOdf(file: OdfPackage): Promise<NeutralDocument> {
  if (file.kind === 'spreadsheet') {
    const { readSpreadsheet } = await import('./ods/read-spreadsheet.ts');
    return readSpreadsheet(file);
  }
  const { readTextDocument } = await import('./odt/read-text-document.ts');
  return readTextDocument(file);
}
