import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** One function's log: what its workers print, each line with the pipeline's time and the worker's number. */
export class LogFile {
  readonly #stream: WriteStream;
  readonly #now: () => number;

  constructor(folder: string, functionName: string, now: () => number) {
    mkdirSync(folder, { recursive: true });
    this.#stream = createWriteStream(join(folder, `${functionName}.log`), { flags: 'a' });
    this.#now = now;
  }

  write(worker: number, line: string): void {
    // A killed worker's last lines may come after the end.
    if (this.#stream.writableEnded) return;
    // What is printed in one go is written in one go.
    if (this.#stream.writableCorked === 0) {
      this.#stream.cork();
      setImmediate(() => this.#stream.uncork());
    }
    this.#stream.write(`${new Date(this.#now()).toISOString()} #${worker} ${line}\n`);
  }

  follow(worker: number, output: Readable): void {
    createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) =>
      this.write(worker, line),
    );
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#stream.end(() => resolve()));
  }
}
