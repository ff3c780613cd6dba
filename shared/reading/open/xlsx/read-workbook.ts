import type { NeutralDocument, Table } from '../../model/document.ts';
import { skipActiveParts } from '../active/office-parts.ts';
import { CellAllowance } from '../cell-allowance.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { type DraftSheet, finishSheets } from '../sheets/finish-sheets.ts';
import type { AreaRule } from '../sheets/look-rules.ts';
import { unseenAmong } from '../sheets/unseen-sizes.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { RecordedXml } from '../xml/recorded-xml.ts';
import type { OfficePackage, Relationship } from '../zip/office-package.ts';
import type { ValueContext } from './cell-value.ts';
import { type CellConsumer, SheetHandler } from './sheet.ts';
import { skipSurroundings } from './sheet-surroundings.ts';
import { SheetTable } from './sheet-table.ts';
import { SharedStrings, SharedStringsHandler } from './strings.ts';
import { StylesHandler } from './styles.ts';

interface SheetEntry {
  readonly name: string;
  readonly state: string;
  readonly relationship: string;
}

/**
 * Reads a workbook: one table for each worksheet, in the order of the tabs, hidden ones marked.
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE, XML_REFUSED, ZIP_NOT_A_REPORT
 */
export async function readWorkbook(file: OfficePackage): Promise<NeutralDocument> {
  const skipped = new SkippedLog();
  const drafts: DraftSheet[] = [];
  const sheets: ({ readonly hidden: boolean } & Pick<SheetHandler, 'unseenRows' | 'unseenColumns'>)[] = [];
  const allowance = new CellAllowance();
  await readSheets(file, skipped, ({ name, hidden }) => {
    const table = new SheetTable(name, allowance);
    return {
      cell: (row, column, value) => table.cell(row, column, value),
      number: (row, column, number, letters, percent) => table.number(row, column, number, letters, percent),
      end({ merges, hiddenRows, unseenRows, unseenColumns, rules }) {
        drafts.push({ ...table.finish(merges, hiddenRows, skipped), rules });
        sheets.push({ hidden, unseenRows, unseenColumns });
      },
    };
  });
  await skipActiveParts(file, skipped);
  const finished = await finishSheets(drafts, skipped);
  const blocks = finished.map((cells, n): Table => {
    const { name = '' } = drafts[n] ?? {};
    const { hidden = false, unseenRows = [], unseenColumns = [] } = sheets[n] ?? {};
    const hiddenRows = unseenAmong(cells, 'row', unseenRows);
    const hiddenColumns = unseenAmong(cells, 'column', unseenColumns);
    return {
      kind: 'table',
      sheet: name,
      hidden,
      ...(hiddenRows.size > 0 && { hiddenRows }),
      ...(hiddenColumns.size > 0 && { hiddenColumns }),
      cells,
    };
  });
  return { format: 'xlsx', blocks, skipped: skipped.list() };
}

/** What a sheet says beside its cells. */
export interface ReadSheet
  extends Pick<SheetHandler, 'merges' | 'hiddenRows' | 'unseenRows' | 'unseenColumns'> {
  readonly rules: readonly AreaRule[];
}

/** Is handed one sheet. */
export interface SheetConsumer extends CellConsumer {
  /** All cells were given. */
  end(sheet: ReadSheet): void;
}

/**
 * Hands the cells of all worksheets over while they are read, in memory that grows with the workbook's different texts
 * alone.
 * @param skipped is told what is not read
 * @param open called where a sheet begins
 * @throws UnreadableFile ZIP_DAMAGED, ZIP_TOO_LARGE, XML_REFUSED, ZIP_NOT_A_REPORT, and whatever the consumers throw
 */
export async function readSheets(
  file: OfficePackage,
  skipped: SkippedLog,
  open: (sheet: { readonly name: string; readonly hidden: boolean }) => SheetConsumer,
): Promise<void> {
  const { sheets, date1904 } = await readSheetList(file);
  const relationships = await file.relationships(file.main);
  const { context, changedLooks } = await readContext(file, relationships, date1904);
  if (relationships.some(({ type }) => type === 'vbaProject')) skipped.add('part', 'macros', null);

  for (const { name, state, relationship } of sheets) {
    const where = { sheet: name, cell: 'A1' };
    const link = relationships.find(({ id }) => id === relationship);
    if (!link?.target) throw new UnreadableFile('ZIP_DAMAGED', `sheet ${name} is missing`);
    if (link.type !== 'worksheet') {
      skipped.add('sheet', link.type, where);
      continue;
    }
    const hidden = state !== 'visible';
    const consumer = open({ name, hidden });
    const handler = new SheetHandler(name, context, consumer);
    await file.read(link.target, handler);
    if (handler.hasPrintedNote) skipped.add('note', 'page-header-or-footer', where);
    const { merges, hiddenRows, unseenRows, unseenColumns } = handler;
    const rules = await rulesIn(handler, changedLooks);
    consumer.end({ merges, hiddenRows, unseenRows, unseenColumns, rules });
    if (hidden) skipped.add('sheet', state === 'veryHidden' ? 'very-hidden-sheet' : 'hidden-sheet', where);
    await skipSurroundings(file, link.target, where, skipped);
  }
}

async function readSheetList(file: OfficePackage): Promise<{ sheets: SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let root = '';
  await file.read(file.main, {
    open(name, attributes) {
      root ||= name;
      if (name === 's:workbookPr') date1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      else if (name === 's:sheet') {
        sheets.push({
          name: (attributes.name ?? '').normalize('NFC'),
          state: attributes.state ?? 'visible',
          relationship: attributes['r:id'] ?? '',
        });
      }
    },
  });
  if (root !== 's:workbook') throw new UnreadableFile('ZIP_NOT_A_REPORT', `${file.main} is no workbook`);
  return { sheets, date1904 };
}

async function readContext(
  file: OfficePackage,
  relationships: readonly Relationship[],
  date1904: boolean,
): Promise<{ readonly context: ValueContext; readonly changedLooks: RecordedXml }> {
  const styles = new StylesHandler();
  const strings = new SharedStringsHandler();
  for (const { type, target } of relationships) {
    if (target === null) continue;
    if (type === 'styles') await file.read(target, styles);
    else if (type === 'sharedStrings') await file.read(target, strings);
  }
  // The style of a table paints its cells, whatever their own format says.
  const painted = file.names.some((name) => /^xl\/tables\//i.test(name));
  const letters = { fonts: styles.fonts(), reader: new LegacyReader() };
  const texts = new SharedStrings(strings.strings);
  const context = {
    strings: texts,
    shapes: styles.shapes(),
    looks: styles.looks(painted),
    sizes: styles.sizes(),
    grounds: styles.grounds(painted),
    letters,
    date1904,
  };
  return { context, changedLooks: styles.changedLooks };
}

/** Most sheets have none: what reads them is a part of its own in bundles. */
async function rulesIn({ rules }: SheetHandler, changedLooks: RecordedXml): Promise<readonly AreaRule[]> {
  if (rules.isEmpty) return [];
  const { lookRulesOf } = await import('./look-rules.ts');
  return lookRulesOf(changedLooks, rules);
}
