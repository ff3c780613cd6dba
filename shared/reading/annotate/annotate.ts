/** The unit's own file with every finding written beside the place it speaks of. */
import { isActive } from '../../vocabulary/active-content.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { type Format, formats } from '../../vocabulary/formats.ts';
import { inEach, say, type Text } from '../../vocabulary/text.ts';
import { printable } from '../../vocabulary/visible-text.ts';
import type { Table } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import { openDocument } from '../open/open-document.ts';
import { ZipArchive } from '../open/zip/archive.ts';
import { findContained } from '../open/zip/contained-file.ts';
import { annotateDocument } from './docx/annotate-document.ts';
import { NotAnnotatable } from './not-annotatable.ts';
import { PackageEdit } from './package-edit.ts';
import { annotateWorkbook } from './xlsx/annotate-workbook.ts';

export interface AnnotatedFile {
  /** The unit's own name for its file, told apart by its ending: `bao-cao (lưu ý).xlsx`. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** False where there is nothing to mark, and for formats that have no room for marks or none that every program shows. */
export function hasMarks({ format, findings }: Pick<Reading, 'format' | 'findings'>): boolean {
  return (format === 'xlsx' || format === 'docx') && findings.length > 0;
}

/**
 * The same bytes and findings always give the same copy. Null where nothing has marks.
 * @param fileName the unit's own
 * @throws NotAnnotatable where this file cannot be written upon; its verdict stands all the same
 */
export async function annotateFile(
  bytes: Uint8Array,
  fileName: string,
  { format, findings }: Pick<Reading, 'format' | 'findings'>,
): Promise<AnnotatedFile | null> {
  if (format === null || !hasMarks({ format, findings })) return null;
  const own = (await findContained(new ZipArchive(bytes))) ?? bytes;
  const file = new PackageEdit(own);
  const { part, contentType } = await file.main();
  // Nobody is sent macros by this system, not even their own.
  if (/macroEnabled/i.test(contentType)) throw new NotAnnotatable('a file with macros');
  const document = await openDocument(own);
  // Nor whatever else may act by itself: a file of the office's own sender is opened without a second look.
  if (document.skipped.some(({ why }) => isActive(why)))
    throw new NotAnnotatable('a file with active content');
  const shown = findings.map(asShown);
  if (format === 'docx') await annotateDocument(file, part, shown, document);
  else {
    const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
    await annotateWorkbook(file, part, shown, tables);
  }
  return {
    fileName: nameOfCopy(fileName, format),
    contentType: formats[format].contentType,
    bytes: file.bytes(),
  };
}

/** Findings quote what stands in the file: unseen letters and turns of direction are not written again. */
function asShown(finding: Finding): Finding {
  const { message, fix, found, expected } = finding;
  const both = (text: Text): Text => inEach((language) => printable(say(text, language)));
  return {
    ...finding,
    message: both(message),
    fix: both(fix),
    found: found && printable(found),
    expected: expected && printable(expected),
  };
}

function nameOfCopy(fileName: string, format: Format): string {
  return `${fileName.replace(/( \(lưu ý\))?\.\w{2,4}$/u, '')} (lưu ý).${format}`;
}
