import { expect, it } from 'vitest';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { withPlainLetters } from '../../../../shared/reading/understand/lookalikes.ts';
import { buildWorkbook } from '../open/xlsx/build-workbook.ts';

it('a cell of a workbook keeps its place, its merge and its neighbours where its letters are replaced', async () => {
  const rows =
    '<row r="3"><c r="B3" t="inlineStr"><is><t>Ƣu tiên</t></is></c><c r="D3"><v>12.5</v></c></row>';
  const after = '<mergeCells><mergeCell ref="B3:C4"/></mergeCells>';
  const { document } = withPlainLetters(
    await openDocument(buildWorkbook({ sheets: [{ name: 'S', rows, after }] })),
  );
  const [table] = document.blocks;
  const cells: unknown = JSON.parse(JSON.stringify(table?.kind === 'table' ? table.cells : []));
  expect(cells).toEqual([
    { text: 'Ưu tiên', row: 3, column: 2, rowSpan: 2, columnSpan: 2, source: { sheet: 'S', cell: 'B3' } },
    {
      text: '12.5',
      number: 12.5,
      row: 3,
      column: 4,
      rowSpan: 1,
      columnSpan: 1,
      source: { sheet: 'S', cell: 'D3' },
    },
  ]);
});
