import { CFB, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { readOldWorkbook } from '../../../../../shared/reading/open/xls/read-old-workbook.ts';

type Written = string | number | Date | null;

/** A workbook of Excel 97 with these sheets, after `change`. */
function bytesOf(
  sheets: Readonly<Record<string, readonly (readonly Written[])[]>>,
  change: (book: WorkBook) => void = () => undefined,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  change(book);
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

/** The same workbook with all of its letters in another font. */
function inFont(bytes: Uint8Array, name: string): Uint8Array {
  const container = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(container, '/Workbook');
  const records: Buffer[] = [];
  let [longer, at] = [0, 0];
  const stream = Buffer.from(entry?.content ?? []);
  while (at + 4 <= stream.length) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    const record = Buffer.from(stream.subarray(at, end));
    if (stream.readUInt16LE(at) === 0x31) {
      const head = record.subarray(0, 18);
      const font = Buffer.concat([head, Buffer.from([name.length, 0]), Buffer.from(name, 'latin1')]);
      font.writeUInt16LE(font.length - 4, 2);
      longer += font.length - record.length;
      records.push(font);
    } else records.push(record);
    at = end;
  }
  for (const record of records) {
    // A sheet's entry says where the sheet begins.
    if (record.readUInt16LE(0) === 0x85) record.writeUInt32LE(record.readUInt32LE(4) + longer, 4);
  }
  const changed = CFB.utils.cfb_new();
  CFB.utils.cfb_add(changed, '/Workbook', Buffer.concat(records));
  return Uint8Array.from(CFB.write(changed, { type: 'buffer' }) as Buffer);
}

const codeOf = async (bytes: Uint8Array) =>
  openDocument(bytes).then(
    ({ format }) => format,
    (error: unknown) => {
      if (error instanceof UnreadableFile) return error.code;
      throw error;
    },
  );

describe('a workbook of Excel 97 to 2003', () => {
  it.each([
    ['Marlett', 'pictures'],
    ['Times New Roman', undefined],
  ])('in %s: the figures are in doubt for %s', async (font, why) => {
    const { blocks } = await openDocument(inFont(bytesOf({ s: [[12, '13', 'chữ']] }), font));
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
    expect(cells.map(({ text, doubt }) => [text, doubt?.why])).toEqual([
      ['12', why],
      ['13', why],
      ['chữ', undefined],
    ]);
  });

  it('has a table for each sheet, its cells with address, text and number', async () => {
    const document = await openDocument(
      bytesOf({
        'Số liệu': [
          ['Mã', 'Trong kỳ'],
          ['A01', 12.5],
        ],
        'Lời văn': [],
      }),
    );
    expect(document).toMatchObject({ format: 'xls', skipped: [] });
    expect(document.blocks).toEqual([
      {
        kind: 'table',
        sheet: 'Số liệu',
        hidden: false,
        cells: [
          cell(1, 1, 'A1', { text: 'Mã' }),
          cell(1, 2, 'B1', { text: 'Trong kỳ' }),
          cell(2, 1, 'A2', { text: 'A01' }),
          cell(2, 2, 'B2', { text: '12.5', number: 12.5 }),
        ],
      },
      { kind: 'table', sheet: 'Lời văn', hidden: false, cells: [] },
    ]);
  });

  it('shows dates and percentages as people see them', async () => {
    const bytes = bytesOf({ s: [[45345, 0.985, 7]] }, ({ Sheets }) => {
      const sheet = Sheets.s;
      if (sheet) {
        Object.assign(sheet.A1, { z: 'dd/mm/yyyy' });
        Object.assign(sheet.B1, { z: '0.0%' });
      }
    });
    const { blocks } = await readOldWorkbook(bytes);
    expect(blocks[0]).toMatchObject({
      cells: [
        { text: '23/02/2024', date: '2024-02-23' },
        { text: '98,5%', number: 0.985, percent: true },
        { text: '7', number: 7 },
      ],
    });
  });

  it('is NFC, without white space around its texts', async () => {
    const { blocks } = await readOldWorkbook(bytesOf({ s: [[' Đơn vị tính '.normalize('NFD'), '  ']] }));
    expect(blocks[0]).toMatchObject({ cells: [{ text: 'Đơn vị tính' }] });
  });

  it('has merged cells once; what they cover is counted', async () => {
    const bytes = bytesOf(
      {
        s: [
          ['Kết quả', 'ẩn'],
          ['1', '2'],
        ],
      },
      ({ Sheets }) => {
        if (Sheets.s) Sheets.s['!merges'] = [utils.decode_range('A1:B1')];
      },
    );
    const { blocks, skipped } = await readOldWorkbook(bytes);
    expect(blocks[0]).toMatchObject({
      cells: [{ text: 'Kết quả', columnSpan: 2 }, { text: '1' }, { text: '2' }],
    });
    expect(skipped).toEqual([{ what: 'cell', why: 'covered-by-merge', where: { sheet: 's', cell: 'B1' } }]);
  });

  it('marks hidden sheets', async () => {
    const bytes = bytesOf({ a: [['x']], b: [['y']], c: [['z']] }, (book) => {
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    });
    const { blocks, skipped } = await readOldWorkbook(bytes);
    expect(blocks.map((block) => block.kind === 'table' && block.hidden)).toEqual([false, true, true]);
    expect(skipped.map(({ why }) => why)).toEqual(['hidden-sheet', 'very-hidden-sheet']);
  });

  it('shows errors as errors', async () => {
    const bytes = bytesOf({ s: [[1]] }, ({ Sheets }) => {
      if (Sheets.s) Object.assign(Sheets.s.A1, { t: 'e', v: 0x17, w: '#REF!' });
    });
    const { blocks } = await readOldWorkbook(bytes);
    expect(blocks[0]).toMatchObject({ cells: [{ text: '#REF!', trouble: 'error' }] });
  });

  it('is damaged where it is cut short', async () => {
    const bytes = bytesOf({ s: [['Mã', 'Trong kỳ']] });
    expect(await codeOf(bytes)).toBe('xls');
    expect(await codeOf(bytes.slice(0, 600))).not.toBe('xls');
  });

  it('is too large beyond what a report can be', async () => {
    const bytes = new Uint8Array(21 * 1024 * 1024);
    bytes.set(bytesOf({ s: [['x']] }));
    await expect(readOldWorkbook(bytes)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' });
  });
});

function cell(row: number, column: number, address: string, value: object) {
  return { row, column, ...value, rowSpan: 1, columnSpan: 1, source: { sheet: 'Số liệu', cell: address } };
}
