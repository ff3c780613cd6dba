/**
 * The way of one file: checksum → mint → send → wait for the verdict, with patience for bad networks. Free of DOM:
 * whatever touches the browser is handed in.
 */

import type { Mint, UploadReport } from './answers.ts';
import { type Api, ApiRefused, NetworkLost } from './api.ts';
import { DigestUnavailable, FileUnreadable, TransferLost, TransferRefused } from './transfer-errors.ts';
import {
  type Failure,
  isBusy,
  next,
  type SentFile,
  type UploadEvent,
  type UploadState,
} from './upload-states.ts';

/** What is remembered of a running upload, so that a reload can go on asking for its verdict. */
export interface KeptUpload extends SentFile {
  readonly uploadId: string;
  readonly sha256: string;
}

export interface UploadDependencies {
  readonly api: Pick<Api, 'mint' | 'upload'>;
  /** SHA-256, 64 lower-case hex characters. Throws FileUnreadable or DigestUnavailable. */
  digest(file: Blob): Promise<string>;
  /** Posts the form. Throws TransferLost or TransferRefused; TransferLost too where `signal` stopped it. */
  transfer(mint: Mint, file: Blob, progress: (sent: number) => void, signal: AbortSignal): Promise<void>;
  /** Resolves after that many ms, or at once when `signal` fires. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  readonly memory: { read(): KeptUpload | null; keep(upload: KeptUpload): void; forget(): void };
}

export interface Uploads {
  state(): UploadState;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Sends a file; while another is under way nothing happens, so that a double click makes one upload. */
  start(period: string, file: File, sender: string): Promise<void>;
  /** Goes on with what a closed page left behind, if anything. */
  resume(): Promise<void>;
  /** Stops before the file has arrived. */
  stop(): void;
  /** Back to the start, once nothing is under way. */
  forget(): void;
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

class Stopped extends Error {
  override readonly name = 'Stopped';
}

class NeverArrived extends Error {
  override readonly name = 'NeverArrived';
}

export function createUploads({ api, digest, transfer, pause, memory }: UploadDependencies): Uploads {
  let state: UploadState = { step: 'idle' };
  let controller = new AbortController();
  const listeners = new Set<() => void>();

  function emit(event: UploadEvent): void {
    const following = next(state, event);
    if (following === state) return;
    state = following;
    for (const listener of listeners) listener();
  }

  async function wait(ms: number): Promise<void> {
    await pause(ms, controller.signal);
    if (controller.signal.aborted) throw new Stopped('stopped by the person');
  }

  async function waitBefore(attempt: number): Promise<void> {
    const seconds = backOff(attempt);
    emit({ kind: 'retry', retry: { attempt, seconds } });
    await wait(seconds * 1000);
  }

  /** Asks the API again and again while the failure may pass. */
  async function patiently<T>(ask: () => Promise<T>, attempts: number): Promise<T> {
    for (let attempt = 2; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        const passes = error instanceof NetworkLost || (error instanceof ApiRefused && error.isPassing);
        if (!passes || attempt > attempts) throw error;
        await waitBefore(attempt);
      }
    }
  }

  async function send(file: File, period: string, sha256: string, sender: string): Promise<KeptUpload> {
    const sent: SentFile = { period, name: file.name, size: file.size };
    const freshMint = async () => {
      emit({ kind: 'mint' });
      const wanted = { period, fileName: file.name, size: file.size, sha256, ...(sender && { sender }) };
      const mint = await patiently(() => api.mint(wanted), mostAttempts);
      memory.keep({ ...sent, uploadId: mint.uploadId, sha256 });
      return mint;
    };
    let mint = await freshMint();
    let freshMints = 0;
    for (let attempt = 2; ; attempt += 1) {
      if (controller.signal.aborted) throw new Stopped('stopped by the person');
      emit({ kind: 'send' });
      try {
        await transfer(mint, file, (bytes) => emit({ kind: 'progress', sent: bytes }), controller.signal);
        return { ...sent, uploadId: mint.uploadId, sha256 };
      } catch (error) {
        if (controller.signal.aborted) throw new Stopped('stopped by the person', { cause: error });
        // S3 answers 403 to an outlived form and 400 to a line that fell silent: both deserve a new form.
        if (error instanceof TransferRefused && (error.status === 403 || error.status === 400)) {
          if (freshMints === mostFreshMints) throw error;
          freshMints += 1;
          mint = await freshMint();
          continue;
        }
        const passes =
          error instanceof TransferLost || (error instanceof TransferRefused && error.status >= 500);
        if (!passes || attempt > mostAttempts) throw error;
        await waitBefore(attempt);
        // The file may have arrived although the answer was lost; then nothing is sent twice.
        const { uploadId } = mint;
        const { state: known } = await patiently(() => api.upload(uploadId), mostAttempts);
        if (known === 'expired') mint = await freshMint();
        else if (known !== 'minted') return { ...sent, uploadId, sha256 };
      }
    }
  }

  /** Asks until there is a verdict. `mustHaveCome`: a file that is still missing will never come. */
  async function awaitVerdict(kept: KeptUpload, mustHaveCome: boolean): Promise<void> {
    let waited = 0;
    for (let round = 0; ; round += 1) {
      const report = await patiently(() => api.upload(kept.uploadId), Number.POSITIVE_INFINITY);
      if (isVerdict(report)) {
        emit({ kind: 'verdict', uploadId: kept.uploadId, sha256: kept.sha256, report });
        return;
      }
      if (report.state === 'expired' || (report.state === 'minted' && mustHaveCome)) {
        throw new NeverArrived(`upload ${kept.uploadId} is ${report.state}`);
      }
      if (report.state === 'received') emit({ kind: 'began' });
      await wait(pollPause(round));
      waited += pollPause(round);
      if (waited > slowAfter) emit({ kind: 'slow' });
    }
  }

  async function run(work: () => Promise<void>): Promise<void> {
    controller = new AbortController();
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'network') memory.forget();
      emit({ kind: 'fail', failure });
      if (failure.kind === 'unexpected') throw error;
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(period, file, sender) {
      if (isBusy(state)) return;
      emit({ kind: 'start', file: { period, name: file.name, size: file.size } });
      await run(async () => {
        const kept = await send(file, period, await digest(file), sender.trim());
        emit({ kind: 'stored' });
        await awaitVerdict(kept, false);
      });
    },
    async resume() {
      const kept = memory.read();
      if (!kept || isBusy(state)) return;
      emit({ kind: 'resume', file: { period: kept.period, name: kept.name, size: kept.size } });
      await run(() => awaitVerdict(kept, true));
    },
    stop() {
      if (state.step === 'minting' || state.step === 'sending') controller.abort();
    },
    forget() {
      if (isBusy(state)) return;
      memory.forget();
      emit({ kind: 'forget' });
    },
  };
}

function isVerdict({ state }: UploadReport): boolean {
  return state !== 'minted' && state !== 'expired' && state !== 'received';
}

function failureOf(error: unknown): Failure {
  if (error instanceof Stopped) return { kind: 'stopped' };
  if (error instanceof NeverArrived) return { kind: 'interrupted' };
  if (error instanceof NetworkLost || error instanceof TransferLost) return { kind: 'network' };
  if (error instanceof TransferRefused) return { kind: 'storage', status: error.status };
  if (error instanceof FileUnreadable) return { kind: 'file' };
  if (error instanceof DigestUnavailable) return { kind: 'browser' };
  if (error instanceof ApiRefused) return { kind: 'refused', message: error.message };
  return { kind: 'unexpected' };
}
