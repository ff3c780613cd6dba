import { zipByHand } from '../../../../nasty/zip-by-hand.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relationship as [id, last word of its type, target]. */
export type Link = readonly [id: string, type: string, target: string];

export function relationshipsXml(links: readonly Link[]): string {
  const lines = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

/** An office file around one main part; parts given last win. */
export function officeZip(
  main: string,
  contentType: string,
  parts: Readonly<Record<string, string | Uint8Array>>,
): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': relationshipsXml([['rId1', 'officeDocument', main]]),
    ...parts,
  });
}

/** Packed by Node: tests make some ten thousand of them. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipByHand(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** Where the records of an entry start in a zip: the header before its data, and the one in the directory. */
export function recordsOf(zip: Uint8Array, name: string): { local: number; central: number } {
  const latin = Buffer.from(zip).toString('latin1');
  const local = latin.indexOf(`${name}`) - 30;
  const central = latin.lastIndexOf(name) - 46;
  return { local, central };
}

/** The zip with some 16- or 32-bit fields replaced. */
export function patched(zip: Uint8Array, ...fields: (readonly [at: number, bits: 16 | 32, value: number])[]) {
  const copy = new Uint8Array(zip);
  const view = new DataView(copy.buffer);
  for (const [at, bits, value] of fields) {
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return copy;
}
