/** `npm start -- --once` as a process of its own, which may be killed in the middle of its story. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const main = join(import.meta.dirname, '..', '..', 'infra', 'local', 'main.ts');

export class Command {
  readonly #folder: string;
  readonly #child: ChildProcess;
  #output = '';

  /** @param folder the cloud's; where the story was begun there it goes on */
  constructor(folder: string) {
    this.#folder = folder;
    this.#child = spawn(process.execPath, [main, '--once', '--port', '0', '--folder', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text) => {
        this.#output += text;
      });
    }
  }

  get output(): string {
    return this.#output;
  }

  /** The code with which it ends by itself. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  /** Kills it once the cloud has begun to start. */
  async killAsItStarts(): Promise<void> {
    await this.#kill(() => existsSync(join(this.#folder, 'clock.json')));
  }

  /** Kills it once it has told of so many verdicts, those of its earlier lives not among them. */
  async killAfter(verdicts: number): Promise<void> {
    await this.#kill(() => (this.#output.match(/→/g) ?? []).length >= verdicts);
  }

  async #kill(reached: () => boolean): Promise<void> {
    while (!reached()) {
      if (this.#child.exitCode !== null) throw new Error(this.#output);
      await sleep(20);
    }
    this.stop();
    await once(this.#child, 'exit');
  }

  /** As the power does that goes. */
  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
