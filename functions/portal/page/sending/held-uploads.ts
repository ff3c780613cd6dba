/** The uploads of this tab as they stand: who is told of each change, and what of them outlives a reload. */
import type { MintedFile } from './one-upload.ts';
import { next, type SentFile, type UploadEvent, type UploadState } from './upload-states.ts';

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

export interface HeldUpload extends Upload {
  readonly file: File | null;
  readonly sender: string;
  readonly minted: MintedFile | null;
  readonly controller: AbortController;
}

/** Files that wait for the line to come back; their names outlive a reload, the files themselves do not. */
export class HeldUploads {
  readonly #memory: UploadMemory;
  readonly #listeners = new Set<() => void>();
  #held: readonly HeldUpload[] = [];
  #lastId = 0;
  #remembered = '[]';

  constructor(memory: UploadMemory) {
    this.#memory = memory;
  }

  /** In the order of sending. */
  get all(): readonly HeldUpload[] {
    return this.#held;
  }

  find(id: number): HeldUpload | undefined {
    return this.#held.find((one) => one.id === id);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One that waits for its turn; it is held once it is put. */
  waiting(about: SentFile, { file = null, sender = '', minted = null }: Partial<HeldUpload>): HeldUpload {
    this.#lastId += 1;
    return {
      id: this.#lastId,
      state: { step: 'waiting', file: about },
      inHand: file !== null,
      file,
      sender,
      minted,
      controller: new AbortController(),
    };
  }

  put(following: readonly HeldUpload[]): void {
    this.#held = following;
    const kept = following.filter(isWorthKeeping).map(({ state, minted }) => ({ ...state.file, minted }));
    // A progress changes nothing that is worth writing down.
    const asText = JSON.stringify(kept);
    if (asText !== this.#remembered) this.#memory.keep(kept);
    this.#remembered = asText;
    for (const listener of this.#listeners) listener();
  }

  change(id: number, to: Partial<HeldUpload>): void {
    this.put(this.#held.map((one) => (one.id === id ? { ...one, ...to } : one)));
  }

  emit(id: number, event: UploadEvent): void {
    const before = this.find(id)?.state;
    if (!before) return;
    const state = next(before, event);
    if (state !== before) this.change(id, { state });
  }
}

/** A failure that the person has been told needs no memory; after a broken line the file may have arrived. */
function isWorthKeeping({ state }: HeldUpload): boolean {
  return state.step !== 'failed' || state.failure.kind === 'network';
}
