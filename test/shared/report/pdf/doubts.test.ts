import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../shared/report/pdf/read-pdf.ts';
import { type PageBuilder, pdfOf } from './build-pdf.ts';

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

/** Three rows with lines around all cells. */
function drawn(page: PageBuilder, figures: readonly (readonly [string, string])[]): void {
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
}

describe('a cell is in doubt', () => {
  it('where two figures stand in it, one below the other', async () => {
    const figures = [
      ['6', '6'],
      ['142', '142'],
    ] as const;
    expect(await doubts((page) => drawn(page, figures))).toEqual([]);
    expect(
      await doubts((page) => {
        drawn(page, figures);
        page.text(310, 190, '350');
      }),
    ).toEqual(['3.3 figures']);
  });
});
