/** Runs one function's bundle in a thread of its own. Loaded by plain Node, so: erasable TypeScript, no dependencies. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import type { Invocation, ThrownError, WorkerBirth, WorkerReport } from './messages.ts';
import { followPipelineClock } from './pipeline-date.ts';
import { drawFrom, RandomStream } from './seeded-randomness.ts';

type Handler = (event: unknown, context: Context) => unknown;

if (!parentPort) throw new Error('This file is started as a worker by worker-thread.ts');
const parent = parentPort;
const birth: WorkerBirth = workerData;
const report = (message: WorkerReport) => parent.postMessage(message);

followPipelineClock(birth.clock);
let randomness = new RandomStream(birth.functionName);
if (birth.seeded) drawFrom(() => randomness);
const handler = await loadHandler();
parent.on('message', (invocation: Invocation) => void run(invocation));
report({ kind: 'ready' });

async function loadHandler(): Promise<Handler> {
  const dot = birth.handler.lastIndexOf('.');
  const [file, name] = [birth.handler.slice(0, dot), birth.handler.slice(dot + 1)];
  const bundle: Record<string, unknown> = await importFirst(`${file}.mjs`, `${file}.js`);
  const found = bundle[name];
  if (typeof found !== 'function') throw new Error(`${birth.handler} is not exported from ${birth.folder}`);
  return (event, context) => found(event, context);
}

async function importFirst(file: string, otherwise: string): Promise<Record<string, unknown>> {
  const url = (name: string) => pathToFileURL(join(birth.folder, name)).href;
  return import(url(file)).catch((error: NodeJS.ErrnoException & { url?: string }) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== url(file)) throw error;
    return import(url(otherwise));
  });
}

async function run({ requestId, event, timeoutMilliseconds, ...drawn }: Invocation): Promise<void> {
  if (drawn.randomness !== undefined) randomness = new RandomStream(drawn.randomness);
  const begun = processorNow();
  const spent = () => processorNow() - begun;
  try {
    const value = await handler(JSON.parse(event), contextOf(requestId, timeoutMilliseconds));
    report({ kind: 'answer', requestId, value: JSON.stringify(value), processor: spent() });
  } catch (error) {
    report({ kind: 'failure', requestId, error: describe(error), processor: spent() });
  }
}

/** Milliseconds of the processor that this thread has used; 0 where Node cannot tell (before 23.9). */
function processorNow(): number {
  const { user, system } = process.threadCpuUsage?.() ?? { user: 0, system: 0 };
  return (user + system) / 1000;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf(requestId: string, timeoutMilliseconds: number): Context {
  const deadline = performance.now() + timeoutMilliseconds;
  const refuse = () => {
    throw new Error('nodejs24.x has no context.done, fail or succeed: return or throw instead');
  };
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: birth.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: birth.functionArn,
    memoryLimitInMB: String(birth.memoryMegabytes),
    logGroupName: `/aws/lambda/${birth.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: refuse,
    fail: refuse,
    succeed: refuse,
  };
}

function describe(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: '' };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack ?? '' };
}
