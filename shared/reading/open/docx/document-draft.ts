import type { NeutralDocument, Paragraph, Source, Table } from '../../model/document.ts';
import { SkippedLog } from '../skipped-log.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { FinishedParagraph } from './paragraph-draft.ts';
import { type CellDraft, TableDraft } from './table-draft.ts';

/** Paragraphs and filled cells of one document; a unit's report has some hundreds. */
const MAX_PIECES = 500_000;

/** A place that paragraphs and tables are put into: the body, a cell, a text box. */
export interface Flow {
  paragraph(paragraph: FinishedParagraph): void;
  table(table: TableDraft): void;
}

/** The neutral document while it grows. */
export class DocumentDraft {
  readonly skipped = new SkippedLog();
  readonly body: Flow;
  readonly #blocks: (Paragraph | Table)[] = [];
  #paragraphs = 0;
  #tables = 0;
  #pieces = 0;

  constructor() {
    this.body = {
      paragraph: (paragraph) => this.#addParagraph(paragraph),
      table: (table) => this.#addTable(table),
    };
  }

  openTable(): TableDraft {
    return new TableDraft(++this.#tables);
  }

  /** A cell keeps the text of its paragraphs line by line, numbers of lists included; tables in it go elsewhere. */
  cellFlow(cell: CellDraft, table: TableDraft): Flow {
    const flow: Flow = {
      paragraph: ({ text, legacyFont, storedText, decomposed, doubt, label, skips, after }) => {
        const line = [label, text].filter(Boolean).join(' ');
        if (line !== '') {
          if (cell.lines.length === 0) this.#count();
          cell.lines.push(line);
          cell.storedLines.push([label, storedText ?? text].filter(Boolean).join(' '));
          if (legacyFont) cell.legacyFont ??= legacyFont;
          if (decomposed) cell.decomposed = decomposed;
        }
        if (doubt && (doubt.why !== 'filled' || isFigure(text))) cell.doubt ??= doubt;
        this.#skip(skips, cell.source);
        pour(after, flow);
      },
      table: (inner) => {
        inner.within = cell.source;
        table.nested.push(inner);
      },
    };
    return flow;
  }

  finish(): NeutralDocument {
    return { format: 'docx', blocks: this.#blocks, skipped: this.skipped.list() };
  }

  #addParagraph(paragraph: FinishedParagraph): void {
    const { text, legacyFont, storedText, decomposed, level, label, bold, skips, after } = paragraph;
    let source: Source | null = null;
    if (text !== '') {
      this.#count();
      source = { paragraph: ++this.#paragraphs };
      this.#blocks.push({
        kind: 'paragraph',
        text,
        ...(legacyFont === undefined ? {} : { legacyFont }),
        ...(storedText === undefined ? {} : { storedText }),
        ...(decomposed ? { decomposed } : {}),
        ...(level === undefined ? {} : { level }),
        ...(label === undefined ? {} : { label }),
        ...(bold ? { bold } : {}),
        source,
      });
    }
    this.#skip(skips, source);
    pour(after, this.body);
  }

  #addTable(table: TableDraft): void {
    this.#blocks.push(table.finish());
    for (const inner of table.nested) this.#addTable(inner);
  }

  #skip(skips: FinishedParagraph['skips'], where: Source | null): void {
    for (const { what, why, text } of skips) this.skipped.add(what, why, where, 1, text);
  }

  #count(): void {
    if (++this.#pieces > MAX_PIECES) {
      throw new UnreadableFile('ZIP_TOO_LARGE', `more than ${MAX_PIECES} paragraphs and cells`);
    }
  }
}

/** Numbers of lists and the like stand beside names everywhere. */
function isFigure(text: string): boolean {
  return /\p{Nd}/u.test(text) && /^[\p{Nd}\s.,%()+-]*$/u.test(text);
}

function pour(items: FinishedParagraph['after'], flow: Flow): void {
  for (const item of items) {
    if (item instanceof TableDraft) flow.table(item);
    else flow.paragraph(item);
  }
}
