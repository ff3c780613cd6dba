/** The thread that reads: one file after another comes in, its reading goes out. See reading-thread.ts. */
import { parentPort } from 'node:worker_threads';
import { Budget } from '../../shared/reading/open/budget.ts';
import { readReport } from '../../shared/reading/read-report.ts';
import type { ReadingOrder, ReadingReport } from './reading-messages.ts';

if (!parentPort) throw new Error('This file is started as a thread by reading-thread.ts');
const parent = parentPort;
const report = (message: ReadingReport) => parent.postMessage(message);

async function read({ bytes, task, seconds }: ReadingOrder): Promise<void> {
  try {
    const budget = new Budget({ now: () => performance.now(), seconds });
    report({ reading: await readReport(bytes, task, budget) });
  } catch (error) {
    report({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parent.on('message', (order: ReadingOrder) => void read(order));
report('ready');
