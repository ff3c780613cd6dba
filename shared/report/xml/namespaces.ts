/**
 * The namespaces that carry meaning here, each under the prefix the standard's own examples use. Writers are free
 * to use any prefix (`x:row`, `ns0:p`); behind this table `s:row` and `w:p` are always called that.
 * ISO/IEC 29500 Strict has its own addresses for the same words.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** The prefix for a namespace that carries no meaning here; never a prefix of the table. */
const FOREIGN = '?';

interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Written name → name here; a sheet repeats the same five names a million times. */
  readonly names: Map<string, string>;
}

/** Follows the `xmlns` declarations down and up the tree, and gives every name its one spelling. */
export class NamespaceScopes {
  readonly #scopes: (Scope | null)[] = [];
  #current: Scope = { prefixes: new Map([['xml', 'xml']]), names: new Map() };
  readonly #outer: Scope[] = [];

  /** Enters an element with these attributes; must be paired with `leave`. */
  enter(attributes: Readonly<Record<string, string>>): void {
    let prefixes: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name[5] === ':' ? name.slice(6) : null;
      if (prefix === null) continue;
      prefixes ??= new Map(this.#current.prefixes);
      const uri = attributes[name] ?? '';
      prefixes.set(prefix, Object.hasOwn(KNOWN, uri) ? (KNOWN[uri] ?? FOREIGN) : FOREIGN);
    }
    if (!prefixes) {
      this.#scopes.push(null);
      return;
    }
    this.#outer.push(this.#current);
    this.#current = { prefixes, names: new Map() };
    this.#scopes.push(this.#current);
  }

  leave(): void {
    if (this.#scopes.pop()) this.#current = this.#outer.pop() ?? this.#current;
  }

  /** `x:row` → `s:row`; undefined when the prefix was never declared. */
  element(written: string): string | undefined {
    const known = this.#current.names.get(written);
    if (known !== undefined) return known;
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const spelled = this.#current.prefixes.get(prefix) ?? (prefix === '' ? FOREIGN : undefined);
    if (spelled === undefined) return undefined;
    const name = `${spelled}:${written.slice(colon + 1)}`;
    this.#current.names.set(written, name);
    return name;
  }

  /** As `element`, but a name without a prefix belongs to its element and stays bare. */
  attribute(written: string): string | undefined {
    return written.includes(':') ? this.element(written) : written;
  }
}
