import pMap from 'p-map';
import type { Upload } from '../filing/version.ts';
import type { Store } from '../ports/store.ts';
import type { Table } from '../ports/table.ts';
import { isRecorded } from '../records/filings.ts';
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

/** How far back uploads are looked at for a period's count. */
const recentDays = 3;
/** And where nothing says from where on: longer than a cursor is kept, and nothing to ask for on days without uploads. */
const allDays = 41;
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
  /** The id up to which nothing can come any more: the links are over, and each file that came has its version. */
  readonly settledTo: string | null;
}

/** The uploads of one period minted in the three days before `at`, oldest first: an event comes within minutes. */
export async function mintedFor(table: Table, period: string, at: string): Promise<Upload[]> {
  const found: Upload[] = [];
  for await (const page of mintedPages(table, { at, after: '', days: recentDays })) {
    found.push(...page.filter((upload) => upload.period === period));
  }
  return found;
}

/** Those of the uploads whose file has come. */
export async function arrivedOf(
  store: Pick<Store, 'arrival'>,
  uploads: readonly Upload[],
): Promise<UnreadUpload[]> {
  const asked = await pMap(uploads, (upload) => arrived(store, upload), { concurrency: askedAtOnce });
  return asked.filter((each) => each !== null);
}

/**
 * The uploads minted before `at` whose file has come but has no version yet, page by page: those minted after `after`, an
 * id, however long ago that is (the hours may have failed for days), or '' for those of the last six weeks.
 */
export async function* unreadPages(
  { table, store }: Records,
  at: string,
  after: string,
): AsyncGenerator<UnreadPage> {
  const days = after === '' ? allDays : daysBetween(dayOfUpload(after), at);
  for await (const page of mintedPages(table, { at, after, days })) {
    const states = await pMap(page, (upload) => stateOf(table, store, upload), { concurrency: askedAtOnce });
    const last = page.at(-1)?.upload;
    if (last === undefined) continue;
    const unread = states.filter(isUnread);
    // While a link lives, another minted in the same moment may still come to stand before it.
    const isOver = ({ expiresAt }: Upload) => Date.parse(expiresAt) < Date.parse(at) - slack;
    const open = page.findIndex((upload, index) => !isOver(upload) || isUnread(states[index]));
    const settledTo = open === -1 ? last : (page[open - 1]?.upload ?? null);
    yield { unread, looked: page.length, last, settledTo };
  }
}

async function* mintedPages(
  table: Table,
  { at, after, days }: { readonly at: string; readonly after: string; readonly days: number },
): AsyncGenerator<Upload[]> {
  for (const day of lastDays(at, days)) yield* uploadPages(table, day, after);
}

/** `read`: there is a version; null: its file has not come. */
type State = 'read' | UnreadUpload | null;

function isUnread(state: State | undefined): state is UnreadUpload {
  return typeof state === 'object' && state !== null;
}

async function stateOf(table: Table, store: Store, upload: Upload): Promise<State> {
  return (await isRecorded(table, upload)) ? 'read' : arrived(store, upload);
}

async function arrived(store: Pick<Store, 'arrival'>, upload: Upload): Promise<UnreadUpload | null> {
  const receivedAt = await store.arrival(inboxObject(upload.upload));
  return receivedAt === null ? null : { upload, receivedAt };
}

/** UTC days, oldest first, of the time between so many days before `at` and `at`. */
function lastDays(at: string, days: number): string[] {
  return Array.from({ length: days + 1 }, (_, index) =>
    new Date(Date.parse(at) - (days - index) * dayLength).toISOString().slice(0, 10),
  );
}

/** From a UTC day (`yyyy-mm-dd`) to that of `at`; 0 where it lies behind. */
function daysBetween(day: string, at: string): number {
  return Math.max(0, Math.ceil((Date.parse(at.slice(0, 10)) - Date.parse(day)) / dayLength));
}

const dayLength = 86_400_000;
