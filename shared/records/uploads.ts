import { Upload } from '../filing/version.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { uploadKey, uploadsOfDay, uploadsOfDaySince } from './keys.ts';

/** Keeps a minted upload under its ULID; done again it changes nothing. */
export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await table.putIfAbsent(uploadKey(upload.upload), upload);
}

/** Null where no upload of this id was ever minted. */
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

/** The uploads minted on one UTC day (`yyyy-mm-dd`), oldest first. */
export async function readUploadsOfDay(table: Table, day: string): Promise<Upload[]> {
  return (await queryAll(table, uploadsOfDay(day))).map((row) => Upload.parse(row));
}
