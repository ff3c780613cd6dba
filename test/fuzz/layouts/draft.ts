/** A description → paragraphs and grids of cells, which is what every writer puts on paper in its own way. */
import { writeNumber } from '../../../shared/reading/understand/numbers.ts';
import type { ColumnKind, Description, Row } from './description.ts';
import { sectionOf, type sections } from './task.ts';

export interface DraftCell {
  /** From 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  /** What is stored where the format stores numbers and days; the text is what they look like. */
  readonly number?: number;
  readonly percent?: true;
  /** `yyyy-mm-dd` */
  readonly date?: string;
  readonly bold: boolean;
  readonly align: 'left' | 'right' | 'center';
  /** Runs upwards where the format can. */
  readonly turned: boolean;
}

export interface Grid {
  /** Widths in letters. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly DraftCell[])[];
  /** How many of the rows are the header. */
  readonly headerRows: number;
  readonly rules: Description['rules'];
}

export interface Draft {
  readonly before: readonly string[];
  readonly grids: readonly Grid[];
  readonly after: readonly string[];
  /** Lines in a column of their own beside the first grid, in formats with columns without end. */
  readonly beside: readonly string[];
}

export function draftOf(description: Description): Draft {
  const { around, cut, stranger, beside } = description;
  const whole = formOf(description);
  const grids = cut ? cutInTwo(whole, cut.after, cut.header) : [whole];
  return {
    before: [
      ...(around.letterhead ? ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG'] : []),
      'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI',
      'BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN',
      'Quý I năm 2024',
      ...(around.text ? ['Số liệu do các bộ phận tổng hợp, đã được lãnh đạo đơn vị thông qua.'] : []),
    ],
    grids: stranger ? [...grids, registerOf(description)] : grids,
    after: around.signature ? ['Lạng Sơn, ngày 15 tháng 3 năm 2024', 'NGƯỜI LẬP BIỂU', 'Nông Thị Hạnh'] : [],
    beside: beside ? ['Số liệu đã đối chiếu', 'với sổ theo dõi', 'của các chi nhánh'] : [],
  };
}

function formOf(description: Description): Grid {
  const { columns, rows, titles } = description;
  const header = headerOf(description);
  const body: (readonly DraftCell[])[] = [];
  rows.forEach((row, n) => {
    const section = sectionOf(description, n);
    const begins = n === 0 || sectionOf(description, n - 1) !== section;
    if (titles !== 'none' && begins) body.push(titleRow(description, section));
    body.push(columns.flatMap((kind, column) => cellOf(description, row, n, kind, column)));
  });
  return {
    columns: columns.map((kind) => widthOf(kind, description)),
    rows: [...header, ...body],
    headerRows: header.length,
    rules: description.rules,
  };
}

const plain = { columnSpan: 1, rowSpan: 1, bold: false, turned: false } as const;

function headerOf(description: Description): readonly (readonly DraftCell[])[] {
  const { columns, header, capitals, paper } = description;
  const isFigure = (kind: ColumnKind | undefined) => kind === 'value' || kind === 'cumulative';
  const title = (kind: ColumnKind, column: number): DraftCell => {
    const text = headingOf(kind, description);
    const turned = paper.turned && isFigure(kind);
    return {
      ...plain,
      column,
      text: capitals ? text.toUpperCase() : text,
      bold: true,
      align: 'center',
      turned,
    };
  };
  const top = columns.map(title);
  if (header === 'numbered') {
    return [
      top,
      columns.map((_, column) => ({ ...plain, column, text: `(${column + 1})`, align: 'center' })),
    ];
  }
  const first = columns.findIndex(isFigure);
  if (header !== 'grouped' || !isFigure(columns[first + 1])) return [top];
  const group = {
    ...plain,
    column: first,
    columnSpan: 2,
    text: 'Kết quả thực hiện',
    bold: true,
    align: 'center',
  } as const;
  return [
    [
      ...top.slice(0, first).map((cell) => ({ ...cell, rowSpan: 2 })),
      group,
      ...top.slice(first + 2).map((cell) => ({ ...cell, rowSpan: 2 })),
    ],
    top.slice(first, first + 2),
  ];
}

function headingOf(kind: ColumnKind, { headings }: Description): string {
  switch (kind) {
    case 'order':
      return 'STT';
    case 'code':
      return 'Mã';
    case 'unit':
      return 'ĐVT';
    case 'plan':
      return 'Kế hoạch năm';
    case 'before':
      return 'Cùng kỳ năm 2023';
    case 'note':
      return 'Ghi chú';
    default:
      return headings[kind];
  }
}

function widthOf(kind: ColumnKind, { nameWidth, figureWidth }: Description): number {
  const widths: Readonly<Record<ColumnKind, number>> = {
    ...{ order: 5, code: 6, name: nameWidth, unit: 9, note: 10 },
    ...{
      plan: figureWidth + 2,
      before: figureWidth + 2,
      value: figureWidth + 3,
      cumulative: figureWidth + 3,
    },
  };
  return widths[kind];
}

function titleRow(
  { columns, titles }: Description,
  { id, vi }: (typeof sections)[number],
): readonly DraftCell[] {
  const title = { ...plain, bold: true, align: 'left' } as const;
  if (titles === 'merged') return [{ ...title, column: 0, columnSpan: columns.length, text: `${id}. ${vi}` }];
  const [order, name] = [columns.indexOf('order'), columns.indexOf('name')];
  if (order < 0) return [{ ...title, column: name, text: `${id}. ${vi}` }];
  return [
    { ...title, column: order, text: id },
    { ...title, column: name, text: vi },
  ].sort((a, b) => a.column - b.column);
}

function cellOf(
  description: Description,
  row: Row,
  n: number,
  kind: ColumnKind,
  column: number,
): readonly DraftCell[] {
  const text = (written: string): readonly DraftCell[] => [
    { ...plain, column, text: written, align: 'left' },
  ];
  switch (kind) {
    case 'order':
      return [{ ...plain, column, text: String(n + 1), number: n + 1, align: 'center' }];
    case 'code':
      return text(row.code);
    case 'name':
      return text(row.name);
    case 'unit':
      return text(row.unit);
    case 'note':
      return n % 5 === 3 ? text('đã kiểm tra') : [];
    case 'plan':
    case 'before': {
      const other = { ...row, type: 'count', unit: row.unit } as const;
      return figureOf(description, other, row.other[kind === 'plan' ? 0 : 1], column);
    }
    default:
      return figureOf(description, row, row[kind], column);
  }
}

function figureOf(
  { notation, zero, align }: Description,
  { type, unit }: Pick<Row, 'type' | 'unit'>,
  figure: number | string | null,
  column: number,
): readonly DraftCell[] {
  if (figure === null) return [];
  const place = { ...plain, column, align };
  if (typeof figure === 'string') {
    const text = figure.split('-').toReversed().join('/');
    return [{ ...place, text, ...(notation === 'stored' && { date: figure }) }];
  }
  if (type === 'percent') {
    const text = `${String(figure).replace('.', ',')}%`;
    return [
      { ...place, text, ...(notation === 'stored' && { number: figure / 100, percent: true as const }) },
    ];
  }
  if (figure === 0 && zero !== '0') return [{ ...place, text: zero }];
  const grouped = writeNumber(figure);
  switch (notation) {
    case 'stored':
      return [{ ...place, text: grouped, number: figure }];
    case 'plain':
      return [{ ...place, text: String(figure) }];
    case 'points':
      return [{ ...place, text: grouped }];
    case 'spaces':
      return [{ ...place, text: grouped.replaceAll('.', ' ') }];
    case 'with-unit':
      return [{ ...place, text: `${grouped} ${unit}` }];
  }
}

/** Rows that belong together (a title and what it is of) may come apart: people cut where the page ends. */
function cutInTwo(grid: Grid, after: number, header: boolean): readonly Grid[] {
  const [head, body] = [grid.rows.slice(0, grid.headerRows), grid.rows.slice(grid.headerRows)];
  if (after >= body.length) return [grid];
  return [
    { ...grid, rows: [...head, ...body.slice(0, after)] },
    {
      ...grid,
      rows: [...(header ? head : []), ...body.slice(after)],
      headerRows: header ? grid.headerRows : 0,
    },
  ];
}

/** A list of something else, with numbers in it. */
function registerOf({ rules }: Description): Grid {
  const lines = [
    ['Họ và tên', 'Chức vụ', 'Năm sinh'],
    ['Nông Thị Hạnh', 'Chuyên viên', '1985'],
    ['Lý Văn Páo', 'Trưởng phòng', '1979'],
  ];
  return {
    columns: [20, 16, 10],
    rows: lines.map((line, n) =>
      line.map((text, column) => ({ ...plain, column, text, bold: n === 0, align: 'left' as const })),
    ),
    headerRows: 1,
    rules,
  };
}
