/** Whether a file is read once more: its attempts are counted, not the queue's receives. */
import type { Upload } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { newUlid } from '../../ports/randomness.ts';
import {
  type Attempts,
  beginAttempt,
  readAttempts,
  takeBackAttempt,
  takeBackUnanswered,
} from '../../records/attempts.ts';
import { RetryError } from '../../vocabulary/errors.ts';

type Needs = Pick<Dependencies, 'table' | 'clock' | 'randomBytes'>;

/** Something that must be there is not there yet, or not readable now: the message is kept and comes again. */
export class FileNotReady extends RetryError {
  override readonly name = 'FileNotReady';
  readonly code = 'FILE_NOT_READY';
  readonly mendable = false;
}

/**
 * Attempts after which a file is not read any more: what stopped both would stop a third. One that was read, and whose
 * copy was what stopped it, is read once more, without a copy.
 */
const mostAttempts = 2;

/** The function's time-out (infra/intake.ts) and a little: an attempt begun before is over, however it ended. */
export const attemptSeconds = 90;

export interface Attempt extends Pick<Attempts, 'receivedAt' | 'copying'> {
  /** Nothing is read any more. */
  readonly isLast: boolean;
}

/**
 * Counts this attempt before the file is fetched. The queue's receives are not asked: they count throttles, failed starts
 * and outages, too.
 */
export async function attempt(dependencies: Needs, { upload }: Upload): Promise<Attempt> {
  const { table, clock, randomBytes } = dependencies;
  const by = newUlid(randomBytes, Date.parse(clock.now()));
  // Nearly every file is met for the first time: that nobody has counted it yet is what the write itself finds out.
  const first = await begin(table, upload, { known: null, now: clock.now(), by });
  if (first !== null) return { ...first, isLast: false };
  for (;;) {
    const known = await readAttempts(table, upload);
    const now = clock.now();
    // It was counted, and only the answer was lost: the call was made again by itself.
    if (known?.by === by) return { ...known, isLast: false };
    if (known !== null && known.begun >= mostAttempts + (known.copying ? 1 : 0)) {
      // The same event may come three times at once; nobody gives up a file that others are just reading.
      const over = Date.parse(known.lastBegun) + attemptSeconds * 1000;
      if (Date.parse(now) < over) throw new FileNotReady(`upload ${upload} is being read by others`);
      return { ...known, isLast: true };
    }
    const begun = await begin(table, upload, { known, now, by });
    if (begun !== null) return { ...begun, isLast: false };
  }
}

/** Begins the attempt; one whose counting got no answer does not count. */
async function begin(
  table: Needs['table'],
  upload: string,
  attempted: Parameters<typeof beginAttempt>[2],
): Promise<Attempts | null> {
  try {
    return await beginAttempt(table, upload, attempted);
  } catch (error) {
    await takeBackUnanswered(table, upload, attempted.by);
    throw error;
  }
}

/** Work whose failure is none of the file's: with it the attempt no longer counts. */
export async function notCounted<T>(
  { table }: Pick<Needs, 'table'>,
  { upload }: Upload,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await takeBackAttempt(table, upload);
    throw error;
  }
}
