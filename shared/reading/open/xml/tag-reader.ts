import type { Name, NameTable } from './names.ts';
import { FOREIGN, mayMean, type Scope } from './namespaces.ts';
import { resolveReferences } from './references.ts';
import type { XmlAttributes } from './xml-handler.ts';

/** More than any program writes; the roots of OpenDocument declare some 40 prefixes. */
const MAX_ATTRIBUTES = 1000;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Objects without inherited names, which keep the shape that makes reading them fast. */
class Attributes {
  [name: string]: string;
}
Object.setPrototypeOf(Attributes.prototype, null);
Reflect.deleteProperty(Attributes.prototype, 'constructor');

const NONE: XmlAttributes = Object.freeze(new Attributes());

/** Reads one opening tag at a time; what it found stands in its fields until the next. */
export class TagReader {
  /** Null where the tag is not well-formed: `trouble` says why. */
  name: Name | null = null;
  /** Ends in `/>`. */
  empty = false;
  trouble = '';
  readonly #table: NameTable;
  readonly #names: Name[] = [];
  readonly #values: string[] = [];
  #count = 0;
  #declares = false;
  #tag = 0;
  /** Where the reading of the tag has come to. */
  #at = 0;

  constructor(table: NameTable) {
    this.#table = table;
  }

  isName(written: string): boolean {
    return this.#table.get(written) !== null;
  }

  /**
   * @param at where the tag begins
   * @returns where it ends, or its trouble is; -1 where the end is not there yet
   */
  read(text: string, at: number): number {
    this.#tag++;
    this.#count = 0;
    this.#declares = false;
    this.empty = false;
    this.name = null;
    const name = this.#table.read(text, at + 1);
    const { end } = this.#table;
    if (end === text.length) return -1;
    if (!name) return this.#refuse(end, `no name: ${text.slice(at + 1, at + 60)}`);
    this.#at = end;
    for (;;) {
      const before = this.#at;
      const code = this.#passSpace(text);
      if (code === GREATER) break;
      if (code < 0) return -1;
      if (code === SLASH) {
        if (this.#at + 1 === text.length) return -1;
        if (text.charCodeAt(++this.#at) !== GREATER) return this.#refuse(this.#at, 'a lone / in a tag');
        this.empty = true;
        break;
      }
      if (this.#at === before) return this.#refuse(before, 'attributes without space between them');
      const done = this.#readAttribute(text);
      if (done !== 0) return done;
    }
    this.name = name;
    return this.#at + 1;
  }

  /** What the prefixes mean within the tag. */
  scopeWithin(outer: Scope): Scope {
    if (!this.#declares) return outer;
    let scope = outer;
    for (let n = 0; n < this.#count; n++) {
      const prefix = this.#names[n]?.declares ?? null;
      if (prefix !== null) scope = scope.declaring(prefix, this.#values[n] ?? '');
    }
    return scope;
  }

  /**
   * Those with a meaning here.
   * @returns null where one has a prefix that was never declared, or two are one by different prefixes: `trouble` says
   */
  attributes(scope: Scope): XmlAttributes | null {
    if (this.#count === 0) return NONE;
    const attributes = new Attributes();
    for (let n = 0; n < this.#count; n++) {
      const name = this.#names[n];
      if (!name || name.declares !== null) continue;
      const spelled = name.asAttribute(scope);
      if (spelled === undefined) {
        this.trouble = `prefix of ${name.written.slice(0, 60)} not declared`;
        return null;
      }
      if (spelled.startsWith(FOREIGN)) continue;
      if (spelled in attributes) {
        this.trouble = `${name.written.slice(0, 60)} is there twice`;
        return null;
      }
      attributes[spelled] = this.#values[n] ?? '';
    }
    return attributes;
  }

  /** @returns 0 when one was read, else what `read` is to return */
  #readAttribute(text: string): number {
    const name = this.#table.read(text, this.#at);
    const { end } = this.#table;
    if (end === text.length) return -1;
    if (!name) return this.#refuse(end, `no name: ${text.slice(this.#at, this.#at + 60)}`);
    if (name.lastTag === this.#tag) return this.#refuse(end, `${name.written.slice(0, 60)} is there twice`);
    if (this.#count === MAX_ATTRIBUTES) return this.#refuse(end, `more than ${MAX_ATTRIBUTES} attributes`);
    name.lastTag = this.#tag;
    this.#at = end;
    const sign = this.#passSpace(text);
    if (sign < 0) return -1;
    if (sign !== EQUALS) return this.#refuse(this.#at, `${name.written.slice(0, 60)} without a value`);
    this.#at++;
    const quote = this.#passSpace(text);
    if (quote < 0) return -1;
    if (quote !== QUOTE && quote !== APOSTROPHE) return this.#refuse(this.#at, 'a value without quotes');
    this.#names[this.#count] = name;
    const done = this.#readValue(text, quote);
    if (done !== 0 || name.declares === null) return done;
    this.#declares = true;
    if (mayMean(name.declares, this.#values[this.#count - 1] ?? '')) return 0;
    return this.#refuse(this.#at, `${name.written.slice(0, 60)} cannot be declared as that`);
  }

  #readValue(text: string, quote: number): number {
    const from = this.#at + 1;
    let plain = true;
    let to = from;
    for (; ; to++) {
      if (to >= text.length) return -1;
      const code = text.charCodeAt(to);
      if (code === quote) break;
      if (code === LESS) return this.#refuse(to, '< in a value');
      if (code === AMPERSAND || code === LINE_FEED || code === TAB) plain = false;
    }
    const written = text.slice(from, to);
    // White space becomes a space before references are resolved: only `&#10;` puts an end of line into a value.
    const value = plain ? written : resolveReferences(written.replace(/[\n\t]/g, ' '));
    if (value === null) return this.#refuse(to, 'a reference to no character');
    this.#values[this.#count++] = value;
    this.#at = to + 1;
    return 0;
  }

  /** @returns the first sign that is no white space; -1 at the end of the text */
  #passSpace(text: string): number {
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code !== SPACE && code !== LINE_FEED && code !== TAB) return code;
    }
    return -1;
  }

  #refuse(at: number, trouble: string): number {
    this.trouble = trouble;
    this.name = null;
    return at;
  }
}
