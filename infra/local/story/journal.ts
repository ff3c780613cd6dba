import { readFile, rename, writeFile } from 'node:fs/promises';
import * as z from 'zod';

const Steps = z.array(z.string());

/** Which steps of the story are done; kept in the cloud's folder, so that a played step is never played again. */
export class Journal {
  readonly #file: string;
  readonly #done: Set<string>;

  private constructor(file: string, done: readonly string[]) {
    this.#file = file;
    this.#done = new Set(done);
  }

  static async open(file: string): Promise<Journal> {
    try {
      return new Journal(file, Steps.parse(JSON.parse(await readFile(file, 'utf8'))));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Journal(file, []);
      throw error;
    }
  }

  /** Plays a step unless it was played; a step cut off half-way is played again and must find out what is there. */
  async once(step: string, play: () => Promise<void>): Promise<void> {
    if (this.#done.has(step)) return;
    await play();
    this.#done.add(step);
    await writeFile(`${this.#file}.new`, JSON.stringify([...this.#done]));
    await rename(`${this.#file}.new`, this.#file);
  }
}
