/** One file's upload as a machine: which states there are, and what leads from one to the next. No DOM, no network. */
import type { UploadReport } from '../../contract/uploads.ts';

/** What the page knows of the file it sends. */
export interface SentFile {
  readonly period: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export type Failure =
  | { readonly kind: 'network' }
  /** The bucket refused the form: its HTTP status. */
  | { readonly kind: 'storage'; readonly status: number }
  /** The file cannot be read on this device any more. */
  | { readonly kind: 'file' }
  | { readonly kind: 'browser' }
  /** The API said no, in its own words. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unexpected' }
  /** The page was closed before the file had arrived. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'stopped' };

interface Retry {
  /** Counts from 2: the attempt that comes next. */
  readonly attempt: number;
  readonly seconds: number;
}

export type UploadState =
  /** Another file goes first. */
  | { readonly step: 'waiting'; readonly file: SentFile }
  | { readonly step: 'checking'; readonly file: SentFile }
  | { readonly step: 'minting'; readonly file: SentFile; readonly retry: Retry | null }
  | { readonly step: 'sending'; readonly file: SentFile; readonly sent: number; readonly retry: Retry | null }
  /** The bucket has the file; `began` is false until the server says that it knows of it. */
  | {
      readonly step: 'reading';
      readonly file: SentFile;
      readonly began: boolean;
      readonly slow: boolean;
      readonly retry: Retry | null;
    }
  | {
      readonly step: 'done';
      readonly file: SentFile;
      readonly uploadId: string;
      readonly sha256: string;
      readonly report: UploadReport;
    }
  | { readonly step: 'failed'; readonly file: SentFile; readonly failure: Failure; readonly at: Stage };

export type UploadEvent =
  | { readonly kind: 'start' }
  /** Sent once more after a failure. */
  | { readonly kind: 'again' }
  /** The file may have arrived already; its verdict is asked for. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'mint' }
  | { readonly kind: 'send' }
  /** Bytes handed over so far. */
  | { readonly kind: 'progress'; readonly sent: number }
  | { readonly kind: 'retry'; readonly retry: Retry }
  | { readonly kind: 'stored' }
  | { readonly kind: 'began' }
  | { readonly kind: 'slow' }
  | {
      readonly kind: 'verdict';
      readonly uploadId: string;
      readonly sha256: string;
      readonly report: UploadReport;
    }
  | { readonly kind: 'fail'; readonly failure: Failure };

/** Where a file is, as the unit sees it, in this order. */
export const stages = ['checking', 'sending', 'received', 'reading', 'result'] as const;
export type Stage = (typeof stages)[number];

export type BusyState = Exclude<UploadState, { readonly step: 'done' | 'failed' }>;

/** True while a file is under way or waits for its turn. */
export function isBusy(state: UploadState): state is BusyState {
  return state.step !== 'done' && state.step !== 'failed';
}

/** True while the file is not wholly with the server: closing the page would lose it. */
export function isUnsent(state: UploadState): boolean {
  return isBusy(state) && state.step !== 'reading';
}

/** The next state; an event that does not fit the state leaves it as it is. */
export function next(state: UploadState, event: UploadEvent): UploadState {
  const { file } = state;
  if (event.kind === 'again') return isBusy(state) ? state : { step: 'waiting', file };
  if (event.kind === 'start') return state.step === 'waiting' ? { step: 'checking', file } : state;
  if (event.kind === 'resume') {
    const idle = state.step === 'waiting' || state.step === 'failed';
    return idle ? { step: 'reading', file, began: false, slow: false, retry: null } : state;
  }
  if (!isBusy(state)) return state;
  switch (event.kind) {
    case 'mint':
      return { step: 'minting', file, retry: null };
    case 'send':
      return { step: 'sending', file, sent: 0, retry: null };
    case 'progress':
      // A browser may count more than the body: the figure never passes the file's size.
      return state.step === 'sending'
        ? { ...state, sent: Math.min(event.sent, file.size), retry: null }
        : state;
    case 'retry':
      if (state.step === 'waiting' || state.step === 'checking') return state;
      // The next attempt starts from the first byte; a full bar would promise too much.
      return state.step === 'sending'
        ? { ...state, sent: 0, retry: event.retry }
        : { ...state, retry: event.retry };
    case 'stored':
      return { step: 'reading', file, began: false, slow: false, retry: null };
    case 'began':
      return state.step === 'reading' ? { ...state, began: true, retry: null } : state;
    case 'slow':
      return state.step === 'reading' ? { ...state, slow: true } : state;
    case 'verdict':
      return { step: 'done', file, uploadId: event.uploadId, sha256: event.sha256, report: event.report };
    case 'fail':
      return { step: 'failed', file, failure: event.failure, at: stageOf(state) ?? 'checking' };
  }
}

/** The stage to light up; null while the file waits for its turn. */
export function stageOf(state: UploadState): Stage | null {
  switch (state.step) {
    case 'waiting':
      return null;
    case 'checking':
      return 'checking';
    case 'minting':
    case 'sending':
      return 'sending';
    case 'reading':
      return state.began ? 'reading' : 'received';
    case 'done':
      return 'result';
    case 'failed':
      return state.at;
  }
}

/** True where the same file may be tried again; `inHand`: this page still has its bytes. */
export function mayTryAgain(state: UploadState, inHand: boolean): boolean {
  if (state.step !== 'failed') return false;
  if (state.failure.kind === 'interrupted' || state.failure.kind === 'file') return false;
  return inHand || hasArrived(state);
}

/** True where only the verdict is missing: the file need not be sent once more. */
export function hasArrived(state: UploadState): boolean {
  const stage = stageOf(state);
  return stage === 'received' || stage === 'reading' || stage === 'result';
}
