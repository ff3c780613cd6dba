import type { NeutralDocument } from '../../model/document.ts';
import { skipActiveParts } from '../active/office-parts.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { OfficePackage } from '../zip/office-package.ts';
import { BodyHandler } from './body.ts';
import { BoundData } from './bound-data.ts';
import { DocumentDraft } from './document-draft.ts';
import { ListNumbering } from './numbering.ts';
import { StyleSheet } from './styles.ts';

/**
 * Reads a Word document: its paragraphs and tables in order, as its final text (tracked changes accepted).
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE, XML_REFUSED, ZIP_NOT_A_REPORT
 */
export async function readWordDocument(file: OfficePackage): Promise<NeutralDocument> {
  const relationships = await file.relationships(file.main);
  const partOf = (type: string) => relationships.find((link) => link.type === type)?.target ?? null;

  const styles = new StyleSheet();
  const stylesPart = partOf('styles');
  if (stylesPart) await file.read(stylesPart, styles);
  const numbering = new ListNumbering((style) => styles.character(style).numId);
  const numberingPart = partOf('numbering');
  if (numberingPart) await file.read(numberingPart, numbering);

  const draft = new DocumentDraft();
  const body = new BodyHandler(draft, styles, numbering, await BoundData.read(file, relationships));
  await file.read(file.main, body);
  if (body.root !== 'w:document') {
    throw new UnreadableFile('ZIP_NOT_A_REPORT', `${file.main} is no document`);
  }
  for (const { type, target } of relationships) {
    if ((type !== 'header' && type !== 'footer') || !target) continue;
    if (await hasText(file, target)) draft.skipped.add('part', type, null);
  }
  await skipActiveParts(file, draft.skipped);
  return draft.finish();
}

async function hasText(file: OfficePackage, part: string): Promise<boolean> {
  let inText = false;
  let found = false;
  await file.read(part, {
    open(name) {
      inText = name === 'w:t';
    },
    text(text) {
      found ||= inText && text.trim() !== '';
    },
    close() {
      inText = false;
    },
  });
  return found;
}
