import { Upload } from '../filing/version.ts';
import { queryAll, type Table } from '../ports/table.ts';
import { uploadKey, uploadsOfDay } from './keys.ts';

export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await table.putIfAbsent(uploadKey(upload.upload), upload);
}

export async function readUpload(table: Table, upload: string): Promise<Upload | null> {
  const row = await table.get(uploadKey(upload));
  return row && Upload.parse(row);
}

/** The uploads minted on one UTC day (`yyyy-mm-dd`), oldest first. */
export async function readUploadsOfDay(table: Table, day: string): Promise<Upload[]> {
  return (await queryAll(table, uploadsOfDay(day))).map((row) => Upload.parse(row));
}
