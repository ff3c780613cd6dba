/** Records whose figures a comma cut in two: "1,250" between commas, without quotation marks. */

export interface RecordLength {
  readonly fields: number;
  /** Fields that are not blank. */
  readonly filled: number;
  /** Fields that are digits alone. */
  readonly figures: number;
}

/** Titles of a table's columns. */
const FEWEST_TITLES = 3;

/** The rows, counting from 1, that have more fields than the titles, and more figures than any row that has not. */
export function shiftedRows(records: readonly RecordLength[]): ReadonlySet<number> {
  const titles = records.find(({ filled, figures }) => filled >= FEWEST_TITLES && figures === 0);
  if (!titles) return new Set();
  const most = records.reduce(
    (known, { fields, figures }) => (fields <= titles.fields ? Math.max(known, figures) : known),
    0,
  );
  return new Set(
    records.flatMap(({ fields, figures }, n) => (fields > titles.fields && figures > most ? [n + 1] : [])),
  );
}
