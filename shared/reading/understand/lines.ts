/** The text of a file apart from its forms, line by line in reading order. */
import { formats } from '../../vocabulary/formats.ts';
import type { Cell, NeutralDocument, Paragraph, Table } from '../model/document.ts';
import type { Form } from './form-rows.ts';
import { rowsOf } from './grid.ts';

export interface Line {
  readonly kind: 'line';
  readonly piece: Cell | Paragraph;
  readonly text: string;
  /** Outline level of a Word heading. */
  readonly level?: number;
  readonly bold: boolean;
  /** Lines of one table row share it; null for a paragraph. */
  readonly row: number | null;
}

/** Where a form stands between the lines. */
export interface FormMark {
  readonly kind: 'form';
}

/** A Word document as a whole, or one sheet of a workbook: each begins with a title of its own. */
export interface Passage {
  readonly sheet: string | null;
  readonly hidden: boolean;
  readonly items: readonly (Line | FormMark)[];
  readonly hasForm: boolean;
}

// No report is longer; a sheet that is only data is not searched for headings to its end.
const longestPassage = 20_000;

/** The lines of a document: one passage for a text, one for each sheet of a workbook. */
export function passagesOf(document: NeutralDocument, forms: readonly Form[]): readonly Passage[] {
  const formIn = (table: Table) => forms.find((form) => form.table === table) ?? null;
  const ofBlock = (block: Paragraph | Table) =>
    block.kind === 'paragraph' ? linesOfParagraph(block) : linesOfTable(block, formIn(block));
  if (isWritten(document)) {
    const items = document.blocks.flatMap(ofBlock).slice(0, longestPassage);
    return [{ sheet: null, hidden: false, items, hasForm: forms.length > 0 }];
  }
  return document.blocks.map((block) => ({
    sheet: block.kind === 'table' ? block.sheet : null,
    hidden: block.kind === 'table' && block.hidden,
    items: ofBlock(block).slice(0, longestPassage),
    hasForm: block.kind === 'table' && formIn(block) !== null,
  }));
}

/** A document of text, which is one whole; a workbook is as many as it has sheets. */
export function isWritten({ format }: NeutralDocument): boolean {
  return formats[format].kind === 'document';
}

function linesOfParagraph(paragraph: Paragraph): Line[] {
  const { text, label, level, bold } = paragraph;
  const numbered = label === undefined ? text : `${label} ${text}`;
  return split(numbered).map((line) => ({
    kind: 'line',
    piece: paragraph,
    text: line,
    ...(level !== undefined && { level }),
    bold: bold === true,
    row: null,
  }));
}

function linesOfTable(table: Table, form: Form | null): (Line | FormMark)[] {
  const items: (Line | FormMark)[] = [];
  let marked = false;
  for (const { row, cells } of rowsOf(table)) {
    if (form && row >= form.span.from && row <= form.span.to) {
      if (!marked) items.push({ kind: 'form' });
      marked = true;
      continue;
    }
    for (const piece of cells) {
      for (const text of split(piece.text)) items.push({ kind: 'line', piece, text, bold: false, row });
    }
    if (items.length > longestPassage) break;
  }
  return items;
}

function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What a line of the title block says of itself. */
export interface Statement {
  readonly line: Line;
  readonly text: string;
  /** What the line says of itself: "Đơn vị báo cáo: …", "Kỳ báo cáo: …". */
  readonly label: 'unit' | 'period' | null;
}
