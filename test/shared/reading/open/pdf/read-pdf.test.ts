import { describe, expect, it } from 'vitest';
import type { NeutralDocument } from '../../../../../shared/reading/model/document.ts';
import { Budget } from '../../../../../shared/reading/open/budget.ts';
import { readPdf } from '../../../../../shared/reading/open/pdf/read-pdf.ts';
import { UnreadableFile } from '../../../../../shared/reading/open/unreadable-file.ts';
import { type PageBuilder, pdfOf } from './build-pdf.ts';

/** Paragraphs as their texts, tables as rows of `column text`. */
function shown({ blocks }: NeutralDocument): readonly unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows = Map.groupBy(block.cells, ({ row }) => row);
    return [...rows.values()].map((cells) =>
      cells.map(({ column, columnSpan, rowSpan, text }) => {
        const spans = `${columnSpan > 1 ? `+${columnSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''}`;
        return `${column}${spans} ${text}`;
      }),
    );
  });
}

const read = async (...pages: readonly ((page: PageBuilder) => void)[]) => readPdf(pdfOf(...pages));

const codeOf = async (bytes: Uint8Array) =>
  readPdf(bytes).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof UnreadableFile) return error.code;
      throw error;
    },
  );

const sentence = 'Chi cục đã tổ chức quán triệt nghị quyết đến toàn thể công chức.';

describe('the text of a pdf', () => {
  it('is NFC, whatever the letters are stored as', async () => {
    const document = await read((page) => page.text(50, 100, 'Báo cáo công tác dân vận'.normalize('NFD')));
    expect(shown(document)).toEqual(['Báo cáo công tác dân vận']);
    expect(document).toMatchObject({ format: 'pdf', skipped: [] });
  });

  it('is in order though letters that a font lacks are drawn after the others', async () => {
    const document = await read((page) =>
      page.text(50, 100, 'S').text(60, 100, ' TÀI NGUYÊN').text(55, 100, 'Ở', { font: 'DejaVu' }),
    );
    expect(shown(document)).toEqual(['SỞ TÀI NGUYÊN']);
  });

  it('has spaces where words stand apart without any', async () => {
    expect(shown(await read((page) => page.text(50, 100, 'dân').text(67.5, 100, 'vận')))).toEqual([
      'dân vận',
    ]);
  });

  it('is bold where all of it is, by the font or drawn twice', async () => {
    const { blocks } = await read((page) =>
      page.text(50, 100, 'BÁO CÁO', { bold: true }).text(50, 130, 'Kính gửi:'),
    );
    expect(blocks).toMatchObject([{ text: 'BÁO CÁO', bold: true }, { text: 'Kính gửi:' }]);
    const twice = await read((page) => page.text(50, 100, 'BÁO CÁO').text(50.3, 100, 'BÁO CÁO'));
    expect(shown(twice)).toEqual(['BÁO CÁO']);
  });

  it('is read as a font of before Unicode shows it', async () => {
    const { blocks } = await read((page) => page.text(50, 100, 'B¸o c¸o quý', { font: '.VnTime' }));
    expect(blocks).toMatchObject([{ text: 'Báo cáo quý', legacyFont: 'tcvn3', storedText: 'B¸o c¸o quý' }]);
  });
});

describe('paragraphs', () => {
  const lines = (page: PageBuilder, from: number, pitch: number, texts: readonly string[], x = 50) =>
    texts.forEach((text, n) => {
      page.text(x, from + n * pitch, text);
    });

  it('go on over lines that are full', async () => {
    const document = await read((page) =>
      lines(page, 100, 14, [
        'Chi cục đã quán triệt nghị quyết đến toàn thể công chức, người',
        'lao động và các đoàn thể trong toàn chi cục.',
      ]),
    );
    expect(shown(document)).toEqual([
      'Chi cục đã quán triệt nghị quyết đến toàn thể công chức, người lao động và các đoàn thể trong toàn chi cục.',
    ]);
  });

  it('end where the next word would have had room', async () => {
    const document = await read((page) =>
      lines(page, 100, 14, [
        'Chi cục đã quán triệt nghị quyết đến toàn thể công chức, người',
        'lao động.',
        'Duy trì 02 mô hình.',
      ]),
    );
    expect(shown(document)).toHaveLength(2);
  });

  it('begin with a first line set in, with a bullet, with more space above, and with another weight', async () => {
    const full = 'Chi cục đã quán triệt nghị quyết đến toàn thể công chức, ngườiii';
    const document = await read((page) => {
      lines(page, 100, 14, [full, full]);
      page.text(75, 128, 'Đoạn thứ hai bắt đầu ở dòng thụt vào và kéo đến hết dòng.');
      page.text(50, 142, `- ${full.slice(2)}`);
      page.text(50, 166, full);
      page.text(50, 180, full, { bold: true });
    });
    expect(shown(document)).toHaveLength(5);
  });

  it('go on over the page', async () => {
    const first = 'Chi cục đã quán triệt nghị quyết đến toàn thể công chức, người';
    const document = await read(
      (page) => lines(page, 780, 14, [first]),
      (page) => page.text(290, 30, '2').text(50, 60, 'lao động trong toàn chi cục.'),
    );
    expect(shown(document)).toEqual([`${first} lao động trong toàn chi cục.`]);
    expect(document.skipped).toEqual([{ what: 'part', why: 'header', where: null }]);
  });
});

describe('the numbers of pages', () => {
  const numbered = (...numbers: readonly string[]) =>
    read(
      ...numbers.map((number) => (page: PageBuilder) => page.text(50, 60, sentence).text(290, 820, number)),
    );

  it('of a part of something longer are told by counting on', async () => {
    const document = await numbered('15', '16', '17');
    expect(document.skipped).toEqual([{ what: 'part', why: 'footer', where: null, count: 3 }]);
  });

  it('of some pages of something longer are told by the word for them', async () => {
    const footers = [{ what: 'part', why: 'footer', where: null, count: 2 }];
    expect((await numbered('Trang 1/3', 'Trang 2/3')).skipped).toEqual(footers);
    expect((await numbered('1/3', '2/3')).skipped).toEqual([]);
    expect((await numbered('Trang 1/1', 'Trang 2/1')).skipped).toEqual([]);
  });

  it('are none where they do not count on, stand on two pages alone, or not at one place', async () => {
    expect((await numbered('15', '17', '18')).skipped).toEqual([]);
    expect((await numbered('15', '16')).skipped).toEqual([]);
    const places = [820, 800, 820];
    const moved = await read(
      ...places.map((y, n) => (page: PageBuilder) => page.text(50, 60, sentence).text(290, y, `${15 + n}`)),
    );
    expect(moved.skipped).toEqual([]);
  });
});

describe('a table with ruled lines', () => {
  const columns = [50, 80, 120, 330, 400, 470];

  it('has its cells where the lines are, names in several lines put together', async () => {
    const document = await read((page) =>
      page
        .grid(columns, [100, 120, 150])
        .text(55, 114, 'TT')
        .text(85, 114, 'Mã')
        .text(125, 114, 'Chỉ tiêu')
        .text(335, 114, 'Trong kỳ')
        .text(405, 114, 'Lũy kế')
        .text(55, 134, '1')
        .text(85, 134, 'A01')
        .text(125, 132, 'Số mô hình, điển hình dân vận khéo được')
        .text(125, 144, 'đăng ký')
        .text(380, 134, '1.250'),
    );
    expect(shown(document)).toEqual([
      [
        ['1 TT', '2 Mã', '3 Chỉ tiêu', '4 Trong kỳ', '5 Lũy kế'],
        ['1 1', '2 A01', '3 Số mô hình, điển hình dân vận khéo được đăng ký', '4 1.250'],
      ],
    ]);
    expect(document.blocks[0]).toMatchObject({ columns: 5, sheet: null, hidden: false });
  });

  it('has merged cells where a line is missing', async () => {
    const document = await read((page) => {
      page.line(50, 100, 470, 100).line(50, 150, 470, 150).line(50, 100, 50, 150).line(470, 100, 470, 150);
      page.line(330, 100, 330, 150).line(400, 125, 400, 150).line(330, 125, 470, 125);
      page
        .text(60, 128, 'Chỉ tiêu')
        .text(380, 115, 'Kết quả')
        .text(340, 140, 'Trong kỳ')
        .text(410, 140, 'Lũy kế');
    });
    expect(shown(document)).toEqual([
      [
        ['1v2 Chỉ tiêu', '2+2 Kết quả'],
        ['2 Trong kỳ', '3 Lũy kế'],
      ],
    ]);
  });

  it('may be drawn as thin rectangles, cell by cell, with open sides', async () => {
    const document = await read((page) => {
      for (const y of [100, 120, 140]) for (const x of [50, 200]) page.area(x, y, 148, 0.5);
      page.area(199, 100, 0.5, 40);
      page.text(60, 114, 'A01').text(210, 114, '12').text(60, 134, 'A02').text(210, 134, '0');
    });
    expect(shown(document)).toEqual([
      [
        ['1 A01', '2 12'],
        ['1 A02', '2 0'],
      ],
    ]);
  });

  it('goes on over the page, without its header once more', async () => {
    const header = (page: PageBuilder, y: number) => page.text(55, y, 'Mã').text(125, y, 'Trong kỳ');
    const document = await read(
      (page) =>
        header(page.grid([50, 120, 200], [700, 720, 740]), 714)
          .text(55, 734, 'A01')
          .text(180, 734, '3'),
      (page) =>
        header(page.grid([50, 120, 200], [60, 80, 100]), 74)
          .text(55, 94, 'A02')
          .text(180, 94, '4')
          .text(290, 820, '2/2'),
    );
    expect(shown(document)).toEqual([
      [
        ['1 Mã', '2 Trong kỳ'],
        ['1 A01', '2 3'],
        ['1 A02', '2 4'],
      ],
    ]);
    expect(document.skipped).toEqual([
      { what: 'part', why: 'footer', where: null },
      { what: 'cell', why: 'repeated-header', where: null, count: 2 },
    ]);
  });

  it('joins a row that the page cuts in two', async () => {
    const columns = [50, 90, 300, 360];
    const document = await read(
      (page) =>
        page
          .grid(columns, [700, 740])
          .text(55, 714, 'A05')
          .text(95, 714, 'Số mô hình, điển hình dân vận khéo')
          .text(345, 714, '3'),
      (page) =>
        page
          .grid(columns, [60, 80, 100])
          .text(95, 74, 'đăng ký')
          .text(55, 94, 'A06')
          .text(95, 94, 'Trong đó: tập thể')
          .text(345, 94, '2'),
    );
    expect(shown(document)).toEqual([
      [
        ['1 A05', '2 Số mô hình, điển hình dân vận khéo đăng ký', '3 3'],
        ['1 A06', '2 Trong đó: tập thể', '3 2'],
      ],
    ]);
  });

  it('takes a place where empty cells have no borders for no merged cell', async () => {
    const document = await read((page) => {
      page.grid([50, 90, 200], [100, 120, 140, 160]).line(200, 100, 400, 100).line(300, 100, 300, 120);
      page
        .line(400, 100, 400, 120)
        .line(200, 120, 400, 120)
        .line(200, 160, 400, 160)
        .line(300, 140, 300, 160);
      page.line(400, 140, 400, 160).line(200, 140, 400, 140);
      page
        .text(205, 114, 'Trong kỳ')
        .text(305, 114, 'Lũy kế')
        .text(95, 134, 'Mục')
        .text(205, 154, '3')
        .text(305, 154, '9');
    });
    expect(shown(document)).toEqual([[['3 Trong kỳ', '4 Lũy kế'], ['2 Mục'], ['3 3', '4 9']]]);
  });

  it('is none where a line runs under a title or a frame around the text', async () => {
    const document = await read((page) =>
      page
        .text(60, 100, 'BÁO CÁO')
        .line(60, 104, 100, 104)
        .grid([30, 560], [30, 800])
        .text(60, 140, sentence),
    );
    expect(shown(document)).toEqual(['BÁO CÁO', sentence]);
  });

  it('joins a date that the width of its cell breaks', async () => {
    const document = await read((page) =>
      page
        .grid([50, 90, 128], [100, 130, 150])
        .text(52, 112, 'B01')
        .text(92, 112, '19/01/2')
        .text(92, 124, '024')
        .text(52, 144, 'A03')
        .text(92, 144, '12'),
    );
    expect(shown(document)).toEqual([
      [
        ['1 B01', '2 19/01/2024'],
        ['1 A03', '2 12'],
      ],
    ]);
  });

  it('keeps a text whole that runs over the border of its cell', async () => {
    const document = await read((page) =>
      page.grid([50, 90, 200], [100, 120, 140]).text(52, 114, 'Tổng hợp cả năm').text(180, 134, '28'),
    );
    expect(shown(document)).toEqual([[['1 Tổng hợp cả năm'], ['2 28']]]);
  });

  it('leaves out what runs out of its cell and is not seen, and says so', async () => {
    const document = await read((page) =>
      page.grid([50, 120, 200], [100, 120, 140]).within(120, 120, 80, 20, (cell) => {
        cell.text(125, 118, 'dòng trên').text(125, 134, '28');
      }),
    );
    expect(shown(document)).toEqual([[['2 28']]]);
    expect(document.skipped).toEqual([{ what: 'part', why: 'clipped-text', where: null }]);
  });
});

describe('a table without lines', () => {
  it('has columns where things stand below each other; figures belong to the title left of them', async () => {
    const rows: readonly (readonly [string, string, string, string])[] = [
      ['A01', 'Số văn bản đã ban hành', '6', '16'],
      ['A02', 'Số hội nghị quán triệt', '3', ''],
      ['A03', 'Số lượt người dự', '142', '1.250'],
    ];
    const document = await read((page) => {
      page
        .text(50, 100, 'Mã')
        .text(90, 100, 'Chỉ tiêu')
        .text(300, 100, 'Trong kỳ')
        .text(373, 100, 'Lũy kế từ đầu năm');
      rows.forEach(([code, name, value, cumulative], n) => {
        const y = 115 + 15 * n;
        page.text(50, y, code).text(90, y, name);
        // Right-aligned, beyond the middle of the column in which the title stands.
        page.text(365 - 5 * value.length, y, value).text(480 - 5 * cumulative.length, y, cumulative);
      });
    });
    expect(shown(document)).toEqual([
      [
        ['1 Mã', '2 Chỉ tiêu', '3 Trong kỳ', '4 Lũy kế từ đầu năm'],
        ['1 A01', '2 Số văn bản đã ban hành', '3 6', '4 16'],
        ['1 A02', '2 Số hội nghị quán triệt', '3 3'],
        ['1 A03', '2 Số lượt người dự', '3 142', '4 1.250'],
      ],
    ]);
  });

  it('may have its figures far from titles that stand at the left', async () => {
    const document = await read((page) => {
      page.text(50, 100, 'Chỉ tiêu').text(200, 100, 'Trong kỳ').text(420, 100, 'Lũy kế');
      page.text(50, 115, 'Số văn bản').text(400, 115, '6').text(540, 115, '16');
      page.text(50, 130, 'Số hội nghị').text(200, 130, 'khoảng 3');
      page.text(50, 145, 'Số lượt người dự').text(540, 145, '42');
    });
    expect(shown(document)).toEqual([
      [
        ['1 Chỉ tiêu', '2 Trong kỳ', '3 Lũy kế'],
        ['1 Số văn bản', '2 6', '3 16'],
        ['1 Số hội nghị', '2 khoảng 3'],
        ['1 Số lượt người dự', '3 42'],
      ],
    ]);
  });

  it('ends where the titles of another one stand', async () => {
    const document = await read((page) => {
      page.text(50, 100, 'STT').text(90, 100, 'Họ và tên').text(300, 100, 'Điện thoại');
      page.text(50, 115, '1').text(90, 115, 'Hoàng Văn Thụ').text(300, 115, '0987000111');
      page.text(50, 130, 'Mã').text(90, 130, 'Chỉ tiêu').text(250, 130, 'ĐVT').text(330, 130, 'Trong kỳ');
      page.text(50, 145, 'A01').text(90, 145, 'Số văn bản').text(250, 145, 'văn bản').text(365, 145, '6');
    });
    expect(shown(document)).toEqual([
      [
        ['1 STT', '2 Họ và tên', '3 Điện thoại'],
        ['1 1', '2 Hoàng Văn Thụ', '3 0987000111'],
      ],
      [
        ['1 Mã', '2 Chỉ tiêu', '3 ĐVT', '4 Trong kỳ'],
        ['1 A01', '2 Số văn bản', '3 văn bản', '4 6'],
      ],
    ]);
  });

  it('leaves the first line of a name above it where the figures stand beside the last one', async () => {
    const document = await read((page) =>
      page
        .text(90, 100, 'Số mô hình, điển hình')
        .text(50, 112, '1')
        .text(90, 112, 'đăng ký')
        .text(300, 112, '3')
        .text(50, 130, '2')
        .text(90, 130, 'Trong đó: tập thể')
        .text(300, 130, '2'),
    );
    // The first line stands alone above the table that its row belongs to.
    expect(shown(document).at(-1)).toEqual([
      ['1 1', '2 đăng ký', '3 3'],
      ['1 2', '2 Trong đó: tập thể', '3 2'],
    ]);
  });

  it('puts the lines of one name together', async () => {
    const document = await read((page) =>
      page
        .text(50, 100, 'A05')
        .text(90, 100, 'Số mô hình, điển hình')
        .text(300, 100, '3')
        .text(90, 112, 'đăng ký')
        .text(50, 130, 'A06')
        .text(90, 130, 'Trong đó: tập thể')
        .text(300, 130, '2'),
    );
    expect(shown(document)).toEqual([
      [
        ['1 A05', '2 Số mô hình, điển hình đăng ký', '3 3'],
        ['1 A06', '2 Trong đó: tập thể', '3 2'],
      ],
    ]);
  });

  it('keeps apart what stands side by side above a report', async () => {
    const document = await read((page) =>
      page
        .text(50, 60, 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG')
        .text(320, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
        .text(80, 74, 'VĂN PHÒNG SỞ')
        .text(350, 74, 'Độc lập - Tự do - Hạnh phúc')
        .text(50, 120, sentence),
    );
    expect(shown(document)).toEqual([
      [
        ['1 SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', '2 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['1 VĂN PHÒNG SỞ', '2 Độc lập - Tự do - Hạnh phúc'],
      ],
      sentence,
    ]);
  });

  it('is none where a number stands before its text', async () => {
    const document = await read((page) =>
      page.text(50, 100, '1.').text(75, 100, 'Kết quả').text(50, 120, '2.').text(75, 120, 'Tồn tại'),
    );
    expect(shown(document)).toEqual(['1. Kết quả', '2. Tồn tại']);
  });
});

describe('what is no text', () => {
  it('is a scan where every page is a picture, with a stamp at most', async () => {
    expect(await codeOf(pdfOf((page) => page.picture()))).toBe('SCANNED_PDF');
    expect(
      await codeOf(
        pdfOf(
          (page) => page.picture().text(300, 100, 'Số: 12/BC-CCBVMT'),
          (page) => page.picture(),
        ),
      ),
    ).toBe('SCANNED_PDF');
    expect(await codeOf(pdfOf((page) => page.line(1, 1, 100, 1)))).toBe('SCANNED_PDF');
  });

  it('is counted where only some pages are scans', async () => {
    const document = await read(
      (page) => page.text(50, 100, sentence),
      (page) => page.picture(),
    );
    expect(shown(document)).toEqual([sentence]);
    expect(document.skipped).toEqual([{ what: 'image', why: 'scanned-page', where: null }]);
  });

  it('is counted beside text', async () => {
    const document = await read((page) => page.text(50, 100, sentence).picture());
    expect(document.skipped).toEqual([{ what: 'image', why: 'image', where: null }]);
  });

  it('is told where a scanner recognised the text', async () => {
    const document = await read((page) => page.text(50, 100, sentence, { mode: 3 }).picture());
    expect(document.recognised).toBe(true);
    expect(shown(document)).toEqual([sentence]);
  });
});

describe('what nobody sees of a page without a scan', () => {
  const hidden = [{ what: 'part', why: 'hidden-text', where: null, text: '999' }];

  it('is text that is not drawn: it is told of, and is no text', async () => {
    const document = await read((page) => page.text(50, 100, sentence).text(50, 130, '999', { mode: 3 }));
    expect(shown(document)).toEqual([sentence]);
    expect(document.skipped).toEqual(hidden);
  });

  it('is white text on white', async () => {
    const white = (page: PageBuilder) => page.operators('1 g').text(50, 130, '999').operators('0 g');
    const bare = await read((page) => white(page.text(50, 100, sentence)));
    expect(bare.skipped).toEqual(hidden);
    const filled = await read((page) =>
      white(page.text(50, 100, sentence).operators('1 g').area(40, 110, 100, 30)),
    );
    expect(filled.skipped).toEqual(hidden);
  });

  it.each<readonly [string, (page: PageBuilder) => void]>([
    ['almost white', (page) => page.operators('0.99 g').text(50, 130, '999').operators('0 g')],
    ['in the colour of what is painted below it', (page) => page.area(40, 110, 90, 30).text(50, 130, '999')],
    ['drawn as white outlines', (page) => page.operators('1 G').text(50, 130, '999', { mode: 1 })],
    [
      'white on white beside something shaded',
      (page) =>
        page
          .within(300, 100, 50, 50, (own) => own.operators('/S sh'))
          .operators('1 g')
          .text(50, 130, '999'),
    ],
    ['for clipping alone', (page) => page.text(50, 130, '999', { mode: 7 })],
    ['squeezed to a line', (page) => page.operators('1 Tz').text(50, 130, '999').operators('100 Tz')],
    ['too small to be read', (page) => page.text(50, 130, '999', { size: 0.5 })],
    ['of a layer that is switched off', (page) => page.unshown((own) => own.text(50, 130, '999'))],
  ])('is text %s', async (_, draw) => {
    const document = await read((page) => draw(page.text(50, 100, sentence)));
    expect(shown(document)).toEqual([sentence]);
    expect(document.skipped).toEqual(hidden);
  });

  it('is what a group shows that is drawn transparent as a whole', async () => {
    const part = (number: number, dictionary: string, content: string) =>
      `${number} 0 obj << ${dictionary} /Length ${content.length} >> stream\n${content}\nendstream endobj`;
    const text = (x: number, digits: string) => `BT /F 12 Tf ${x} 700 Td (${digits}) Tj ET`;
    const resources = (alpha: number) =>
      `/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ExtGState << /G << /ca ${alpha} >> >> /XObject << /X 5 0 R >> >>`;
    const group = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> ${resources(1)}`;
    const document = await readPdf(
      Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${resources(0)} >> endobj
${part(4, '', `${text(100, '12')} q /G gs /X Do Q ${text(200, '34')}`)}
${part(5, group, `/G gs ${text(112, '0')}`)}
trailer << /Root 1 0 R >>`),
    );
    expect(document.skipped).toMatchObject([{ why: 'hidden-text', text: '0' }]);
    expect(shown(document).flat(3).join(' ')).toMatch(/12 .*34/);
  });

  it('is no figure that is mirrored', async () => {
    const document = await read((page) =>
      page.text(50, 100, sentence).operators('q -1 0 0 1 200 0 cm').text(50, 130, '12').operators('Q'),
    );
    expect(shown(document)).toEqual([sentence, '\ufffd\ufffd']);
    const words = await read((page) =>
      page.text(50, 100, sentence).operators('q -1 0 0 1 200 0 cm').text(50, 130, 'mẫu').operators('Q'),
    );
    expect(shown(words)).toEqual([sentence]);
    expect(words.skipped).toMatchObject([{ why: 'turned-text' }]);
  });

  it('is no figure that is turned and stands in no cell: it is named', async () => {
    const turned = (text: string) =>
      read((page) =>
        page.text(50, 100, sentence).operators('q 0 1 -1 0 700 200 cm').text(50, 640, text).operators('Q'),
      );
    expect((await turned('120')).skipped).toMatchObject([{ why: 'turned-text' }, { why: 'turned-figure' }]);
    expect((await turned('lưu 120')).skipped).toMatchObject([{ why: 'turned-text' }]);
  });

  it('is what stands beyond the edge of the page', async () => {
    const document = await read((page) => page.text(50, 100, sentence).text(650, 130, '999'));
    expect(shown(document)).toEqual([sentence]);
    expect(document.skipped).toMatchObject([{ why: 'clipped-text' }]);
  });

  it('is no white text on something dark', async () => {
    const document = await read((page) =>
      page.text(50, 100, sentence).area(40, 110, 200, 30).operators('1 g').text(50, 130, '999'),
    );
    expect(document.skipped).toEqual([]);
    expect(shown(document).flat(3).join(' ')).toContain('999');
  });
});

describe('digits of running text that are drawn over', () => {
  const told = 'Cả quý có 31 hội nghị với 405 lượt người dự';

  it.each<readonly [string, (page: PageBuilder) => void]>([
    ['painted out and written anew', (page) => page.operators('1 g').area(95, 90, 14, 14).operators('0 g')],
    ['under a picture', (page) => page.patch(95, 90, 14, 14)],
    ['struck out', (page) => page.line(95, 97, 110, 97)],
  ])('are not known where they are %s, and all others are', async (_, draw) => {
    const plain = await read((page) => page.text(50, 100, told));
    expect(shown(plain)).toEqual([told]);
    const document = await read((page) => draw(page.text(50, 100, told)));
    expect(shown(document)).toEqual([told.replace('31', '\ufffd\ufffd')]);
  });
});

describe('an area with holes', () => {
  const ring = '40 690 200 30 re 41 691 198 28 re';

  it.each([
    ['by the rule of even and odd', `0 g ${ring} f*`],
    ['a ring around a figure', '0 g 40 700 m 40 720 80 720 80 700 c h 42 701 m 42 718 78 718 78 701 c h f*'],
    [
      'by outlines that run the other way round',
      '0 g 40 690 200 30 re 41 691 m 41 719 l 239 719 l 239 691 l h f',
    ],
  ])('covers nothing within them: %s', async (_, operators) => {
    const document = await read((page) =>
      page.text(50, 100, sentence).operators(operators).text(50, 140, '999'),
    );
    expect(document.skipped).toEqual([]);
    expect(shown(document).flat(3).join(' ')).toContain('999');
  });

  const island = '45 692 190 26 re';
  const turned = '41 691 m 41 719 l 239 719 l 239 691 l h';

  it.each([
    ['by the rule of even and odd', `0 g ${ring} ${island} f*`],
    ['by outlines that run the other way round', `0 g 40 690 200 30 re ${turned} ${island} f`],
  ])('covers what lies within another one in its hole: %s', async (_, operators) => {
    const document = await read((page) =>
      page.text(50, 100, sentence).operators(operators).text(50, 140, '999'),
    );
    expect(document.skipped).toMatchObject([{ why: 'hidden-text', text: '999' }]);
  });

  it('covers nothing within the hole of one in its hole', async () => {
    const document = await read((page) =>
      page
        .text(50, 100, sentence)
        .operators(`0 g ${ring} ${island} 46 693 188 24 re f*`)
        .text(50, 140, '999'),
    );
    expect(document.skipped).toEqual([]);
    expect(shown(document).flat(3).join(' ')).toContain('999');
  });

  it('covers what both its outlines fill', async () => {
    const document = await read((page) =>
      page.text(50, 100, sentence).operators(`0 g ${ring} f`).text(50, 140, '999'),
    );
    expect(document.skipped).toMatchObject([{ why: 'hidden-text', text: '999' }]);
  });

  it('draws the lines of a table', async () => {
    const cells = [50, 200].flatMap((x) => [700, 720, 740].map((y) => `${x + 1} ${y + 1} 148 18 re`));
    const document = await read((page) => {
      page.operators(`0 g 50 700 300 60 re ${cells.join(' ')} f*`);
      for (const [n, text] of ['Mã', 'A01', 'A02'].entries()) {
        page.text(60, 96 + 20 * n, text).text(210, 96 + 20 * n, `${n}7`);
      }
    });
    expect(shown(document)).toEqual([
      [
        ['1 Mã', '2 07'],
        ['1 A01', '2 17'],
        ['1 A02', '2 27'],
      ],
    ]);
    // By its lines, not by places.
    expect(document.blocks.some((block) => block.kind === 'table' && block.laidOut)).toBe(false);
  });
});

describe('what is put over a page', () => {
  const form = (page: PageBuilder) =>
    page.grid([40, 200, 300], [100, 120, 140]).text(50, 115, 'A03 trong quý I');

  it.each([
    '/Subtype /Widget /FT /Tx /T (a) /V (120)',
    '/Subtype /Widget /FT /Ch /T (a) /V (120) /Opt [(120)]',
  ])('is read where it stands: a field, %s', async (dictionary) => {
    const look = `${dictionary} /DA (/Helv 9 Tf 0 g)`;
    const document = await read((page) => form(page).over(210, 101, 80, 18, look));
    expect(shown(document)).toEqual([[['1 A03 trong quý I', '2 120']]]);
    expect(document.skipped).toEqual([]);
  });

  it('is told of where it has no look of its own: a text box', async () => {
    const document = await read((page) =>
      form(page).over(210, 101, 80, 18, '/Subtype /FreeText /Contents (120)'),
    );
    expect(document.skipped).toMatchObject([{ why: 'text-box' }]);
  });

  it.each([
    ['a field', 'form-field', '/Subtype /Widget /FT /Tx /T (a) /V (120)'],
    ['a list', 'form-field', '/Subtype /Widget /FT /Ch /T (a) /V [(120)] /Opt [(120)]'],
    ['handwriting', 'drawing-text', '/Subtype /Ink /InkList [[212 735 216 725]]'],
    ['a file', 'attached-file', '/Subtype /FileAttachment /FS << /F (a.xlsx) >>'],
  ])('is told of where nothing of it can be read: %s', async (_, why, dictionary) => {
    const bytes = pdfOf((page) => form(page).over(210, 101, 80, 18, dictionary));
    // Nobody is asked to draw what fields hold.
    const asked = Buffer.from(bytes).indexOf('true /DR');
    if (asked > 0) bytes.set(Buffer.from('false/DR'), asked);
    expect((await readPdf(bytes)).skipped).toMatchObject([{ why }]);
  });

  it('is no text of the report where it shows a signature', async () => {
    const sign = '/Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig /Name (120) >>';
    const document = await read((page) => form(page).over(210, 101, 80, 18, sign));
    expect(document.skipped).toMatchObject([{ why: 'signature' }]);
  });
});

describe('a pdf that is not read', () => {
  it('is damaged', async () => {
    const bytes = pdfOf((page) => page.text(50, 100, sentence));
    expect(await codeOf(bytes.slice(0, 30))).toBe('ZIP_DAMAGED');
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7'))).toBe('ZIP_DAMAGED');
  });

  it('is a form that its own program draws when it opens the file', async () => {
    const wait = (page: PageBuilder) =>
      page.text(50, 100, 'Please wait... If this message is not replaced').over(1, 1, 9, 9, '/Subtype /Text');
    const plain = Buffer.from(pdfOf(wait)).toString('latin1');
    // As long as what it stands for: the places of all that follows are written down.
    const form = plain.replace('/NeedAppearances true', '/XFA [(a) 3 0 R]     ');
    expect(await codeOf(Buffer.from(plain, 'latin1'))).toBe('read');
    expect(await codeOf(Buffer.from(form, 'latin1'))).toBe('DYNAMIC_FORM');
  });

  it('has more pages than any report', async () => {
    expect(await codeOf(pdfOf(...new Array(501).fill(() => undefined)))).toBe('ZIP_TOO_LARGE');
  });

  it('inflates to more than any report', async () => {
    const bomb = pdfOf((page) => page.operators(' '.repeat(5_000_000)));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await codeOf(bomb)).toBe('ZIP_TOO_LARGE');
  });

  it('asks how long it takes within a page, wherever drawings may mark its letters', async () => {
    let asked = 0;
    const now = () => {
      asked += 1;
      return 0;
    };
    const crossed = pdfOf((page) => page.text(50, 100, '12'.repeat(40)).line(50, 300, 90, 320));
    await readPdf(crossed, new Budget({ now, seconds: 1 }));
    expect(asked).toBeGreaterThan(80);
  });

  it('leaves the bytes as they are', async () => {
    const bytes = pdfOf((page) => page.text(50, 100, sentence));
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });
});
