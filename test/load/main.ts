/**
 * `npm run load [-- --reports N] [--units U] [--senders S] [--faults SHARE]`: so many reports through the front door of a local
 * cloud of its own, on 127.0.0.1 alone. Says what was lost or doubled, and how long it took; the exit code is 1 where anything was.
 * `--held`: five files instead that hold their readers, of one unit at once, and how long another unit waits behind them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connectTo, openLocal, StackOutputs } from '../../infra/admin/system.ts';
import type { LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import { startLocalCloud } from '../../infra/local/cloud/start.ts';
import { beginsAt } from '../../infra/local/story/cast.ts';
import { whatIsWrong } from './balance.ts';
import { heldUnits, playHeld } from './held.ts';
import { applyLargeRegime, mishapOf, reportWriter, type Sent, sendReport } from './load.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '2000' },
    units: { type: 'string', default: '200' },
    senders: { type: 'string', default: '16' },
    faults: { type: 'string', default: '0.05' },
    held: { type: 'boolean', default: false },
  },
});
const [reports, units, senders] = [Number(values.reports), Number(values.units), Number(values.senders)];
const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (ms: number) => (ms / 1000).toFixed(1);

const folder = await mkdtemp(join(tmpdir(), 'load-'));
const cloud = await startLocalCloud({
  ...{ folder, port: 0, firstNow: beginsAt, onProblem: () => {} },
  links: async (started) =>
    values.held ? heldUnits(systemOf(started)) : applyLargeRegime(systemOf(started), units),
});
try {
  const isWell = values.held ? playHeld(cloud, await openLocal(folder), say) : load();
  process.exitCode = (await isWell) ? 0 : 1;
} finally {
  await cloud.close();
  await rm(folder, { recursive: true });
}

async function load(): Promise<boolean> {
  const { portal, gateway } = cloud.endpoints;
  if (![portal, gateway].every((url) => new URL(url).hostname === '127.0.0.1'))
    throw new Error('only this machine');
  const [{ model = 'unknown' } = {}] = cpus();
  say(`${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`);
  const memory = watchMemory();
  const begun = performance.now();
  const sent: Sent[] = [];
  const read = watchResults(sent);
  await sendAll(sent);
  const taken = performance.now();
  say(
    `${sent.length} of ${reports} reports taken in ${seconds(taken - begun)} s, ${rate(sent.length, taken - begun)} a second`,
  );
  await read.all();
  const judged = performance.now();
  say(`all judged after ${seconds(judged - begun)} s, ${rate(sent.length, judged - begun)} a second`);
  await cloud.idle();
  say(`all told after ${seconds(performance.now() - begun)} s`);
  const waits = sent
    .map(({ upload, storedAt }) => (read.at(upload) ?? Infinity) - storedAt)
    .sort((a, b) => a - b);
  const share = (of: number) =>
    seconds(waits[Math.min(waits.length - 1, Math.floor(waits.length * of))] ?? 0);
  say(`from stored to verdict: p50 ${share(0.5)} s, p95 ${share(0.95)} s, p99 ${share(0.99)} s`);
  say(`memory: ${memory.peak()} MB at most, of the whole cloud with its functions`);
  const wrong = await whatIsWrong(await openLocal(folder), cloud.mailFolder, sent);
  for (const each of wrong.lost) say(`lost: ${each}`);
  for (const each of wrong.doubled) say(`doubled: ${each}`);
  say(`${wrong.lost.length} lost, ${wrong.doubled.length} doubled`);
  return sent.length === reports && wrong.lost.length === 0 && wrong.doubled.length === 0;
}

/** So many people, each sending one report after the other. */
async function sendAll(sent: Sent[]): Promise<void> {
  const write = await reportWriter();
  let next = 0;
  await Promise.all(
    Array.from({ length: senders }, async () => {
      while (next < reports) {
        const nth = next++;
        const unit = `T${String(nth % units).padStart(4, '0')}`;
        sent.push(await sendReport(cloud, unit, write(unit, nth), mishapOf(nth, Number(values.faults))));
      }
    }),
  );
}

/** Notes when each report's result lies in the store; lost events are repaired by the hours that follow. */
function watchResults(sent: readonly Sent[]) {
  const seen = new Map<string, number>();
  const { store } = systemOf(cloud);
  const look = async () => {
    for (let after: string | null = null; ; ) {
      const page = await store.list('results/', { after });
      for (const key of page.keys) {
        const upload = /[0-9A-Z]{26}/.exec(key)?.[0] ?? '';
        if (!seen.has(upload)) seen.set(upload, performance.now());
      }
      if (page.next === null) return;
      after = page.next;
    }
  };
  const waiting = () => sent.filter(({ upload }) => !seen.has(upload)).length;
  let over = false;
  const watching = (async () => {
    for (; !over; await sleep(500)) await look();
  })();
  return {
    at: (upload: string) => seen.get(upload),
    all: async () => {
      for (let [before, still, hours] = [Infinity, 0, 0]; waiting() > 0 && hours < 4; await sleep(500)) {
        still = waiting() < before ? 0 : still + 1;
        before = waiting();
        if (still < 20) continue;
        // Nothing comes of itself any more: the next hour repairs.
        still = 0;
        hours += 1;
        await cloud.setClock(new Date(cloud.now() + 3_600_000).toISOString());
      }
      over = true;
      await watching;
    },
  };
}

function watchMemory() {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  timer.unref();
  return { peak: () => Math.round(peak / 2 ** 20) };
}

function rate(count: number, ms: number): string {
  return ((1000 * count) / ms).toFixed(1);
}

function systemOf(started: LocalCloud) {
  const { gateway: endpoint, region, credentials } = started.endpoints;
  const clock = { now: () => new Date(Math.floor(started.now() / 1000) * 1000).toISOString() };
  return connectTo(StackOutputs.parse(started.plan.outputs), { endpoint, region, credentials }, clock);
}
