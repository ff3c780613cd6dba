const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * The namespaces that carry meaning here, each under the prefix the standard's own examples use. Writers are free
 * to use any prefix (`x:row`, `ns0:p`); behind this table `s:row` and `w:p` are always called that.
 * ISO/IEC 29500 Strict has its own addresses for the same words.
 */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
  ['http://schemas.microsoft.com/office/spreadsheetml/2009/9/main', 'x14'],
  ['http://schemas.microsoft.com/office/excel/2006/main', 'xm'],
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing', 'xdr'],
  ['http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing', 'xdr'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/customXml', 'ds'],
  ['http://purl.oclc.org/ooxml/officeDocument/customXml', 'ds'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0', 'number'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['urn:oasis:names:tc:opendocument:xmlns:script:1.0', 'script'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
  [XML, 'xml'],
]);

/** The prefix for a namespace that carries no meaning here; never a prefix of the table. */
export const FOREIGN = '?';

/**
 * Whether a prefix ('' for names without one) may be declared to mean `uri`: `xml` and `xmlns` mean one thing each, which
 * nothing else may mean, and only names without a prefix may be said to belong to nothing (Namespaces in XML 1.0, 2.2 and 3).
 */
export function mayMean(prefix: string, uri: string): boolean {
  if (prefix === 'xml' || uri === XML) return prefix === 'xml' && uri === XML;
  if (prefix === 'xmlns' || uri === XMLNS) return false;
  return prefix === '' || uri !== '';
}

/** What the prefixes mean at one place of a document: the file's own prefix → the one used here. */
export class Scope {
  static readonly outermost = new Scope(new Map([['xml', 'xml']]));
  /** What names of elements without a prefix belong to. */
  readonly plain: string;
  readonly #prefixes: ReadonlyMap<string, string>;

  private constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
    this.plain = prefixes.get('') ?? FOREIGN;
  }

  /** The scope within an element that declares `prefix` ('' for names without one). */
  declaring(prefix: string, uri: string): Scope {
    return new Scope(new Map(this.#prefixes).set(prefix, KNOWN.get(uri) ?? FOREIGN));
  }

  /** The prefix used here; undefined where the file's own was never declared. */
  prefix(written: string): string | undefined {
    return written === '' ? this.plain : this.#prefixes.get(written);
  }
}
