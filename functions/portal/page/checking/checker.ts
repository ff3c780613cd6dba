/**
 * Reads a file before it travels. Whatever keeps the engine from answering ends in a sentence, never in a file that
 * cannot be sent. Free of DOM: the worker is handed in.
 */
import type { AnnotatedFile } from '../../../../shared/reading/annotate/annotate.ts';
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
  /** Word 97 to 2003: the server cannot read it either. */
  | 'old-word'
  | 'too-slow'
  /** The device does not give the file's bytes. */
  | 'no-bytes'
  /** The engine broke. */
  | 'fault';

export type Checked = { readonly reading: Reading } | { readonly unchecked: Unchecked };

/** What comes back of a request: the engine's answer, or why there is none. */
type Said = EngineAnswer | { readonly ended: Unchecked };

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
  /** The file with every finding noted in its place; null where it cannot be had here. Never throws. */
  annotate(file: File, reading: Reading): Promise<AnnotatedFile | null>;
  /** Ends the engine; the next file starts another. */
  close(): void;
}

/** One engine serves all files, one after the other. */
export function createChecker({ spawn, duty, later }: CheckerDependencies): Checker {
  let worker: EngineWorker | null = null;
  let lastId = 0;
  const asked = new Map<number, (said: Said) => void>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Ends the engine; what was asked of it is answered, and the next question starts another. */
  function end(why: Unchecked): void {
    worker?.terminate();
    worker = null;
    for (const settle of asked.values()) settle({ ended: why });
    asked.clear();
  }

  function engine(): EngineWorker {
    if (worker) return worker;
    const started = spawn();
    let hasSpoken = false;
    started.onmessage = ({ data }) => {
      hasSpoken = true;
      asked.get(data.id)?.(data);
      asked.delete(data.id);
    };
    started.onerror = () => end(hasSpoken ? 'fault' : 'not-loaded');
    worker = started;
    return started;
  }

  async function ask(file: File): Promise<Checked> {
    const begins = await bytesOf(file.slice(0, 8));
    if (!begins) return { unchecked: 'no-bytes' };
    if (isForServer(new Uint8Array(begins))) {
      const whole = await bytesOf(file);
      return { unchecked: whole && isOldWord(new Uint8Array(whole)) ? 'old-word' : 'server-only' };
    }
    const known = await duty().catch(() => null);
    if (!known) return { unchecked: 'not-loaded' };
    const bytes = await bytesOf(file);
    if (!bytes) return { unchecked: 'no-bytes' };
    const task = { ...known.task, fileName: file.name };
    const said = await put((id) => ({ id, bytes, task, previous: known.previous }));
    if ('ended' in said) return { unchecked: said.ended };
    return 'reading' in said ? { reading: said.reading } : { unchecked: 'fault' };
  }

  async function askForCopy(file: File, { format, findings }: Reading): Promise<AnnotatedFile | null> {
    const bytes = await bytesOf(file);
    if (!bytes) return null;
    const said = await put((id) => ({ id, bytes, fileName: file.name, read: { format, findings } }));
    return 'copy' in said ? said.copy : null;
  }

  /** Hands a request to the engine, the bytes with it. */
  function put(request: (id: number) => EngineRequest): Promise<Said> {
    lastId += 1;
    const wanted = request(lastId);
    return new Promise((resolve) => {
      const forgetTimer = later(longestCheck, () => end('too-slow'));
      asked.set(wanted.id, (said) => {
        forgetTimer();
        resolve(said);
      });
      engine().postMessage(wanted, [wanted.bytes]);
    });
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done;
    return done;
  }

  return {
    prepare() {
      engine();
      void duty().catch(() => null);
    },
    check: (file) => inTurn(() => ask(file)),
    annotate: (file, reading) => inTurn(() => askForCopy(file, reading)),
    close: () => end('not-loaded'),
  };
}

/** Every reader more would have to travel to the unit first; those of PDF and of the old binary formats are large. */
function isForServer(begins: Uint8Array): boolean {
  return formatsBeginning(begins).some((format) => formats[format].reader === 'cloud');
}

/** The stream that makes a container of Office 97 to 2003 a text, as its directory names it ([MS-DOC] 2.1). */
const wordStream = [...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0]);

function isOldWord(bytes: Uint8Array): boolean {
  // Entries of the directory are 128 bytes long and begin at multiples of it.
  for (let at = 512; at + wordStream.length <= bytes.length; at += 128) {
    if (wordStream.every((byte, n) => bytes[at + n] === byte)) return true;
  }
  return false;
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
