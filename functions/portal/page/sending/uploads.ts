/** The files under way: sent one after the other, each with its own states; their verdicts are awaited side by side. */
import { ApiRefused, NetworkLost } from '../api.ts';
import { type HeldUpload, HeldUploads, type Upload, type UploadMemory } from './held-uploads.ts';
import { awaitVerdict, type Carrier, type MintedFile, NeverArrived, Stopped, sendOne } from './one-upload.ts';
import { DigestUnavailable, FileUnreadable, TransferLost, TransferRefused } from './transfer-errors.ts';
import { type Failure, hasArrived, isBusy, type UploadEvent } from './upload-states.ts';

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

/** The uploads of this tab: sent one after the other, awaited side by side, remembered over a reload. */
export function createUploads({ memory, ...carrier }: UploadDependencies): Uploads {
  const held = new HeldUploads(memory);
  const sender = new Sender(carrier, held);
  const isUnderWay = () => held.all.some(({ state }) => isBusy(state));

  return {
    all: () => held.all,
    subscribe: (listener) => held.subscribe(listener),
    async start(period, files, name) {
      if (isUnderWay()) return;
      held.put(
        files.map((file) =>
          held.waiting({ period, name: file.name, size: file.size }, { file, sender: name }),
        ),
      );
      await sender.sendWaiting();
    },
    async resume() {
      const kept = memory.read();
      if (kept.length === 0 || held.all.length > 0) return;
      held.put(kept.map(({ minted, ...about }) => held.waiting(about, { minted })));
      await Promise.all(held.all.map((one) => sender.goOn(one)));
    },
    async retry(id) {
      const one = held.find(id);
      if (one?.state.step !== 'failed') return;
      held.change(id, { controller: new AbortController() });
      const fresh = held.find(id) ?? one;
      if (hasArrived(one.state) && one.minted) {
        await sender.goOn(fresh);
      } else if (one.file) {
        held.emit(id, { kind: 'again' });
        await sender.sendWaiting();
      }
    },
    stop() {
      for (const { id, state, controller } of held.all) {
        if (state.step === 'waiting') held.emit(id, { kind: 'fail', failure: { kind: 'stopped' } });
        else if (isBusy(state) && state.step !== 'reading') controller.abort();
      }
    },
    forget() {
      if (!isUnderWay()) held.put([]);
    },
  };
}

/** Works for the uploads that are held, and tells them what becomes of it. */
class Sender {
  readonly #carrier: Carrier;
  readonly #held: HeldUploads;
  #sending = false;

  constructor(carrier: Carrier, held: HeldUploads) {
    this.#carrier = carrier;
    this.#held = held;
  }

  /** Sends whatever waits, one file at a time: a slow line is not faster for being shared. */
  async sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const working: Promise<void>[] = [];
    try {
      for (let one = this.#firstWaiting(); one; one = this.#firstWaiting()) {
        const current = one;
        this.#held.emit(current.id, { kind: 'start' });
        const sent = this.#work(current.id, async () => {
          const minted = await this.#send(current);
          working.push(this.#verdictOf(current, minted, false));
        });
        working.push(sent);
        await sent.catch(() => undefined);
      }
    } finally {
      this.#sending = false;
    }
    await Promise.all(working);
  }

  /** Asks for the verdict of one that was minted; of any other the bytes are gone. */
  async goOn(one: HeldUpload): Promise<void> {
    const { id, minted } = one;
    if (minted === null) {
      await this.#work(id, () => Promise.reject(new NeverArrived('it had not had its turn')));
      return;
    }
    this.#held.emit(id, { kind: 'resume' });
    await this.#verdictOf(one, minted, true);
  }

  #firstWaiting(): HeldUpload | undefined {
    return this.#held.all.find(({ state }) => state.step === 'waiting');
  }

  async #send(one: HeldUpload): Promise<MintedFile> {
    const { id, file, sender, state } = one;
    if (!file) throw new NeverArrived(`${state.file.name} was never sent`);
    const minted = await sendOne(this.#carrier, { about: state.file, file, sender }, this.#wayOf(one), (as) =>
      this.#held.change(id, { minted: as }),
    );
    this.#held.emit(id, { kind: 'stored' });
    return minted;
  }

  #verdictOf(one: HeldUpload, minted: MintedFile, mustHaveCome: boolean): Promise<void> {
    return this.#work(one.id, () => awaitVerdict(this.#carrier, minted, mustHaveCome, this.#wayOf(one)));
  }

  /** Works for one upload; what goes wrong is told there. Throws only what nobody expected. */
  async #work(id: number, how: () => Promise<void>): Promise<void> {
    try {
      await how();
    } catch (error) {
      const failure = failureOf(error);
      this.#held.emit(id, { kind: 'fail', failure });
      if (failure.kind === 'unexpected') throw error;
    }
  }

  #wayOf({ id, controller }: HeldUpload) {
    return {
      signal: controller.signal,
      emit: (event: UploadEvent) => this.#held.emit(id, event),
    };
  }
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
