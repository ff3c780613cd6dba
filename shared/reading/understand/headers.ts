/** Finds the header rows of forms: anywhere in a table, of one row or of several, in whatever order of columns. */
import type { Cell } from '../model/document.ts';
import type { ReadingPeriod, ReadingRegime } from '../model/reading.ts';
import { fold, hasPhrase } from './folding.ts';
import { columnsOf, overlaps, type Range, type Row, within } from './grid.ts';
import { isOf, otherTimes, statedPeriods, yearsIn } from './stated-period.ts';

export type Column = 'order' | 'code' | 'name' | 'unit' | 'value' | 'cumulative' | 'note';

export interface Layout {
  /** Where the columns are known from: a header, the form's table right before this one, or the figures alone. */
  readonly from: 'header' | 'table-before' | 'guess';
  /** The header's rows, both included; both 0 where the table has none. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<Column, Range>;
  /** Further columns whose headings mean the same as strongly; absent where there are none. */
  readonly rivals?: ReadonlyMap<Column, readonly Range[]>;
  /** The columns that belong to it where another form stands beside it; absent where it is alone. */
  readonly band?: Range;
  readonly cells: readonly Cell[];
  /** Headings of another time, or of two counts, over columns that were taken, as there are no others; absent where there are none. */
  readonly foreign?: readonly ForeignHeading[];
}

export interface ForeignHeading {
  readonly cell: Cell;
  readonly what: 'year' | 'period' | 'both';
}

/** What a header's words mean; `other` is a column of figures that this system does not take (cùng kỳ, kế hoạch). */
interface Meaning {
  readonly column: Column | 'other';
  /** A weak word ("Kết quả") gives way to a strong one ("Trong kỳ") of the same header. */
  readonly strong: boolean;
}

const exact: Readonly<Record<Column, readonly string[]>> = {
  order: ['stt', 'tt', 'so tt', 'so thu tu', 's t t'],
  code: ['ma', 'ma so', 'ma chi tieu', 'ma ct', 'ma hieu', 'ky hieu', 'ma so chi tieu', 'code'],
  name: [
    ...[
      'chi tieu',
      'ten chi tieu',
      'cac chi tieu',
      'danh muc chi tieu',
      'noi dung chi tieu',
      'chi tieu bao cao',
    ],
    ...['noi dung', 'noi dung bao cao', 'noi dung cong viec', 'danh muc', 'nhiem vu', 'tieu chi'],
  ],
  unit: ['dvt', 'd v t', 'don vi tinh', 'don vi', 'dv tinh', 'dvi tinh'],
  value: ['trong ky', 'ky nay', 'ky bao cao', 'phat sinh'],
  cumulative: ['luy ke', 'cong don'],
  note: ['ghi chu', 'chu thich', 'giai trinh', 'ghi chu giai trinh'],
};
/** What is worked out beside the figures. */
const besideFigures = ['ty le', 'ty le %', '%', 'dat', 'dat %', 'dat ty le', 'dat ty le %'];
const cumulativePhrases = [...otherTimes.cumulative, 'tu dau nam'];
const valuePhrases = ['trong ky', 'ky nay', 'ky bao cao'];
const otherPhrases = [
  'ky truoc',
  'cung ky',
  'ke hoach',
  'uoc',
  'so sanh',
  'tang giam',
  'nam truoc',
  'chi tieu giao',
  'nhiem ky',
  'giai doan',
];
/** "Lũy kế (%)" is a share of what was to be reached, "Lũy kế 2021-2025" of a plan of years. */
function isOtherCount(title: string): boolean {
  if (/(?:trong ky|ky nay|ky bao cao|luy ke|cong don) %$/.test(title)) return true;
  const from = title.search(/luy ke|cong don/);
  return from >= 0 && / 20\d\d 20\d\d(?: |$)/.test(title.slice(from));
}
/** "Lũy kế từ đầu năm đến hết kỳ báo cáo": the period is where the count ends. */
const UNTIL =
  /^(?:so |so lieu )?(?:luy ke|cong don|(?:tinh )?tu dau nam) (?!.*trong ky)(?:.* )?(?:den|toi|het) /;
/** A part of what stands in the column beside it: "Trong đó nữ". */
const part = /^trong do( |$)/;
const weakValue =
  /^((ket qua|so lieu|so luong|gia tri|tong so|thuc hien|ket qua thuc hien|so lieu thuc hien)( (trong )?(quy|nam|6 thang|9 thang).*)?|quy (i|ii|iii|iv|[1-4])( .*)?|[69] thang( .*)?)$/;
const longestHeader = 10;
const mostLayouts = 100;
/** In cells of one row; each is held against all others, and no form comes near. */
const widestHeader = 300;

/** Whose figures are looked for, where columns of several periods stand beside each other. */
export interface Asked {
  readonly regime: ReadingRegime;
  readonly period: ReadingPeriod;
}

/** The layouts of one table from top to bottom; each governs the rows down to the next. */
export function findLayouts(rows: readonly Row[], asked: Asked): readonly Layout[] {
  const layouts: Layout[] = [];
  for (let at = 0; at < rows.length && layouts.length < mostLayouts; at += 1) {
    const taken = headerAt(rows, at, asked);
    if (!taken) continue;
    layouts.push(...taken.layouts);
    at += taken.rows - 1;
  }
  return layouts;
}

function headerAt(
  rows: readonly Row[],
  at: number,
  asked: Asked,
): { layouts: readonly Layout[]; rows: number } | null {
  const first = rows[at];
  if (!first?.cells.some((cell) => names(cell))) return null;
  const tiers = [first];
  const titled = titledColumns(first);
  for (const next of rows.slice(at + 1, at + 3)) {
    const adjacent = next.row <= (tiers.at(-1)?.row ?? 0) + 1;
    const tier = tierIn(next, titled);
    if (!adjacent || !tier) break;
    tiers.push(tier);
  }
  const beside = bandsOf(first).map((band) => layoutOf(tiers, band, asked));
  if (beside.length > 1 && beside.every((layout) => layout !== null)) {
    return { layouts: beside, rows: tiers.length };
  }
  const layout = layoutOf(tiers, null, asked);
  return layout && { layouts: [layout], rows: tiers.length };
}

/** The row as one more of the header's, or null where it is none. What stands beside the header is left out. */
function tierIn(row: Row, titled: ReadonlySet<number>): Row | null {
  const isUnderTitle = ({ column, columnSpan }: Cell) => {
    for (let at = column; at < column + columnSpan; at += 1) if (titled.has(at)) return true;
    return false;
  };
  const under = row.cells.filter(isUnderTitle);
  // In plain text a merged title covers its first column alone.
  if (isColumnNumbers(row)) return row;
  if (isColumnNumbers({ ...row, cells: under })) return { ...row, cells: under };
  if (!under.every(meansAnything)) return null;
  const cells = row.cells.filter(meansAnything);
  return cells.length > 0 ? { ...row, cells } : null;
}

/** The columns that have a title with a meaning. */
function titledColumns({ cells }: Row): ReadonlySet<number> {
  const titled = cells.filter(meansAnything);
  return new Set(
    titled.flatMap(({ column, columnSpan }) => Array.from({ length: columnSpan }, (_, n) => column + n)),
  );
}

function meansAnything(cell: Cell): boolean {
  return meaningOf(cell) !== null || isYear(cell);
}

function layoutOf(tiers: readonly Row[], band: Range | null, asked: Asked): Layout | null {
  const cells = tiers.flatMap((tier) => (band ? within(tier, band) : tier).cells);
  const { columns, rivals, foreign } = columnsFrom(
    tiers.flatMap((tier) => (band ? within(tier, band) : tier).cells.slice(0, widestHeader)),
    asked,
  );
  const identifies = columns.has('name') || columns.has('code');
  const measures = columns.has('value') || columns.has('cumulative');
  const [first, last] = [tiers.at(0), tiers.at(-1)];
  if (!identifies || !measures || !first || !last) return null;
  const more = {
    ...(rivals.size > 0 && { rivals }),
    ...(band && { band }),
    ...(foreign.length > 0 && { foreign }),
  };
  return { from: 'header', firstRow: first.row, lastRow: last.row, columns, ...more, cells };
}

/** Two forms beside each other begin alike: "STT … Lũy kế" and "STT … Lũy kế" again. */
function bandsOf(row: Row): readonly Range[] {
  const starts: number[] = [];
  let seen = new Set<Column | 'other'>();
  for (const cell of row.cells.slice(0, widestHeader)) {
    const column = meaningOf(cell)?.column;
    if (column !== 'order' && column !== 'code' && column !== 'name') continue;
    if (seen.has(column)) {
      starts.push(cell.column);
      seen = new Set();
    }
    seen.add(column);
  }
  return [1, ...starts].map((from, n) => ({ from, to: (starts[n] ?? Number.POSITIVE_INFINITY) - 1 }));
}

function names(cell: Cell): boolean {
  const column = meaningOf(cell)?.column;
  return column === 'name' || column === 'code';
}

/** "A B 1 2 3" or "(1) (2) (3)" under a header. */
function isColumnNumbers(row: Row): boolean {
  const labels = row.cells.map((cell) => /^\(?([A-Za-z]|\d{1,2})\)?$/.exec(cell.text.trim())?.[1]);
  if (labels.length < 3 || labels.includes(undefined)) return false;
  const numbers = labels.filter((label) => /^\d/.test(label ?? '')).map(Number);
  return numbers.length > 1 && numbers.every((number, n) => n === 0 || number === (numbers[n - 1] ?? 0) + 1);
}

interface FoundColumns {
  readonly columns: ReadonlyMap<Column, Range>;
  readonly rivals: ReadonlyMap<Column, readonly Range[]>;
  readonly foreign: readonly ForeignHeading[];
}

function columnsFrom(cells: readonly Cell[], asked: Asked): FoundColumns {
  const columns = new Map<Column, Range>();
  const rivals = new Map<Column, Range[]>();
  const taken: ForeignHeading[] = [];
  const read = cells.flatMap((cell) => {
    const meaning = meaningOf(cell);
    const above = cells.filter((other) => isUnder(cell, other));
    if (!meaning || meaning.column === 'other' || above.some(isLeftAside)) return [];
    const headings = [cell, ...above];
    const foreign = Math.max(...headings.map((each) => foreignness(each, asked)));
    const says = headings.find((each) => foreignness(each, asked) === foreign) ?? cell;
    return [{ ...meaning, column: meaning.column, range: ownRange(cell, cells, asked), foreign, says }];
  });
  // Last year's column is taken where there is no other: its heading may have stayed from last year's form.
  for (const foreign of [0, 1, 2]) {
    for (const strong of [true, false]) {
      const before = new Set(columns.keys());
      for (const each of read) {
        if (each.strong !== strong || each.foreign !== foreign) continue;
        const free = ![...columns.values()].some((range) => overlaps(range, each.range));
        if (!free || before.has(each.column)) continue;
        if (foreign > 0) taken.push({ cell: each.says, what: foreign === 2 ? 'year' : 'period' });
        if (!columns.has(each.column)) columns.set(each.column, each.range);
        else rivals.set(each.column, [...(rivals.get(each.column) ?? []), each.range]);
      }
    }
  }
  const ofTwo = read.filter(
    ({ says, range }) => isOfTwoCounts(says, asked) && columns.get('value') === range,
  );
  if (!columns.has('cumulative'))
    taken.push(...ofTwo.map(({ says: cell }) => ({ cell, what: 'both' }) as const));
  return { columns, rivals, foreign: taken };
}

/** "Trong kỳ (lũy kế)" over the one column of figures, in a period in which the two are not the same. */
function isOfTwoCounts(cell: Cell, { period }: Asked): boolean {
  return cell.columnSpan === 1 && saysBoth(cell) && period.window?.from !== period.cumulativeFrom;
}

/** Of "Trong kỳ" over "Kế hoạch" and "Thực hiện" the second alone; else all columns of the cell. */
function ownRange(cell: Cell, cells: readonly Cell[], asked: Asked): Range {
  const below = cells.filter((other) => isUnder(other, cell) && (meaningOf(other) ?? isYear(other)));
  const own = below.filter((other) => !isLeftAside(other) && foreignness(other, asked) === 0);
  const column = meaningOf(cell)?.column;
  const alike = own.find((other) => meaningOf(other)?.column === column) ?? own[0];
  return columnsOf(alike ?? cell);
}

export function isUnder(cell: Cell, above: Cell): boolean {
  return above.row < cell.row && overlaps(columnsOf(above), columnsOf(cell));
}

/** A heading of figures that this system does not take: plans, last year's. */
export function isLeftAside(cell: Cell): boolean {
  return meaningOf(cell)?.column === 'other';
}

/** The column that a heading means; `other` for figures that this system does not take. */
export function columnMeant(cell: Cell): Column | 'other' | null {
  return meaningOf(cell)?.column ?? null;
}

/**
 * A heading of the period's figures and of the cumulative ones at once: two that ran into each other, or a group's. Over several
 * columns the lines of the two may have mixed ("TRONG LŨY KẾ KỲ").
 */
export function saysBoth({ text, columnSpan }: Cell): boolean {
  const folded = fold(text);
  if (columnSpan === 1 && UNTIL.test(folded)) return false;
  const words = new Set(folded.split(' '));
  const isSaid = (phrase: string) =>
    columnSpan > 1 ? phrase.split(' ').every((word) => words.has(word)) : hasPhrase(folded, phrase);
  return cumulativePhrases.some(isSaid) && valuePhrases.some(isSaid);
}

/** "Năm 2023", which tells columns apart and means none by itself. */
function isYear({ text }: Cell): boolean {
  return /^(nam )?20\d\d$/.test(fold(text));
}

/** 2 for the heading of another year's column, 1 for another period's than the one asked for, else 0. */
function foreignness(cell: Cell, { regime, period }: Asked): number {
  const years = yearsIn(cell.text);
  if (years.length > 0 && !years.includes(regime.year)) return 2;
  // "Lũy kế 6 tháng" may stand in a quarter's report, "Lũy kế từ năm 2021" counts from another year on.
  if (meaningOf(cell)?.column === 'cumulative') return years.some((year) => year < regime.year) ? 2 : 0;
  const stated = statedPeriods(cell.text).filter(({ sure }) => sure);
  return stated.length > 0 && !stated.some((each) => isOf(each, period, regime)) ? 1 : 0;
}

function meaningOf(cell: Cell): Meaning | null {
  if (cell.number !== undefined || cell.date !== undefined || cell.text.length > 80) return null;
  if (/:\s*\S/.test(cell.text)) return null;
  const folded = fold(cell.text.replace(/\((\d{1,2}|[A-Za-z])\)\s*$/, ''));
  for (const column of Object.keys(exact) as Column[]) {
    if (exact[column].includes(folded)) return { column, strong: true };
  }
  if (besideFigures.includes(folded)) return { column: 'other', strong: true };
  if (folded.split(' ').length > longestHeader) return null;
  if (part.test(folded) || isOtherCount(folded) || otherPhrases.some((phrase) => hasPhrase(folded, phrase)))
    return { column: 'other', strong: true };
  const cumulative = cumulativePhrases.some((phrase) => hasPhrase(folded, phrase));
  const value = valuePhrases.some((phrase) => hasPhrase(folded, phrase));
  if (cumulative && value && !UNTIL.test(folded)) return { column: 'value', strong: false };
  if (cumulative) return { column: 'cumulative', strong: true };
  if (value) return { column: 'value', strong: true };
  return weakValue.test(folded) ? { column: 'value', strong: false } : null;
}
