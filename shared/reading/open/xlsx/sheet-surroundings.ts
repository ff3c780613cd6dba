import type { Source } from '../../model/document.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { OfficePackage } from '../zip/office-package.ts';

/**
 * Counts what lies over or beside a sheet's cells and is not read: pictures, charts, text boxes, comments,
 * embedded files.
 * @throws UnreadableFile
 */
export async function skipSurroundings(
  file: OfficePackage,
  sheetPart: string,
  where: Source,
  skipped: SkippedLog,
): Promise<void> {
  for (const { type, target } of await file.relationships(sheetPart)) {
    if (target === null || !file.has(target)) continue;
    if (type === 'drawing') await skipDrawing(file, target, where, skipped);
    else if (type === 'comments') await skipComments(file, target, where, skipped);
    else if (type === 'ctrlProp' || type === 'control') skipped.add('part', 'form-field', where);
    else if (type === 'oleObject' || type === 'package') skipped.add('part', 'embedded-object', where);
  }
}

async function skipDrawing(
  file: OfficePackage,
  part: string,
  where: Source,
  skipped: SkippedLog,
): Promise<void> {
  let shapeHasText = false;
  let inText = false;
  await file.read(part, {
    open(name) {
      if (name === 'xdr:pic') skipped.add('image', 'image', where);
      else if (name === 'xdr:graphicFrame') skipped.add('part', 'chart', where);
      else if (name === 'xdr:sp') shapeHasText = false;
      else if (name === 'a:t') inText = true;
    },
    text(text) {
      if (inText && text.trim() !== '') shapeHasText = true;
    },
    close(name) {
      if (name === 'a:t') inText = false;
      else if (name === 'xdr:sp' && shapeHasText) skipped.add('part', 'text-box', where);
    },
  });
}

async function skipComments(
  file: OfficePackage,
  part: string,
  where: Source,
  skipped: SkippedLog,
): Promise<void> {
  await file.read(part, {
    open(name) {
      if (name === 's:comment') skipped.add('note', 'comment', where);
    },
  });
}
