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
/** Clocks differ, and an object may be listed a moment after its link has ended. */
const slack = 10 * 60_000;
/** Links that were minted and never used are many on a busy day; one after the other they would fill the hour. */
const askedAtOnce = 25;

/** Some uploads, oldest first, and which of them have no version though their file has come. */
interface UnreadPage {
  readonly unread: readonly UnreadUpload[];
  readonly looked: number;
  /** The id of the last one looked at. */
  readonly last: string;
  /** Nothing can come of any of them any more: the links are over, and each file that came has its version. */
  readonly settled: boolean;
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
    const states = await pMap(page, (upload) => stateOf(table, store, upload), { concurrency: askedAtOnce });
    const last = page.at(-1)?.upload;
    if (last === undefined) continue;
    const unread = states.filter((state) => state !== null && state !== 'read');
    // While a link lives, another minted in the same moment may still come to stand before it.
    const over = page.every(({ expiresAt }) => Date.parse(expiresAt) < Date.parse(at) - slack);
    yield { unread, looked: page.length, last, settled: over && unread.length === 0 };
  }
}

async function* mintedPages(table: Table, at: string, after: string): AsyncGenerator<Upload[]> {
  for (const day of lastDays(at)) {
    if (after !== '' && dayOfUpload(after) > day) continue;
    yield* uploadPages(table, day, after);
  }
}

/** `read`: there is a version; null: its file has not come. */
async function stateOf(table: Table, store: Store, upload: Upload): Promise<'read' | UnreadUpload | null> {
  return (await readVersion(table, upload)) ? 'read' : arrived(store, upload);
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
