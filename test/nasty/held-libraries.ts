/**
 * Case 34: small files with which a library is busy at a stroke, where nobody can count what it does or ask it to stop:
 * what ends these is whoever ends the thread that reads. They may take little, since they would take all they may.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { mappedFont, nestedForms } from './amplifiers.ts';
import { type NastyCase, unreadable } from './nasty-case.ts';
import { oldWorkbook, page, pdf, stream } from './paper-and-old.ts';
import { reportRows } from './sample-report.ts';

const each = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const unknownForm = {
  state: 'rejected',
  says: ['NO_FORM', 'PERIOD_NOT_STATED', 'UNIT_NOT_STATED'],
} as const;
const tooMuch = unreadable('TOO_MUCH_TO_READ');
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const deep = 7;
const times = 30;
/** The largest range of codes that a map may hold, many times over. */
const manyRanges = `1 beginbfrange\n${'<000000> <fffffe> <0020>\n'.repeat(50)}endbfrange`;

export const heldLibraries: readonly NastyCase[] = [
  {
    number: 34,
    name: 'a pdf of forms in transparency groups that call forms, thirty times each and seven deep',
    within: 0.2,
    make: () => nestedForms({ deep, times, more: '/Group << /S /Transparency >>' }),
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf of forms that draw nothing and call forms, thirty times each and seven deep',
    within: 0.2,
    make: () => nestedForms({ deep, times, inner: '', more: '/Group << /S /Transparency >>' }),
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf of patterns that are filled with patterns, thirty times each and seven deep',
    within: 0.2,
    make: nestedPatterns,
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf of a letter that is drawn with forms, which call forms, thirty times each and seven deep',
    within: 0.2,
    make: drawnLetter,
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf whose maps of codes use each other, a thousand deep',
    make: () => usedMaps(1000, (n) => n + 1),
    ends: unknownForm,
  },
  {
    number: 34,
    name: 'a pdf whose map of codes uses itself',
    make: () => usedMaps(1, () => 0),
    ends: unknownForm,
  },
  {
    number: 34,
    name: 'a pdf that packs 100,000 objects into one',
    make: () => packedObjects(100_000),
    ends: unreadable('SCANNED_PDF'),
  },
  {
    number: 34,
    name: 'a pdf whose map of codes is packed in the way of old (LZW)',
    within: 0.2,
    make: () => mappedFont(manyRanges, { filter: '/Filter /LZWDecode', pack: inLzw }),
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf whose map of codes is locked, without a password to open it',
    within: 0.2,
    make: () => locked((lock) => mappedFont(manyRanges, { filter: '', pack: lock(7), lock })),
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'a pdf of 250,000 texts of one letter',
    within: 0.2,
    make: () => {
      const texts = each(250_000, (n) => `BT /F1 9 Tf ${n % 601} ${(n * 7919) % 843} Td (x) Tj ET`);
      return pdf([
        page.replace('/Resources << >>', '/Resources << /Font << /F1 5 0 R >> >>'),
        stream('/Filter /FlateDecode', deflateSync(Buffer.from(texts.join('\n')), { level: 1 })),
        font,
      ]);
    },
    ends: tooMuch,
  },
  {
    number: 34,
    name: 'an old workbook of 2,000 links, each over all cells of its sheet',
    within: 0.2,
    make: () => oldWorkbook(reportRows(), (book) => withLinks(book, 2000)),
    ends: tooMuch,
  },
];

/** Each pattern is a drawing that fills its ground with every pattern of the next floor. */
function nestedPatterns(): Uint8Array {
  const first = 5;
  const floor = (n: number) => each(times, (m) => `/P${m} ${first + n * times + m} 0 R`).join(' ');
  const fills = each(times, (m) => `/Pattern cs /P${m} scn 0 0 9 9 re f `).join('');
  return pdf([
    page.replace('/Resources << >>', `/Resources << /Pattern << ${floor(0)} >> >>`),
    stream('', Buffer.from(fills)),
    ...each(deep * times, (n) => {
      const next = Math.floor(n / times) + 1;
      const resources = next === deep ? '' : `/Pattern << ${floor(next)} >>`;
      const dictionary = `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << ${resources} >>`;
      return stream(dictionary, Buffer.from(next === deep ? '0 0 9 9 re f' : fills));
    }),
  ]);
}

/** A letter that is drawn with a form, which calls the next form. */
function drawnLetter(): Uint8Array {
  const first = 7;
  return pdf([
    page.replace('/Resources << >>', '/Resources << /Font << /F 5 0 R >> >>'),
    stream('', Buffer.from('BT /F 9 Tf (a) Tj ET')),
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /XObject << /X ${first} 0 R >> >> >>`,
    stream('', Buffer.from(`100 0 d0 ${'/X Do '.repeat(times)}`)),
    ...each(deep, (n) => {
      const next = n === deep - 1 ? '' : `/XObject << /X ${first + n + 1} 0 R >>`;
      const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${next} >>`;
      return stream(dictionary, Buffer.from(next === '' ? '0 0 9 9 re f' : '/X Do '.repeat(times)));
    }),
  ]);
}

/** A font whose map of codes names another one to begin with, which names another one. */
function usedMaps(count: number, next: (n: number) => number): Uint8Array {
  const first = 7;
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <ffff> 0 endcidrange endcmap end';
  const packed = inLzw(Buffer.from(map));
  return pdf([
    page.replace('/Resources << >>', '/Resources << /Font << /F1 5 0 R >> >>'),
    stream('', Buffer.from('BT /F1 9 Tf (xx) Tj ET')),
    `<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding ${first} 0 R /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    ...each(count, (n) => {
      const used = next(n) < count ? `/UseCMap ${first + next(n)} 0 R` : '';
      return stream(`/Type /CMap /CMapName /M${n} ${used} /Filter /LZWDecode`, packed);
    }),
  ]);
}

/** One stream of so many small objects, and a table that leads there for the page. */
function packedObjects(count: number): Uint8Array {
  const first = 5;
  const heads = each(count, (n) => `${first + n} ${n * 2}`).join(' ');
  const data = deflateSync(Buffer.from(`${heads}\n${'1 '.repeat(count)}`));
  const text = Buffer.from(
    pdf([page.replace('/Resources << >>', `/Resources ${first} 0 R`), stream('', Buffer.from('BT ET'))]),
  ).toString('latin1');
  const at = text.indexOf('xref\n');
  const body = Buffer.from(text.slice(0, at), 'latin1');
  const number = first + count;
  const objects = Buffer.concat([
    Buffer.from(`${number} 0 obj\n`),
    stream(`/Type /ObjStm /N ${count} /First ${heads.length + 1} /Filter /FlateDecode`, data),
    Buffer.from('\nendobj\n'),
  ]);
  const entry = (type: number, where: number, index: number) => {
    const bytes = Buffer.alloc(9);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(where, 1);
    bytes.writeUInt32BE(index, 5);
    return bytes;
  };
  const starts = each(4, (n) => entry(1, text.indexOf(`${n + 1} 0 obj`), 0));
  const tableAt = body.length + objects.length;
  const entries = [
    entry(0, 0, 0),
    ...starts,
    entry(2, number, 0),
    entry(1, body.length, 0),
    entry(1, tableAt, 0),
  ];
  const table = Buffer.concat([
    Buffer.from(`${number + 1} 0 obj\n`),
    stream(
      `/Type /XRef /Size ${number + 2} /W [1 4 4] /Index [0 6 ${number} 2] /Root 1 0 R`,
      Buffer.concat(entries),
    ),
    Buffer.from(`\nendobj\nstartxref\n${tableAt}\n%%EOF\n`),
  ]);
  return Buffer.concat([body, objects, table]);
}

/** The simplest packing of its kind: letters alone, and the table thrown away before its codes grow. */
function inLzw(data: Buffer): Buffer {
  const [clear, end, lettersBetween, width] = [256, 257, 250, 9];
  const codes = [...data].flatMap((letter, n) => (n % lettersBetween === 0 ? [clear, letter] : [letter]));
  const packed = Buffer.alloc(Math.ceil(((codes.length + 1) * width) / 8));
  [...codes, end].forEach((code, n) => {
    for (let bit = 0; bit < width; bit += 1) {
      const at = n * width + bit;
      if ((code >> (width - 1 - bit)) & 1) packed[at >> 3] = (packed[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  });
  return packed;
}

type Lock = (object: number) => (data: Buffer) => Buffer;

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** A file that opens without a password, and holds its streams enciphered all the same: revision 2, keys of 40 bits. */
function locked(make: (lock: Lock) => Uint8Array): Uint8Array {
  const owner = Buffer.alloc(32, 0x41);
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();
  const key = md5(Buffer.concat([PADDING, owner, rights, Buffer.from([0])])).subarray(0, 5);
  const lock: Lock = (object) => (data) => {
    const own = md5(Buffer.concat([key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0])])).subarray(0, 10);
    return enciphered(own, data);
  };
  const file = Buffer.from(make(lock)).toString('latin1');
  const user = enciphered(key, PADDING).toString('hex');
  const dictionary = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user}> /P -4 >> /ID [<00> <00>]`;
  return Buffer.from(file.replace('/Root 1 0 R', `/Root 1 0 R ${dictionary}`), 'latin1');
}

/** RC4, as files of that time use it; Node has it no more. */
function enciphered(key: Buffer, data: Buffer): Buffer {
  const state = each(256, (n) => n);
  const at = (n: number) => state[n & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  }) as Buffer;
}

/** The stream of a workbook with so many links, each of which is said to stand over all rows and columns. */
function withLinks(book: Buffer, count: number): Buffer {
  const hlink = 0x01b8;
  const area = Buffer.from([0, 0, 0xff, 0xff, 0, 0, 0xff, 0]);
  const standardLink = Buffer.from('d0c9ea79f9bace118c8200aa004ba90b', 'hex');
  const place = Buffer.from('x\0', 'utf16le');
  const rest = Buffer.alloc(12);
  rest.writeUInt32LE(2, 0);
  rest.writeUInt32LE(8, 4);
  rest.writeUInt32LE(place.length / 2, 8);
  const body = Buffer.concat([area, standardLink, rest, place]);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(hlink, 0);
  head.writeUInt16LE(body.length, 2);
  const links = Buffer.concat(each(count, () => Buffer.concat([head, body])));
  const end = book.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
  return Buffer.concat([book.subarray(0, end), links, book.subarray(end)]);
}
