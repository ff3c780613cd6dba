import type { Formula } from '../formulas/parse.ts';
import type { XmlAttributes } from '../xml/xml-handler.ts';

/** Reads the `f` of cells; those that share one formula give it once, for the first of them. */
export class FormulaReader {
  readonly #shared = new Map<
    string,
    { readonly text: string; readonly row: number; readonly column: number }
  >();
  #attributes: XmlAttributes | null = null;
  #text = '';

  open(attributes: XmlAttributes): void {
    this.#attributes = attributes;
    this.#text = '';
  }

  text(text: string): void {
    this.#text += text;
  }

  /** The formula of the cell that ends; null where it has none. */
  take(row: number, column: number): string | Formula | null {
    const [attributes, text] = [this.#attributes, this.#text];
    this.#attributes = null;
    // A data table's input cells carry `f` and a plain value; any other `f` is a formula of this cell.
    if (!attributes || attributes.t === 'dataTable') return null;
    // What is worked out for an area at once is more than plain arithmetic; braces are how programs show it.
    if (attributes.t === 'array') return `{${text}}`;
    if (attributes.t !== 'shared') return text;
    const key = attributes.si ?? '';
    if (text !== '') this.#shared.set(key, { text, row, column });
    const first = this.#shared.get(key);
    if (!first) return '';
    const { text: shared } = first;
    return { text: shared, language: 'excel', rows: row - first.row, columns: column - first.column };
  }
}
