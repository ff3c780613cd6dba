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
 * cut in two, unless the row has more figures than any of the titles' length.
 */
export function shiftedRows(records: readonly RecordShape[]): ReadonlySet<number> {
  const titles = records.find(({ filled, figures }) => filled >= FEWEST_TITLES && figures === 0);
  if (!titles) return new Set();
  const most = records.reduce(
    (known, { fields, figures }) => (fields <= titles.fields ? Math.max(known, figures) : known),
    0,
  );
  const usual = Math.max(titles.fields, usualLength(records));
  return new Set(
    records.flatMap(({ fields, figures, numbered, wordsBehind }, n) => {
      const isLonger = numbered && fields > usual && wordsBehind <= fields - usual;
      return isLonger || (fields > titles.fields && figures > most) ? [n + 1] : [];
    }),
  );
}

/** How many fields most of the rows with a figure or a code have. */
function usualLength(records: readonly RecordShape[]): number {
  const counts = new Map<number, number>();
  for (const { fields, numbered } of records) if (numbered) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  const [[usual] = [0]] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual;
}
