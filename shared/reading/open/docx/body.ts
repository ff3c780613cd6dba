import type { Skipped } from '../../model/document.ts';
import { FieldInstructions } from '../active/field-instructions.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { vanishes } from '../looks/colours.ts';
import { marksApart, plainText } from '../plain-text.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import type { DocumentDraft, Flow } from './document-draft.ts';
import { DropDown } from './drop-down.ts';
import { FieldCodes } from './field-codes.ts';
import type { ListNumbering } from './numbering.ts';
import { type FinishedParagraph, ParagraphDraft, type Skip } from './paragraph-draft.ts';
import { describeListPlace, describeParagraph, describeRun } from './properties.ts';
import { isOn, paintOf, type StyleSheet } from './styles.ts';
import type { CellDraft, TableDraft } from './table-draft.ts';
import { LEFT_OUT, REMOVED, SIGNS, SKIPPED, symbol } from './vocabulary.ts';

type Reason = Pick<Skipped, 'what' | 'why'>;

/** An element that is open, and what ends with it. */
interface OpenElement {
  readonly name: string;
  silences: number;
  readonly close: (() => void) | null;
}

/** A flow, and a paragraph in it whose end was deleted and that waits for the next one. */
interface OpenFlow {
  readonly flow: Flow;
  waiting: ParagraphDraft | null;
}

/**
 * Reads word/document.xml in one pass. Every element not named here lets its content through (`sdt`, `ins`,
 * `hyperlink`, `smartTag` …), so that no wrapper ever costs a unit its text.
 */
export class BodyHandler implements XmlHandler {
  readonly #draft: DocumentDraft;
  readonly #styles: StyleSheet;
  readonly #numbering: ListNumbering;
  readonly #elements: OpenElement[] = [];
  readonly #flows: OpenFlow[];
  readonly #paragraphs: ParagraphDraft[] = [];
  readonly #tables: TableDraft[] = [];
  readonly #cells: CellDraft[] = [];
  readonly #legacy = new LegacyReader();
  readonly #fields = new FieldCodes();
  readonly #instructions = new FieldInstructions((active) => this.#skip({ what: 'part', ...active }));
  /** Why the text that comes now is not part of the final text; the innermost reason last. */
  readonly #silenced: Reason[] = [];
  /** For each open AlternateContent whether one of its branches was taken. */
  readonly #alternatives: boolean[] = [];
  #dropDown: DropDown | null = null;
  #boxes = 0;
  #pagePainted = false;
  #leftOut = 0;
  #inText = false;
  /** The root element's name. */
  root = '';

  constructor(draft: DocumentDraft, styles: StyleSheet, numbering: ListNumbering) {
    this.#draft = draft;
    this.#styles = styles;
    this.#numbering = numbering;
    this.#flows = [{ flow: draft.body, waiting: null }];
  }

  open(name: string, attributes: XmlAttributes): void {
    this.root ||= name;
    this.#instructions.open(name, attributes);
    if (this.#leftOut > 0 || LEFT_OUT.test(name) || this.#isOtherBranch(name)) {
      this.#leftOut++;
      return;
    }
    const parent = this.#elements.at(-1)?.name ?? '';
    const close = this.#openStructure(name);
    this.#elements.push({ name, silences: 0, close });
    if (close) return;
    if (parent === 'w:ddList') {
      this.#dropDown?.describe(name, attributes);
      return;
    }
    const removed = REMOVED[name];
    if (removed && parent !== 'w:rPr' && parent !== 'w:trPr') this.#silence(name, removed);
    else if (parent.endsWith('Pr')) this.#openProperty(name, parent, attributes);
    else this.#openContent(name, parent, attributes);
  }

  text(text: string): void {
    this.#instructions.text(text);
    if (!this.#inText || this.#leftOut > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) this.#addText(paragraph, text);
  }

  close(): void {
    this.#instructions.close();
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    const element = this.#elements.pop();
    if (!element) return;
    this.#inText = false;
    element.close?.();
    this.#silenced.length -= element.silences;
    if (this.#elements.length > 0) return;
    this.#release(this.#flows.at(-1));
    this.#instructions.end();
  }

  #isOtherBranch(name: string): boolean {
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const taken = this.#alternatives.at(-1) ?? false;
    if (this.#alternatives.length > 0) this.#alternatives[this.#alternatives.length - 1] = true;
    return taken;
  }

  /** @returns what to do at the element's end; null where the element has no structure of its own */
  #openStructure(name: string): (() => void) | null {
    switch (name) {
      case 'w:p':
        return this.#openParagraph();
      case 'w:tbl':
        return this.#openTable();
      case 'w:tr':
        return this.#openRow();
      case 'w:tc':
        return this.#openCell();
      case 'w:txbxContent':
        return this.#openBox();
      case 'w:ddList':
        return this.#openDropDown();
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        return () => this.#alternatives.pop();
      default:
        return null;
    }
  }

  #openParagraph(): () => void {
    const paragraph = new ParagraphDraft();
    const place = this.#flows.at(-1);
    if (place?.waiting) paragraph.continueFrom(place.waiting);
    if (place) place.waiting = null;
    this.#paragraphs.push(paragraph);
    return () => {
      this.#paragraphs.pop();
      this.#fields.endParagraph();
      if (paragraph.endDeleted && place) place.waiting = paragraph;
      else place?.flow.paragraph(this.#finish(paragraph));
    };
  }

  #openTable(): () => void {
    const table = this.#draft.openTable();
    this.#release(this.#flows.at(-1));
    this.#tables.push(table);
    return () => {
      this.#tables.pop();
      this.#flows.at(-1)?.flow.table(table);
    };
  }

  #openRow(): (() => void) | null {
    const table = this.#tables.at(-1);
    table?.openRow();
    return table ? () => table.closeRow() : null;
  }

  #openCell(): (() => void) | null {
    const table = this.#tables.at(-1);
    if (!table) return null;
    const cell = table.openCell();
    this.#cells.push(cell);
    const place = this.#openFlow(this.#draft.cellFlow(cell, table));
    return () => {
      this.#closeFlow(place);
      this.#cells.pop();
      table.closeCell(cell, (where) => this.#draft.skipped.add('cell', 'covered-by-merge', where));
    };
  }

  #openBox(): (() => void) | null {
    const anchor = this.#paragraphs.at(-1);
    if (!anchor) return null;
    this.#boxes++;
    const place = this.#openFlow({
      paragraph: (paragraph) => anchor.after.push(paragraph),
      table: (table) => anchor.after.push(table),
    });
    return () => {
      this.#boxes--;
      this.#closeFlow(place);
    };
  }

  /** What is shown of it stands where the field begins. */
  #openDropDown(): () => void {
    const dropDown = new DropDown();
    this.#dropDown = dropDown;
    return () => {
      this.#dropDown = null;
      const paragraph = this.#paragraphs.at(-1);
      this.#fields.show();
      if (paragraph) this.#addText(paragraph, dropDown.shown);
    };
  }

  #openFlow(flow: Flow): OpenFlow {
    const place = { flow, waiting: null };
    this.#flows.push(place);
    return place;
  }

  #closeFlow(place: OpenFlow): void {
    this.#release(place);
    this.#flows.pop();
  }

  /** A paragraph that waits for one that never comes stands for itself. */
  #release(place: OpenFlow | undefined): void {
    if (!place?.waiting) return;
    place.flow.paragraph(this.#finish(place.waiting));
    place.waiting = null;
  }

  #openProperty(name: string, parent: string, attributes: XmlAttributes): void {
    const holder = this.#elements.at(-3)?.name;
    const paragraph = this.#paragraphs.at(-1);
    if (parent === 'w:pPr' && paragraph) describeParagraph(paragraph, name, attributes);
    else if (parent === 'w:numPr' && paragraph) describeListPlace(paragraph, name, attributes);
    else if (parent === 'w:rPr' && holder === 'w:r' && paragraph) describeRun(paragraph, name, attributes);
    else if (parent === 'w:rPr' && holder === 'w:pPr' && paragraph && REMOVED[name]) {
      paragraph.endDeleted = true;
    } else if (parent === 'w:tblPr') this.#describeTable(name, attributes);
    else if (parent === 'w:trPr') this.#describeRow(name, attributes);
    else if (parent === 'w:tcPr') this.#describeCell(name, attributes);
    else if (parent === 'w:sdtPr' && name === 'w:showingPlcHdr' && isOn(attributes)) {
      this.#silence('w:sdt', { what: 'paragraph', why: 'placeholder' });
    }
  }

  #describeTable(name: string, attributes: XmlAttributes): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    if (name === 'w:tblStyle') table.painted ||= this.#styles.paints(attributes['w:val'] ?? '');
    else if (name === 'w:shd') table.painted ||= paintOf(attributes) !== null;
  }

  #describeRow(name: string, attributes: XmlAttributes): void {
    const table = this.#tables.at(-1);
    if (name === 'w:gridBefore') table?.skipColumns(Number(attributes['w:val']) || 0);
    const removed = REMOVED[name];
    if (!removed) return;
    table?.deleteRow();
    this.#silence('w:tr', removed);
  }

  #describeCell(name: string, attributes: XmlAttributes): void {
    const cell = this.#cells.at(-1);
    if (!cell) return;
    const value = attributes['w:val'];
    if (name === 'w:gridSpan') cell.columnSpan = Number(value);
    else if (name === 'w:vMerge') cell.vertical = value === 'restart' ? 'restart' : 'continue';
    else if (name === 'w:shd') cell.behind = paintOf(attributes);
    else if (name === 'w:hMerge') cell.continuesLeft = value !== 'restart';
    else if (name === 'w:cellDel') this.#silence('w:tc', { what: 'deleted-text', why: 'tracked-deletion' });
  }

  #openContent(name: string, parent: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const skipped = SKIPPED[name];
    if (skipped) this.#skip(skipped);
    if (name === 'w:background') this.#pagePainted = true;
    if (!paragraph) return;
    const sign = SIGNS[name];
    if (name === 'w:r') paragraph.run = {};
    else if (name === 'w:t' || name === 'w:delText' || name === 'm:t') this.#inText = true;
    else if (name === 'w:fldChar') {
      if (this.#fields.mark(attributes['w:fldCharType'])) this.#skip({ what: 'part', why: 'field-code' });
    } else if (name === 'w:sym') this.#addText(paragraph, symbol(attributes['w:char']));
    else if (sign !== undefined && parent === 'w:r') this.#addText(paragraph, sign);
  }

  #addText(paragraph: ParagraphDraft, text: string): void {
    const { run } = paragraph;
    const style = this.#styles.paragraph(paragraph.style);
    const character = this.#styles.character(run.style);
    const reason =
      this.#silenced.at(-1) ??
      (this.#fields.inCode ? { what: 'part' as const, why: 'field-code' } : undefined);
    if (!reason) {
      const bold = this.#styles.isSwitchedOn('bold', run.bold, style, character);
      const hidden = this.#vanishes(paragraph) || run.hidden;
      const look = this.#styles.lookOf(hidden === undefined ? run : { ...run, hidden }, style, character);
      paragraph.add(text, bold, this.#styles.fontOf(run.font, style, character), look);
    } else if (text.trim() !== '') paragraph.skips.push(reason);
  }

  /** Whether the run has the colour of what is painted behind it, by whatever it stands in. */
  #vanishes({ run, style, behind }: ParagraphDraft): boolean {
    const own = this.#styles.paintOf(run, this.#styles.paragraph(style), this.#styles.character(run.style));
    if (own.colour === undefined || own.colour === 'auto') return false;
    const painted = own.behind ?? behind ?? this.#cells.findLast((cell) => cell.behind != null)?.behind;
    // A shape, a page or the style of a table may paint what the text itself knows nothing of.
    const isKnown = this.#boxes === 0 && !this.#pagePainted && !this.#tables.some(({ painted }) => painted);
    return vanishes(own.colour, painted ?? (isKnown ? null : undefined));
  }

  /** Silences the innermost open element of this name until it ends. */
  #silence(name: string, reason: Reason): void {
    const element = this.#elements.findLast((open) => open.name === name);
    if (!element) return;
    element.silences++;
    this.#silenced.push(reason);
  }

  #skip(skip: Skip): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.skips.push(skip);
    else this.#draft.skipped.add(skip.what, skip.why, null, 1, skip.text);
  }

  #finish(paragraph: ParagraphDraft): FinishedParagraph {
    const style = this.#styles.paragraph(paragraph.style);
    const level = paragraph.level === undefined ? style.level : paragraph.level;
    const label = this.#silenced.length > 0 ? undefined : this.#label(paragraph);
    const read = paragraph.read(this.#legacy);
    const text = plainText(read.text);
    return {
      ...read,
      text,
      ...marksApart(read.text, text),
      ...(level == null ? {} : { level }),
      ...(label === undefined ? {} : { label }),
      bold: paragraph.allBold,
      skips: paragraph.skips,
      after: paragraph.after,
    };
  }

  #label(paragraph: ParagraphDraft): string | undefined {
    const style = this.#styles.paragraph(paragraph.style);
    const numId = paragraph.numId ?? style.numId;
    // List 0 is how a paragraph leaves the list of its style.
    if (!numId) return undefined;
    return this.#numbering.next(numId, paragraph.depth ?? style.depth, paragraph.style);
  }
}
