/** How low a row, and how narrow a column of a sheet is of which nothing is seen, in every kind of workbook. */

/** In points; the letters of a report have ten or more. */
const LOWEST_ROW = 3;
/** In letters; a column with a figure has two or more. */
const NARROWEST_COLUMN = 0.5;
const POINTS_A_LETTER = 5.25;

/** @param points undefined where the file does not say */
export function isTooLow(points: number | undefined): boolean {
  return points !== undefined && points < LOWEST_ROW;
}

/** @param letters of the usual font; undefined where the file does not say */
export function isTooNarrow(letters: number | undefined): boolean {
  return letters !== undefined && letters < NARROWEST_COLUMN;
}

/** As `isTooNarrow`, of points. */
export function isTooNarrowInPoints(points: number | undefined): boolean {
  return points !== undefined && isTooNarrow(points / POINTS_A_LETTER);
}
