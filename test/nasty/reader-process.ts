/** Reads files in a process of its own, which is killed when it takes too long or too much. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { regimeFile } from '../../infra/local/story/cast.ts';
import type { Answer, Message, Request } from './messages.ts';

export const LONGEST_SECONDS = 30;
export const MOST_MEGABYTES = 512;
// The heap alone must leave room for what lies beside it.
const HEAP_MEGABYTES = 400;
const LOOK_EVERY_MS = 50;

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly idle: number }
  /** An error that is no finding. */
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'died'; readonly message: string }
  | { readonly kind: 'killed'; readonly why: 'time' | 'memory' };

/** The reader in one bundle, made once for all processes. */
export class ReaderBundle {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<ReaderBundle> {
    const folder = mkdtempSync(join(tmpdir(), 'reader-'));
    await build({
      entryPoints: {
        child: join(import.meta.dirname, 'child.ts'),
        reader: join(import.meta.dirname, '..', '..', 'functions', 'ingest', 'reader.ts'),
      },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      // What is loaded for some files alone stays apart, as in the function.
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      logLevel: 'warning',
      banner: {
        js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
      },
    });
    return new ReaderBundle(folder);
  }

  start(): Promise<ReaderProcess> {
    return ReaderProcess.start(join(this.#folder, 'child.mjs'));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export class ReaderProcess {
  readonly #child: ChildProcess;
  /** What it had before it read anything, in MB. */
  readonly idle: number;
  #wrote = '';

  private constructor(child: ChildProcess, idle: number) {
    this.#child = child;
    this.idle = idle;
    child.stderr?.on('data', (text) => {
      this.#wrote = `${this.#wrote}${text}`.slice(-4000);
    });
  }

  static async start(bundle: string): Promise<ReaderProcess> {
    const child = fork(bundle, {
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      env: { ...process.env, REGIME_FILE: regimeFile },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const idle = await new Promise<number>((resolve, reject) => {
      child.once('message', (message: Message) => resolve('ready' in message ? message.ready : Number.NaN));
      child.once('exit', (code) =>
        reject(new Error(`the reader's process ended with ${code} before it began`)),
      );
    });
    child.removeAllListeners('exit');
    return new ReaderProcess(child, idle);
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** `seconds`: of processor. Never rejects; past its limits the process is killed and reads no more. */
  read(request: Request, seconds = LONGEST_SECONDS): Promise<Outcome> {
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        clearInterval(watch);
        this.#child.removeAllListeners('message').removeAllListeners('exit');
        resolve(outcome);
      };
      const kill = (why: 'time' | 'memory') => {
        this.stop();
        end({ kind: 'killed', why });
      };
      const spent = processorSeconds(this.#child.pid);
      const watch = setInterval(() => {
        if (residentMegabytes(this.#child.pid) > MOST_MEGABYTES) kill('memory');
        else if (processorSeconds(this.#child.pid) - spent > seconds) kill('time');
      }, LOOK_EVERY_MS);
      this.#child.once('exit', (code, signal) => {
        end({ kind: 'died', message: `${signal ?? code}: ${this.#wrote}` });
      });
      this.#child.once('message', (message: Message) => {
        if ('said' in message) end({ kind: 'answered', answer: message.said, idle: this.idle });
        else end({ kind: 'threw', message: 'threw' in message ? message.threw : 'answered out of turn' });
      });
      this.#child.send(request);
    });
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}

/**
 * Seconds that the process worked so far, in all threads, which other work on the machine does not lengthen. Where the
 * system does not tell: seconds of the clock.
 */
function processorSeconds(pid: number | undefined): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return performance.now() / 1000;
  // The name of the program stands in brackets, and may hold spaces.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = fields.slice(11, 13);
  return (Number(user) + Number(system)) / ticksInSecond;
}

/** Linux tells all programs so, whatever it counts by itself. */
const ticksInSecond = 100;

/** What the process has now; 0 where the system does not tell (there its own peak is looked at afterwards). */
function residentMegabytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  const [, kilobytes] = /VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1024;
}
