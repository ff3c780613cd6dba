import { Upload } from '../filing/version.ts';
import { queryPages, type Table } from '../ports/table.ts';
import { uploadKey, uploadsOfDayAfter } from './keys.ts';

export { dayOfUpload, earliestUpload } from './keys.ts';

/** Keeps a minted upload under its ULID; done again it changes nothing. */
export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await table.putIfAbsent(uploadKey(upload.upload), upload);
}

/** Null where no upload of this id was ever minted. */
export async function readUpload(table: Table, upload: string): Promise<Upload | null> {
  const row = await table.get(uploadKey(upload));
  return row && Upload.parse(row);
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
