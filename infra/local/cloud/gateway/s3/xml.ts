/** A tree that becomes XML: element name → text, nested tree, or several of either. Undefined is left out. */
export interface XmlTree {
  readonly [element: string]: XmlValue | readonly XmlValue[] | undefined;
}
type XmlValue = string | number | boolean | XmlTree;

const S3_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A document with one root element; `namespace` defaults to S3's. */
export function xmlDocument(
  root: string,
  tree: XmlTree,
  namespace: string | undefined = S3_NAMESPACE,
): string {
  const attribute = namespace === '' ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${render(tree)}</${root}>`;
}

function render(tree: XmlTree): string {
  return Object.entries(tree)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const values: readonly XmlValue[] = isMany(value) ? value : [value];
      return values.map(
        (one) => `<${name}>${typeof one === 'object' ? render(one) : escapeXml(String(one))}</${name}>`,
      );
    })
    .join('');
}

function isMany(value: XmlValue | readonly XmlValue[]): value is readonly XmlValue[] {
  return Array.isArray(value);
}

/** Escapes markup, and the control characters that a parser would otherwise change (S3 writes them the same way). */
function escapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return named[character] ?? (code < 0x20 || code === 0x7f ? `&#x${code.toString(16)};` : character);
    })
    .join('');
}
