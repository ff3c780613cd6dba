/** Runs mutations in a process that is watched: whatever takes too long or too much is a failure too. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from './worker.ts';

export interface Failure {
  readonly seed: number;
  readonly complaint: string;
}

export interface Outcome {
  readonly done: number;
  readonly failures: readonly Failure[];
  /** The longest that one file took, in seconds. */
  readonly longest: { readonly seed: number; readonly seconds: number };
}

const HEAP_MEGABYTES = 400;
/** Files of a corpus are small; none may take longer than this, even on a busy machine. */
const MOST_SECONDS = 20;
const BATCH = 200;

/**
 * Seeds `from`, `from + 1` and so on.
 * @param goesOn asked after each batch with what has come out so far
 */
export async function fuzz(
  from: number,
  goesOn: (outcome: Outcome) => boolean,
  batch = BATCH,
): Promise<Outcome> {
  let outcome: Outcome = { done: 0, failures: [], longest: { seed: from, seconds: 0 } };
  let worker = start();
  try {
    for (let next = from; ; ) {
      const ended = await runBatch(worker, next, batch);
      next += ended.done;
      outcome = {
        done: outcome.done + ended.done,
        failures: [...outcome.failures, ...ended.failures],
        longest: ended.longest.seconds > outcome.longest.seconds ? ended.longest : outcome.longest,
      };
      if (!goesOn(outcome)) return outcome;
      if (worker.exitCode !== null || worker.signalCode !== null) worker = start();
    }
  } finally {
    worker.kill('SIGKILL');
  }
}

function start(): ChildProcess {
  return fork(join(import.meta.dirname, 'worker.ts'), {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Ends early where the process hangs or dies; the seed at fault is among the failures then. */
function runBatch(worker: ChildProcess, from: number, count: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const failures: Failure[] = [];
    let current = from;
    let began = performance.now();
    let longest = { seed: from, seconds: 0 };
    let wrote = '';
    worker.stderr?.on('data', (text) => {
      wrote = `${wrote}${text}`.slice(-2000);
    });
    const end = (done: number) => {
      clearTimeout(alarm);
      worker.stderr?.removeAllListeners('data');
      worker.removeAllListeners('message').removeAllListeners('exit');
      resolve({ done, failures, longest });
    };
    const giveUp = (complaint: string) => {
      failures.push({ seed: current, complaint });
      worker.kill('SIGKILL');
      end(current - from + 1);
    };
    const watch = () => setTimeout(() => giveUp(`took longer than ${MOST_SECONDS} s`), MOST_SECONDS * 1000);
    let alarm = watch();
    worker.on('exit', (code, signal) => giveUp(`ended the process: ${signal ?? code}\n${wrote}`));
    worker.on('message', (report: Report) => {
      clearTimeout(alarm);
      alarm = watch();
      if ('begun' in report) {
        current = report.begun;
        began = performance.now();
        return;
      }
      const seconds = (performance.now() - began) / 1000;
      if (seconds > longest.seconds) longest = { seed: report.ended, seconds };
      if (report.complaint !== null) failures.push({ seed: report.ended, complaint: report.complaint });
      if (report.ended === from + count - 1) end(count);
    });
    worker.send({ from, count });
  });
}
