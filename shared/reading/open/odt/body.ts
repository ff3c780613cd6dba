import { activeElement } from '../active/odf-elements.ts';
import type { DocumentDraft, Flow } from '../docx/document-draft.ts';
import { DropDown } from '../docx/drop-down.ts';
import { ParagraphDraft, type Skip } from '../docx/paragraph-draft.ts';
import type { CellDraft, TableDraft } from '../docx/table-draft.ts';
import { LegacyReader } from '../legacy-fonts/legacy-text.ts';
import { type Colour, vanishes } from '../looks/colours.ts';
import { lookWithin } from '../looks/letters.ts';
import { signOf, written } from '../odf/paragraph-text.ts';
import { sizeOf, sizeWithin, type TextStyle, type TextStyles } from '../odf/styles.ts';
import { timesOf } from '../odf/times.ts';
import { marksApart, plainText } from '../plain-text.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import type { ListNumbering } from './list-numbering.ts';
import { isFilledByProgram, type LeftOut, leftOut } from './vocabulary.ts';

/** More cells than this in one repetition are filling, not text. */
const WIDEST = 1000;

interface OpenParagraph {
  readonly draft: ParagraphDraft;
  readonly style: TextStyle;
  readonly spans: TextStyle[];
  /** The last character, for white space that follows. */
  end: string;
  /** Shown under a condition that did not hold when the file was saved. */
  hidden: boolean;
}

interface OpenTable {
  readonly draft: TableDraft;
  /** Covered cells that belong to the cell before them, which has taken their columns. */
  taken: number;
}

/**
 * Reads content.xml of a text in one pass. Elements not named here let their content through, so that no wrapper
 * ever costs a unit its text.
 */
export class TextHandler implements XmlHandler {
  readonly #draft: DocumentDraft;
  readonly #styles: TextStyles;
  readonly #lists: ListNumbering;
  readonly #legacy = new LegacyReader();
  #dropDown: DropDown | null = null;
  readonly #elements: { readonly name: string; readonly close: (() => void) | null }[] = [];
  readonly #flows: Flow[];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #leftOut: (LeftOut & { depth: number; hasText: boolean }) | null = null;
  /** The frame being read shows an object, so the picture in it is only its likeness. */
  #showsObject = false;
  /** What each open cell, row and table is painted with. */
  readonly #grounds: (Colour | null | undefined)[] = [];
  readonly #unseen = { hidden: true } as const;
  #drawings = 0;
  /** Whether the file has the body of a text. */
  found = false;

  constructor(draft: DocumentDraft, styles: TextStyles, lists: ListNumbering) {
    this.#draft = draft;
    this.#styles = styles;
    this.#lists = lists;
    this.#flows = [draft.body];
  }

  open(name: string, attributes: XmlAttributes): void {
    const active = activeElement(name, attributes);
    if (active) this.#skip(active);
    if (this.#leftOut) {
      this.#leftOut.depth += 1;
      return;
    }
    const without = leftOut(name, attributes);
    if (without) {
      const likeness = name === 'draw:image' && this.#showsObject;
      if (name.startsWith('draw:object')) this.#showsObject = true;
      this.#leftOut = { ...without, ...(likeness && { reason: null }), depth: 1, hasText: false };
      return;
    }
    this.#styles.open(name, attributes);
    this.#lists.describe(name, attributes);
    this.#elements.push({ name, close: this.#openStructure(name, attributes) });
  }

  text(text: string): void {
    if (this.#leftOut) {
      this.#leftOut.hasText ||= text.trim() !== '';
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    const within = this.#elements.at(-1)?.name ?? '';
    if (paragraph && !within.startsWith('draw:')) this.#add(paragraph, written(text, paragraph.end));
  }

  close(name: string): void {
    if (this.#leftOut) {
      this.#leftOut.depth -= 1;
      if (this.#leftOut.depth === 0) this.#count(this.#leftOut);
      return;
    }
    this.#elements.pop()?.close?.();
    this.#styles.close(name);
    this.#lists.endDescription(name);
  }

  /** @returns what to do at the element's end; null where the element has no structure of its own */
  #openStructure(name: string, attributes: XmlAttributes): (() => void) | null {
    switch (name) {
      case 'office:text':
        this.found = true;
        return null;
      case 'text:p':
      case 'text:h':
        return this.#openParagraph(name, attributes);
      case 'text:span':
        return this.#openSpan(attributes);
      case 'field:fieldmark':
        return this.#openDropDown(attributes['field:type'] ?? '');
      case 'field:param':
        this.#dropDown?.describe(...entryOf(attributes));
        return null;
      case 'text:hidden-paragraph':
        return this.#hideParagraph(attributes);
      case 'text:list':
        this.#lists.openList(attributes);
        return () => this.#lists.closeList();
      case 'text:list-item':
        this.#lists.openItem(attributes);
        return () => this.#lists.closeItem();
      case 'table:table':
        return this.#onGround('table', attributes, this.#openTable());
      case 'table:table-column':
        this.#tables.at(-1)?.draft.declareColumns(timesOf(attributes['table:number-columns-repeated']));
        return null;
      case 'table:table-row':
        return this.#onGround('table-row', attributes, this.#openRow());
      case 'table:table-cell':
        return this.#onGround('table-cell', attributes, this.#openCell(attributes));
      case 'table:covered-table-cell':
        return this.#openCovered(attributes);
      default:
        return name.startsWith('draw:') ? this.#openDrawing(name) : this.#openSign(name, attributes);
    }
  }

  #onGround(
    family: 'table' | 'table-row' | 'table-cell',
    attributes: XmlAttributes,
    close: (() => void) | null,
  ): () => void {
    this.#grounds.push(this.#styles.style(family, attributes['table:style-name']).behind);
    return () => {
      this.#grounds.pop();
      close?.();
    };
  }

  #openParagraph(name: string, attributes: XmlAttributes): (() => void) | null {
    if (!this.found) return null;
    const style = this.#styles.style('paragraph', attributes['text:style-name']);
    const outline = name === 'text:h' ? Math.min(timesOf(attributes['text:outline-level']), 9) : undefined;
    const level = outline ?? style.level;
    const label = outline === undefined ? this.#lists.label() : this.#headingLabel(outline, attributes);
    const draft = new ParagraphDraft();
    const paragraph: OpenParagraph = { draft, style, spans: [], end: '', hidden: false };
    this.#paragraphs.push(paragraph);
    const flow = this.#flows.at(-1);
    return () => {
      this.#paragraphs.pop();
      if (paragraph.hidden) draft.hide();
      const read = draft.read(this.#legacy);
      const text = plainText(read.text);
      flow?.paragraph({
        ...read,
        text,
        ...marksApart(read.text, text),
        ...(level === undefined ? {} : { level }),
        ...(label === undefined ? {} : { label }),
        bold: draft.allBold,
        skips: draft.skips,
        after: draft.after,
      });
    };
  }

  #headingLabel(outline: number, attributes: XmlAttributes): string | undefined {
    return attributes['text:is-list-header'] === 'true' ? undefined : this.#lists.headingLabel(outline);
  }

  #openSpan(attributes: XmlAttributes): (() => void) | null {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return null;
    const outer = paragraph.spans.at(-1);
    const own = this.#styles.style('text', attributes['text:style-name']);
    const look = lookWithin(outer?.look, own.look);
    paragraph.spans.push({
      ...outer,
      ...own,
      ...sizeWithin(outer ?? {}, own),
      ...(look && { look }),
    });
    return () => paragraph.spans.pop();
  }

  /** One of the old form fields: the document holds no text of it but the list. */
  #openDropDown(type: string): (() => void) | null {
    if (!type.endsWith('.FORMDROPDOWN')) return null;
    const dropDown = new DropDown();
    this.#dropDown = dropDown;
    return () => {
      this.#dropDown = null;
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph) this.#add(paragraph, dropDown.shown);
    };
  }

  #hideParagraph(attributes: XmlAttributes): null {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.hidden ||= attributes['text:is-hidden'] === 'true';
    return null;
  }

  #openTable(): () => void {
    const draft = this.#draft.openTable();
    this.#tables.push({ draft, taken: 0 });
    return () => {
      this.#tables.pop();
      this.#flows.at(-1)?.table(draft);
    };
  }

  #openRow(): (() => void) | null {
    const table = this.#tables.at(-1);
    if (!table) return null;
    table.draft.openRow();
    table.taken = 0;
    return () => table.draft.closeRow();
  }

  #openCell(attributes: XmlAttributes): (() => void) | null {
    const table = this.#tables.at(-1);
    if (!table) return null;
    const cell = table.draft.openCell();
    cell.columnSpan = timesOf(attributes['table:number-columns-spanned']);
    cell.rowSpan = timesOf(attributes['table:number-rows-spanned']);
    table.taken = cell.columnSpan - 1;
    return this.#intoCell(cell, table.draft, () => {
      table.draft.closeCell(cell, () => undefined);
      const more = timesOf(attributes['table:number-columns-repeated']) - 1;
      table.draft.skipColumns(Math.min(more, WIDEST));
    });
  }

  #openCovered(attributes: XmlAttributes): (() => void) | null {
    const table = this.#tables.at(-1);
    if (!table) return null;
    const cell = table.draft.openCell();
    const repeated = timesOf(attributes['table:number-columns-repeated']);
    return this.#intoCell(cell, table.draft, () => {
      const free = Math.max(0, repeated - table.taken);
      table.taken = Math.max(0, table.taken - repeated);
      table.draft.skipColumns(Math.min(free, WIDEST));
      if (cell.lines.length > 0) this.#draft.skipped.add('cell', 'covered-by-merge', cell.source, repeated);
    });
  }

  #intoCell(cell: CellDraft, table: TableDraft, close: () => void): () => void {
    this.#flows.push(this.#draft.cellFlow(cell, table));
    return () => {
      this.#flows.pop();
      close();
    };
  }

  /** Text in boxes and shapes comes behind the paragraph they hang on; where they hang on none, in its place. */
  #openDrawing(name: string): (() => void) | null {
    if (name === 'draw:frame') this.#showsObject = false;
    const anchor = this.#paragraphs.at(-1)?.draft;
    if (!anchor) return null;
    this.#drawings += 1;
    this.#flows.push({
      paragraph: (paragraph) => anchor.after.push(paragraph),
      table: (table) => anchor.after.push(table),
    });
    return () => {
      this.#drawings -= 1;
      this.#flows.pop();
    };
  }

  #openSign(name: string, attributes: XmlAttributes): null {
    const paragraph = this.#paragraphs.at(-1);
    const sign = signOf(name, attributes);
    if (paragraph && isFilledByProgram(name, attributes)) paragraph.draft.filled = true;
    if (paragraph && sign !== null) this.#add(paragraph, sign);
    return null;
  }

  #add(paragraph: OpenParagraph, text: string): void {
    if (text === '') return;
    paragraph.end = text.slice(-1);
    const span = paragraph.spans.at(-1);
    const { bold, font, look, colour, behind, pictures } = {
      ...paragraph.style,
      ...span,
      look: lookWithin(paragraph.style.look, span?.look),
      behind: span?.behind ?? paragraph.style.behind ?? this.#painted(),
    };
    const hidden = vanishes(colour ?? undefined, behind);
    const size = sizeOf({ ...paragraph.style, ...sizeWithin(paragraph.style, span ?? {}) });
    const seen = pictures ? { ...look, pictures } : look;
    paragraph.draft.add(text, bold ?? false, font ?? null, hidden ? this.#unseen : seen, size);
  }

  /** What the cells, rows and tables around it paint; undefined where a shape may paint it, too. */
  #painted(): Colour | null | undefined {
    if (this.#drawings > 0) return undefined;
    return this.#grounds.findLast((ground) => ground != null) ?? null;
  }

  #count({ reason, ifText, hasText }: LeftOut & { readonly hasText: boolean }): void {
    this.#leftOut = null;
    if (!reason || (ifText && !hasText)) return;
    this.#skip(reason);
  }

  #skip(skip: Skip): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.draft.skips.push(skip);
    else this.#draft.skipped.add(skip.what, skip.why, null, 1, skip.text);
  }
}

/** An entry of a list, or the number of the one that is chosen, as Word's form fields say it. */
function entryOf(attributes: XmlAttributes): [name: string, attributes: XmlAttributes] {
  const isChoice = attributes['field:name'] === 'Dropdown_Selected';
  const isEntry = attributes['field:name'] === 'Dropdown_ListEntry';
  const name = isChoice ? 'w:result' : isEntry ? 'w:listEntry' : '';
  return [name, { 'w:val': attributes['field:value'] }];
}
