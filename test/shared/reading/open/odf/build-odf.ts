import { zipOf } from '../zip/office-zip.ts';

const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'manifest'].map((name) => [name, name]),
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export interface OdfParts {
  /** What stands in `office:automatic-styles` of content.xml. */
  readonly automatic?: string;
  /** What stands in `office:document-styles`; no styles.xml where it is absent. */
  readonly styles?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
}

/** An OpenDocument file around what stands in its body. */
export function buildOdf(kind: 'spreadsheet' | 'text', body: string, parts: OdfParts = {}): Uint8Array {
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content ${NAMESPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ...(parts.styles !== undefined && {
      'styles.xml': `<office:document-styles ${NAMESPACES}>${parts.styles}</office:document-styles>`,
    }),
    ...parts.extra,
  });
}

export const manifestXml = (inner: string) => `<manifest:manifest ${NAMESPACES}>${inner}</manifest:manifest>`;
