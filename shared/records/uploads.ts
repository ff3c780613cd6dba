import { uploadKey, uploadsOfDay } from './keys.ts';
import { Upload } from './rows.ts';
import { getRow, putNew, queryRows, type Table } from './table.ts';

export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await putNew(table, uploadKey(upload.upload), upload);
}

export async function readUpload(table: Table, upload: string): Promise<Upload | null> {
  const row = await getRow(table, uploadKey(upload));
  return row && Upload.parse(row);
}

/** The uploads minted on one UTC day (`yyyy-mm-dd`), oldest first. */
export async function readUploadsOfDay(table: Table, day: string): Promise<Upload[]> {
  return (await queryRows(table, uploadsOfDay(day))).map((row) => Upload.parse(row));
}
