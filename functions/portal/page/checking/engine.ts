/**
 * The engine in the browser: the very code that judges in the cloud, in a worker of its own, so that a large file
 * never makes the page stand still. It is asked for when a file is chosen, and has no way to the network.
 */
import './older-browsers.ts';
import { compareWithPrevious } from '../../../../shared/reading/compare/compare-with-previous.ts';
import { Budget } from '../../../../shared/reading/open/budget.ts';
import { readReport } from '../../../../shared/reading/read-report.ts';
import type { CheckRequest, CopyRequest, EngineAnswer, EngineRequest } from './messages.ts';

/** A unit's machine may be slow; whoever waits ends the worker well before. */
const readingSeconds = 120;

async function check({ id, bytes, task, previous }: CheckRequest): Promise<EngineAnswer> {
  try {
    const reading = await readReport(
      new Uint8Array(bytes),
      task,
      new Budget({ now: () => performance.now(), seconds: readingSeconds }),
    );
    const compared = compareWithPrevious(task, reading.values, previous);
    return { id, reading: { ...reading, findings: [...reading.findings, ...compared] } };
  } catch (error) {
    return { id, fault: String(error) };
  }
}

/** What writes upon files travels only to whoever asks for a copy. */
async function copy({ id, bytes, fileName, read }: CopyRequest): Promise<EngineAnswer> {
  try {
    const { annotateFile } = await import('../../../../shared/reading/annotate/annotate.ts');
    return { id, copy: await annotateFile(new Uint8Array(bytes), fileName, read) };
  } catch (error) {
    return { id, fault: String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void ('read' in data ? copy(data) : check(data)).then((said) => postMessage(said));
});
