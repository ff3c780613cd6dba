import pMap from 'p-map';
import type { Upload } from '../filing/version.ts';
import type { Store } from '../ports/store.ts';
import type { Table } from '../ports/table.ts';
import { readVersion } from '../records/filings.ts';
import { inboxObject } from '../records/keys.ts';
import { dayOfUpload, uploadPages } from '../records/uploads.ts';

interface Records {
  readonly table: Table;
  readonly store: Store;
}

export interface UnreadUpload {
  readonly upload: Upload;
  /** S3's time, ISO 8601. */
  readonly receivedAt: string;
}

// A policy lives an hour and the event comes within minutes: three days are ample, and stay cheap to ask for.
const days = 3;
/** Links that were minted and never used are many on a busy day; one after the other they would fill the hour. */
const askedAtOnce = 25;

/** Some uploads, oldest first, and which of them have no version though their file has come. */
interface UnreadPage {
  readonly unread: readonly UnreadUpload[];
  readonly looked: number;
  /** The id of the last one looked at. */
  readonly last: string;
}

/** The uploads of one period minted in the three days before `at`, oldest first. */
export async function mintedFor(table: Table, period: string, at: string): Promise<Upload[]> {
  const found: Upload[] = [];
  for await (const page of mintedPages(table, at, '')) {
    found.push(...page.filter((upload) => upload.period === period));
  }
  return found;
}

/** Those of the uploads whose file has come. */
export async function arrivedOf(store: Store, uploads: readonly Upload[]): Promise<UnreadUpload[]> {
  const asked = await pMap(uploads, (upload) => arrived(store, upload), { concurrency: askedAtOnce });
  return asked.filter((each) => each !== null);
}

/**
 * The uploads minted in the three days before `at` whose file has come but has no version yet, page by page; those
 * minted after `after`, an id, or '' for all of them.
 */
export async function* unreadPages(
  { table, store }: Records,
  at: string,
  after: string,
): AsyncGenerator<UnreadPage> {
  for await (const page of mintedPages(table, at, after)) {
    const asked = await pMap(page, (upload) => unreadOne(table, store, upload), { concurrency: askedAtOnce });
    const last = page.at(-1)?.upload;
    if (last === undefined) continue;
    yield { unread: asked.filter((each) => each !== null), looked: page.length, last };
  }
}

async function* mintedPages(table: Table, at: string, after: string): AsyncGenerator<Upload[]> {
  for (const day of lastDays(at)) {
    if (after !== '' && dayOfUpload(after) > day) continue;
    yield* uploadPages(table, day, after);
  }
}

async function unreadOne(table: Table, store: Store, upload: Upload): Promise<UnreadUpload | null> {
  return (await readVersion(table, upload)) ? null : arrived(store, upload);
}

async function arrived(store: Store, upload: Upload): Promise<UnreadUpload | null> {
  const receivedAt = await store.arrival(inboxObject(upload.upload));
  return receivedAt === null ? null : { upload, receivedAt };
}

/** UTC days, oldest first; the fourth because three days back from the afternoon begin on it. */
function lastDays(at: string): string[] {
  return Array.from({ length: days + 1 }, (_, index) =>
    new Date(Date.parse(at) - (days - index) * 86_400_000).toISOString().slice(0, 10),
  );
}
