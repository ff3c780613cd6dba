import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The table row by row, empty cells as ''. */
function rowsIn({ blocks }: NeutralDocument): string[][] {
  const [table, ...others] = blocks;
  if (table?.kind !== 'table' || others.length > 0) throw new Error('one table was expected');
  const rows: string[][] = [];
  for (const { row, column, text } of table.cells) {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] ?? [];
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
  }
  return rows;
}

const read = async (text: string) => rowsIn(await openDocument(utf8(text)));

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await openDocument(bytes)).format;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe('a row with more fields than the others', () => {
  const rows = ['TT,Mã,Trong kỳ,Lũy kế,Ghi chú', '1,A01,3,4,', '2,A02,5,6,', '3,A03,7,8,'];
  const inDoubt = async (more: string, delimiter = ',', others = rows) => {
    const text = [...others, more].join('\n').replaceAll(',', delimiter);
    const [table] = (await openDocument(utf8(text))).blocks;
    return table?.kind === 'table'
      ? table.cells.flatMap(({ doubt, text: own }) => (doubt ? [own] : []))
      : null;
  };

  it('is in doubt: what parts the fields may belong to a number, or to a name', async () => {
    expect(await inDoubt('4,A04,1,250,1,300,')).toEqual(['4', 'A04', '1', '250', '1', '300']);
    expect(await inDoubt('4,A04,1,250,,')).toEqual(['4', 'A04', '1', '250']);
    expect(await inDoubt('4,A04,1,250,,muộn')).toEqual(['4', 'A04', '1', '250']);
    expect(await inDoubt('4,A04,1,250,1,300,', ';')).toEqual(['4', 'A04', '1', '250', '1', '300']);
    expect(await inDoubt('4,D04 chưa làm, vì bận,—,,', ';')).toEqual(['4', 'D04 chưa làm']);
    expect(await inDoubt('4,A04,9,10,đã kiểm tra, xong')).toEqual([]);
    expect(await inDoubt('4,A04,9,10,')).toEqual([]);
    expect(await inDoubt('Nơi nhận, các phòng, các chi cục, lưu, văn thư')).toEqual([]);
    const [titles = '', ...cut] = rows.map((row, n) =>
      n === 0 ? row : row.replace(/(\d),(\d),$/, '1,25$1,1,25$2,'),
    );
    const [all] = (await openDocument(utf8([titles, ...cut].join('\n')))).blocks;
    expect(all?.kind === 'table' && all.cells.filter(({ doubt }) => doubt).length).toBe(18);
  });

  const named = (more: string, delimiter = ';') =>
    inDoubt(more, delimiter, [
      'TT,Tên,ĐVT,Trong kỳ,Lũy kế,Ghi chú',
      '1,a,vụ,3,4,',
      '2,b,,5,6,đủ',
      '3,c,vụ,,8,',
    ]);

  it('is not where mere delimiters follow and each field stands in a column of its kind', async () => {
    for (const delimiter of [';', '\t', '|']) {
      for (const more of [
        '4,A04,1,250,,',
        '4,A04,9,10,chậm,',
        '4,A04,9,,,,,',
        '4,A04,,,,',
        '4,A04,98.5%,,,',
      ]) {
        expect(await inDoubt(more, delimiter), more + delimiter).toEqual([]);
      }
    }
    for (const more of ['4,A04,9,,,', '4,A04,,,,', '4,A04,,,chậm,'])
      expect(await inDoubt(more), more).toEqual([]);
    expect(await named('4,d,,9,10,,')).toEqual([]);
    expect(await named('4,d,vụ,9,,,', ',')).toEqual([]);
  });

  it('is where a comma may have cut a figure', async () => {
    for (const more of ['4,A04,1,250,,', '4,A04,1 , 250,,', '4,A04,98,5%,,', '4,A04,9,10,chậm,']) {
      expect(await inDoubt(more), more).not.toEqual([]);
    }
    expect(await named('4,d,vụ,1,5,,', ',')).toEqual(['4', '1', '5']);
  });

  it('is where a name was cut and what stood behind the figures was blank', async () => {
    for (const more of ['4,d,đ,vụ,9,10,', '4,d,đ,vụ,9,,', '4,d,đ,,9,10,', '4,d,đ,,9,,', '4,d, 2024,,9,,']) {
      expect(await named(more), more).not.toEqual([]);
    }
    expect(await inDoubt('4,A04 năm, 2024,,,')).not.toEqual([]);
    expect(await inDoubt('4,A04,9,10,,11', ';')).not.toEqual([]);
  });
});

describe('a text cut into fields', () => {
  it('is one table whose cells are found by row and column', async () => {
    const document = await openDocument(utf8('TT;Chỉ tiêu;Trong kỳ\r\n1;;6\r\n'));
    expect(document).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      skipped: [],
      blocks: [
        {
          kind: 'table',
          sheet: null,
          hidden: false,
          columns: 3,
          cells: [
            [1, 1, 'TT'],
            [1, 2, 'Chỉ tiêu'],
            [1, 3, 'Trong kỳ'],
            [2, 1, '1'],
            [2, 3, '6'],
          ].map(([row, column, text]) => {
            return { row, column, text, rowSpan: 1, columnSpan: 1, source: { table: 1, row, column } };
          }),
        },
      ],
    });
  });

  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['bars', 'a|b\n1|2\n'],
    ['line ends of old', 'a,b\r1,2\r'],
    ['no last line end', 'a,b\r\n1,2'],
  ])('may be cut by %s', async (_, text) => {
    expect(await read(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is cut by what its first line says, which is no row', async () => {
    expect(await read('sep=;\r\na,b;c\r\n1,5;2\r\n')).toEqual([
      ['a,b', 'c'],
      ['1,5', '2'],
    ]);
  });

  it('is not cut at the commas of its titles and figures', async () => {
    const text =
      'Sở Tài nguyên, Môi trường, Hà Nội\nTổng hợp, so sánh, đánh giá\nA01;1.234,5;98,5\nA02;2,5;97,5\n';
    expect(await read(text)).toEqual([
      ['Sở Tài nguyên, Môi trường, Hà Nội'],
      ['Tổng hợp, so sánh, đánh giá'],
      ['A01', '1.234,5', '98,5'],
      ['A02', '2,5', '97,5'],
    ]);
  });

  it('keeps the rows of the file, empty ones counted', async () => {
    expect(await read('a,b\n\n,\n1,2\n')).toEqual([['a', 'b'], [], [], ['1', '2']]);
  });

  it('holds delimiters, line ends and marks within quotations', async () => {
    expect(await read('"a;b";"c\r\nd"\n"nói ""có""" ;2\n')).toEqual([
      ['a;b', 'c\nd'],
      ['nói "có"', '2'],
    ]);
  });

  it('holds them where spaces stand around the quotations', async () => {
    expect(await read('TT; "a; b"; 3\n1; "c" ;4')).toEqual([
      ['TT', 'a; b', '3'],
      ['1', 'c', '4'],
    ]);
  });

  it('loses nothing to a quotation that is never closed', async () => {
    expect(await read('a;b\n"Dân vận khéo;5\nc;6\n')).toEqual([
      ['a', 'b'],
      ['"Dân vận khéo', '5'],
      ['c', '6'],
    ]);
    expect(await read('"mở;1\n"đóng";2\n')).toEqual([
      ['"mở', '1'],
      ['đóng', '2'],
    ]);
    expect(await read('"Phong trào "Dân vận khéo" 2024";5\nc;6\n')).toEqual([
      ['"Phong trào "Dân vận khéo" 2024"', '5'],
      ['c', '6'],
    ]);
  });
});

describe('its limits', () => {
  it('refuse more cells, rows and columns than a sheet has', async () => {
    expect(await codeOf(utf8('1,2,3,4,5\n'.repeat(100_001)))).toBe('ZIP_TOO_LARGE');
    expect(await codeOf(utf8(`a,b\n${'\n'.repeat(1_048_577)}a,b\n`))).toBe('ZIP_TOO_LARGE');
    expect(await codeOf(utf8(`${','.repeat(16_384)}\n`.repeat(2)))).toBe('ZIP_TOO_LARGE');
  });

  it('refuse more text than a sheet can hold', async () => {
    expect(await codeOf(utf8('Báo cáo;1\n'.repeat(2_000_000)))).toBe('ZIP_TOO_LARGE');
  });

  it('leave twenty megabytes of marks readable in bounded time', async () => {
    expect(await codeOf(utf8(`${'"'.repeat(200)};${'""x'.repeat(100)};\n`.repeat(40_000)))).toBe('csv');
  });
});

describe('bytes that are no table', () => {
  it.each([
    ['one line', utf8('this is no workbook')],
    ['one line with delimiters', utf8('TT;Nội dung;1.234,5')],
    ['lines without any', utf8('Kính gửi anh chị\nBáo cáo xin nộp sau\n')],
    ['data', utf8('{\n"name": 1,\n"unit": 2,\n"c": 3\n}')],
  ])('are text: %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('PLAIN_TEXT');
  });

  it.each([
    ['a zero in a text', utf8('a,b\n1,2\0\n')],
    ['control characters', utf8('a,b\n1,\u00012\n')],
    ['half of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41)],
    [
      'letters of no code',
      Uint8Array.from({ length: 400 }, (_, n) =>
        n % 9 === 0 ? 44 : n % 10 === 0 ? 10 : 128 + ((n * 37) % 128),
      ),
    ],
  ])('stay unknown: %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('FILE_UNKNOWN');
  });
});

describe('lines that stand in quotation marks as a whole', () => {
  const table = async (...lines: string[]) => rowsIn(await openDocument(utf8(lines.join('\r\n')))).flat();

  it('are taken apart', async () => {
    expect(await table('"TT,Tên,Số"', '"1,""a, b"",7"', '"2,c,8"')).toEqual([
      'TT',
      'Tên',
      'Số',
      '1',
      'a, b',
      '7',
      '2',
      'c',
      '8',
    ]);
    expect(await table('"TT;Tên"', '"1;a"', '"2;b"')).toEqual(['TT', 'Tên', '1', 'a', '2', 'b']);
  });

  it('are others than fields in quotation marks', async () => {
    expect(await table('"TT","a, b"', '"1","c"', '"2","d"')).toEqual(['TT', 'a, b', '1', 'c', '2', 'd']);
    expect(await table('"Báo cáo, quý I",x', '1,2', '3,4')).toEqual([
      'Báo cáo, quý I',
      'x',
      '1',
      '2',
      '3',
      '4',
    ]);
  });
});
