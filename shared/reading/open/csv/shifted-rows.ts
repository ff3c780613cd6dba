/** Records that a delimiter within a field cut into one too many: "1,250" between commas, without quotation marks. */

export interface RecordShape {
  readonly fields: number;
  /** Fields that are not blank. */
  readonly filled: number;
  /** Fields that are digits alone. */
  readonly figures: number;
  /** Whether a short field has a digit: a figure, a code, a day. */
  readonly numbered: boolean;
  /** The last fields, counted from the end, that are words: a remark cut in two leaves every figure in its place. */
  readonly wordsBehind: number;
}

/** Titles of a table's columns. */
const FEWEST_TITLES = 3;
/** Codes, figures and days have no more letters. */
const LONGEST_NUMBERED = 12;

export function shapeOf(record: readonly string[]): RecordShape {
  const trimmed = record.map((field) => field.trim());
  const isWords = (field: string) => field !== '' && !/^[\d.,]+$/.test(field);
  return {
    fields: record.length,
    filled: trimmed.filter((field) => field !== '').length,
    figures: trimmed.filter((field) => /^\d+$/.test(field)).length,
    numbered: trimmed.some((field) => field.length <= LONGEST_NUMBERED && /\d/.test(field)),
    wordsBehind: trimmed.length - 1 - trimmed.findLastIndex((field) => !isWords(field)),
  };
}

/**
 * The rows, counting from 1, that have more fields than the titles and than most rows have. None of a remark that was
 * cut in two, unless the row has more figures than any of the titles' length; and none with mere delimiters too many
 * at its end, where its figures and words stand in the columns of the other rows' figures and words.
 * @param read the records again: what stands in them is asked for only where one is longer
 */
export function shiftedRows(
  shapes: readonly RecordShape[],
  read: () => Iterable<readonly string[]>,
  delimiter: string,
): ReadonlySet<number> {
  const titles = shapes.find(({ filled, figures }) => filled >= FEWEST_TITLES && figures === 0);
  if (!titles) return new Set();
  const most = shapes.reduce(
    (known, { fields, figures }) => (fields <= titles.fields ? Math.max(known, figures) : known),
    0,
  );
  const usual = Math.max(titles.fields, usualLength(shapes));
  const longer = new Set(
    shapes.flatMap(({ fields, figures, numbered, wordsBehind }, n) => {
      const isLonger = numbered && fields > usual && wordsBehind <= fields - usual;
      return isLonger || (fields > titles.fields && figures > most) ? [n + 1] : [];
    }),
  );
  if (longer.size === 0) return longer;
  const found = new Map<number, readonly string[]>();
  const columns = new Columns();
  let row = 0;
  for (const record of read()) {
    row += 1;
    if (longer.has(row)) found.set(row, record);
    else if (shapes[row - 1]?.numbered) columns.add(record);
  }
  return new Set(
    [...found].flatMap(([row, record]) => {
      const isWhole = !isHalved(record, delimiter) && columns.hold(record, usual);
      return isWhole ? [] : [row];
    }),
  );
}

/** Whether two fields may be the halves of a figure, or of a sentence. */
function isHalved(record: readonly string[], delimiter: string): boolean {
  return record.some((field, n) => {
    if (n === 0 || field.trim() === '') return false;
    const before = record[n - 1]?.trim() ?? '';
    const isOfFigure = delimiter === ',' && /^\P{L}*\d$/u.test(before) && /^\d/.test(field);
    return isOfFigure || /^\s/.test(field);
  });
}

/** The columns of a table, each of figures where most of its fields are. */
class Columns {
  readonly #balance: number[] = [];

  add(record: readonly string[]): void {
    record.forEach((field, column) => {
      const kind = kindOf(field);
      const more = kind === 'figure' ? 1 : kind === 'words' ? -1 : 0;
      this.#balance[column] = (this.#balance[column] ?? 0) + more;
    });
  }

  /** Whether the record has nothing beyond the usual length, and before it each kind of field in such a column. */
  hold(record: readonly string[], usual: number): boolean {
    const kinds = record.map(kindOf);
    return kinds.every((kind, column) => {
      if (kind === 'blank') return true;
      if (column >= usual) return false;
      if (kind === 'words') return !this.#isOfFigures(column);
      // Where the first of columns of figures is blank, what stands behind it may have moved.
      const isFirst = !this.#isOfFigures(column - 1);
      return this.#isOfFigures(column) && (isFirst || kinds[column - 1] === 'figure');
    });
  }

  #isOfFigures(column: number): boolean {
    return (this.#balance[column] ?? 0) > 0;
  }
}

function kindOf(field: string): 'figure' | 'words' | 'blank' {
  const written = field.trim();
  if (written === '') return 'blank';
  return /^[\d.,]+%?$/.test(written) ? 'figure' : 'words';
}

/** How many fields most of the rows with a figure or a code have. */
function usualLength(records: readonly RecordShape[]): number {
  const counts = new Map<number, number>();
  for (const { fields, numbered } of records) if (numbered) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  const [[usual] = [0]] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual;
}
