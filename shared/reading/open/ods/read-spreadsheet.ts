import type { NeutralDocument } from '../../model/document.ts';
import { activeElement, skipPrograms } from '../active/odf-elements.ts';
import type { OdfPackage } from '../odf/odf-package.ts';
import { TextStyles } from '../odf/styles.ts';
import { finishSheets } from '../sheets/finish-sheets.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { SpreadsheetHandler } from './content.ts';

/**
 * Reads an OpenDocument spreadsheet: one table for each sheet, in the order of the tabs, hidden ones marked.
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE, XML_REFUSED, ZIP_NOT_A_REPORT
 */
export async function readSpreadsheet(file: OdfPackage): Promise<NeutralDocument> {
  const skipped = new SkippedLog();
  const styles = new TextStyles();
  if (file.has('styles.xml')) {
    await file.read('styles.xml', {
      open(name, attributes) {
        const active = activeElement(name, attributes);
        if (active) skipped.add(active.what, active.why, null, 1, active.text);
        styles.open(name, attributes);
      },
      close: (name) => styles.close(name),
    });
  }
  const content = new SpreadsheetHandler(skipped, styles);
  await file.read('content.xml', content);
  if (!content.found) throw new UnreadableFile('ZIP_NOT_A_REPORT', 'content.xml is no spreadsheet');
  skipPrograms(file, skipped);
  const { sheets } = content;
  const cells = await finishSheets(
    sheets.map(({ draft }) => draft),
    skipped,
  );
  const blocks = sheets.map(({ table }, n) => ({ ...table, cells: cells[n] ?? [] }));
  return { format: 'ods', blocks, skipped: skipped.list() };
}
