import type { Doubt, Skipped, Source, Table } from '../../model/document.ts';
import { activeElement } from '../active/odf-elements.ts';
import { CellAllowance } from '../cell-allowance.ts';
import { FILLED } from '../docx/paragraph-draft.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { type Colour, vanishes } from '../looks/colours.ts';
import { IN_PICTURES } from '../looks/figure-letters.ts';
import { type LookedRun, lettersThatCount, lookWithin } from '../looks/letters.ts';
import { signOf, written } from '../odf/paragraph-text.ts';
import { type StyleMap, sizeOf, sizeWithin, type TextStyle, type TextStyles } from '../odf/styles.ts';
import { timesOf } from '../odf/times.ts';
import { type CellValue, type DraftSheet, withoutLetters } from '../sheets/finish-sheets.ts';
import { isTooLow, isTooNarrowInPoints } from '../sheets/unseen-sizes.ts';
import type { SkippedLog } from '../skipped-log.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import { readOdsValue } from './cell-value.ts';
import { type MapRule, rulesOf } from './look-rules.ts';
import { SheetDraft } from './sheet-draft.ts';

type Reason = Pick<Skipped, 'what' | 'why'>;

interface OpenCell {
  readonly attributes: XmlAttributes;
  readonly covered: boolean;
  readonly paragraphs: string[];
  /** The same text in pieces of one font and one look each. */
  readonly runs: LookedRun[];
  /** Of the cell and of the spans that are open in it. */
  readonly styles: Pick<TextStyle, 'font' | 'look' | 'pictures' | 'size' | 'share'>[];
  /** What it is painted with; null for nothing. */
  readonly ground: Colour | null;
  /** Its format shows nothing of a number. */
  readonly showsNothing: boolean;
  readonly rules: readonly MapRule[];
  /** Figures stand in it that may not be seen. */
  doubt?: Doubt;
}

/** What stands in or over cells and is not read, by the element that holds it. */
function reasonFor(name: string): Reason | null {
  if (name === 'office:annotation') return { what: 'note', why: 'comment' };
  if (name === 'table:table') return { what: 'part', why: 'nested-table' };
  if (name === 'draw:control') return { what: 'part', why: 'form-field' };
  return name.startsWith('draw:') ? { what: 'part', why: 'drawing' } : null;
}

/** What a drawing turns out to be, by the elements in it; a chart brings a picture of itself. */
function drawingOf(name: string, attributes: XmlAttributes): Reason | null {
  if (name === 'draw:image') return { what: 'image', why: 'image' };
  if (name !== 'draw:object' && name !== 'draw:object-ole') return null;
  if (name === 'draw:object-ole') return { what: 'part', why: 'embedded-object' };
  const chart = attributes['draw:notify-on-update-of-ranges'] !== undefined;
  return { what: 'part', why: chart ? 'chart' : 'embedded-document' };
}

/** Elements of a cell's paragraph whose letters sheets show as they are stored; of others they show nothing, or what they fill in. */
const SHOWN = /^text:(?:p|span|a|ruby|ruby-base)$/;

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

/** `0.5cm` in points; undefined for what is no length. */
function pointsIn(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^([\d.]+)(pt|in|cm|mm)$/.exec(length ?? '') ?? [];
  return number === undefined ? undefined : Number(number) * (POINTS[unit] ?? 1);
}

function styleKey(family = '', name = ''): string {
  return `${family} ${name}`;
}

/** Of a row or a column: hidden by hand, or by a filter. */
function isLeftOut(attributes: XmlAttributes): boolean {
  return /^(collapse|filter)$/.test(attributes['table:visibility'] ?? '');
}

/** Reads content.xml of a spreadsheet: each table right below the body is a sheet. */
export class SpreadsheetHandler implements XmlHandler {
  readonly sheets: { readonly draft: DraftSheet; readonly table: Omit<Table, 'cells'> }[] = [];
  readonly #skipped: SkippedLog;
  readonly #styles: TextStyles;
  readonly #letters = new LegacyReader();
  readonly #path: string[] = [];
  /** By family and name: names are unique within a family. */
  readonly #unseenStyles = new Set<string>();
  readonly #rules = new Map<readonly StyleMap[], readonly MapRule[]>();
  readonly #allowance = new CellAllowance();
  #style = '';
  #hidden = false;
  #sheet: SheetDraft | null = null;
  #cell: OpenCell | null = null;
  #inParagraph = false;
  /** Set within something that is not read; `depth` counts the elements open in it. */
  #leftOut: { depth: number; reason: Reason; hasText: boolean } | null = null;
  /** Whether the file has the body of a spreadsheet. */
  found = false;

  /** @param styles those of styles.xml; those of the content join them */
  constructor(skipped: SkippedLog, styles: TextStyles) {
    this.#skipped = skipped;
    this.#styles = styles;
  }

  open(name: string, attributes: XmlAttributes): void {
    const active = activeElement(name, attributes);
    if (active) this.#skipped.add(active.what, active.why, this.#here(), 1, active.text);
    if (this.#leftOut) {
      this.#leftOut.depth += 1;
      const reason = drawingOf(name, attributes);
      if (reason && this.#leftOut.reason.what === 'part' && this.#leftOut.reason.why === 'drawing') {
        this.#leftOut.reason = reason;
      }
      return;
    }
    const parent = this.#path.at(-1) ?? '';
    const reason = this.#sheet ? reasonFor(name) : null;
    if (reason) {
      this.#leftOut = { depth: 1, reason, hasText: false };
      return;
    }
    this.#path.push(name);
    if (!this.#sheet) this.#styles.open(name, attributes);
    if (name === 'office:spreadsheet') this.found = true;
    else if (name === 'style:style')
      this.#style = styleKey(attributes['style:family'], attributes['style:name']);
    else if (name.startsWith('style:table-')) this.#describeStyle(name, attributes);
    else if (name === 'table:table' && parent === 'office:spreadsheet') this.#openSheet(attributes);
    else if (name === 'table:table-row')
      this.#sheet?.openRow(attributes['table:number-rows-repeated'], {
        hidden: isLeftOut(attributes),
        unseen: this.#isUnseen('table-row', attributes),
      });
    else if (name === 'table:table-column')
      this.#sheet?.describeColumns(attributes['table:number-columns-repeated'], {
        unseen: this.#isUnseen('table-column', attributes),
        cellStyle: attributes['table:default-cell-style-name'],
      });
    else if (name === 'table:table-cell') this.#openCell(attributes, false);
    else if (name === 'table:covered-table-cell') this.#openCell(attributes, true);
    else if (this.#cell) this.#openText(this.#cell, name, attributes);
  }

  text(text: string): void {
    if (this.#leftOut) this.#leftOut.hasText ||= text.trim() !== '';
    else if (this.#cell && this.#inParagraph) this.#add(this.#cell, text, this.#path.at(-1) ?? '');
  }

  close(name: string): void {
    if (this.#leftOut) {
      this.#leftOut.depth -= 1;
      if (this.#leftOut.depth === 0) this.#closeLeftOut(this.#leftOut);
      return;
    }
    this.#path.pop();
    if (!this.#sheet) this.#styles.close(name);
    if (name === 'text:p') this.#inParagraph = false;
    else if (name === 'text:span') this.#cell?.styles.pop();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
    else if (name === 'table:table-row') this.#sheet?.closeRow();
    else if (name === 'table:table' && this.#sheet) this.#closeSheet(this.#sheet);
  }

  /** Of tables, rows and columns: which of them show nothing of what stands in them. */
  #describeStyle(name: string, attributes: XmlAttributes): void {
    const isFitted = attributes['style:use-optimal-row-height'] === 'true';
    if (
      (name === 'style:table-properties' && attributes['table:display'] === 'false') ||
      (name === 'style:table-row-properties' &&
        !isFitted &&
        isTooLow(pointsIn(attributes['style:row-height']))) ||
      (name === 'style:table-column-properties' &&
        isTooNarrowInPoints(pointsIn(attributes['style:column-width'])))
    ) {
      this.#unseenStyles.add(this.#style);
    }
  }

  /** By hand, by a filter, or by its size. */
  #isUnseen(family: 'table' | 'table-row' | 'table-column', attributes: XmlAttributes): boolean {
    return isLeftOut(attributes) || this.#unseenStyles.has(styleKey(family, attributes['table:style-name']));
  }

  #openSheet(attributes: XmlAttributes): void {
    this.#hidden = this.#isUnseen('table', attributes);
    this.#sheet = new SheetDraft((attributes['table:name'] ?? '').normalize('NFC'), this.#allowance);
  }

  #closeSheet(sheet: SheetDraft): void {
    const { name, draft } = sheet;
    if (this.#hidden) this.#skipped.add('sheet', 'hidden-sheet', { sheet: name, cell: 'A1' });
    this.sheets.push({
      draft,
      table: { kind: 'table', sheet: name, hidden: this.#hidden, ...sheet.unseen() },
    });
    this.#sheet = null;
  }

  #openCell(attributes: XmlAttributes, covered: boolean): void {
    if (!this.#sheet) return;
    const style = attributes['table:style-name'] ?? this.#sheet.cellStyle;
    const own = this.#styles.style('table-cell', style);
    const { font = null, look, colour, behind, pictures = false, nothing = false } = own;
    const seen = vanishes(colour ?? undefined, behind ?? null) ? { ...look, hidden: true } : look;
    const styles = [{ font, pictures, size: sizeOf(own), ...(seen && { look: seen }) }];
    const ground = behind ?? null;
    const rules = this.#rulesOf(own);
    this.#cell = {
      attributes,
      covered,
      paragraphs: [],
      runs: [],
      styles,
      ground,
      showsNothing: nothing,
      rules,
    };
  }

  #rulesOf(style: TextStyle): readonly MapRule[] {
    const { maps } = style;
    if (!maps) return [];
    const known = this.#rules.get(maps);
    const rules = known ?? rulesOf(maps, (name) => this.#styles.style('table-cell', name));
    this.#rules.set(maps, rules);
    return rules;
  }

  #openText(cell: OpenCell, name: string, attributes: XmlAttributes): void {
    if (name === 'text:p') {
      if (cell.paragraphs.length > 0) cell.runs.push({ text: '\n', font: null });
      cell.paragraphs.push('');
      this.#inParagraph = true;
      return;
    }
    if (name === 'text:span') {
      const own = this.#styles.style('text', attributes['text:style-name']);
      const outer = cell.styles.at(-1);
      const hidden = vanishes(own.colour ?? undefined, own.behind ?? cell.ground);
      const look = lookWithin(outer?.look, hidden ? { ...own.look, hidden } : own.look);
      cell.styles.push({
        font: own.font === undefined ? (outer?.font ?? null) : own.font,
        pictures: own.pictures ?? outer?.pictures ?? false,
        size: sizeOf({ ...outer, ...sizeWithin(outer ?? {}, own) }),
        ...(look && { look }),
      });
      return;
    }
    const sign = this.#inParagraph ? signOf(name, attributes) : null;
    if (sign !== null) this.#put(cell, sign);
  }

  #add(cell: OpenCell, text: string, within: string): void {
    if (!SHOWN.test(within) && /\d/.test(text)) cell.doubt = FILLED;
    this.#put(cell, written(text, cell.paragraphs.at(-1) ?? ''));
  }

  #put({ paragraphs, runs, styles }: OpenCell, text: string): void {
    paragraphs.push((paragraphs.pop() ?? '') + text);
    const { font = null, look, pictures, size } = styles.at(-1) ?? {};
    runs.push({ text, font, look: pictures ? { ...look, pictures } : look, size });
  }

  /** What the cell shows; a text in a font of before Unicode as the font shows it, without letters that do not count. */
  #valueOf({ attributes, paragraphs, runs, styles, showsNothing }: OpenCell): CellValue | null {
    const stored = paragraphs.join('\n');
    if (showsNothing && paragraphs.length > 0 && stored.trim() === '') {
      const value = readOdsValue(attributes, stored);
      return value?.number === undefined ? value : withoutLetters(value, 'hidden-text');
    }
    const [first, ...others] = runs;
    const isOfOneSize = others.every(({ text, size }) => text === '\n' || size === first?.size);
    const isOfPictures = styles[0]?.pictures === true && runs.length === 0;
    if (!isOfPictures && isOfOneSize && runs.every(({ font, look }) => font === null && look === undefined)) {
      return readOdsValue(attributes, stored);
    }
    const { runs: seen, leftOut, doubt = isOfPictures ? IN_PICTURES : undefined } = lettersThatCount(runs);
    const { text, ...legacy } = this.#letters.read(seen);
    // A copy of the text beside its letters knows nothing of their look.
    if (leftOut.length > 0 && text.trim() === '' && !attributes['office:value']) return { text: '', leftOut };
    const value = readOdsValue(attributes, text);
    const { struck, hidden } = styles[0]?.look ?? {};
    if (value && (value.number !== undefined || value.date !== undefined)) {
      if (!struck && !hidden) return doubt ? { ...value, doubt } : value;
      return withoutLetters(value, struck ? 'struck-text' : 'hidden-text');
    }
    return value && { ...value, ...legacy, ...(leftOut.length > 0 && { leftOut }), ...(doubt && { doubt }) };
  }

  #closeCell(): void {
    const [sheet, cell] = [this.#sheet, this.#cell];
    if (!sheet || !cell) return;
    this.#cell = null;
    const { attributes } = cell;
    const { doubt } = cell;
    const known = this.#valueOf(cell);
    const value = known && doubt ? { doubt, ...known } : known;
    const repeated = timesOf(attributes['table:number-columns-repeated']);
    if (value && value.text !== '' && cell.covered)
      this.#skipped.add('cell', 'covered-by-merge', sheet.here, repeated);
    sheet.add({
      value,
      rules: cell.rules,
      covered: cell.covered,
      repeated,
      rowSpan: timesOf(attributes['table:number-rows-spanned']),
      columnSpan: timesOf(attributes['table:number-columns-spanned']),
    });
  }

  /** The cell that is open, or its sheet as a whole; null outside of sheets. */
  #here(): Source | null {
    if (!this.#sheet) return null;
    return this.#cell ? this.#sheet.here : { sheet: this.#sheet.name, cell: 'A1' };
  }

  #closeLeftOut({ reason, hasText }: { readonly reason: Reason; readonly hasText: boolean }): void {
    this.#leftOut = null;
    const sheet = this.#sheet;
    if (!sheet) return;
    const where = this.#here();
    if (reason.why !== 'drawing') this.#skipped.add(reason.what, reason.why, where);
    else if (hasText) this.#skipped.add('part', 'text-box', where);
  }
}
