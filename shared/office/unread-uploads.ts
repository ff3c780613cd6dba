import type { Upload } from '../filing/version.ts';
import type { Store } from '../ports/store.ts';
import type { Table } from '../ports/table.ts';
import { readVersion } from '../records/filings.ts';
import { inboxObject } from '../records/keys.ts';
import { readUploadsOfDay } from '../records/uploads.ts';

export interface UnreadUpload {
  readonly upload: Upload;
  /** S3's time, ISO 8601. */
  readonly receivedAt: string;
}

// A policy lives an hour and the event comes within minutes: three days are ample, and stay cheap to ask for.
const days = 3;
/** Links that were minted and never used are many on a busy day; one after the other they would fill the hour. */
const askedAtOnce = 25;

/** The uploads minted in the three days before `at` whose file has come but has no version yet. */
export async function unreadUploads(
  { table, store }: { table: Table; store: Store },
  at: string,
): Promise<UnreadUpload[]> {
  const found: (UnreadUpload | null)[] = [];
  for (const day of lastDays(at)) {
    const minted = await readUploadsOfDay(table, day);
    for (let first = 0; first < minted.length; first += askedAtOnce) {
      const some = minted.slice(first, first + askedAtOnce);
      found.push(...(await Promise.all(some.map((upload) => unreadOne(table, store, upload)))));
    }
  }
  return found.filter((each) => each !== null);
}

async function unreadOne(table: Table, store: Store, upload: Upload): Promise<UnreadUpload | null> {
  if (await readVersion(table, upload)) return null;
  const receivedAt = await store.arrival(inboxObject(upload.upload));
  return receivedAt === null ? null : { upload, receivedAt };
}

/** UTC days, oldest first; the fourth because three days back from the afternoon begin on it. */
function lastDays(at: string): string[] {
  return Array.from({ length: days + 1 }, (_, index) =>
    new Date(Date.parse(at) - (days - index) * 86_400_000).toISOString().slice(0, 10),
  );
}
