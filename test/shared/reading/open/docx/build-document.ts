import { type Link, officeZip, relationshipsXml } from '../zip/office-zip.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = Object.entries({
  w: WORD,
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export interface DocumentParts {
  /** What stands in `w:body`. */
  readonly body: string;
  /** What stands in `w:styles`. */
  readonly styles?: string;
  /** What stands in `w:numbering`. */
  readonly numbering?: string;
  /** What stands in `w:hdr`. */
  readonly header?: string;
  /** A part of the file's own XML, of the store STORE. */
  readonly data?: string;
  /** Other parts. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Puts something before the root element. */
  readonly prologue?: string;
}

/** A Word document from hand-written XML. */
export function buildDocument({
  body,
  styles,
  numbering,
  header,
  data,
  extra,
  prologue,
}: DocumentParts): Uint8Array {
  const links: Link[] = [];
  const parts: Record<string, string> = {};
  const add = (type: string, root: string, content: string | undefined) => {
    if (content === undefined) return;
    links.push([type, type, `${type}.xml`]);
    parts[`word/${type}.xml`] = `<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
  };
  add('styles', 'styles', styles);
  add('numbering', 'numbering', numbering);
  add('header', 'hdr', header);
  if (data !== undefined) links.push(['data', 'customXml', '../customXml/item1.xml']);
  return officeZip('word/document.xml', CONTENT_TYPE, {
    'word/document.xml': `${prologue ?? ''}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsXml(links),
    ...parts,
    ...(data !== undefined && dataParts(data)),
    ...extra,
  });
}

/** What bindings call the data of `data`. */
export const STORE = '{11111111-2222-3333-4444-555555555555}';

function dataParts(data: string): Record<string, string> {
  return {
    'customXml/item1.xml': data,
    'customXml/_rels/item1.xml.rels': relationshipsXml([['rId1', 'customXmlProps', 'itemProps1.xml']]),
    'customXml/itemProps1.xml': `<d:datastoreItem d:itemID="${STORE.toLowerCase()}" xmlns:d="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
  };
}

/** A paragraph of one run. */
export function p(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text, run)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell; without content it holds one empty paragraph. */
export function tc(content = '<w:p/>', properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

export function table(...rows: string[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}
