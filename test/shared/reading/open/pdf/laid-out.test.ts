/** Tables without a line between their columns, or their rows: gutters and gaps tell them apart. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../../shared/reading/open/pdf/read-pdf.ts';
import { type PageBuilder, pdfOf } from './build-pdf.ts';

type Written = readonly [x: number, y: number, text: string];

/** Tables as rows of `column text`, the columns that a cell covers as `from-to`; paragraphs as their texts. */
async function shown(...pages: readonly (readonly Written[])[]): Promise<readonly unknown[]> {
  const draw = (texts: readonly Written[]) => (page: PageBuilder) => {
    for (const [x, y, text] of texts) page.text(x, y, text);
  };
  const { blocks } = await readPdf(pdfOf(...pages.map(draw)));
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows = Map.groupBy(block.cells, ({ row }) => row);
    return [...rows.values()].map((cells) =>
      cells.map(({ column, columnSpan, text, doubt }) => {
        const place = columnSpan > 1 ? `${column}-${column + columnSpan - 1}` : `${column}`;
        return `${place} ${text}${doubt ? ` (${doubt.why})` : ''}`;
      }),
    );
  });
}

const head: readonly Written[] = [
  [50, 100, 'Mã'],
  [100, 100, 'Chỉ tiêu'],
  [300, 100, 'Trong kỳ'],
  [400, 100, 'Lũy kế'],
];
/** Figures end at the right of their columns, far from the titles in the middle. */
const rows = (y: number, ...figures: readonly (readonly [string, string, string, string])[]) =>
  figures.flatMap(([code, name, value, cumulative], n): Written[] => [
    [50, y + 20 * n, code],
    [100, y + 20 * n, name],
    [370 - 5 * value.length, y + 20 * n, value],
    [470 - 5 * cumulative.length, y + 20 * n, cumulative],
  ]);
const body = rows(120, ['A01', 'Văn bản', '12', '340'], ['A02', 'Hội nghị', '8', '1.215']);
const meant = [
  ['1 Mã', '2 Chỉ tiêu', '3 Trong kỳ', '4 Lũy kế'],
  ['1 A01', '2 Văn bản', '3 12', '4 340'],
  ['1 A02', '2 Hội nghị', '3 8', '4 1.215'],
];

describe('columns', () => {
  it('are told by gutters, figures belong to the title on the side that they line up away from', async () => {
    expect(await shown([...head, ...body])).toEqual([meant]);
  });

  it('are told by figures where a line is drawn at one go, of double width too, which stay as they are', async () => {
    const typed = (one: string, other: string) =>
      [
        'Chỉ tiêu             Trong kỳ  Lũy kế',
        `Văn bản của tỉnh ${one}     340`,
        `Hội nghị                    ${other}       9`,
        `Đợt                         ${other}       7`,
      ].map((line, n): Written => [50, 100 + 20 * n, line]);
    const read = async (one: string, other: string) => {
      const [table] = await shown(typed(one, other));
      return Array.isArray(table) ? table.slice(1) : table;
    };
    const meantOf = (one: string, other: string) => [
      ['1 Văn bản của tỉnh', `2 ${one}`, '3 340'],
      ['1 Hội nghị', `2 ${other}`, '3 9'],
      ['1 Đợt', `2 ${other}`, '3 7'],
    ];
    expect(await read('1.234.567,89', '8')).toEqual(meantOf('1.234.567,89', '8'));
    expect(await read('１.２３４.５６７,８９', '８')).toEqual(meantOf('１.２３４.５６７,８９', '８'));
  });

  it('may have something written at both ends: it is under the one title', async () => {
    const day: readonly Written[] = [
      [50, 160, 'B01'],
      [100, 160, 'Ngày ban hành'],
      [295, 160, '01/03/2024'],
    ];
    expect(await shown([...head, ...body, ...day])).toEqual([
      [...meant, ['1 B01', '2 Ngày ban hành', '3 01/03/2024']],
    ]);
  });

  it('are told from two parts with the same titles together', async () => {
    const second = rows(60, ['A03', 'Lượt người', '5', '7']);
    const again = head.map(([x, , text]): Written => [x, 40, text]);
    expect(await shown([...head, ...body], [...again, ...second])).toEqual([
      [...meant, meant[0], ['1 A03', '2 Lượt người', '3 5', '4 7']],
    ]);
  });
});

describe('titles', () => {
  it('of two lines are one, wherever their first line stands alone', async () => {
    const wrapped: readonly Written[] = [...head.slice(0, 3), [395, 94, 'Lũy kế từ'], [395, 106, 'đầu năm']];
    const [first, ...more] = (await shown([
      ...wrapped,
      ...rows(126, ['A01', 'Một', '12', '340'], ['A02', 'Hai', '8', '1.215']),
    ])) as [string[][]];
    expect(first[0]).toEqual(['1 Mã', '2 Chỉ tiêu', '3 Trong kỳ', '4 Lũy kế từ đầu năm']);
    expect(more).toEqual([]);
  });

  it('that go over several stand in a row above them', async () => {
    const grouped: readonly Written[] = [
      [50, 100, 'Mã'],
      [100, 100, 'Chỉ tiêu'],
      [325, 100, 'Kết quả thực hiện'],
      [300, 122, 'Trong kỳ'],
      [400, 122, 'Lũy kế'],
    ];
    const [table] = (await shown([
      ...grouped,
      ...rows(144, ['A01', 'Một', '12', '340'], ['A02', 'Hai', '8', '1.215']),
    ])) as [string[][]];
    expect(table).toEqual([
      ['1 Mã', '2 Chỉ tiêu', '3-4 Kết quả thực hiện'],
      ['3 Trong kỳ', '4 Lũy kế'],
      ['1 A01', '2 Một', '3 12', '4 340'],
      ['1 A02', '2 Hai', '3 8', '4 1.215'],
    ]);
  });
});

describe('rows', () => {
  it('stand further apart than the lines of one name, wherever the figures stand beside it', async () => {
    const names: readonly Written[] = [
      [100, 120, 'Hội nghị'],
      [100, 132, 'Quán triệt'],
      [50, 132, 'A01'],
      [360, 132, '12'],
      [455, 132, '340'],
      [50, 152, 'A02'],
      [100, 152, 'Văn bản'],
      [100, 164, 'Kế hoạch'],
      [365, 152, '8'],
      [445, 152, '1.215'],
    ];
    expect(await shown([...head, ...names])).toEqual([
      [
        meant[0],
        ['1 A01', '2 Hội nghị Quán triệt', '3 12', '4 340'],
        ['1 A02', '2 Văn bản Kế hoạch', '3 8', '4 1.215'],
      ],
    ]);
  });

  it('go on at the top of the next page where nothing begins as a name does', async () => {
    const first: readonly Written[] = [
      ...head,
      ...rows(120, ['A01', 'Một', '12', '340'], ['A02', 'Hội nghị', '8', '215']),
    ];
    const second: readonly Written[] = [[100, 40, 'toàn tỉnh'], ...rows(60, ['A03', 'Ba', '5', '7'])];
    const [table] = (await shown(first, second)) as [string[][]];
    expect(table.slice(2)).toEqual([
      ['1 A02', '2 Hội nghị toàn tỉnh', '3 8', '4 215'],
      ['1 A03', '2 Ba', '3 5', '4 7'],
    ]);
  });

  it('are told by gaps within a grid that has lines between its columns alone', async () => {
    const { blocks } = await readPdf(
      pdfOf((page) => {
        for (const x of [45, 95, 290, 390, 480]) page.line(x, 105, x, 180);
        for (const [x, y, text] of rows(
          120,
          ['A01', 'Văn bản', '12 ha', '340 ha'],
          ['A02', 'Hội nghị', '8 ha', '15 ha'],
        ))
          page.text(x, y, text);
        page.text(100, 152, 'toàn tỉnh');
      }),
    );
    const [table] = blocks;
    const names = table?.kind === 'table' ? table.cells.filter(({ column }) => column === 2) : [];
    expect(names.map(({ row, text }) => `${row} ${text}`)).toEqual(['1 Văn bản', '2 Hội nghị toàn tỉnh']);
  });
});
