/** What DynamoDB charges for reading a period: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */

/** The bytes that an item takes: names and texts as UTF-8, numbers by their digits, three and one more for each list and map. */
export function itemSize(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value),
    0,
  );
}

function sizeOf(value: unknown): number {
  if (value === null || value === undefined || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + sizeOf(each) + 1, 3);
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + Buffer.byteLength(name) + sizeOf(each) + 1,
    3,
  );
}

const page = 1024 * 1024;
const unit = 4096;

/** Read units of one strongly consistent Query over the items: each page of a megabyte is rounded up to 4 KB. */
export function queryReadUnits(sizes: readonly number[]): { pages: number; units: number } {
  let [pages, units, filled] = [0, 0, 0];
  const close = () => {
    pages += 1;
    units += Math.ceil(filled / unit);
    filled = 0;
  };
  for (const size of sizes) {
    if (filled + size > page) close();
    filled += size;
  }
  if (filled > 0 || pages === 0) close();
  return { pages, units };
}
