import type { XmlAttributes, XmlHandler } from './xml-handler.ts';

/** A rule and its look are some ten pieces; a sheet has some dozens. */
const MOST_PIECES = 200_000;

/** What a part said of something, kept for a handler that is asked for only if there is any. */
export class RecordedXml {
  readonly #pieces: ((to: XmlHandler) => void)[] = [];

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#keep((to) => to.open(name, attributes));
  }

  text(text: string): void {
    this.#keep((to) => to.text?.(text));
  }

  close(name: string): void {
    this.#keep((to) => to.close?.(name));
  }

  /** Says it again. */
  tell(to: XmlHandler): void {
    for (const piece of this.#pieces) piece(to);
  }

  #keep(piece: (to: XmlHandler) => void): void {
    if (this.#pieces.length < MOST_PIECES) this.#pieces.push(piece);
  }
}
