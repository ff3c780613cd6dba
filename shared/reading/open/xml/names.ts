import type { Scope } from './namespaces.ts';

/** Different names in one part; honest parts have some hundreds. */
const MAX_NAMES = 10_000;

// The name characters of XML 1.0 (fifth edition, production 4 and 4a) without the colon, which parts a prefix off.
const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const PART = `[${START}][${START}.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040-]*`;
const QUALIFIED_NAME = new RegExp(`^(?:(${PART}):)?(${PART})$`, 'u');

/** A name as one part writes it, and what it means in the scope where it was last met. */
export class Name {
  readonly written: string;
  readonly #prefix: string;
  readonly #local: string;
  /** The prefix that this name, as an attribute's, declares; null for any other name. */
  readonly declares: string | null;
  /** The number of the tag that last had it as an attribute. */
  lastTag = 0;
  #scope: Scope | null = null;
  #prefixThere: string | null = null;
  #spelled = '';

  constructor(written: string, prefix: string, local: string) {
    this.written = written;
    this.#prefix = prefix;
    this.#local = local;
    this.declares = prefix === 'xmlns' ? local : written === 'xmlns' ? '' : null;
  }

  /** An element of this name as it is called here: `s:row`, `w:p`; undefined for a prefix that was never declared. */
  asElement(scope: Scope): string | undefined {
    if (this.#scope === scope) return this.#spelled;
    const prefix = scope.prefix(this.#prefix);
    if (prefix === undefined) return undefined;
    this.#scope = scope;
    // Some writers declare the same prefixes at every element.
    if (prefix !== this.#prefixThere) this.#spelled = oneInstance(`${prefix}:${this.#local}`);
    this.#prefixThere = prefix;
    return this.#spelled;
  }

  /** As `asElement`, but a name without a prefix belongs to its element and stays bare. */
  asAttribute(scope: Scope): string | undefined {
    return this.#prefix === '' ? this.#local : this.asElement(scope);
  }
}

/** How many names are found at once; a power of two, well above what a part has. */
const SLOTS = 1024;

/** The signs of ASCII that cannot stand in a name, so that one ends there; what stands before is judged as a whole. */
const ENDS_NAME = new Uint8Array(128);
for (const sign of '\t\n "&\'/<=>') ENDS_NAME[sign.charCodeAt(0)] = 1;

/** Every name of one part, each made and checked once: a sheet repeats the same five names a million times. */
export class NameTable {
  /** Where the name that was read last ends. */
  end = 0;
  readonly #names = new Map<string, Name>();
  /** The name that was last met with a hash: it is compared where it stands, without cutting anything out. */
  readonly #slots: (Name | null)[] = new Array<Name | null>(SLOTS).fill(null);

  /**
   * Reads the name that begins at `from`; `end` is then where it ends, or where the text does.
   * @returns null for what is no name (as XML with namespaces knows them), or for one name too many
   */
  read(text: string, from: number): Name | null {
    let hash = 0;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 && ENDS_NAME[code] === 1) break;
      hash = (hash * 31 + code) | 0;
    }
    this.end = at;
    const slot = hash & (SLOTS - 1);
    const last = this.#slots[slot];
    if (last && last.written.length === at - from && text.startsWith(last.written, from)) return last;
    // A name cut off by the text's end is none yet.
    const name = at === text.length ? null : this.get(text.slice(from, at));
    if (name) this.#slots[slot] = name;
    return name;
  }

  /** As `read`, of a name cut out already. */
  get(written: string): Name | null {
    const known = this.#names.get(written);
    if (known) return known;
    const parts = this.#names.size < MAX_NAMES ? QUALIFIED_NAME.exec(written) : null;
    if (!parts) return null;
    const name = new Name(oneInstance(written), parts[1] ?? '', oneInstance(parts[2] ?? ''));
    this.#names.set(name.written, name);
    return name;
  }
}

/** The names met so far, in whatever part; all formats together have some thousand. */
const INSTANCES = new Map<string, string>();
const MAX_INSTANCES = 5000;

/** An equal string that the engine keeps once, as it keeps keys: comparing it to a literal is comparing two addresses. */
function oneInstance(text: string): string {
  const known = INSTANCES.get(text);
  if (known !== undefined) return known;
  const instance = Object.keys({ [text]: true })[0] ?? text;
  if (INSTANCES.size < MAX_INSTANCES) INSTANCES.set(instance, instance);
  return instance;
}
