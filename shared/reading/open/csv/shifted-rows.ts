/** Records whose figures a comma cut in two: "1,250" between commas, without quotation marks. */

export interface RecordLength {
  readonly fields: number;
  /** Fields that are digits alone. */
  readonly figures: number;
}

/** Fewer records of one length are no table. */
const FEWEST = 3;

/** The rows, counting from 1, that have more fields, and more figures, than the records of the usual length. */
export function shiftedRows(records: readonly RecordLength[]): ReadonlySet<number> {
  const byLength = Map.groupBy(records, ({ fields }) => fields);
  const [usual] = [...byLength.values()]
    .filter((own) => (own[0]?.fields ?? 0) > 2)
    .toSorted((a, b) => b.length - a.length);
  if (!usual?.[0] || usual.length < FEWEST) return new Set();
  const { fields } = usual[0];
  const most = usual.reduce((known, { figures }) => Math.max(known, figures), 0);
  return new Set(
    records.flatMap((record, n) => (record.fields > fields && record.figures > most ? [n + 1] : [])),
  );
}
