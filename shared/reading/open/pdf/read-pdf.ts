import { type ActiveKind, activeContentOf } from '../../../vocabulary/active-content.ts';
import { markIn } from '../../model/consolidated-mark.ts';
import type { NeutralDocument } from '../../model/document.ts';
import { quoted } from '../active/addresses.ts';
import { Budget } from '../budget.ts';
import { plainText } from '../plain-text.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { skipActive } from './active-parts.ts';
import { assemble } from './assemble.ts';
import { isRecord } from './font.ts';
import { withoutPageNumbers } from './furniture.ts';
import { type PageContent, readPage } from './page-content.ts';
import { layOut, type PageLayout } from './page-layout.ts';
import { openPdf, type PdfFile, type PdfPage, refusalOf } from './pdf-file.ts';
import { countPictures, refuseInflated } from './raw-streams.ts';

/** No report of a unit has more; whole books have. */
const MAX_PAGES = 500;
/** Glyphs of one file: a page of text has three thousand. */
const MAX_GLYPHS = 3_000_000;
/** A stamp, a number, a page's foot: a page with less beside a picture is a scan of paper. */
const FEWEST_LETTERS = 40;
/** Letters that are quoted of what is hidden. */
const LONGEST_HIDDEN = 200;

/**
 * Reads the text of a pdf file: paragraphs, and tables with or without ruled lines. What stands on a page as a
 * picture is not read; a file of such pages alone is a scan.
 * @throws UnreadableFile SCANNED_PDF, DYNAMIC_FORM, FILE_ENCRYPTED, ZIP_DAMAGED, ZIP_TOO_LARGE, TOO_MUCH_TO_READ
 */
export async function readPdf(bytes: Uint8Array, budget = Budget.unlimited()): Promise<NeutralDocument> {
  const names = await refuseInflated(bytes, budget);
  const pictures = countPictures(bytes);
  const file = await openPdf(bytes, budget);
  try {
    if (file.pages > MAX_PAGES) throw tooLarge(`${file.pages} pages`);
    const skipped = new SkippedLog();
    await skipActive(file, names, skipped);
    const pages: PageLayout[] = [];
    let [glyphs, scanned, recognised, clipped] = [0, 0, 0, 0];
    let first = '';
    for (let number = 1; number <= file.pages; number += 1) {
      budget.ask();
      const page = await file.page(number);
      const content = await contentOf(page, file, budget);
      glyphs += content.glyphs.length;
      if (glyphs > MAX_GLYPHS) throw tooLarge(`more than ${MAX_GLYPHS} letters`);
      if (pictures > 0 && content.pictured && lettersOn(content) < FEWEST_LETTERS) scanned += 1;
      if (number === 1) first = textOf(content);
      recognised += content.invisible;
      clipped += content.clipped.length;
      const hidden = plainText(content.hidden).slice(0, LONGEST_HIDDEN);
      if (hidden !== '') skipped.add('part', 'hidden-text', null, 1, hidden);
      await skipAnnotations(page, content.annotations, skipped);
      pages.push(layOut(content, number));
      page.cleanup();
    }
    await refuseDynamicForm(file, first);
    if (scanned === file.pages || glyphs === 0) {
      throw new UnreadableFile('SCANNED_PDF', `${file.pages} pages without text`, {
        seen: `PDF, ${file.pages} trang`,
      });
    }
    if (scanned > 0) skipped.add('image', 'scanned-page', null, scanned);
    if (pictures > scanned) skipped.add('image', 'image', null, pictures - scanned);
    if (clipped > 0) skipped.add('part', 'clipped-text', null, clipped);
    const turned = pages.reduce((sum, page) => sum + page.turned, 0);
    if (turned > 0) skipped.add('part', 'turned-text', null, turned);
    const figures = pages.reduce((sum, page) => sum + page.turnedFigures, 0);
    if (figures > 0) skipped.add('part', 'turned-figure', null, figures);
    const { pages: bare, headers, footers } = withoutPageNumbers(pages);
    if (headers > 0) skipped.add('part', 'header', null, headers);
    if (footers > 0) skipped.add('part', 'footer', null, footers);
    const blocks = assemble(bare, skipped);
    const text = recognised > glyphs / 2 ? ({ recognised: true } as const) : {};
    const mark = markIn(await file.keywords());
    return { format: 'pdf', blocks, skipped: skipped.list(), ...text, ...(mark && { mark }) };
  } finally {
    await file.close();
  }
}

/**
 * What in a pdf file acts by itself or is attached to it, also where it is a picture of paper and none of it is read.
 * @throws UnreadableFile FILE_ENCRYPTED, ZIP_DAMAGED where nobody can open it; ZIP_TOO_LARGE, TOO_MUCH_TO_READ
 */
export async function activeInPdf(bytes: Uint8Array, budget: Budget): Promise<readonly ActiveKind[]> {
  const names = await refuseInflated(bytes, budget);
  const file = await openPdf(bytes, budget);
  try {
    if (file.pages > MAX_PAGES) throw tooLarge(`${file.pages} pages`);
    const skipped = new SkippedLog();
    await skipActive(file, names, skipped);
    for (let number = 1; number <= file.pages; number += 1) {
      budget.ask();
      await skipAnnotations(await file.page(number), new Set(), skipped);
    }
    // Such a form is drawn by scripts of its own.
    if ((await file.forms()).xfa) skipped.add('part', 'script', null);
    return activeContentOf(skipped.list());
  } finally {
    await file.close();
  }
}

async function contentOf(page: PdfPage, file: PdfFile, budget: Budget): Promise<PageContent> {
  try {
    return await file.within(readPage(page, file, budget));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What stands on the one page of a form that other programs cannot draw. */
const PLEASE_WAIT = /please\s*wait/i;

async function refuseDynamicForm(file: PdfFile, first: string): Promise<void> {
  const { xfa, fields } = await file.forms();
  if (xfa && file.pages === 1 && (!fields || PLEASE_WAIT.test(first))) {
    throw new UnreadableFile('DYNAMIC_FORM', 'a form that is drawn when it is opened', { seen: 'PDF, XFA' });
  }
}

function textOf({ glyphs }: PageContent): string {
  return glyphs.map(({ text }) => text).join('');
}

function lettersOn({ glyphs }: PageContent): number {
  return glyphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

/** Of what is put over a page: handwriting and stamps, of which no letter was read. */
const drawn = ['Ink', 'Stamp'];

/** What people and programs put over pages: remarks, fields to fill in, seals of signatures. */
async function skipAnnotations(
  page: PdfPage,
  read: ReadonlySet<unknown>,
  skipped: SkippedLog,
): Promise<void> {
  const annotations: readonly unknown[] = await page.getAnnotations().catch((error: unknown) => {
    throw refusalOf(error);
  });
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    const has = (key: string, value: unknown) => key in annotation && Reflect.get(annotation, key) === value;
    const filled = (key: string) => {
      const value: unknown = Reflect.get(annotation, key);
      // Of a list that lets several be chosen there are several.
      const written = Array.isArray(value) ? value.join('') : value;
      return typeof written === 'string' && written.trim() !== '' && written !== 'Off';
    };
    if (filled('unsafeUrl') && !/^(https?|mailto|tel):/i.test(String(Reflect.get(annotation, 'unsafeUrl')))) {
      skipped.add('part', 'launch', null, 1, quoted(String(Reflect.get(annotation, 'unsafeUrl'))));
    }
    if (has('subtype', 'FileAttachment')) skipped.add('part', 'attached-file', null);
    if (isRecord(Reflect.get(annotation, 'actions'))) skipped.add('part', 'script', null);
    if (has('fieldType', 'Sig')) skipped.add('part', 'signature', null);
    else if (has('subtype', 'Text')) skipped.add('note', 'comment', null);
    else if (read.has(Reflect.get(annotation, 'id'))) continue;
    else if (has('subtype', 'Widget') && filled('fieldValue')) skipped.add('part', 'form-field', null);
    else if (has('subtype', 'FreeText')) skipped.add('part', 'text-box', null);
    else if (drawn.some((subtype) => has('subtype', subtype))) skipped.add('part', 'drawing-text', null);
  }
}

function tooLarge(detail: string): UnreadableFile {
  return new UnreadableFile('ZIP_TOO_LARGE', detail, { seen: 'PDF' });
}
