/**
 * The way of one file: checksum → mint → send → wait for the verdict, with patience for bad networks. Free of DOM:
 * whatever touches the browser is handed in.
 */

import { RejectError } from '../../../../shared/vocabulary/errors.ts';
import type { Mint, UploadReport } from '../../contract/uploads.ts';
import { type Api, ApiRefused, NetworkLost } from '../api.ts';
import { TransferLost, TransferRefused } from './transfer-errors.ts';
import type { SentFile, UploadEvent } from './upload-states.ts';

/** What is needed to ask for the verdict of a file that has been minted. */
export interface MintedFile {
  readonly uploadId: string;
  readonly sha256: string;
}

export interface Carrier {
  readonly api: Pick<Api, 'mint' | 'upload'>;
  /** SHA-256, 64 lower-case hex characters. Throws FileUnreadable or DigestUnavailable. */
  digest(file: Blob): Promise<string>;
  /** Puts the file. Throws TransferLost or TransferRefused; TransferLost too where `signal` stopped it. */
  transfer(mint: Mint, file: Blob, progress: (sent: number) => void, signal: AbortSignal): Promise<void>;
  /** Resolves after that many ms, or at once when `signal` fires. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

interface Way {
  readonly signal: AbortSignal;
  readonly emit: (event: UploadEvent) => void;
}

const mostAttempts = 8;
const mostFreshMints = 2;

/** Seconds before the given attempt (from 2): 1, 2, 4, 8, 16, then 30. */
export function backOff(attempt: number): number {
  return Math.min(30, 2 ** (attempt - 2));
}

/** Milliseconds before the nth question for a verdict (from 0): growing from 0.8 s to 10 s. */
export function pollPause(round: number): number {
  return Math.min(10_000, Math.round(800 * 1.35 ** round));
}

/** After that many ms the page says that reading takes longer than usual. */
const slowAfter = 45_000;

/** The person pressed the button that stops it. */
export class Stopped extends RejectError {
  override readonly name = 'Stopped';
  readonly code = 'STOPPED';
  readonly mendable = true;
}

/** The file was minted once, but its bytes are not there and nobody is sending them. */
export class NeverArrived extends RejectError {
  override readonly name = 'NeverArrived';
  readonly code = 'NEVER_ARRIVED';
  readonly mendable = true;
}

/**
 * Sends a file; answers when it has arrived. `minted` is called before the first byte leaves, so that a reload knows.
 * Throws Stopped, and whatever patience did not help against.
 */
export async function sendOne(
  carrier: Carrier,
  wanted: { readonly about: SentFile; readonly file: File; readonly sender: string },
  way: Way,
  minted: (as: MintedFile) => void,
): Promise<MintedFile> {
  const { about, file } = wanted;
  const sha256 = await carrier.digest(file);
  const freshMint = async () => {
    way.emit({ kind: 'mint' });
    const sender = wanted.sender.trim();
    const request = { period: about.period, fileName: about.name, size: about.size, sha256 };
    const mint = await patiently(
      carrier,
      () => carrier.api.mint({ ...request, ...(sender && { sender }) }),
      mostAttempts,
      way,
    );
    minted({ uploadId: mint.uploadId, sha256 });
    return mint;
  };
  let mint = await freshMint();
  let freshMints = 0;
  for (let attempt = 2; ; attempt += 1) {
    if (way.signal.aborted) throw new Stopped('stopped by the person');
    way.emit({ kind: 'send' });
    try {
      await carrier.transfer(mint, file, (sent) => way.emit({ kind: 'progress', sent }), way.signal);
      return { uploadId: mint.uploadId, sha256 };
    } catch (error) {
      if (way.signal.aborted) throw new Stopped('stopped by the person', { cause: error });
      // It stores once: the file is there, and the answer that said so was lost.
      if (error instanceof TransferRefused && error.status === 412) {
        return { uploadId: mint.uploadId, sha256 };
      }
      // S3 answers 403 once the hour is over and 400 to a line that fell silent: both deserve a new mint.
      if (error instanceof TransferRefused && (error.status === 403 || error.status === 400)) {
        if (freshMints === mostFreshMints) throw error;
        freshMints += 1;
        mint = await freshMint();
        continue;
      }
      const passes =
        (error instanceof TransferLost || error instanceof TransferRefused) && error.outcome === 'retry';
      if (!passes || attempt > mostAttempts) throw error;
      await waitBefore(carrier, attempt, way);
      // The file may have arrived although the answer was lost; then nothing is sent twice.
      const { uploadId } = mint;
      const known = await patiently(carrier, () => carrier.api.upload(uploadId), mostAttempts, way);
      if (known.state === 'expired') mint = await freshMint();
      else if (known.state !== 'minted') return { uploadId, sha256 };
    }
  }
}

/**
 * Asks until there is a verdict, and tells it. `mustHaveCome`: a file that is still missing will never come. Throws
 * NeverArrived, Stopped, and what no waiting helps against.
 */
export async function awaitVerdict(
  carrier: Carrier,
  minted: MintedFile,
  mustHaveCome: boolean,
  way: Way,
): Promise<void> {
  const { uploadId, sha256 } = minted;
  let waited = 0;
  for (let round = 0; ; round += 1) {
    const report = await patiently(
      carrier,
      () => carrier.api.upload(uploadId),
      Number.POSITIVE_INFINITY,
      way,
    );
    if (isVerdict(report)) {
      way.emit({ kind: 'verdict', uploadId, sha256, report });
      return;
    }
    if (report.state === 'expired' || (report.state === 'minted' && mustHaveCome)) {
      throw new NeverArrived(`upload ${uploadId} is ${report.state}`);
    }
    if (report.state === 'received') way.emit({ kind: 'began' });
    await wait(carrier, pollPause(round), way);
    waited += pollPause(round);
    if (waited > slowAfter) way.emit({ kind: 'slow' });
  }
}

/** Asks the API again and again while the failure may pass. */
async function patiently<T>(carrier: Carrier, ask: () => Promise<T>, attempts: number, way: Way): Promise<T> {
  for (let attempt = 2; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const passes =
        (error instanceof NetworkLost || error instanceof ApiRefused) && error.outcome === 'retry';
      if (!passes || attempt > attempts) throw error;
      await waitBefore(carrier, attempt, way);
    }
  }
}

async function waitBefore(carrier: Carrier, attempt: number, way: Way): Promise<void> {
  const seconds = backOff(attempt);
  way.emit({ kind: 'retry', retry: { attempt, seconds } });
  await wait(carrier, seconds * 1000, way);
}

async function wait({ pause }: Carrier, ms: number, { signal }: Way): Promise<void> {
  await pause(ms, signal);
  if (signal.aborted) throw new Stopped('stopped by the person');
}

function isVerdict({ state }: UploadReport): boolean {
  return state !== 'minted' && state !== 'expired' && state !== 'received';
}
