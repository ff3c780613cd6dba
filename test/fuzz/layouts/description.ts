/** What a random table is: everything that writers of every format need, drawn from one seed. */
import { Chance } from '../chance.ts';
import { measures, stockOf } from './stock.ts';

export const columnKinds = [
  'order',
  'code',
  'name',
  'unit',
  'plan',
  'before',
  'value',
  'cumulative',
  'note',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** One row: what is meant by it, apart from how it is written. */
export interface Row {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly type: 'count' | 'percent' | 'date';
  /** A date is `yyyy-mm-dd`; null is left blank. */
  readonly value: number | string | null;
  readonly cumulative: number | string | null;
  /** Figures of other columns, which belong to nothing that is asked for. */
  readonly other: readonly [number, number];
}

export interface Description {
  readonly seed: number;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnKind[];
  /** How figures are written; `stored` is a number where the format has numbers. */
  readonly notation: 'stored' | 'plain' | 'points' | 'spaces' | 'with-unit';
  readonly zero: '0' | '-' | 'không';
  readonly headings: { readonly value: string; readonly cumulative: string; readonly name: string };
  /** One row of titles, a group above figures, or numbers of columns below. */
  readonly header: 'plain' | 'grouped' | 'numbered';
  readonly capitals: boolean;
  /** Titles between the rows, over the whole width. */
  readonly titles: 'none' | 'merged' | 'in-name';
  /** In letters; a narrow column wraps names. */
  readonly nameWidth: number;
  /** In letters; a narrow one wraps its heading. */
  readonly figureWidth: number;
  readonly align: 'left' | 'right' | 'center';
  readonly rules: 'all' | 'none' | 'rows' | 'columns' | 'head' | 'dotted';
  /** The rows after which another table begins, with its header again or without. */
  readonly cut: { readonly after: number; readonly header: boolean } | null;
  /** What stands around the form. */
  readonly around: { readonly letterhead: boolean; readonly text: boolean; readonly signature: boolean };
  /** Notes in columns of their own, right of the form. */
  readonly beside: boolean;
  /** A table of something else below. */
  readonly stranger: boolean;
  readonly paper: Paper;
}

/** What only a page knows. */
export interface Paper {
  readonly program: 'browser' | 'word-processor' | 'spreadsheet' | 'letter-by-letter';
  readonly landscape: boolean;
  /** Points. */
  readonly size: number;
  readonly rowsDrawn: 'by-row' | 'by-column';
  /** Rules are filled areas instead of lines. */
  readonly filledRules: boolean;
  readonly clipped: boolean;
  /** The header stands on each page again. */
  readonly headerAgain: boolean;
  /** A row may end on the next page. */
  readonly rowsCut: boolean;
  /** Headings of figures run upwards. */
  readonly turned: boolean;
  /** How far down the first table begins; moves the page's end through the rows. */
  readonly top: number;
}

export function descriptionOf(seed: number): Description {
  const chance = new Chance(seed);
  const oneIn = (many: number) => chance.below(many) === 0;
  const figures = oneIn(3) ? 100 : chance.of([1_000, 20_000, 3_000_000]);
  const [value, cumulative] = chance.of([
    ['Trong kỳ', 'Lũy kế'],
    ['Kỳ báo cáo', 'Lũy kế từ đầu năm'],
    ['Thực hiện trong kỳ', 'Cộng dồn'],
    ['Quý I', 'Lũy kế đến hết kỳ'],
    ['Số liệu trong kỳ', 'Luỹ kế'],
  ]);
  return {
    seed,
    rows: rowsFrom(chance, figures),
    columns: columnsFrom(chance),
    notation: chance.of(['stored', 'stored', 'plain', 'points', 'spaces', 'with-unit']),
    zero: chance.of(['0', '0', '-', 'không']),
    headings: {
      value,
      cumulative,
      name: chance.of(['Chỉ tiêu', 'Nội dung', 'Tên chỉ tiêu', 'Nội dung báo cáo']),
    },
    header: chance.of(['plain', 'plain', 'grouped', 'numbered']),
    capitals: oneIn(6),
    titles: chance.of(['none', 'merged', 'in-name']),
    nameWidth: chance.of([14, 20, 28, 40, 60]),
    figureWidth: chance.of([5, 8, 12, 18]),
    align: chance.of(['left', 'right', 'right', 'center']),
    rules: chance.of(['all', 'all', 'all', 'none', 'rows', 'columns', 'head', 'dotted']),
    cut: oneIn(5) ? { after: 2 + chance.below(10), header: !oneIn(3) } : null,
    around: { letterhead: !oneIn(4), text: oneIn(2), signature: oneIn(2) },
    beside: oneIn(8),
    stranger: oneIn(6),
    paper: {
      program: chance.of(['browser', 'word-processor', 'spreadsheet', 'letter-by-letter']),
      landscape: oneIn(3),
      size: chance.of([8, 10, 11, 13]),
      rowsDrawn: oneIn(4) ? 'by-column' : 'by-row',
      filledRules: oneIn(2),
      clipped: oneIn(4),
      headerAgain: oneIn(2),
      rowsCut: oneIn(5),
      turned: oneIn(12),
      top: chance.below(500),
    },
  };
}

function rowsFrom(chance: Chance, figures: number): readonly Row[] {
  const oneIn = (many: number) => chance.below(many) === 0;
  const names = stockOf(chance, 3 + chance.below(chance.of([5, 15, 30])));
  const blanks = chance.of([4, 12, 1000]);
  return names.map((name, n) => {
    const type = oneIn(9) ? 'percent' : oneIn(12) ? 'date' : 'count';
    const figure = () => (type === 'percent' ? (20 + chance.below(790)) / 10 : chance.below(figures));
    const own = oneIn(10) && type === 'count' ? 0 : figure();
    const day = `2024-0${1 + chance.below(2)}-${String(1 + chance.below(28)).padStart(2, '0')}`;
    const value = type === 'date' ? day : own;
    const cumulative = type === 'date' ? null : type === 'percent' ? figure() : own + chance.below(figures);
    return {
      code: `${String.fromCharCode(65 + Math.floor(n / 10))}${String((n % 10) + 1).padStart(2, '0')}`,
      name,
      unit: type === 'percent' ? '%' : type === 'date' ? 'ngày' : chance.of(measures),
      type,
      value: oneIn(blanks) ? null : value,
      cumulative: oneIn(blanks) ? null : cumulative,
      other: [chance.below(figures), chance.below(figures)],
    };
  });
}

function columnsFrom(chance: Chance): readonly ColumnKind[] {
  const oneIn = (many: number) => chance.below(many) === 0;
  const without = new Set<ColumnKind>();
  if (oneIn(3)) without.add('order');
  if (oneIn(3)) without.add('code');
  if (oneIn(3)) without.add('unit');
  if (oneIn(2)) without.add('note');
  if (!oneIn(4)) without.add('plan');
  if (!oneIn(4)) without.add('before');
  if (oneIn(6)) without.add('cumulative');
  const columns = columnKinds.filter((kind) => !without.has(kind));
  if (!oneIn(4)) return columns;
  // Somebody moved a column.
  const from = chance.below(columns.length);
  const [moved] = columns.splice(from, 1);
  if (moved) columns.splice(chance.below(columns.length + 1), 0, moved);
  return columns;
}
