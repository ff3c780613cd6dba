import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../unreadable-file.ts';
import { NamespaceScopes } from './namespaces.ts';

/** Names are spelled as in namespaces.ts (`s:row`, `w:p`), whatever prefix the file uses. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** The characters between two tags, possibly in several calls. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Attributes without a prefix under their bare name, others as `w:val`, `r:id`. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Nesting of honest files ends near 60 (a text box in a table in a table). */
const MAX_DEPTH = 256;

/** Between two tags, or in one tag, in UTF-16 units; a cell of a workbook ends at 32,767. */
const MAX_TEXT = 1_000_000;

/**
 * Reads one part as a stream of tags and text, in memory that does not grow with the part.
 * @param part its name, for the finding
 * @throws UnreadableFile XML_REFUSED: not UTF-8, a DOCTYPE (nothing honest has one, and every entity attack does),
 * nested too deeply, a text without end, not well-formed; and whatever `pieces` or `handler` throw
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  handler: XmlHandler,
): Promise<void> {
  const refuse = (why: string, cause?: unknown) =>
    new UnreadableFile('XML_REFUSED', `${part}: ${why}`, cause === undefined ? {} : { cause });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const guarded = new GuardedParser(handler, refuse);
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw refuse('not UTF-8', cause);
    }
  };
  for await (const piece of pieces) guarded.write(decode(piece));
  guarded.write(decode());
  guarded.close();
}

/** saxes with the limits it does not have itself. */
class GuardedParser {
  readonly #parser = new SaxesParser({ position: false, xmlns: false });
  readonly #refuse: (why: string, cause?: unknown) => UnreadableFile;
  #sinceEvent = 0;
  #depth = 0;
  /** What the handler threw, told apart from what saxes throws. */
  #refusal: unknown;

  constructor(handler: XmlHandler, refuse: (why: string, cause?: unknown) => UnreadableFile) {
    this.#refuse = refuse;
    const scopes = new NamespaceScopes();
    const names: string[] = [];
    const spell = (name: string | undefined, written: string) => {
      if (name === undefined) throw refuse(`prefix of ${written.slice(0, 60)} not declared`);
      return name;
    };
    const on = <T>(handle: (value: T) => void) => {
      return (value: T) => {
        this.#sinceEvent = 0;
        try {
          handle(value);
        } catch (error) {
          this.#refusal = error;
          throw error;
        }
      };
    };
    const parser = this.#parser;
    parser.on(
      'xmldecl',
      on(({ encoding }) => {
        if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw refuse(`encoding ${encoding}`);
      }),
    );
    parser.on(
      'doctype',
      on(() => {
        throw refuse('DOCTYPE');
      }),
    );
    parser.on(
      'opentag',
      on((tag) => {
        if (++this.#depth > MAX_DEPTH) throw refuse(`nested more than ${MAX_DEPTH} deep`);
        const plain = isPlain(tag.attributes);
        scopes.enter(plain ? {} : tag.attributes);
        const name = spell(scopes.element(tag.name), tag.name);
        names.push(name);
        handler.open(
          name,
          plain
            ? tag.attributes
            : spellAttributes(tag.attributes, (written) => spell(scopes.attribute(written), written)),
        );
      }),
    );
    parser.on(
      'closetag',
      on(() => {
        this.#depth--;
        scopes.leave();
        handler.close?.(names.pop() ?? '');
      }),
    );
    const text = on((value: string) => handler.text?.(value));
    parser.on('text', text);
    parser.on('cdata', text);
    const nothing = on(() => undefined);
    parser.on('comment', nothing);
    parser.on('processinginstruction', nothing);
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    this.#run(() => this.#parser.write(text));
    if (this.#sinceEvent > MAX_TEXT) throw this.#refuse(`a text longer than ${MAX_TEXT}`);
  }

  close(): void {
    this.#run(() => this.#parser.close());
  }

  #run(step: () => unknown): void {
    try {
      step();
    } catch (error) {
      if (this.#refusal !== undefined) throw this.#refusal;
      throw this.#refuse('not well-formed', error);
    }
  }
}

/** True where nothing is declared and nothing has a prefix: nearly every tag of a sheet, so it is worth asking. */
function isPlain(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) {
    if (name.startsWith('xmlns') || name.includes(':')) return false;
  }
  return true;
}

function spellAttributes(
  written: Readonly<Record<string, string>>,
  spell: (name: string) => string,
): XmlAttributes {
  const spelled: Record<string, string> = Object.create(null);
  for (const name in written) {
    if (!name.startsWith('xmlns:')) spelled[spell(name)] = written[name] ?? '';
  }
  return spelled;
}
