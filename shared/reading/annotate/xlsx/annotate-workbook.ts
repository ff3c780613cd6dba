/** A workbook with each finding marked at its cell, and all of them on a sheet of their own. */
import { list } from '../../../wording/annotation.ts';
import type { Table } from '../../model/document.ts';
import type { Finding } from '../../model/reading.ts';
import { type Position, parseAddress } from '../../open/xlsx/cell-address.ts';
import { NotAnnotatable } from '../not-annotatable.ts';
import { isOwnSheet } from '../own-sheet.ts';
import type { PackageEdit } from '../package-edit.ts';
import { gravest, remarkOf } from '../remarks.ts';
import { applyChanges, attributesOf, escapeXml, opened, rootOf, type Tag, tagsOf } from '../xml-text.ts';
import { CellStyles, emptyStylesheet } from './cell-styles.ts';
import { noShapes, withShapes } from './comment-shapes.ts';
import { type Comment, noComments, ownCommentsOf, withComments } from './comments.ts';
import { listSheet } from './list-sheet.ts';
import { markCells } from './mark-cells.ts';

const typeOf = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

interface Mark extends Comment {
  readonly findings: readonly Finding[];
}

/**
 * @param main the workbook's own part
 * @param tables as the reader gives them, to know the sheet of an earlier copy
 * @throws NotAnnotatable
 */
export async function annotateWorkbook(
  file: PackageEdit,
  main: string,
  findings: readonly Finding[],
  tables: readonly Table[],
): Promise<void> {
  const namespace = await namespaceOf(file, main);
  const sheets = await sheetsOf(file, main);
  const stylesheet = (await file.links(main)).find(({ type }) => type === 'styles')?.target ?? null;
  const styles = new CellStyles(
    stylesheet === null ? emptyStylesheet(namespace) : await file.text(stylesheet),
  );

  for (const [n, { name, part }] of sheets.entries()) {
    const earlier = tables.find((table) => table.sheet === name && isOwnSheet(table));
    if (!earlier)
      await annotateSheet(file, part, marksOn(name, findings), styles, { namespace, block: n + 1 });
  }
  await addList(file, main, listSheet(findings, styles, namespace), { sheets, tables });

  if (stylesheet !== null) file.put(stylesheet, styles.text());
  else await add(file, main, { part: 'xl/styles.xml', text: styles.text(), type: 'styles' });
}

function marksOn(sheet: string, findings: readonly Finding[]): Mark[] {
  const here = findings.filter(({ where }) => where !== null && 'sheet' in where && where.sheet === sheet);
  const byCell = Map.groupBy(here, ({ where }) => (where !== null && 'cell' in where ? where.cell : ''));
  return [...byCell].map(([address, those]) => ({
    cell: parseAddress(address),
    findings: those,
    parts: those.map(remarkOf),
  }));
}

async function annotateSheet(
  file: PackageEdit,
  part: string,
  marks: readonly Mark[],
  styles: CellStyles,
  { namespace, block }: { namespace: string; block: number },
): Promise<void> {
  const links = await file.links(part);
  const held = links.find(({ type }) => type === 'comments')?.target ?? null;
  const before = held === null ? noComments(namespace) : await file.text(held);
  const stale = ownCommentsOf(before);
  if (marks.length === 0 && stale.length === 0) return;

  const isMarked = (cell: Position) => marks.find((mark) => isSame(mark.cell, cell));
  const cells = [...marks.map(({ cell }) => cell), ...stale.filter((cell) => !isMarked(cell))];
  const sheet = markCells(await file.text(part), cells, (style, cell) => {
    const mark = isMarked(cell);
    const base = styles.unmarked(style);
    return mark ? styles.marked(base, gravest(mark.findings)) : base;
  });
  const { xml, shapesFor, shapesGone } = withComments(before, marks);
  if (held !== null) file.put(held, xml);
  else {
    const comments = file.freeName((n) => `xl/comments${n}.xml`);
    await add(file, part, { part: comments, text: xml, type: 'comments' });
  }
  file.put(part, await withDrawing(file, part, sheet, { shapesFor, shapesGone, block }));
}

async function withDrawing(
  file: PackageEdit,
  part: string,
  sheet: string,
  change: { shapesFor: readonly Comment[]; shapesGone: readonly Position[]; block: number },
): Promise<string> {
  const { shapesFor, shapesGone, block } = change;
  const { id, place, prefix } = drawingOf(sheet);
  const drawing = (await file.links(part)).find((link) => link.id === id)?.target ?? null;
  if (drawing !== null) {
    file.put(drawing, withShapes(await file.text(drawing), shapesFor, shapesGone, block));
    return sheet;
  }
  const name = file.freeName((n) => `xl/drawings/vmlDrawing${n}.vml`);
  file.put(name, withShapes(noShapes(block), shapesFor, [], block));
  await file.declareExtension('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  const link = await file.link(part, 'vmlDrawing', name);
  const address = file.addressOf('').slice(0, -1);
  const text = `<${prefix}legacyDrawing xmlns:r="${address}" r:id="${link}"/>`;
  return applyChanges(sheet, [{ from: place, to: place, text }]);
}

/** What follows a sheet's drawing of comments in the standard's order. */
const behind = /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)$/;

function drawingOf(sheet: string): { id: string | null; place: number; prefix: string } {
  const { prefix } = rootOf(sheet);
  let depth = 0;
  let place: number | null = null;
  for (const tag of tagsOf(sheet)) {
    if (tag.kind === 'close') depth--;
    else if (depth === 1) {
      const name = tag.name.slice(prefix.length);
      if (tag.name === `${prefix}legacyDrawing`) {
        const id = Object.entries(attributesOf(sheet, tag)).find(([key]) => key.endsWith(':id'))?.[1];
        return { id: id ?? null, place: tag.from, prefix };
      }
      if (behind.test(name) || tag.name === 'mc:AlternateContent') place ??= tag.from;
    }
    if (tag.kind === 'open') depth++;
    if (tag.kind === 'close' && depth === 0) place ??= tag.from;
  }
  if (place === null) throw new NotAnnotatable('a sheet without end');
  return { id: null, place, prefix };
}

/** The list takes the place of an earlier copy's, else it is a new sheet behind all others. */
async function addList(
  file: PackageEdit,
  main: string,
  text: string,
  { sheets, tables }: { sheets: readonly Sheet[]; tables: readonly Table[] },
): Promise<void> {
  const earlier = sheets.find(({ name }) =>
    tables.some((table) => table.sheet === name && isOwnSheet(table)),
  );
  if (earlier) {
    file.put(earlier.part, text);
    return;
  }
  const part = file.freeName((n) => `xl/worksheets/sheet${n}.xml`);
  const id = await add(file, main, { part, text, type: 'worksheet' });
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let name: string = list.sheet;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${list.sheet} (${n})`;
  const workbook = await file.text(main);
  const { prefix } = rootOf(workbook);
  const numbers = sheets.map(({ number }) => number);
  const address = file.addressOf('').slice(0, -1);
  const element = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...numbers) + 1}" xmlns:r="${address}" r:id="${id}"/>`;
  file.put(main, applyChanges(workbook, [atEndOf(workbook, `${prefix}sheets`, element)]));
}

function atEndOf(xml: string, name: string, text: string) {
  let empty: Tag | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== name) continue;
    if (tag.kind === 'close') return { from: tag.from, to: tag.from, text };
    if (tag.kind === 'empty') empty = tag;
  }
  if (!empty) throw new NotAnnotatable(`no ${name}`);
  return { from: empty.from, to: empty.to, text: opened(xml.slice(empty.from, empty.to), name, text) };
}

async function add(
  file: PackageEdit,
  to: string,
  { part, text, type }: { part: string; text: string; type: 'worksheet' | 'styles' | 'comments' },
): Promise<string> {
  file.put(part, text);
  await file.declare(part, typeOf(type));
  return file.link(to, type, part);
}

interface Sheet {
  readonly name: string;
  readonly number: number;
  readonly part: string;
}

async function sheetsOf(file: PackageEdit, main: string): Promise<readonly Sheet[]> {
  const xml = await file.text(main);
  const { prefix } = rootOf(xml);
  const links = await file.links(main);
  const sheets: Sheet[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== `${prefix}sheet` || tag.kind === 'close') continue;
    const attributes = attributesOf(xml, tag);
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const link = links.find((candidate) => candidate.id === id);
    if (link?.type !== 'worksheet' || link.target === null) continue;
    const name = (attributes.name ?? '').normalize('NFC');
    sheets.push({ name, number: Number(attributes.sheetId ?? 0), part: link.target });
  }
  return sheets;
}

async function namespaceOf(file: PackageEdit, main: string): Promise<string> {
  const xml = await file.text(main);
  const root = rootOf(xml);
  const name = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
  return attributesOf(xml, root)[name] ?? '';
}

function isSame(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column;
}
