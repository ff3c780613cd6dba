/** What AWS would charge for what a local cloud has done. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CloudPlan } from '../../../infra/local/cloud/template/plan.ts';
import { megabytesOfProcessor, timeOf } from '../deadline/limits.ts';
import type { FunctionUse, Use } from '../meter.ts';
import type { Consumption } from './bill.ts';

/** What an answer of the portal weighs, gzip, on average; the page's first view is fifty kilobytes. */
const answerBytes = 10_000;

/** What no call tells: how much of what was written lies there, in bytes. */
export interface Bytes {
  readonly stored: number;
  readonly mailed: number;
  readonly logged: number;
}

/**
 * How long a function would have run: the processor's time at the share that its memory brings, and its calls one after the
 * other. What was read in threads of its own is ingest's.
 */
export function consumptionOf(
  { of, main, process }: Use,
  { functions }: Pick<CloudPlan, 'functions'>,
  bytes: Bytes,
): Consumption {
  const uses = functions.flatMap(({ name, memoryMegabytes }) => {
    const use = of.get(name);
    return use ? [{ name, memoryMegabytes, use }] : [];
  });
  const answering = uses.reduce((sum, { use }) => sum + use.processor, 0);
  const gigabyteSeconds = uses.reduce((sum, { name, memoryMegabytes, use }) => {
    const reading = name === 'ingest' ? Math.max(0, process - main - answering) : 0;
    const share = Math.min(1, memoryMegabytes / megabytesOfProcessor);
    const ms = (use.processor + reading) / share + timeOf(Object.fromEntries(use.calls));
    return sum + (ms / 1000) * (memoryMegabytes / 1024);
  }, 0);
  const total = (count: (use: FunctionUse) => number) => uses.reduce((sum, { use }) => sum + count(use), 0);
  const calls = (...actions: readonly string[]) =>
    total((use) => actions.reduce((sum, action) => sum + (use.calls.get(action) ?? 0), 0));
  const invocations = (name: string) => of.get(name)?.invocations ?? 0;
  const messages = invocations('ingest') + invocations('deliver');
  // The portal's own role puts nothing else: a browser's PUT is signed with it.
  const arrived = of.get('portal')?.calls.get('s3:PutObject') ?? 0;
  const answers = invocations('portal');
  const gigabytes = (of: number) => of / 1e9;
  return {
    portalRequests: answers,
    invocations: total((use) => use.invocations),
    gigabyteSeconds,
    readUnits: total(({ read }) => sumOf(read)),
    writeUnits:
      total(({ written }) => sumOf(written)) + 2 * (of.get('deliver')?.calls.get('ses:SendRawEmail') ?? 0),
    filePuts: calls('s3:PutObject', 's3:ListBucket'),
    fileGets: calls('s3:GetObject'),
    storedGigabytes: gigabytes(bytes.stored),
    events: arrived,
    // Sent by whoever rings, or by the bucket's event; received and deleted.
    queueRequests: calls('sqs:SendMessage') + arrived + 2 * messages,
    mails: calls('ses:SendRawEmail'),
    attachedGigabytes: gigabytes(bytes.mailed),
    loggedGigabytes: gigabytes(bytes.logged),
    sentGigabytes: gigabytes(answers * answerBytes),
  };
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

/** Bytes of all files of a folder and below it; 0 where it is not there. */
export async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
