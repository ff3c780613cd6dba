import { Upload } from '../filing/version.ts';
import { queryAll, queryPages, type Table } from '../ports/table.ts';
import { uploadKey, uploadsOfDayAfter, uploadsOfDaySince } from './keys.ts';

export { dayOfUpload } from './keys.ts';

export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await table.putIfAbsent(uploadKey(upload.upload), upload);
}

export async function readUpload(table: Table, upload: string): Promise<Upload | null> {
  const row = await table.get(uploadKey(upload));
  return row && Upload.parse(row);
}

/** How many uploads the unit minted from `since` on (ISO 8601), which lies less than a day back. */
export async function countUploads(
  table: Table,
  of: { readonly regime: string; readonly unit: string },
  times: { readonly since: string; readonly now: string },
): Promise<number> {
  const since = Date.parse(times.since);
  const days = new Set(
    [times.since, times.now].map((instant) => new Date(instant).toISOString().slice(0, 10)),
  );
  const rows = await Promise.all([...days].map((day) => queryAll(table, uploadsOfDaySince(day, since))));
  return rows
    .flat()
    .map((row) => Upload.parse(row))
    .filter(({ regime, unit }) => regime === of.regime && unit === of.unit).length;
}

/** The uploads minted on one UTC day (`yyyy-mm-dd`), oldest first, page by page; those after `after`, an id, or '' for all. */
export async function* uploadPages(table: Table, day: string, after: string): AsyncGenerator<Upload[]> {
  for await (const rows of queryPages(table, uploadsOfDayAfter(day, after))) {
    yield rows.map((row) => Upload.parse(row)).filter(({ upload }) => upload !== after);
  }
}

/** All of one UTC day, oldest first. */
export async function readUploadsOfDay(table: Table, day: string): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for await (const page of uploadPages(table, day, '')) uploads.push(...page);
  return uploads;
}
