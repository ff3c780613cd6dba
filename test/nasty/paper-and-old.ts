/** Pdf files and old workbooks of cases 1, 6, 9 and 12: locked, endless, without text, or under another name. */
import { deflateSync } from 'node:zlib';
import * as spreadsheets from '@e965/xlsx';
import { corpusFile } from './bombs.ts';
import { type NastyCase, sampleRead, unreadable } from './nasty-case.ts';
import { figures, reportRows } from './sample-report.ts';

const MEGABYTE = 1024 ** 2;
const renamed = 'BC quy I (final).xlsx';
const whole = Object.fromEntries(
  Object.entries(figures).map(([code, value]) => [code, [value, value] as const]),
);

/** Packed once: it takes longer than to read what packs it. */
let hundred: Buffer | undefined;
const hundredMegabytes = () => {
  hundred ??= deflateSync(Buffer.alloc(100 * MEGABYTE, 'q Q '));
  return hundred;
};

export const paperAndOld: readonly NastyCase[] = [
  {
    number: 1,
    name: 'a pdf whose page is 1 GB of the same operator',
    make: () => {
      // Deflated twice: a stream may name its filter more than once.
      const inner = deflateSync(Buffer.alloc(64 * MEGABYTE, 'q Q '));
      const data = deflateSync(Buffer.concat(Array.from({ length: 16 }, () => inner)));
      return pdf([page, stream('/Filter [/FlateDecode /FlateDecode]', data)]);
    },
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 1,
    name: 'a pdf whose page is 100 MB of the same operator',
    make: () => pdf([page, stream('/Filter /FlateDecode', hundredMegabytes())]),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 1,
    name: 'a pdf whose page is 100 MB, packed and then written in ASCII85 under odd names',
    make: () =>
      pdf([page, stream('/#46ilter [/#41SCII85Decode /#46lateDecode]', inAscii85(hundredMegabytes()))]),
    ends: unreadable('ZIP_TOO_LARGE'),
  },
  {
    number: 6,
    name: 'a pdf with a password',
    make: () =>
      pdf([page, stream('', Buffer.from('BT ET'))], {
        object: `<< /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
        key: '/Encrypt',
      }),
    ends: unreadable('FILE_ENCRYPTED'),
  },
  {
    number: 6,
    name: 'an old workbook with a password',
    make: () =>
      oldWorkbook(reportRows(), (stream) => {
        // FILEPASS behind the first record: XOR obfuscation, a key and a check of it.
        const first = 4 + stream.readUInt16LE(2);
        const locked = Buffer.from([0x2f, 0, 6, 0, 0, 0, 0x12, 0x34, 0x56, 0x78]);
        return Buffer.concat([stream.subarray(0, first), locked, stream.subarray(first)]);
      }),
    ends: unreadable('FILE_ENCRYPTED'),
  },
  {
    number: 9,
    name: 'a pdf under the name of a workbook',
    fileName: renamed,
    unit: 'CN-HLU',
    make: () => corpusFile('text three columns, Writer.pdf'),
    ends: { state: 'accepted-with-warnings', says: ['CUMULATIVE_BLANK'] },
  },
  {
    number: 9,
    name: 'an old workbook under the name of a new one',
    fileName: renamed,
    make: () => oldWorkbook(reportRows()),
    ends: { ...sampleRead, values: whole },
  },
  {
    number: 9,
    name: 'a pdf that is a picture of paper',
    make: () => {
      const picture = stream(
        '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8',
        Buffer.alloc(64, 128),
      );
      return pdf([
        page.replace('/Resources << >>', '/Resources << /XObject << /P 5 0 R >> >>'),
        stream('', Buffer.from('q 500 0 0 700 0 0 cm /P Do Q')),
        picture,
      ]);
    },
    ends: unreadable('SCANNED_PDF'),
  },
  {
    number: 12,
    name: 'a pdf of 10,000,000 pages, all the same object',
    make: () => {
      const pages = Buffer.from(pdf([page, stream('', Buffer.from('BT ET'))])).toString('latin1');
      return Buffer.from(pages.replace('/Count 1', '/Count 10000000'), 'latin1');
    },
    ends: unreadable('SCANNED_PDF'),
  },
  {
    number: 12,
    name: 'a pdf whose pages lie in themselves',
    make: () => {
      const pages = Buffer.from(pdf([page, stream('', Buffer.from('BT ET'))])).toString('latin1');
      return Buffer.from(pages.replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1');
    },
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 12,
    name: 'an old workbook with a lone cell in its last row',
    make: () =>
      oldWorkbook([
        ...reportRows(),
        ...Array.from({ length: 65_536 - reportRows().length - 1 }, () => []),
        ['x'],
      ]),
    ends: { ...sampleRead, values: whole, pieces: { 'Biểu!A65536': 'x' } },
  },
  {
    number: 7,
    name: 'an old workbook of which a third was never received',
    make: () => {
      const bytes = corpusFile('sheet merged header, Calc.xls');
      return bytes.subarray(0, Math.floor((bytes.length * 2) / 3));
    },
    ends: unreadable('ZIP_DAMAGED'),
  },
  {
    number: 7,
    name: 'a pdf of which a third was never received',
    make: () => {
      const bytes = corpusFile('text three columns, Writer.pdf');
      return bytes.subarray(0, Math.floor((bytes.length * 2) / 3));
    },
    ends: unreadable('ZIP_DAMAGED'),
  },
];

export const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>';

export function stream(keys: string, data: Buffer): Buffer {
  const head = Buffer.from(`<< ${keys} /Length ${data.length} >>\nstream\n`);
  return Buffer.concat([head, data, Buffer.from('\nendstream')]);
}

/** Objects 3 and so on, behind a catalogue and one page's tree; `trailer` names one more object. */
export function pdf(
  objects: readonly (string | Buffer)[],
  trailer?: { readonly object: string; readonly key: string },
): Uint8Array {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    ...objects,
    ...(trailer ? [trailer.object] : []),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const starts: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [n, object] of all.entries()) {
    const written = Buffer.concat([
      Buffer.from(`${n + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    starts.push(at);
    parts.push(written);
    at += written.length;
  }
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const named = trailer ? `${trailer.key} ${all.length} 0 R /ID [<00> <00>]` : '';
  const end = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${named} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

function inAscii85(data: Buffer): Buffer {
  const letters: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    let group = Buffer.concat([data.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0);
    const five = Array.from({ length: 5 }, () => {
      const letter = 0x21 + (group % 85);
      group = Math.floor(group / 85);
      return letter;
    });
    letters.push(...five.reverse().slice(0, Math.min(4, data.length - at) + 1));
  }
  return Buffer.concat([Buffer.from(letters), Buffer.from('~>')]);
}

export function oldWorkbook(
  rows: ReturnType<typeof reportRows>,
  change: (stream: Buffer) => Buffer = (same) => same,
): Uint8Array {
  const { CFB, utils, write } = spreadsheets;
  const book = utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), 'Biểu');
  const container = CFB.read(write(book, { bookType: 'biff8', type: 'buffer' }), { type: 'buffer' });
  const entry = CFB.find(container, '/Workbook');
  const content = change(Buffer.from(entry.content));
  CFB.utils.cfb_add(container, '/Workbook', content);
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}
