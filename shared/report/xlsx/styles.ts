import type { XmlHandler } from '../xml/read-xml.ts';
import { builtInShape, type Shape, shapeOf } from './number-format.ts';

/** Reads xl/styles.xml for the one thing the values depend on: what each cell format makes of a number. */
export class StylesHandler implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  #inCellFormats = false;

  /** The shape behind the `s` of a cell. */
  shapes(): Shape[] {
    const known = new Map<number, Shape>();
    return this.#formatIds.map((id) => {
      const code = this.#codes.get(id);
      const shape = known.get(id) ?? (code === undefined ? builtInShape(id) : shapeOf(code));
      known.set(id, shape);
      return shape;
    });
  }

  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void {
    if (name === 's:numFmt')
      this.#codes.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, 255));
    else if (name === 's:cellXfs') this.#inCellFormats = true;
    else if (name === 's:xf' && this.#inCellFormats) this.#formatIds.push(Number(attributes.numFmtId ?? 0));
  }

  close(name: string): void {
    if (name === 's:cellXfs') this.#inCellFormats = false;
  }
}
