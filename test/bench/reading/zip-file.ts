import { Zip, ZipDeflate } from 'fflate';

/** What a part is made of, piece by piece: no input is ever in memory as a whole before it is packed. */
export type PartText = Iterable<string>;

const PIECE = 1 << 18;
/** A fixed day: the same input is the same bytes. */
const TIME = new Date(2024, 0, 2);

/** Packs parts as an office program does, deflated. */
export function zipFile(parts: Readonly<Record<string, PartText>>): Buffer {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(parts)) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = TIME;
    zip.add(entry);
    let piece = '';
    for (const more of text) {
      piece += more;
      if (piece.length < PIECE) continue;
      entry.push(encoder.encode(piece));
      piece = '';
    }
    entry.push(encoder.encode(piece), true);
  }
  zip.end();
  return Buffer.concat(packed);
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts every office file has, for a main part and those it links to. */
export function frameOf(
  main: string,
  mainType: string,
  linked: Readonly<Record<string, readonly [part: string, contentType: string]>>,
): Record<string, PartText> {
  const [folder, file] = main.split('/');
  const vnd = 'application/vnd.openxmlformats-officedocument';
  const types = [
    [main, mainType] as const,
    ...Object.values(linked).map(([part, type]) => [`${folder}/${part}`, type] as const),
  ];
  const link = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (links: string) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
  return {
    '[Content_Types].xml': [
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
      '<Default Extension="xml" ContentType="application/xml"/>',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      ...types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${vnd}.${type}+xml"/>`),
      '</Types>',
    ],
    '_rels/.rels': [relationships(link(1, 'officeDocument', main))],
    [`${folder}/_rels/${file}.rels`]: [
      relationships(
        Object.entries(linked)
          .map(([type, [part]], n) => link(n + 1, type, part))
          .join(''),
      ),
    ],
  };
}
