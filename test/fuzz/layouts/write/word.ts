import {
  AlignmentType,
  BorderStyle,
  Document,
  type IBorderOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import type { Draft, DraftCell, Grid } from '../draft.ts';

const twipsALetter = 110;
const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

export async function wordOf({ before, grids, after }: Draft): Promise<Uint8Array> {
  const paragraph = (text: string) => new Paragraph({ text });
  const children = [
    ...before.map(paragraph),
    ...grids.flatMap((grid) => [tableOf(grid), new Paragraph('')]),
    ...after.map(paragraph),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function tableOf(grid: Grid): Table {
  const { columns, rows, headerRows } = grid;
  return new Table({
    columnWidths: columns.map((letters) => letters * twipsALetter),
    borders: bordersOf(grid),
    rows: rows.map(
      (_, r) =>
        new TableRow({
          tableHeader: r < headerRows,
          children: filled(grid, r).map((cell) => cellOf(cell, columns)),
        }),
    ),
  });
}

/** Cells for each place in the row but those that a cell above covers: the library writes those itself. */
function filled({ columns, rows }: Grid, r: number): readonly (DraftCell | number)[] {
  const row = rows[r] ?? [];
  const covers = (cell: DraftCell, column: number) =>
    cell.column <= column && column < cell.column + cell.columnSpan;
  return columns.flatMap((_, column): readonly (DraftCell | number)[] => {
    const own = row.find((cell) => covers(cell, column));
    if (own) return own.column === column ? [own] : [];
    const above = rows
      .slice(0, r)
      .some((each, at) => each.some((cell) => covers(cell, column) && at + cell.rowSpan > r));
    return above ? [] : [column];
  });
}

function cellOf(cell: DraftCell | number, columns: readonly number[]): TableCell {
  if (typeof cell === 'number') {
    const width = { size: (columns[cell] ?? 1) * twipsALetter, type: WidthType.DXA };
    return new TableCell({ width, children: [new Paragraph('')] });
  }
  const { text, bold, align, rowSpan, columnSpan, column, turned } = cell;
  const letters = columns.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0);
  return new TableCell({
    rowSpan,
    columnSpan,
    width: { size: letters * twipsALetter, type: WidthType.DXA },
    ...(turned && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
    children: [new Paragraph({ alignment: alignments[align], children: [new TextRun({ text, bold })] })],
  });
}

function bordersOf({ rules }: Grid) {
  const drawn: IBorderOptions = {
    style: rules === 'dotted' ? BorderStyle.DOTTED : BorderStyle.SINGLE,
    size: 4,
  };
  const none: IBorderOptions = { style: BorderStyle.NONE };
  const [levels, uprights] = [rules !== 'none' && rules !== 'columns', rules !== 'none' && rules !== 'rows'];
  return {
    top: levels ? drawn : none,
    bottom: levels ? drawn : none,
    insideHorizontal: levels && rules !== 'head' ? drawn : none,
    left: uprights ? drawn : none,
    right: uprights ? drawn : none,
    insideVertical: uprights && rules !== 'head' ? drawn : none,
  };
}
