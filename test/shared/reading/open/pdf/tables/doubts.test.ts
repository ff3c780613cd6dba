import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../../../shared/reading/open/pdf/read-pdf.ts';
import { placeInColumns } from '../../../../../../shared/reading/open/pdf/tables/columns.ts';
import { doubtsOf } from '../../../../../../shared/reading/open/pdf/tables/doubts.ts';
import { segmentOf, type Word } from '../../../../../../shared/reading/open/pdf/words.ts';
import { type PageBuilder, pdfOf } from '../build-pdf.ts';

/** The doubts about cells of all tables: `row.column why`. */
async function doubts(...pages: readonly ((page: PageBuilder) => void)[]): Promise<readonly string[]> {
  const { blocks } = await readPdf(pdfOf(...pages));
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.flatMap(({ row, column, doubt }) => (doubt ? [`${row}.${column} ${doubt.why}`] : []))
      : [],
  );
}

const columns = [50, 100, 300, 400, 500];
const figures = [
  ['6', '16'],
  ['142', '1.250'],
] as const;

/** Two rows below titles, with lines around all cells. */
function drawn(page: PageBuilder): PageBuilder {
  page.grid(columns, [100, 120, 160, 200]);
  page.text(60, 115, 'Mã').text(110, 115, 'Chỉ tiêu').text(310, 115, 'Trong kỳ').text(410, 115, 'Lũy kế');
  figures.forEach(([value, cumulative], n) => {
    const y = 135 + 40 * n;
    page
      .text(60, y, `A0${n + 1}`)
      .text(110, y, 'Số hội nghị')
      .text(310, y, value)
      .text(410, y, cumulative);
  });
  return page;
}

/** The same without any line; `titles` at these places. */
function bare(page: PageBuilder, titles: readonly [number, string][]): PageBuilder {
  for (const [x, title] of titles) page.text(x, 100, title);
  figures.forEach(([value, cumulative], n) => {
    const y = 115 + 15 * n;
    page.text(50, y, `A0${n + 1}`).text(110, y, 'Số hội nghị');
    page.text(340 - 5 * value.length, y, value).text(440 - 5 * cumulative.length, y, cumulative);
  });
  return page;
}

const titles: readonly [number, string][] = [
  [50, 'Mã'],
  [110, 'Chỉ tiêu'],
  [305, 'Trong kỳ'],
  [410, 'Lũy kế'],
];

describe('a cell with lines around it is in doubt', () => {
  it('never where one figure stands in it', async () => {
    expect(await doubts((page) => drawn(page))).toEqual([]);
  });

  it('where two figures stand in it, one below the other or beside it', async () => {
    expect(await doubts((page) => drawn(page).text(310, 190, '350'))).toEqual(['3.3 figures']);
    expect(await doubts((page) => drawn(page).text(350, 175, '350'))).toEqual(['3.3 figures']);
  });

  it('never for a number with a narrow space in it', async () => {
    expect(await doubts((page) => drawn(page).text(410, 195, '1 250'))).toEqual(['3.4 figures']);
    const page = (each: PageBuilder) =>
      each
        .grid(columns, [100, 120, 160])
        .text(60, 115, 'Mã')
        .text(60, 135, 'A01')
        .operators('-2 Tw')
        .text(310, 135, '1 250');
    expect(await doubts(page)).toEqual([]);
  });

  it('where its figure stands on the border', async () => {
    expect(await doubts((page) => drawn(page).text(387, 195, '12345'))).toContain('3.3 figures');
    expect(
      await doubts((page) => {
        page.grid(columns, [100, 120, 160]);
        page.text(60, 115, 'Mã').text(310, 115, 'Trong kỳ').text(60, 135, 'A01').text(385, 135, '12345');
      }),
    ).toEqual(['2.3 column']);
  });

  it('where a raised digit stands beside the figure', async () => {
    expect(await doubts((page) => drawn(page).text(165, 131, '1', { size: 6 }))).toEqual([]);
    expect(await doubts((page) => drawn(page).text(420, 131, '1', { size: 6 }))).toEqual(['2.4 raised']);
  });

  it('where the figure is struck out, or something is painted over it', async () => {
    expect(await doubts((page) => drawn(page).line(309, 132, 316, 132))).toEqual(['2.3 struck']);
    expect(await doubts((page) => drawn(page).line(304, 132, 386, 132))).toEqual(['2.3 struck']);
    expect(await doubts((page) => drawn(page).line(20, 132, 560, 132))).toContain('3.4 struck');
    expect(await doubts((page) => drawn(page).line(309, 136, 316, 136))).toEqual([]);
    expect(await doubts((page) => drawn(page).area(308, 124, 12, 14))).toEqual(['2.3 covered']);
    expect(await doubts((page) => drawn(page.area(308, 124, 12, 14)))).toEqual([]);
  });

  it('where the figure is crossed out, by a stroke or a curve, also one that is put over the page', async () => {
    expect(await doubts((page) => drawn(page).line(307, 138, 317, 124))).toEqual(['2.3 struck']);
    const curve = '307 706 m 312 720 312 700 318 715 c S';
    expect(await doubts((page) => drawn(page).operators(curve))).toEqual(['2.3 struck']);
    const strike = '/Subtype /StrikeOut /C [1 0 0] /QuadPoints [308 717 320 717 308 703 320 703]';
    expect(await doubts((page) => drawn(page).over(308, 122, 12, 14, strike))).toEqual(['2.3 struck']);
    expect(await doubts((page) => drawn(page).line(330, 138, 340, 124))).toEqual([]);
  });

  it('where a picture is put over the figure', async () => {
    expect(await doubts((page) => drawn(page).patch(306, 122, 20, 16))).toEqual(['2.3 covered']);
    expect(await doubts((page) => drawn(page).patch(300, 110, 60, 75))).toContain('2.3 covered');
    expect(await doubts((page) => drawn(page.patch(306, 122, 20, 16)))).toEqual([]);
  });

  it('where a digit of it is raised or smaller than those beside it, and never for the shadow of one', async () => {
    const figure = (more: (page: PageBuilder) => void) => (page: PageBuilder) => {
      page.grid(columns, [100, 120, 160]).text(60, 115, 'Mã').text(310, 115, 'Trong kỳ').text(60, 135, 'A01');
      more(page.text(310, 135, '12'));
    };
    expect(await doubts(figure((page) => page.text(320, 132, '3')))).toEqual(['2.3 raised']);
    expect(await doubts(figure((page) => page.text(320, 135, '3', { size: 6 })))).toEqual(['2.3 raised']);
    expect(await doubts(figure((page) => page.text(320, 135, ',').text(325, 131, '3', { size: 6 })))).toEqual(
      ['2.3 raised'],
    );
    expect(await doubts(figure((page) => page.text(311, 135.5, '12')))).toEqual([]);
    expect(await doubts(figure((page) => page.text(312.5, 135, '34')))).toEqual(['2.3 covered']);
    const tight = (page: PageBuilder) => {
      page.operators('-2.9 Tc').text(410, 135, '1120').operators('0 Tc');
    };
    expect(await doubts(figure(tight))).toEqual(['2.4 covered']);
  });

  it('where its digits are pictures', async () => {
    const written = (font: string) => (page: PageBuilder) => drawn(page).text(310, 195, '7', { font });
    expect(await doubts(written('Wingdings-Regular'))).toEqual(['3.3 pictures']);
  });

  it('where a stroke like a minus is drawn before the figure, and no edge of a cell or piece of a line', async () => {
    expect(await doubts((page) => drawn(page).line(303, 132, 308, 132))).toEqual(['2.3 minus']);
    expect(await doubts((page) => drawn(page).area(303, 131.5, 5, 1))).toEqual(['2.3 minus']);
    // At the edge of a cell, below the line, too far off, one of the dots of a line.
    expect(await doubts((page) => drawn(page).line(300, 132, 305, 132))).toEqual([]);
    expect(await doubts((page) => drawn(page).line(303, 137, 308, 137))).toEqual([]);
    const figure = (page: PageBuilder) => drawn(page).text(360, 135, '5');
    const before = await doubts(figure);
    expect(await doubts((page) => figure(page).line(340, 132, 345, 132))).toEqual(before);
    const dotted = (page: PageBuilder) => {
      drawn(page);
      for (let x = 318; x < 440; x += 7) page.line(x, 132, x + 4, 132);
    };
    expect(await doubts(dotted)).not.toContain('2.4 minus');
  });

  it('where a part of the figure is not seen', async () => {
    const cut = await doubts((page) =>
      page
        .grid(columns, [100, 120, 160])
        .text(60, 115, 'Mã')
        .text(60, 135, 'A01')
        .within(300, 120, 100, 40, (cell) => cell.text(385, 135, '12345')),
    );
    expect(cut).toEqual(['2.3 covered']);
  });

  it('where a part of the figure is not seen that is written digit by digit', async () => {
    const byDigits = (left: number, digits: string) =>
      doubts((page) =>
        page
          .grid(columns, [100, 120, 160])
          .text(60, 115, 'Mã')
          .text(60, 135, 'A01')
          .within(320, 120, 70, 40, (cell) => {
            for (const [n, digit] of [...digits].entries()) cell.text(left + 5 * n, 135, digit);
          }),
      );
    expect(await byDigits(380, '12345')).toEqual(['2.3 covered']);
    expect(await byDigits(309, '12345')).toEqual(['2.3 covered']);
    expect(await byDigits(350, '12345')).toEqual([]);
  });

  it('where a line of its text is not seen', async () => {
    const cut = await doubts((page) =>
      page
        .grid(columns, [100, 120, 160])
        .text(60, 115, 'Mã')
        .text(60, 135, 'D01')
        .within(300, 120, 100, 40, (cell) => cell.text(310, 135, 'Chưa có').text(310, 170, 'hướng dẫn')),
    );
    expect(cut).toEqual(['2.3 covered']);
  });

  it('where a text runs into the next row', async () => {
    const over = await doubts((page) => drawn(page).text(310, 168, 'lượt'));
    expect(over).toEqual(['3.3 row']);
  });

  it('where its text is turned in two ways', async () => {
    const turned = 'BT /F0 10 Tf 0 1 -1 0 460 660 Tm <2122> Tj ET';
    expect(await doubts((page) => drawn(page).operators(turned))).toEqual(['3.4 turned']);
  });

  it('where its text stands on its head, or at a slant in that cell alone', async () => {
    const at = (matrix: string, text: string) => `BT /F0 10 Tf ${matrix} Tm <${text}> Tj ET`;
    const alone = (page: PageBuilder, operators: string) =>
      page
        .grid([50, 100, 300, 400], [100, 120, 160])
        .text(60, 115, 'Mã')
        .text(110, 115, 'Trong kỳ')
        .text(60, 135, 'A01')
        .operators(operators);
    expect(await doubts((page) => alone(page, at('-1 0 0 -1 140 700', '3136')))).toEqual(['2.2 turned']);
    expect(await doubts((page) => alone(page, at('0.98 0.2 -0.2 0.98 140 700', '3136')))).toEqual([
      '2.2 turned',
    ]);
    const across = at('0.9 0.4 -0.4 0.9 60 690', '31'.repeat(30));
    expect(await doubts((page) => alone(page, across))).toEqual([]);
  });
});

describe('a cell without lines is in doubt', () => {
  it('never where every column of figures has its title', async () => {
    expect(await doubts((page) => bare(page, titles))).toEqual([]);
  });

  it('where a title stands over the figures of another column', async () => {
    const shifted = titles.map(([x, text]): [number, string] => [text === 'Trong kỳ' ? 410 : x, text]);
    expect(await doubts((page) => bare(page, shifted.slice(0, 3)))).toContain('2.3 column');
  });

  it('never where short figures stand beside the title that long ones stand under', async () => {
    const page = (each: PageBuilder) => {
      each.text(50, 100, 'Mã').text(110, 100, 'Chỉ tiêu').text(293, 100, 'Trong kỳ').text(410, 100, 'Lũy kế');
      ['6', '1.250', '7', '8'].forEach((figure, n) => {
        const y = 115 + 15 * n;
        each
          .text(50, y, `A0${n + 1}`)
          .text(110, y, 'Số hội nghị')
          .text(345 - 5 * figure.length, y, figure);
        each.text(435, y, '9');
      });
    };
    expect(await doubts(page)).toEqual([]);
  });

  it('where a part of its figure is not seen', async () => {
    const cut = (page: PageBuilder) =>
      bare(page, titles)
        .within(300, 135, 35, 20, (cell) => cell.text(325, 145, '777'))
        .text(50, 145, 'A03');
    expect(await doubts(cut)).toEqual(['4.3 covered']);
  });

  it('where it is a title beside figures, and other figures have none', async () => {
    const beside: readonly [number, string][] = [...titles.slice(0, 2), [375, 'Trong kỳ']];
    expect(await doubts((page) => bare(page, beside))).toEqual(['1.4 column', '2.3 column', '3.3 column']);
  });

  it('where no title stands over its figures', async () => {
    expect(await doubts((page) => bare(page, []))).toEqual([
      '1.3 column',
      '1.4 column',
      '2.3 column',
      '2.4 column',
    ]);
  });

  it('where its text may go on in a row of its own', async () => {
    const loose = (third: string) => (page: PageBuilder) => {
      bare(page, titles).text(110, 142, third);
      page
        .text(50, 154, 'A03')
        .text(110, 154, 'Số tin, bài, tài liệu')
        .text(335, 154, '7')
        .text(435, 154, '9');
    };
    expect(await doubts(loose('Việc'))).toEqual(['3.2 row', '4.2 row']);
    expect(await doubts(loose('quán triệt'))).toEqual([]);
  });

  it('where nothing in its table names a row', async () => {
    const nameless = (page: PageBuilder) => {
      page.grid([50, 150, 250], [100, 120, 140, 160]);
      page.text(60, 115, 'Trong kỳ').text(160, 115, 'Lũy kế');
      page.text(60, 135, '6').text(160, 135, '16').text(60, 155, '3').text(160, 155, '5');
    };
    expect(await doubts(nameless)).toEqual(['2.1 row', '2.2 row', '3.1 row', '3.2 row']);
  });
});

describe('the second reading', () => {
  const word = (text: string, left: number): Word => {
    const place = { left, right: left + 5 * text.length, baseline: 100, size: 10 };
    return { text, runs: [{ text, font: null }], ...place, bold: false, mark: null };
  };
  const cell = (row: number, column: number, text: string, left: number) => {
    return { row, column, columnSpan: 1, page: 1, segments: [segmentOf([word(text, left)])] };
  };

  it('finds the figure that stands in the lane of another column', () => {
    const titles = [cell(1, 1, 'Mã', 50), cell(1, 2, 'Kỳ', 200), cell(1, 3, 'Lũy kế', 300)];
    const rows = [2, 3].flatMap((row) => [
      cell(row, 1, 'A', 50),
      cell(row, 2, '1250', 200),
      cell(row, 3, '1250', 300),
    ]);
    expect(doubtsOf([...titles, ...rows]).size).toBe(0);
    const stray = cell(4, 2, '12', 305);
    expect([...doubtsOf([...titles, ...rows, stray]).keys()]).toContain(stray);
  });

  it('takes two columns that no line fills both for one where a figure reaches into both', () => {
    const line = (...words: Word[]) => ({ baseline: 100, segments: words.map((each) => segmentOf([each])) });
    const placed = placeInColumns([
      line(word('Số tin', 50), word('12345', 202)),
      line(word('Văn bản', 50), word('6', 200)),
      line(word('Hội nghị', 50), word('8', 220)),
    ]);
    expect(placed?.map((pieces) => pieces.map(({ from, to }) => `${from}-${to}`))).toEqual([
      ['1-1', '2-2'],
      ['1-1', '2-2'],
      ['1-1', '2-2'],
    ]);
  });
});
