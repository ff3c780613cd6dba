/** The names by which a pdf file's objects tell what they do, wherever they hang and however they are packed. */
import type { ActiveKind } from '../../../vocabulary/active-content.ts';

/** So long that no picture's bytes hold one by chance. */
const kinds: readonly (readonly [ActiveKind, RegExp])[] = [
  ['script', /\/(?:JavaScript|Rendition|RichMedia)/],
  ['launch', /\/(?:Launch|GoToR|GoToE|SubmitForm|ImportData)\b/],
  ['attached-file', /\/EmbeddedFile\b/],
];
/** Of a piece, what may be the beginning of a name, each letter of which may be written as three. */
const OVERLAP = 48;
const CHUNK = 4 * 1024 * 1024;

export class ActiveNames {
  readonly #latin = new TextDecoder('windows-1252');
  readonly #found = new Set<ActiveKind>();
  #end = '';

  /** @param first whether nothing came before it: pieces of a stream go on */
  read(piece: Uint8Array, first: boolean): void {
    if (first) this.#end = '';
    for (let from = 0; from < piece.length; from += CHUNK) {
      const text = this.#end + this.#latin.decode(piece.subarray(from, from + CHUNK));
      this.#look(text);
      this.#end = text.slice(-OVERLAP);
    }
  }

  get found(): ReadonlySet<ActiveKind> {
    return this.#found;
  }

  #look(written: string): void {
    const text = written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    for (const [kind, names] of kinds) if (names.test(text)) this.#found.add(kind);
  }
}
