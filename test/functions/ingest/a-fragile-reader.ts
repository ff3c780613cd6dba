/** A reader that does what the file says, to whoever it pleases: run as a thread. */
import { parentPort } from 'node:worker_threads';
import type { ReadingOrder, ReadingReport } from '../../../functions/ingest/reading-messages.ts';
import { fileChanged } from '../../../shared/reading/unreadable-reading.ts';

let read = 0;
const kept: unknown[] = [];
const pieceBytes = 1024 * 1024;

const acts: Readonly<Record<string, () => void>> = {
  'never ends': () => {
    for (;;) read += 1;
  },
  'fills the heap': () => {
    for (let n = 0; ; n += 1) kept.push({ n, of: [n] });
  },
  'fills memory beside the heap': () => {
    // So much that nobody misses it, and the machine survives where nobody looks.
    while (kept.length < 1000) kept.push(new Uint8Array(pieceBytes).fill(1));
  },
  fails: () => parentPort?.postMessage({ failure: 'TypeError: no such thing' } satisfies ReadingReport),
  exits: () => process.exit(3),
  'dies later': () => {
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
  },
  'looks around': () => {
    const found = {
      ...fileChanged(),
      counts: { read: Object.keys(process.env).length, skipped: 0, total: 0 },
    };
    parentPort?.postMessage({ reading: found } satisfies ReadingReport);
  },
  counts: () => {
    const found = { ...fileChanged(), counts: { read, skipped: 0, total: read } };
    parentPort?.postMessage({ reading: found } satisfies ReadingReport);
  },
};

parentPort?.on('message', ({ bytes }: ReadingOrder) => {
  read += 1;
  acts[new TextDecoder().decode(bytes)]?.();
});
parentPort?.postMessage('ready' satisfies ReadingReport);
