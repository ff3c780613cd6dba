import { RejectError } from '../../../vocabulary/errors.ts';
import { ZEROS_BEHIND } from './characters.ts';
import { troubleWithDeclaration } from './declaration.ts';
import { type Name, NameTable } from './names.ts';
import { Scope } from './namespaces.ts';
import { resolveReferences } from './references.ts';
import { TagReader } from './tag-reader.ts';
import type { XmlHandler, XmlPiece } from './xml-handler.ts';

/** Nesting of honest files ends near 60 (a text box in a table in a table). */
const MAX_DEPTH = 256;

/** Between two tags, or in one piece of markup, in UTF-16 units; a cell of a workbook ends at 32,767. */
const MAX_TEXT = 1_000_000;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** What stops the reading; the message says why. */
export class XmlTrouble extends RejectError {
  override readonly name = 'XmlTrouble';
  readonly code = 'XML_TROUBLE';
  readonly mendable = false;
}

/** An element that is open. */
interface Open {
  readonly name: Name;
  readonly spelled: string;
  /** Of what stands around it. */
  readonly outer: Scope;
}

/**
 * Cuts XML into tags and text by searching for where the next one begins, and holds the document to being well-formed
 * (XML 1.0 with namespaces; no DOCTYPE, so no entities but the five). Works on whatever is there: what may go on in the
 * next piece is left for then.
 */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #tags = new TagReader(new NameTable());
  readonly #open: Open[] = [];
  #scope = Scope.outermost;
  #rooted = false;
  #begun = false;
  #sinceTag = 0;
  /** Where in the text at hand the next `&` and the next `]]>` are; searched for only when passed. */
  #reference = -1;
  #closing = -1;
  #piece: XmlPiece = new WrittenPiece('');

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /**
   * What a shortcut takes of the beginning, without need of the text.
   * @param ascii as `write` has it
   * @param text makes the text, once a shortcut asks for it
   * @returns how much of it is done with
   */
  shorten(ascii: Uint8Array, text: () => string): number {
    if (ascii[0] !== LESS) return 0;
    this.#piece = new AsciiPiece(ascii, text);
    return this.#shortcut(0);
  }

  /**
   * @param text characters that XML allows, lines ended by `\n`; after the first call beginning with what was left
   * @param ascii its bytes with zeros behind them, where it is ASCII alone
   * @returns how much of it is done with
   * @throws XmlTrouble, and whatever the handler throws
   */
  write(text: string, ascii?: Uint8Array): number {
    this.#piece = ascii ? { text, codes: ascii } : new WrittenPiece(text);
    this.#reference = -1;
    this.#closing = -1;
    let at = 0;
    for (;;) {
      const tag = at < text.length && text.charCodeAt(at) === LESS ? at : text.indexOf('<', at);
      const end = tag < 0 ? text.length : tag;
      if (end > at) at = this.#text(text, at, end, tag < 0);
      if (tag < 0) return this.#leave(text, at);
      const taken = this.#shortcut(tag);
      at = taken > tag ? taken : this.#markup(text, tag);
      if (at < 0) return this.#leave(text, tag);
    }
  }

  /** @param left what was never done with. @throws XmlTrouble where the document is not finished */
  end(left: string): void {
    const last = this.#open.at(-1);
    if (left !== '') throw malformed(`ends in ${left.slice(0, 40)}`);
    if (last) throw malformed(`ends within ${last.name.written}`);
    if (!this.#rooted) throw malformed('no element');
  }

  #leave(text: string, at: number): number {
    if (text.length - at > MAX_TEXT) throw tooLong();
    return at;
  }

  /** @returns where the text that is known to be finished ends */
  #text(text: string, from: number, to: number, mayGoOn: boolean): number {
    if (this.#open.length === 0) {
      if (/[^ \t\n]/.test(text.slice(from, to))) throw malformed('text outside the root element');
      this.#begun = true;
      return to;
    }
    if (this.#reference < from) this.#reference = found(text, '&', from);
    if (this.#closing < from) this.#closing = found(text, ']]>', from);
    if (this.#closing < to) throw malformed(']]> in text');
    const end = mayGoOn ? withoutBeginnings(text, from, to) : to;
    if (end === from) return end;
    this.#count(end - from);
    const written = text.slice(from, end);
    const resolved = this.#reference < end ? resolveReferences(written) : written;
    if (resolved === null) throw malformed('a reference to no character');
    this.#handler.text?.(resolved);
    return end;
  }

  #shortcut(at: number): number {
    const shortcut = this.#handler.shortcut;
    const last = this.#open.at(-1);
    if (!shortcut || !last || this.#scope.plain !== shortcut.namespace) return at;
    const parent = last.outer === this.#scope ? last.name.written : '';
    const taken = shortcut.take(this.#piece, at, parent);
    if (taken > at) this.#sinceTag = 0;
    return taken;
  }

  /** @returns where the markup at `at` ends; -1 where that is not there yet */
  #markup(text: string, at: number): number {
    if (at + 1 === text.length) return -1;
    switch (text.charCodeAt(at + 1)) {
      case SLASH:
        return this.#closeTag(text, at);
      case EXCLAMATION:
        return this.#declared(text, at);
      case QUESTION:
        return this.#instruction(text, at);
      default:
        return this.#openTag(text, at);
    }
  }

  #openTag(text: string, at: number): number {
    const tag = this.#tags;
    const end = tag.read(text, at);
    if (end < 0) return end;
    if (end - at > MAX_TEXT) throw tooLong();
    const { name } = tag;
    if (!name) throw malformed(tag.trouble);
    if (this.#open.length === 0) {
      if (this.#rooted) throw malformed('a second root element');
      this.#rooted = true;
    }
    if (this.#open.length === MAX_DEPTH) throw new XmlTrouble(`nested more than ${MAX_DEPTH} deep`);
    this.#sinceTag = 0;
    const outer = this.#scope;
    const scope = tag.scopeWithin(outer);
    const spelled = name.asElement(scope);
    if (spelled === undefined) throw undeclared(name);
    const attributes = tag.attributes(scope);
    if (!attributes) throw malformed(tag.trouble);
    this.#scope = scope;
    this.#handler.open(spelled, attributes);
    if (tag.empty) {
      this.#scope = outer;
      this.#handler.close?.(spelled);
    } else this.#open.push({ name, spelled, outer });
    return end;
  }

  #closeTag(text: string, at: number): number {
    const last = this.#open.at(-1);
    if (!last) throw malformed('an end without a beginning');
    const { written } = last.name;
    const after = at + 2 + written.length;
    let end = after;
    if (after >= text.length) return -1;
    if (text.charCodeAt(after) !== GREATER || !text.startsWith(written, at + 2)) {
      end = text.indexOf('>', at);
      if (end < 0) return -1;
      const name = text.slice(at + 2, end);
      if (!name.startsWith(written) || /[^ \t\n]/.test(name.slice(written.length))) {
        throw malformed(`${written} ended by ${name.slice(0, 60)}`);
      }
    }
    this.#open.pop();
    this.#scope = last.outer;
    this.#sinceTag = 0;
    this.#handler.close?.(last.spelled);
    return end + 1;
  }

  /** A comment or a CDATA section: the only ones that may follow `<!` where there is no DOCTYPE. */
  #declared(text: string, at: number): number {
    const begins = (what: string) => text.startsWith(what, at);
    if (begins('<!--')) return this.#comment(text, at);
    if (begins('<![CDATA[')) return this.#characterData(text, at);
    if (begins('<!DOCTYPE')) throw new XmlTrouble('DOCTYPE');
    const start = text.slice(at, at + 9);
    const unfinished = ['<!--', '<![CDATA[', '<!DOCTYPE'].some((whole) => whole.startsWith(start));
    if (!unfinished || start.length === 9) throw malformed(start);
    return -1;
  }

  #comment(text: string, at: number): number {
    const dashes = text.indexOf('--', at + 4);
    if (dashes < 0 || dashes + 2 === text.length) return -1;
    if (text.charCodeAt(dashes + 2) !== GREATER) throw malformed('-- in a comment');
    if (dashes - at > MAX_TEXT) throw tooLong();
    this.#begun = true;
    return dashes + 3;
  }

  #characterData(text: string, at: number): number {
    if (this.#open.length === 0) throw malformed('text outside the root element');
    const end = text.indexOf(']]>', at + 9);
    if (end < 0) return -1;
    this.#count(end - at);
    if (end > at + 9) this.#handler.text?.(text.slice(at + 9, end));
    return end + 3;
  }

  #instruction(text: string, at: number): number {
    const end = text.indexOf('?>', at + 2) + 2;
    if (end < 2) return -1;
    if (end - at > MAX_TEXT) throw tooLong();
    const instruction = text.slice(at, end);
    const target = /^<\?([^ \t\n?:]+)(?:[ \t\n]|\?>$)/.exec(instruction)?.[1] ?? '';
    if (target === 'xml' && !this.#begun && !this.#rooted) {
      const trouble = troubleWithDeclaration(instruction);
      if (trouble !== null) throw new XmlTrouble(trouble);
    } else if (!this.#tags.isName(target) || /^xml$/i.test(target)) throw malformed(instruction.slice(0, 40));
    this.#begun = true;
    return end;
  }

  #count(characters: number): void {
    this.#sinceTag += characters;
    if (this.#sinceTag > MAX_TEXT) throw tooLong();
  }
}

class WrittenPiece implements XmlPiece {
  readonly text: string;
  #codes: Uint8Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get codes(): Uint8Array {
    this.#codes ??= codesOf(this.text);
    return this.#codes;
  }
}

class AsciiPiece implements XmlPiece {
  readonly codes: Uint8Array;
  readonly #make: () => string;
  #text: string | undefined;

  constructor(codes: Uint8Array, make: () => string) {
    this.codes = codes;
    this.#make = make;
  }

  get text(): string {
    this.#text ??= this.#make();
    return this.#text;
  }
}

/** One for each character: itself where it is ASCII, 0x80 for any other; zeros behind them. */
function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length + ZEROS_BEHIND);
  for (let at = 0; at < text.length; at++) codes[at] = Math.min(text.charCodeAt(at), 0x80);
  return codes;
}

/** Where it is; behind everything where it is not. */
function found(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Leaves out what may be the beginning of a reference or of `]]>`. */
function withoutBeginnings(text: string, from: number, to: number): number {
  const reference = text.lastIndexOf('&', to - 1);
  if (reference >= from && !text.includes(';', reference)) return reference;
  let end = to;
  while (end > from && end > to - 2 && text.charCodeAt(end - 1) === 0x5d) end--;
  return end;
}

function malformed(detail: string): XmlTrouble {
  return new XmlTrouble(`not well-formed: ${detail}`);
}

function undeclared(name: Name): XmlTrouble {
  return new XmlTrouble(`prefix of ${name.written.slice(0, 60)} not declared`);
}

function tooLong(): XmlTrouble {
  return new XmlTrouble(`a text longer than ${MAX_TEXT}`);
}
