/**
 * Reads files in a thread of its own. A library at work cannot be told to stop, a thread can: whatever a file makes
 * its reader do, it ends in a reading, and whoever asked for it stays able to answer and to take the next one.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Reading, Task } from '../../shared/reading/model/reading.ts';
import { unreadableReading } from '../../shared/reading/unreadable-reading.ts';
import { RetryError } from '../../shared/vocabulary/errors.ts';
import type { ReadingOrder, ReadingReport } from './reading-messages.ts';

/** What one reading may take; past either the thread is ended. */
export interface ReadingLimits {
  readonly seconds: number;
  /** Of the heap and the buffers beside it. */
  readonly megabytes: number;
}

/** The reader threw, or its thread died of something that is no limit: the system's own failure. */
export class ReadingFailed extends RetryError {
  override readonly name = 'ReadingFailed';
  readonly code = 'READING_FAILED';
  readonly mendable = false;
}

/** An engine that looks at its own clock ends first, and its thread stays warm. */
const graceSeconds = 1;
const lookEveryMilliseconds = 25;
/** A thread is gone in some milliseconds; one that moves much memory at one go heeds nobody meanwhile. */
const patienceSeconds = 2;
/**
 * The heap's own limit, as a net behind the looks: a heap may grow by half between two of them, and one that reaches
 * a limit of V8's own can take the whole process with it.
 */
const heapMargin = 1.5;
/** Small, since what is young moves into the old heap at one go. */
const youngMegabytes = 32;
const bytesInMegabyte = 1024 * 1024;

/** One thread, kept between files, ended only by a file that took too much. */
export class ReadingThread {
  readonly #entry: URL;
  readonly #limits: ReadingLimits;
  #worker: Worker | null = null;
  readonly #ready = new WeakSet<Worker>();
  #last: Promise<unknown> = Promise.resolve();

  /** @param entry `reader.ts`, or its bundle. The thread is started at once, while whoever needs it fetches the file. */
  constructor(entry: URL, limits: ReadingLimits) {
    this.#entry = entry;
    this.#limits = limits;
    this.#alive();
  }

  /**
   * As `readReport`, within the limits; one file at a time, in the order asked for.
   * @throws ReadingFailed
   */
  read(bytes: Uint8Array, task: Task): Promise<Reading> {
    const reading = this.#last.then(() => this.#read(bytes, task));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #read(bytes: Uint8Array, task: Task): Promise<Reading> {
    const worker = this.#alive();
    const { seconds } = this.#limits;
    return new Promise((resolve, reject) => {
      // The process may not end while somebody waits for an answer, and need not wait for a thread that has none to give.
      worker.ref();
      let ended = false;
      let most = 0;
      let alarm: NodeJS.Timeout | undefined;
      let watch: NodeJS.Timeout | undefined;
      const end = () => {
        ended = true;
        clearInterval(watch);
        clearTimeout(alarm);
        worker.off('message', answered).off('error', died).off('exit', exited).unref();
      };
      const stop = (seen: string) => {
        // A look at the memory may be answered after the file was.
        if (ended) return;
        end();
        this.#worker = null;
        // Two threads at once would take the memory of both; yet one that heeds nobody must not cost a verdict.
        const patience = wait(patienceSeconds * 1000);
        void Promise.race([worker.terminate(), patience]).then(() =>
          resolve(unreadableReading('TOO_MUCH_TO_READ', seen)),
        );
      };
      const answered = (report: ReadingReport) => {
        if (report === 'ready') return begin();
        end();
        // What it left behind must not count as the next file's.
        if (most > this.#limits.megabytes / 2) {
          this.#worker = null;
          void worker.terminate();
        }
        if ('reading' in report) resolve(report.reading);
        else reject(new ReadingFailed(report.failure));
      };
      const died = (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return stop(this.#seenMemory);
        end();
        this.#worker = null;
        reject(new ReadingFailed(`the reader's thread died of ${error.message}`, { cause: error }));
      };
      const exited = (code: number) => {
        end();
        reject(new ReadingFailed(`the reader's thread ended with ${code}`));
      };
      worker.on('message', answered).on('error', died).on('exit', exited);
      const begin = () => {
        alarm = setTimeout(() => stop(`> ${seconds} s`), (seconds + graceSeconds) * 1000);
        watch = watchMemory(worker, (megabytes) => {
          most = Math.max(most, megabytes);
          if (megabytes > this.#limits.megabytes) stop(this.#seenMemory);
        });
        worker.postMessage({ bytes, task, seconds } satisfies ReadingOrder);
      };
      if (this.#ready.has(worker)) begin();
    });
  }

  get #seenMemory(): string {
    return `> ${this.#limits.megabytes} MB`;
  }

  #alive(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#entry, {
      name: 'reader',
      // Nothing of the function's environment is the reader's: no names, no keys.
      env: {},
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: Math.round(this.#limits.megabytes * heapMargin),
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    });
    // One that dies between two files is replaced; whoever waits for one that dies is told by listeners of its own.
    worker.on('error', () => undefined);
    worker.once('message', () => this.#ready.add(worker));
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }
}

/** Looks again only when the last look was answered: a thread that collects garbage answers none. */
function watchMemory(worker: Worker, seen: (megabytes: number) => void): NodeJS.Timeout {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const statistics = await worker.getHeapStatistics().catch(() => null);
    looking = false;
    if (statistics) seen((statistics.total_heap_size + statistics.external_memory) / bytesInMegabyte);
  };
  return setInterval(() => void look(), lookEveryMilliseconds);
}
