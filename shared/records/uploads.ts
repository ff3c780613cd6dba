import { Upload } from '../filing/version.ts';
import { queryAll, queryPages, type Table } from '../ports/table.ts';
import { uploadKey, uploadsBetween, uploadsOfDayAfter } from './keys.ts';

export { dayOfUpload, earliestUpload } from './keys.ts';

/** What it was minted for: never changes, and names the keys of all that is recorded of its file. */
type Place = Pick<Upload, 'upload' | 'period' | 'unit'>;

/** By table and upload; lost with the process, and nothing is told by it: whoever uses it reads the upload besides. */
const places = new WeakMap<Table, Map<string, Place>>();
const rememberedAtMost = 10_000;

function remember(table: Table, { upload, period, unit }: Upload): void {
  const known = places.get(table) ?? new Map<string, Place>();
  places.set(table, known);
  if (known.size >= rememberedAtMost) known.clear();
  known.set(upload, { upload, period, unit });
}

/** Where its file's rows stand, if this process has met the upload before; null says nothing. */
export function placeOfUpload(table: Table, upload: string): Place | null {
  return places.get(table)?.get(upload) ?? null;
}

/** Keeps a minted upload under its ULID; done again it changes nothing. */
export async function putUpload(table: Table, upload: Upload): Promise<void> {
  await table.putIfAbsent(uploadKey(upload.upload), upload);
  remember(table, upload);
}

/** Null where no upload of this id was ever minted. */
export async function readUpload(table: Table, upload: string): Promise<Upload | null> {
  const row = await table.get(uploadKey(upload));
  if (!row) return null;
  const found = Upload.parse(row);
  remember(table, found);
  return found;
}

/** The uploads minted on one UTC day (`yyyy-mm-dd`), oldest first, page by page; those after `after`, an id, or '' for all. */
export async function* uploadPages(table: Table, day: string, after: string): AsyncGenerator<Upload[]> {
  for await (const rows of queryPages(table, uploadsOfDayAfter(day, after))) {
    yield rows.map((row) => Upload.parse(row)).filter(({ upload }) => upload !== after);
  }
}

/** Those minted from `from` up to `to` (milliseconds), the second left out, oldest first: one Query a UTC day. */
export async function readUploadsBetween(table: Table, from: number, to: number): Promise<Upload[]> {
  const found: Upload[] = [];
  for (let begins = from; begins < to; ) {
    const ends = Math.min(to, begins - (begins % dayLength) + dayLength);
    const day = new Date(begins).toISOString().slice(0, 10);
    const rows = await queryAll(table, uploadsBetween(day, begins, ends), { mayLag: true });
    found.push(...rows.map((row) => Upload.parse(row)));
    begins = ends;
  }
  return found;
}

const dayLength = 86_400_000;

/** All of one UTC day, oldest first. */
export async function readUploadsOfDay(table: Table, day: string): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for await (const page of uploadPages(table, day, '')) uploads.push(...page);
  return uploads;
}
