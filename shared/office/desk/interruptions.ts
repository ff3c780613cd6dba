/** What the records know of interruptions: shown to whoever is about to give units more hours. */
import pMap from 'p-map';
import type { Upload } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readAttempts } from '../../records/attempts.ts';
import { readVersion } from '../../records/filings.ts';
import { inboxObject } from '../../records/keys.ts';
import { type Gap, readGaps, readWatermark } from '../../records/runs.ts';
import { readUploadsBetween } from '../../records/uploads.ts';

export interface Interruptions {
  /** From when on the records were looked at, ISO 8601 in UTC: the newest uploads alone where they are many. */
  readonly uploadsSince: string;
  readonly since: string;
  /** Up to which hour the schedule's work is done; null where the regime was never applied. */
  readonly scheduleDone: string | null;
  /** Hours whose work was done late, oldest first. */
  readonly gaps: readonly Gap[];
  readonly uploads: {
    /** Announced by a unit of the regime, with a link that is over or more than ten minutes old. */
    readonly looked: number;
    /** Announced, and the file never came: the line broke, or somebody thought better of it. */
    readonly notCome: number;
    /** Come, and not read yet. */
    readonly unread: number;
    /** Read more than ten minutes after they came. */
    readonly readLate: number;
    /** Of which an attempt at reading was cut off. */
    readonly cutOff: number;
  };
}

/** Two days: an office that hears on Monday of what broke on Saturday. */
const lookedBack = 48;
/** Two or three small reads each; as many as a morning brings. */
const mostUploads = 300;
const hour = 3_600_000;
/** What is younger may still be on its way. */
const patience = 10 * 60_000;
const atOnce = 25;

/** In reads bounded whatever has been filed. */
export async function interruptionsOf(
  { table, store, clock }: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  regime: string,
): Promise<Interruptions> {
  const now = Date.parse(clock.now());
  const since = new Date(now - lookedBack * hour).toISOString();
  const [scheduleDone, gaps, { uploads, from }] = await Promise.all([
    readWatermark(table, regime),
    readGaps(table, regime, since),
    newestUploads(table, regime, now),
  ]);
  const known = await pMap(uploads, (upload) => whatBecame({ table, store }, upload), {
    concurrency: atOnce,
  });
  const count = (is: (one: Became) => boolean) => known.filter(is).length;
  return {
    since,
    uploadsSince: new Date(from).toISOString(),
    scheduleDone,
    gaps,
    uploads: {
      looked: known.length,
      notCome: count(({ state }) => state === 'not-come'),
      unread: count(({ state }) => state === 'unread'),
      readLate: count(({ state }) => state === 'read-late'),
      cutOff: count(({ cutOff }) => cutOff),
    },
  };
}

type Records = Pick<Dependencies, 'table' | 'store'>;

/** Backwards by spans that double, an hour first, until there are enough: few reads, whether a day was busy or not. */
async function newestUploads(table: Records['table'], regime: string, now: number) {
  const uploads: Upload[] = [];
  const end = now - patience;
  const begin = now - lookedBack * hour;
  let from = end;
  for (let span = hour; from > begin && uploads.length < mostUploads; span *= 2) {
    const to = from;
    from = Math.max(begin, to - span);
    const found = await readUploadsBetween(table, from, to);
    uploads.push(...found.filter((each) => each.regime === regime).toReversed());
  }
  return { uploads: uploads.slice(0, mostUploads), from };
}

interface Became {
  readonly state: 'not-come' | 'unread' | 'read-late' | 'read';
  readonly cutOff: boolean;
}

async function whatBecame({ table, store }: Records, upload: Upload): Promise<Became> {
  const [version, attempts] = await Promise.all([
    readVersion(table, upload),
    readAttempts(table, upload.upload),
  ]);
  const cutOff = (attempts?.begun ?? 0) > 1;
  if (version) {
    const waited = Date.parse(version.recordedAt) - Date.parse(version.receivedAt);
    return { state: waited > patience ? 'read-late' : 'read', cutOff };
  }
  const came = await store.arrival(inboxObject(upload.upload));
  return { state: came === null ? 'not-come' : 'unread', cutOff };
}
