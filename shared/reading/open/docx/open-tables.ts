import type { XmlAttributes } from '../xml/read-xml.ts';
import type { DocumentDraft, Flow } from './document-draft.ts';
import type { OpenElements } from './open-elements.ts';
import { isOn, paintOf, type StyleSheet } from './styles.ts';
import type { CellDraft, TableDraft } from './table-draft.ts';
import { REMOVED } from './vocabulary.ts';

/** The tables and cells around the place that is read, the innermost last. */
export class OpenTables {
  readonly tables: TableDraft[] = [];
  readonly cells: CellDraft[] = [];
  readonly #draft: DocumentDraft;
  readonly #styles: StyleSheet;
  readonly #elements: OpenElements;

  constructor(draft: DocumentDraft, styles: StyleSheet, elements: OpenElements) {
    this.#draft = draft;
    this.#styles = styles;
    this.#elements = elements;
  }

  /** @returns what to do at the element's end, as of all that is opened here */
  openTable(finish: (table: TableDraft) => void): () => void {
    const table = this.#draft.openTable();
    this.tables.push(table);
    return () => {
      this.tables.pop();
      finish(table);
    };
  }

  openRow(): (() => void) | null {
    const table = this.tables.at(-1);
    table?.openRow();
    return table ? () => table.closeRow() : null;
  }

  /** @param enter begins the flow of its paragraphs and hands back what ends it */
  openCell(enter: (flow: Flow) => () => void): (() => void) | null {
    const table = this.tables.at(-1);
    if (!table) return null;
    const cell = table.openCell();
    this.cells.push(cell);
    const leave = enter(this.#draft.cellFlow(cell, table));
    return () => {
      leave();
      this.cells.pop();
      table.closeCell(cell, (where) => this.#draft.skipped.add('cell', 'covered-by-merge', where));
    };
  }

  describe(name: string, parent: string, attributes: XmlAttributes): void {
    if (parent === 'w:tblPr') this.#describeTable(name, attributes);
    else if (parent === 'w:trPr') this.#describeRow(name, attributes);
    else if (parent === 'w:tcPr') this.#describeCell(name, attributes);
  }

  #describeTable(name: string, attributes: XmlAttributes): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'w:tblStyle') {
      const style = attributes['w:val'] ?? '';
      table.style = style;
      table.painted ||= this.#styles.paints(style);
    } else if (name === 'w:shd') table.painted ||= paintOf(attributes) !== null;
  }

  #describeRow(name: string, attributes: XmlAttributes): void {
    const table = this.tables.at(-1);
    if (name === 'w:gridBefore') table?.skipColumns(Number(attributes['w:val']) || 0);
    if (name === 'w:trHeight' && attributes['w:hRule'] === 'exact')
      table?.setHeight(Number(attributes['w:val']));
    if (name === 'w:hidden' && isOn(attributes)) table?.setHeight(0);
    const removed = REMOVED[name];
    if (!removed) return;
    table?.deleteRow();
    this.#elements.silence('w:tr', removed);
  }

  #describeCell(name: string, attributes: XmlAttributes): void {
    const cell = this.cells.at(-1);
    if (!cell) return;
    const value = attributes['w:val'];
    if (name === 'w:gridSpan') cell.columnSpan = Number(value);
    else if (name === 'w:vMerge') cell.vertical = value === 'restart' ? 'restart' : 'continue';
    else if (name === 'w:shd') cell.behind = paintOf(attributes);
    else if (name === 'w:hMerge') cell.continuesLeft = value !== 'restart';
    else if (name === 'w:cellDel')
      this.#elements.silence('w:tc', { what: 'deleted-text', why: 'tracked-deletion' });
  }
}
