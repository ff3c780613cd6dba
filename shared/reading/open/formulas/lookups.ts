/** The functions that look cells up, or count those that fit, where it is plain which these are. */
import { criterionOf, isValue } from './criteria.ts';
import type { Node, Reference } from './parse.ts';
import { FormulaError, type FormulaValue, notComputable, numberOf } from './values.ts';

/** A filled cell of an area, by its place in it from 0; its value is worked out when it is asked for. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  value(): FormulaValue;
}

/** What lookups need of whoever works formulas out. */
export interface Sheets {
  evaluate(node: Node): FormulaValue;
  /** The filled cells of an area in reading order. @throws NotComputable */
  placedIn(reference: Reference): readonly Placed[];
}

type Lookup = (given: readonly Node[], sheets: Sheets) => FormulaValue;

const notFound = new FormulaError('#N/A');

export const lookups: ReadonlyMap<string, Lookup> = new Map<string, Lookup>([
  ['COUNTIF', ([area, asked, ...more], sheets) => none(more) ?? fitting([area, asked], sheets).size],
  ['COUNTIFS', (given, sheets) => fitting(given, sheets).size],
  [
    'SUMIF',
    ([area, asked, summed, ...more], sheets) =>
      none(more) ??
      sumOf(fitting([area, asked], sheets), shaped(areaOf(summed ?? area), areaOf(area)), sheets),
  ],
  [
    'SUMIFS',
    ([summed, ...given], sheets) => sumOf(fitting([summed, null, ...given], sheets), areaOf(summed), sheets),
  ],
  ['VLOOKUP', ([key, area, column, exactly], sheets) => found(key, area, column, exactly, 'column', sheets)],
  ['HLOOKUP', ([key, area, row, exactly], sheets) => found(key, area, row, exactly, 'row', sheets)],
  ['MATCH', ([key, area, how], sheets) => matched(key, area, how, sheets)],
  [
    'INDEX',
    ([area, row, column, ...more], sheets) => none(more) ?? indexed(areaOf(area), row, column, sheets),
  ],
]);

/** Arguments that no plain use has. */
function none(more: readonly Node[]): null {
  if (more.length > 0) throw notComputable;
  return null;
}

function areaOf(node: Node | null | undefined): Reference {
  if (node?.kind !== 'reference') throw notComputable;
  return node;
}

function rowsOf({ from, to }: Reference): number {
  return to.row - from.row + 1;
}

function columnsOf({ from, to }: Reference): number {
  return to.column - from.column + 1;
}

/** An area of another's size that begins where it begins itself. */
function shaped(area: Reference, { from, to }: Reference): Reference {
  const end = { row: area.from.row + to.row - from.row, column: area.from.column + to.column - from.column };
  return { ...area, to: end };
}

/** The places that fit every criterion; the pairs stand one behind the other, one with null asks for nothing. */
function fitting(given: readonly (Node | null | undefined)[], sheets: Sheets): ReadonlySet<string> {
  const first = areaOf(given[0]);
  const fits: (readonly string[])[] = [];
  for (let at = 0; at < given.length; at += 2) {
    const [area, asked] = [areaOf(given[at]), given[at + 1]];
    if (rowsOf(area) !== rowsOf(first) || columnsOf(area) !== columnsOf(first)) throw notComputable;
    if (asked === null) continue;
    if (!asked) throw notComputable;
    const { holds, takesBlanks } = criterionOf(sheets.evaluate(asked));
    const placed = sheets.placedIn(area);
    if (takesBlanks && placed.length < rowsOf(area) * columnsOf(area)) throw notComputable;
    fits.push(placed.filter((cell) => holds(cell.value())).map(placeOf));
  }
  const [own, ...others] = fits.map((each) => new Set(each));
  if (!own) throw notComputable;
  return new Set([...own].filter((place) => others.every((each) => each.has(place))));
}

function placeOf({ row, column }: Placed): string {
  return `${row} ${column}`;
}

function sumOf(places: ReadonlySet<string>, area: Reference, sheets: Sheets): FormulaValue {
  let sum = 0;
  for (const cell of sheets.placedIn(area)) {
    if (!places.has(placeOf(cell))) continue;
    const value = cell.value();
    if (value instanceof FormulaError) return value;
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

/** VLOOKUP looks down the first column, HLOOKUP along the first row; nearly right values are looked up by neither here. */
function found(
  key: Node | undefined,
  area: Node | undefined,
  which: Node | undefined,
  exactly: Node | undefined,
  counts: 'row' | 'column',
  sheets: Sheets,
): FormulaValue {
  if (!isOff(exactly)) throw notComputable;
  const across = counts === 'column' ? 'row' : 'column';
  const whole = areaOf(area);
  const number = countOf(which, sheets);
  if (number > (counts === 'column' ? columnsOf(whole) : rowsOf(whole))) throw notComputable;
  const place = firstOf(key, narrowed(whole, counts, 0), sheets)?.[across];
  if (place === undefined) return notFound;
  return valueAt(narrowed(narrowed(whole, counts, number - 1), across, place), sheets);
}

function matched(
  key: Node | undefined,
  area: Node | undefined,
  how: Node | undefined,
  sheets: Sheets,
): FormulaValue {
  const whole = areaOf(area);
  if (!isOff(how) || (rowsOf(whole) > 1 && columnsOf(whole) > 1)) throw notComputable;
  const first = firstOf(key, whole, sheets);
  return first ? first.row + first.column + 1 : notFound;
}

function indexed(
  area: Reference,
  row: Node | undefined,
  column: Node | undefined,
  sheets: Sheets,
): FormulaValue {
  const isRow = rowsOf(area) === 1 && column === undefined;
  const down = isRow || row?.kind === 'missing' ? oneOf(rowsOf(area), isRow) : countIn(row, sheets);
  const along = isRow
    ? countIn(row, sheets)
    : column === undefined
      ? oneOf(columnsOf(area))
      : countIn(column, sheets);
  if (down instanceof FormulaError) return down;
  if (along instanceof FormulaError) return along;
  if (down > rowsOf(area) || along > columnsOf(area)) throw notComputable;
  return valueAt(narrowed(narrowed(area, 'row', down - 1), 'column', along - 1), sheets);
}

/** The one row, or column, that an area has. */
function oneOf(count: number, isSure = false): number {
  if (count !== 1 && !isSure) throw notComputable;
  return 1;
}

/** Whether a look-up is to find the very value: 0, FALSE, and FALSE() as OpenDocument has it. */
function isOff(node: Node | undefined): boolean {
  if (node?.kind === 'call') return node.name === 'FALSE' && node.given.length === 0;
  return node?.kind === 'value' && (node.value === 0 || node.value === false);
}

/** A place that counts from 1, or the error that was met on the way to it. */
function countIn(node: Node | undefined, sheets: Sheets): number | FormulaError {
  if (!node || node.kind === 'missing') throw notComputable;
  const number = numberOf(sheets.evaluate(node));
  if (typeof number === 'number' && !(number >= 1 && Number.isInteger(number))) throw notComputable;
  return number;
}

function countOf(node: Node | undefined, sheets: Sheets): number {
  const count = countIn(node, sheets);
  if (count instanceof FormulaError) throw notComputable;
  return count;
}

function firstOf(key: Node | undefined, area: Reference, sheets: Sheets): Placed | undefined {
  if (!key) throw notComputable;
  const isKey = isValue(sheets.evaluate(key));
  return sheets.placedIn(area).find((cell) => isKey(cell.value()));
}

/** One row, or one column, of an area, from 0. */
function narrowed(area: Reference, way: 'row' | 'column', at: number): Reference {
  const place = area.from[way] + at;
  return { ...area, from: { ...area.from, [way]: place }, to: { ...area.to, [way]: place } };
}

/** A blank cell that is looked up shows as 0. */
function valueAt(place: Reference, sheets: Sheets): FormulaValue {
  return sheets.placedIn(place)[0]?.value() ?? null;
}
