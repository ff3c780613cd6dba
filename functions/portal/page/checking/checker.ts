/**
 * Reads a file before it travels. Whatever keeps the engine from answering ends in a sentence, never in a file that
 * cannot be sent. Free of DOM: the worker is handed in.
 */
import type { Reading, Task } from '../../../../shared/reading/model/reading.ts';
import type { Value } from '../../../../shared/vocabulary/figure.ts';
import { formats, formatsBeginning } from '../../../../shared/vocabulary/formats.ts';
import type { EngineAnswer, EngineRequest } from './messages.ts';

/** Why a file was not checked here; the server reads it all the same. */
export type Unchecked =
  /** The engine, or what it needs to know of the duty, could not be fetched. */
  | 'not-loaded'
  /** A kind of file of which only the server has the reader. */
  | 'server-only'
  | 'too-slow'
  /** The device does not give the file's bytes. */
  | 'no-bytes'
  /** The engine broke. */
  | 'fault';

export type Checked = { readonly reading: Reading } | { readonly unchecked: Unchecked };

/** A worker, as far as it is used here. */
export interface EngineWorker {
  postMessage(request: EngineRequest, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: EngineAnswer }) => void) | null;
  /** Told when its script cannot be loaded, or breaks. */
  onerror: (() => void) | null;
}

export interface CheckerDependencies {
  readonly spawn: () => EngineWorker;
  /** What the engine has to know of the duty. Throws what the API throws. */
  readonly duty: () => Promise<{
    readonly task: Omit<Task, 'fileName'>;
    readonly previous: readonly Value[];
  }>;
  /** Calls back after that many ms, unless the function it answers is called before. */
  readonly later: (ms: number, work: () => void) => () => void;
}

/** Generous for fetching the engine over a slow line and for the largest workbook on an old machine. */
const longestCheck = 40_000;

export interface Checker {
  /** Fetches what checking needs, so that it is there when the file is. */
  prepare(): void;
  /** What the engine makes of a file; never throws. */
  check(file: File): Promise<Checked>;
  /** Ends the engine; the next file starts another. */
  close(): void;
}

/** One engine serves all files, one after the other. */
export function createChecker({ spawn, duty, later }: CheckerDependencies): Checker {
  let worker: EngineWorker | null = null;
  let lastId = 0;
  const asked = new Map<number, (checked: Checked) => void>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Ends the engine; what was asked of it is answered, and the next question starts another. */
  function end(why: Unchecked): void {
    worker?.terminate();
    worker = null;
    for (const settle of asked.values()) settle({ unchecked: why });
    asked.clear();
  }

  function engine(): EngineWorker {
    if (worker) return worker;
    const started = spawn();
    let hasSpoken = false;
    started.onmessage = ({ data }) => {
      hasSpoken = true;
      asked.get(data.id)?.('reading' in data ? { reading: data.reading } : { unchecked: 'fault' });
      asked.delete(data.id);
    };
    started.onerror = () => end(hasSpoken ? 'fault' : 'not-loaded');
    worker = started;
    return started;
  }

  async function ask(file: File): Promise<Checked> {
    const begins = await bytesOf(file.slice(0, 8));
    if (!begins) return { unchecked: 'no-bytes' };
    if (isForServer(new Uint8Array(begins))) return { unchecked: 'server-only' };
    const known = await duty().catch(() => null);
    if (!known) return { unchecked: 'not-loaded' };
    const bytes = await bytesOf(file);
    if (!bytes) return { unchecked: 'no-bytes' };
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const forgetTimer = later(longestCheck, () => end('too-slow'));
      asked.set(id, (checked) => {
        forgetTimer();
        resolve(checked);
      });
      const task = { ...known.task, fileName: file.name };
      engine().postMessage({ id, bytes, task, previous: known.previous }, [bytes]);
    });
  }

  return {
    prepare() {
      engine();
      void duty().catch(() => null);
    },
    check(file) {
      const checked = queue.then(() => ask(file));
      queue = checked;
      return checked;
    },
    close: () => end('not-loaded'),
  };
}

/** Every reader more would have to travel to the unit first; those of PDF and of the old binary formats are large. */
function isForServer(begins: Uint8Array): boolean {
  return formatsBeginning(begins).some((format) => formats[format].reader === 'cloud');
}

async function bytesOf(part: Blob): Promise<ArrayBuffer | null> {
  try {
    return await part.arrayBuffer();
  } catch (error) {
    // A file that was moved, changed or locked after it was chosen; sending it will say the same.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
