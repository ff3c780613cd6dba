import type { NeutralDocument } from '../../model/document.ts';
import { activeElement, skipPrograms } from '../active/odf-elements.ts';
import { DocumentDraft } from '../docx/document-draft.ts';
import type { OdfPackage } from '../odf/odf-package.ts';
import { TextStyles } from '../odf/styles.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { TextHandler } from './body.ts';
import { ListNumbering } from './list-numbering.ts';

/**
 * Reads an OpenDocument text: its paragraphs and tables in order, as its final text (tracked changes accepted).
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE, XML_REFUSED, ZIP_NOT_A_REPORT
 */
export async function readTextDocument(file: OdfPackage): Promise<NeutralDocument> {
  const styles = new TextStyles();
  const lists = new ListNumbering();
  const draft = new DocumentDraft();
  if (file.has('styles.xml')) await readStyles(file, styles, lists, draft);
  const body = new TextHandler(draft, styles, lists);
  await file.read('content.xml', body);
  if (!body.found) throw new UnreadableFile('ZIP_NOT_A_REPORT', 'content.xml is no text');
  skipPrograms(file, draft.skipped);
  return { ...draft.finish(), format: 'odt' };
}

/** Page headers and footers stand among the styles; the number of the page is no text. */
async function readStyles(
  file: OdfPackage,
  styles: TextStyles,
  lists: ListNumbering,
  { skipped }: DocumentDraft,
): Promise<void> {
  let part: 'header' | 'footer' | null = null;
  let hasText = false;
  await file.read('styles.xml', {
    open(name, attributes) {
      const active = activeElement(name, attributes);
      if (active) skipped.add(active.what, active.why, null, 1, active.text);
      styles.open(name, attributes);
      lists.describe(name, attributes);
      if (/^style:(header|footer)(-left|-first)?$/.test(name)) {
        part = name.startsWith('style:header') ? 'header' : 'footer';
        hasText = false;
      }
    },
    text(text) {
      hasText ||= part !== null && /\p{L}/u.test(text);
    },
    close(name) {
      styles.close(name);
      lists.endDescription(name);
      if (part === null || !/^style:(header|footer)(-left|-first)?$/.test(name)) return;
      if (hasText) skipped.add('part', part, null);
      part = null;
    },
  });
}
