import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../../shared/reading/open/pdf/read-pdf.ts';
import { type PageBuilder, pdfOf } from './build-pdf.ts';

/** Tables as rows of `column text`, paragraphs as their texts. */
async function shown(...pages: readonly ((page: PageBuilder) => void)[]): Promise<readonly unknown[]> {
  const { blocks } = await readPdf(pdfOf(...pages));
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows = Map.groupBy(block.cells, ({ row }) => row);
    return [...rows.values()].map((cells) => cells.map(({ column, text }) => `${column} ${text}`));
  });
}

const places = [60, 160, 260, 360];
const table = [
  ['Mã', 'Chỉ tiêu', 'Trong kỳ', 'Lũy kế'],
  ['A01', 'Văn bản', '12', '340'],
  ['A02', 'Hội nghị', '8', '215'],
  ['A03', 'Lượt người', '1.040', '1.250'],
];
const meant = [table.map((row) => row.map((text, n) => `${n + 1} ${text}`))];

function texts(page: PageBuilder): void {
  table.forEach((row, n) => {
    row.forEach((text, m) => {
      page.text(places[m] ?? 0, 113 + 20 * n, text);
    });
  });
}

const columns = [50, 150, 250, 350, 450];
const levels = [100, 120, 140, 160, 180];

describe('a table of which only some lines are drawn is laid out by the words', () => {
  it('with upright lines and a frame', async () => {
    const page = (each: PageBuilder) => {
      texts(each);
      each.grid(columns, [100, 120, 180]);
    };
    expect(await shown(page)).toEqual(meant);
  });

  it('with upright lines alone', async () => {
    const uprights = (page: PageBuilder) => {
      texts(page);
      for (const x of columns) page.line(x, 100, x, 180);
    };
    expect(await shown(uprights)).toEqual(meant);
  });

  it('with level lines and upright ones in the head alone', async () => {
    const head = (page: PageBuilder) => {
      texts(page);
      page.grid(columns, [100, 120]).grid([50, 450], levels);
    };
    expect(await shown(head)).toEqual(meant);
  });

  it('with a frame and a line below the head', async () => {
    const page = (each: PageBuilder) => {
      texts(each);
      each.grid([50, 450], [100, 120, 180]);
    };
    expect(await shown(page)).toEqual(meant);
  });

  it('with three level lines and one upright', async () => {
    const book = (page: PageBuilder) => {
      texts(page);
      for (const y of [100, 120, 180]) page.line(50, y, 450, y);
      page.line(150, 100, 150, 180);
    };
    expect(await shown(book)).toEqual(meant);
  });

  it('with lines drawn dot by dot, which are lines between rows', async () => {
    const dotted = (page: PageBuilder) => {
      for (const x of [50, 150, 250]) for (let y = 100; y < 180; y += 2) page.area(x, y, 1, 1);
      for (const y of [100, 120, 150, 180]) for (let x = 50; x < 250; x += 2) page.area(x, y, 1, 1);
      page.text(60, 113, 'Chỉ tiêu').text(160, 113, 'Trong kỳ').text(60, 132, 'Văn bản').text(160, 132, '12');
      page.text(60, 144, 'Chỉ đạo').text(60, 164, 'Hội nghị').text(160, 164, '8');
    };
    expect(await shown(dotted)).toEqual([
      [
        ['1 Chỉ tiêu', '2 Trong kỳ'],
        ['1 Văn bản\nChỉ đạo', '2 12'],
        ['1 Hội nghị', '2 8'],
      ],
    ]);
  });
});

describe('text that is turned', () => {
  const upwards = (x: number, y: number, page: PageBuilder, text: string) => {
    // Each letter is half as wide as it is high.
    [...text].forEach((letter, n) => {
      page.operators(`q 0 1 -1 0 ${x} ${842 - y + 5 * n} cm 1 0 0 1 0 ${-842} cm`);
      page.text(0, 0, letter).operators('Q');
    });
  };

  it('is read along its own line in a cell', async () => {
    const page = (each: PageBuilder) => {
      each.grid([50, 150, 180], [100, 160, 180]).text(60, 150, 'Mã').text(60, 175, 'A01').text(160, 175, '6');
      upwards(168, 158, each, 'Trong kỳ');
    };
    expect(await shown(page)).toEqual([
      [
        ['1 Mã', '2 Trong kỳ'],
        ['1 A01', '2 6'],
      ],
    ]);
  });

  it('is no row of what stands beside it', async () => {
    const axis = (page: PageBuilder) => {
      for (let n = 0; n < 8; n += 1) page.text(100, 200 + 20 * n, String(50 * (7 - n)));
      for (let n = 0; n < 6; n += 1) page.text(130 + 50 * n, 355, String(2001 + n));
      upwards(80, 340, page, 'Number of files');
    };
    expect((await shown(axis)).every((block) => typeof block === 'string')).toBe(true);
  });

  it('makes a page that lies on its side be read as it stands', async () => {
    const sideways = (page: PageBuilder) => {
      page.operators('q 0 1 -1 0 842 0 cm');
      texts(page);
      page.grid(columns, levels).operators('Q');
    };
    expect(await shown(sideways)).toEqual(meant);
  });
});

describe('words and figures stay whole', () => {
  it('where one letter is drawn in another place that is seen whole', async () => {
    const page = (each: PageBuilder) => {
      each.text(50, 100, 'Tỷ lệ hồ sơ đã giải quyết').text(300, 100, '98');
      each.within(0, 0, 595, 842, (whole) => whole.text(310, 100, '.')).text(315, 100, '08');
    };
    expect(await shown(page)).toEqual(['Tỷ lệ hồ sơ đã giải quyết', '98.08']);
  });

  it('where blanks are drawn over them', async () => {
    const page = (each: PageBuilder) => each.text(50, 100, 'Số hội nghị: 1250').text(115, 100, '    ');
    expect(await shown(page)).toEqual(['Số hội nghị: 1250']);
  });

  it('in a title that a narrow column breaks', async () => {
    const page = (each: PageBuilder) => {
      each.grid([50, 150, 172], [100, 140, 160]).text(60, 125, 'Chỉ tiêu').text(60, 155, 'Văn bản');
      each.text(153, 115, 'Lũy').text(153, 127, 'kế').text(155, 155, '6');
    };
    expect(await shown(page)).toEqual([
      [
        ['1 Chỉ tiêu', '2 Lũy kế'],
        ['1 Văn bản', '2 6'],
      ],
    ]);
  });
});

describe('what is no table', () => {
  it('is prose in two columns, read one after the other', async () => {
    const left = [
      'The year began with rain and ended',
      'with more of it so that the roads',
      'were closed for weeks on end',
    ];
    const right = [
      'of every unit had been counted by',
      'hand and nobody knew what the next',
      'year would bring to all of them',
    ];
    const page = (each: PageBuilder) => {
      left.forEach((text, n) => {
        each.text(50, 100 + 13 * n, text).text(310, 100 + 13 * n, right[n] ?? '');
      });
    };
    expect(await shown(page)).toEqual([left.join(' '), right.join(' ')]);
  });

  it('is one row by itself', async () => {
    const page = (each: PageBuilder) => {
      each.text(50, 100, 'Đơn vị báo cáo').text(300, 100, 'Kỳ báo cáo');
      each.text(50, 112, 'của tỉnh').text(300, 112, 'quý một');
    };
    expect((await shown(page)).every((block) => typeof block === 'string')).toBe(true);
  });

  it("is a page's foot with something beside it", async () => {
    const page = (each: PageBuilder) => each.text(50, 800, 'Báo cáo năm của văn phòng').text(500, 800, '115');
    expect(await shown(page)).toEqual(['Báo cáo năm của văn phòng', '115']);
  });
});

describe('a row of words alone', () => {
  it('is one of its own where it begins in the first column', async () => {
    const page = (each: PageBuilder) => {
      const rows = [...table.slice(0, 3), ['D01', 'Tổng kết', 'Chưa có', ''], table[3] ?? []];
      rows.forEach((row, n) => {
        row.forEach((text, m) => {
          each.text(places[m] ?? 0, 100 + 13 * n + (n > 3 ? 6 : 0), text);
        });
      });
    };
    expect((await shown(page))[0]).toContainEqual(['1 D01', '2 Tổng kết', '3 Chưa có']);
  });
});

describe('a table of typewritten lines', () => {
  it('has a column for each figure, dots and dashes are none', async () => {
    const lines = [
      'Tỷ lệ          1.0   1.1   1.2   1.3',
      '------------------------------------',
      '0.99 ......... 800 880 960 1,040',
      '0.95 ......... 160 176 192   208',
    ];
    const page = (each: PageBuilder) => {
      lines.forEach((text, n) => {
        each.text(50, 100 + 12 * n, text);
      });
    };
    expect(await shown(page)).toEqual([
      [
        ['1 Tỷ lệ', '2 1.0', '3 1.1', '4 1.2', '5 1.3'],
        ['1 0.99', '2 800', '3 880', '4 960', '5 1,040'],
        ['1 0.95', '2 160', '3 176', '4 192', '5 208'],
      ],
    ]);
  });
});

describe('over pages', () => {
  it('a row that is cut goes on though one of its cells begins with a capital', async () => {
    const [first, second] = [
      (page: PageBuilder) =>
        page
          .grid(columns, [780, 800, 820])
          .text(60, 795, 'Mã')
          .text(160, 795, 'Chỉ tiêu')
          .text(360, 795, 'Trong kỳ')
          .text(60, 815, 'D03')
          .text(160, 815, 'Sơ kết')
          .text(360, 815, 'Chưa có hướng'),
      (page: PageBuilder) => page.grid(columns, [40, 60]).text(160, 55, 'Kết luận').text(360, 55, 'dẫn'),
    ];
    expect(await shown(first, second)).toEqual([
      [
        ['1 Mã', '2 Chỉ tiêu', '4 Trong kỳ'],
        ['1 D03', '2 Sơ kết Kết luận', '4 Chưa có hướng dẫn'],
      ],
    ]);
  });

  it('a first row of figures that comes again is no title', async () => {
    const page = (each: PageBuilder) =>
      each
        .grid([50, 150, 250], [100, 120, 140])
        .text(60, 115, 'Một')
        .text(160, 115, '5')
        .text(60, 135, 'Hai')
        .text(160, 135, '6');
    expect(await shown(page, page)).toEqual([
      [
        ['1 Một', '2 5'],
        ['1 Hai', '2 6'],
        ['1 Một', '2 5'],
        ['1 Hai', '2 6'],
      ],
    ]);
  });

  it('columns go on where the rows stand at the same places', async () => {
    const left = (page: PageBuilder) => {
      page.grid([50, 150, 350], levels.concat(200));
      ['Mã', 'A01', 'A02', 'A03', 'A04'].forEach((text, n) => {
        page.text(60, 113 + 20 * n, text).text(160, 113 + 20 * n, `Việc ${text}`);
      });
    };
    const right = (page: PageBuilder) => {
      page.grid([50, 120], levels.concat(200)).line(85, 100, 85, 200);
      ['Kỳ', '1', '2', '3', '4'].forEach((text, n) => {
        page.text(60, 113 + 20 * n, text);
      });
    };
    expect((await shown(left, right))[0]).toContainEqual(['1 A02', '2 Việc A02', '3 2']);
  });
});

describe('what is read of the file', () => {
  it('is no scan on a last page of few letters without a picture', async () => {
    const words = 'Chi cục đã tổ chức quán triệt nghị quyết đến toàn thể công chức.';
    const { skipped } = await readPdf(
      pdfOf(
        (page) => page.text(50, 100, words).picture(),
        (page) => page.text(50, 100, 'Người ký'),
      ),
    );
    expect(skipped.map(({ why }) => why)).toEqual(['image']);
  });

  it('is no bomb where a packed stream happens to begin as packed data does', async () => {
    expect(await shown((page) => page.operators('x\u0001 w').text(50, 100, 'Báo cáo'))).toEqual(['Báo cáo']);
  });
});
