/** The files under way: sent one after the other, each with its own states; their verdicts are awaited side by side. */
import { ApiRefused, NetworkLost } from '../api.ts';
import { awaitVerdict, type Carrier, type MintedFile, NeverArrived, Stopped, sendOne } from './one-upload.ts';
import { DigestUnavailable, FileUnreadable, TransferLost, TransferRefused } from './transfer-errors.ts';
import {
  type Failure,
  hasArrived,
  isBusy,
  next,
  type SentFile,
  type UploadEvent,
  type UploadState,
} from './upload-states.ts';

/** What is remembered of an upload over a reload; without `minted` it had not had its turn. */
export interface KeptUpload extends SentFile {
  readonly minted: MintedFile | null;
}

export interface Upload {
  /** Of this page alone; it never leaves it. */
  readonly id: number;
  readonly state: UploadState;
  /** True while the page has the file's bytes; a browser does not give them back after a reload. */
  readonly inHand: boolean;
}

export interface UploadMemory {
  read(): readonly KeptUpload[];
  keep(uploads: readonly KeptUpload[]): void;
}

export interface UploadDependencies extends Carrier {
  readonly memory: UploadMemory;
}

export interface Uploads {
  /** In the order of sending. */
  all(): readonly Upload[];
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /**
   * Sends files for one period; while others are under way nothing happens, so that a double click sends nothing
   * twice. Resolves when each has its verdict or has failed.
   */
  start(period: string, files: readonly File[], sender: string): Promise<void>;
  /** Goes on with what a closed page left behind, if anything. */
  resume(): Promise<void>;
  /** Tries a failed one again: its sending, or only its verdict where it has arrived. */
  retry(id: number): Promise<void>;
  /** Stops the file that is being sent and those that wait for their turn. */
  stop(): void;
  /** Back to the start, once nothing is under way. */
  forget(): void;
}

interface Held extends Upload {
  readonly file: File | null;
  readonly sender: string;
  readonly minted: MintedFile | null;
  readonly controller: AbortController;
}

/** The uploads of this tab: sent one after the other, awaited side by side, remembered over a reload. */
export function createUploads({ memory, ...carrier }: UploadDependencies): Uploads {
  let held: readonly Held[] = [];
  let lastId = 0;
  let remembered = '[]';
  let sending = false;
  const listeners = new Set<() => void>();

  function put(following: readonly Held[]): void {
    held = following;
    const kept = held.filter(isWorthKeeping).map(({ state, minted }) => ({ ...state.file, minted }));
    // A progress changes nothing that is worth writing down.
    const asText = JSON.stringify(kept);
    if (asText !== remembered) memory.keep(kept);
    remembered = asText;
    for (const listener of listeners) listener();
  }

  function change(id: number, of: (one: Held) => Partial<Held>): void {
    put(held.map((one) => (one.id === id ? { ...one, ...of(one) } : one)));
  }

  function emit(id: number, event: UploadEvent): void {
    const before = held.find((one) => one.id === id)?.state;
    if (!before) return;
    const state = next(before, event);
    if (state !== before) change(id, () => ({ state }));
  }

  function hold(about: SentFile, file: File | null, sender: string, minted: MintedFile | null): Held {
    lastId += 1;
    const controller = new AbortController();
    const inHand = file !== null;
    return {
      id: lastId,
      state: { step: 'waiting', file: about },
      ...{ inHand, file, sender, minted, controller },
    };
  }

  /** Works for one upload; what goes wrong is told there. Throws only what nobody expected. */
  async function work(id: number, how: () => Promise<void>): Promise<void> {
    try {
      await how();
    } catch (error) {
      const failure = failureOf(error);
      emit(id, { kind: 'fail', failure });
      if (failure.kind === 'unexpected') throw error;
    }
  }

  const wayOf = ({ id, controller }: Held) => ({
    signal: controller.signal,
    emit: (event: UploadEvent) => emit(id, event),
  });

  function verdictOf(one: Held, minted: MintedFile, mustHaveCome: boolean): Promise<void> {
    return work(one.id, () => awaitVerdict(carrier, minted, mustHaveCome, wayOf(one)));
  }

  /** Sends whatever waits, one file at a time: a slow line is not faster for being shared. */
  async function sendWaiting(): Promise<void> {
    if (sending) return;
    sending = true;
    const working: Promise<void>[] = [];
    try {
      for (let one = firstWaiting(); one; one = firstWaiting()) {
        const current = one;
        const { id, file, sender } = current;
        emit(id, { kind: 'start' });
        const sent = work(id, async () => {
          if (!file) throw new NeverArrived(`${current.state.file.name} was never sent`);
          const about = current.state.file;
          const minted = await sendOne(carrier, { about, file, sender }, wayOf(current), (as) =>
            change(id, () => ({ minted: as })),
          );
          emit(id, { kind: 'stored' });
          working.push(verdictOf(current, minted, false));
        });
        working.push(sent);
        await sent.catch(() => undefined);
      }
    } finally {
      sending = false;
    }
    await Promise.all(working);
  }

  const firstWaiting = () => held.find(({ state }) => state.step === 'waiting');

  return {
    all: () => held,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(period, files, sender) {
      if (held.some(({ state }) => isBusy(state))) return;
      put(files.map((file) => hold({ period, name: file.name, size: file.size }, file, sender, null)));
      await sendWaiting();
    },
    async resume() {
      const kept = memory.read();
      if (kept.length === 0 || held.length > 0) return;
      put(kept.map(({ minted, ...about }) => hold(about, null, '', minted)));
      await Promise.all(
        held.map((one) => {
          const { minted } = one;
          if (minted) {
            emit(one.id, { kind: 'resume' });
            return verdictOf(one, minted, true);
          }
          return work(one.id, () => Promise.reject(new NeverArrived('it had not had its turn')));
        }),
      );
    },
    async retry(id) {
      const one = held.find((each) => each.id === id);
      if (one?.state.step !== 'failed') return;
      change(id, () => ({ controller: new AbortController() }));
      const fresh = held.find((each) => each.id === id) ?? one;
      if (hasArrived(one.state) && one.minted) {
        emit(id, { kind: 'resume' });
        await verdictOf(fresh, one.minted, true);
      } else if (one.file) {
        emit(id, { kind: 'again' });
        await sendWaiting();
      }
    },
    stop() {
      for (const { id, state, controller } of held) {
        if (state.step === 'waiting') emit(id, { kind: 'fail', failure: { kind: 'stopped' } });
        else if (isBusy(state) && state.step !== 'reading') controller.abort();
      }
    },
    forget() {
      if (held.some(({ state }) => isBusy(state))) return;
      put([]);
    },
  };
}

/** A failure that the person has been told needs no memory; after a broken line the file may have arrived. */
function isWorthKeeping({ state }: Held): boolean {
  return state.step !== 'failed' || state.failure.kind === 'network';
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
