/** `npm run bench -- front`: from the mint to the verdict in the local cloud, with 1, 10 and 50 units sending at once. */
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { files, scenes } from '../../../infra/local/story/cast.ts';
import { aCloud, type Ground, put } from '../../journeys/a-cloud.ts';

/** How many send at once, and how often. */
const levels = [
  { atOnce: 1, rounds: 20 },
  { atOnce: 10, rounds: 8 },
  { atOnce: 50, rounds: 2 },
];

interface Sample {
  readonly unit: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function bench(): Promise<void> {
  const samples = await Promise.all(
    scenes.flatMap((scene) =>
      scene.kind === 'file'
        ? [
            readFile(join(files, scene.file)).then((bytes) => ({
              unit: scene.unit,
              name: scene.sentAs,
              bytes,
            })),
          ]
        : [],
    ),
  );
  process.stdout.write(
    `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)} before it\n\n`,
  );
  process.stdout.write(
    '| at once | uploads | p50 ms | p95 ms | processor ms an upload | asked of AWS an upload: portal | ingest | deliver |\n',
  );
  process.stdout.write('|---:|---:|---:|---:|---:|---:|---:|---:|\n');
  const ground = await aCloud();
  try {
    // Every instance once, so that what is measured is a warm system.
    await roundOf(ground, samples, 10);
    for (const { atOnce, rounds } of levels) {
      const used = process.cpuUsage();
      const took: number[] = [];
      const asked = callers.map(() => 0);
      for (let round = 0; round < rounds; round += 1) {
        countFrom(ground);
        took.push(...(await roundOf(ground, samples, atOnce)));
        await ground.cloud.idle();
        for (const [index, { seen }] of ground.cloud.faults().entries())
          asked[index] = (asked[index] ?? 0) + seen;
        // The caps of an hour would stop a unit that sends for the bench.
        await ground.cloud.setClock(new Date(ground.cloud.now() + 61 * 60_000).toISOString());
        await ground.cloud.idle();
      }
      const { user, system } = process.cpuUsage(used);
      const figures = [
        atOnce,
        took.length,
        percentile(took, 0.5),
        percentile(took, 0.95),
        (user + system) / 1000 / took.length,
      ];
      const requests = asked.map((calls) => (calls / took.length).toFixed(1));
      process.stdout.write(
        `| ${[...figures.map((figure) => figure.toFixed(0)), ...requests].join(' | ')} |\n`,
      );
    }
  } finally {
    await ground.stop();
  }
}

const callers = ['portal', 'ingest', 'deliver'];

/** Plans what never strikes, and so counts each function's calls of AWS's services from now on. */
function countFrom({ cloud }: Ground): void {
  cloud.clearFaults();
  for (const name of callers) {
    cloud.fault({ kind: 'throttle', target: `${name} `, nth: Number.MAX_SAFE_INTEGER });
  }
}

/** Milliseconds of each upload. */
async function roundOf(
  ground: Ground,
  samples: readonly Sample[],
  atOnce: number,
): Promise<readonly number[]> {
  const senders = Array.from({ length: atOnce }, (_, index) => samples[index % samples.length]);
  return Promise.all(senders.flatMap((sample) => (sample ? [doorToVerdict(ground, sample)] : [])));
}

async function doorToVerdict(ground: Ground, { unit, name, bytes }: Sample): Promise<number> {
  const sender = ground.unit(unit);
  const from = performance.now();
  const mint = await sender.mint(bytes, name);
  const stored = await put(mint, bytes);
  if (!stored.ok) throw new Error(`the bucket refused: ${await stored.text()}`);
  // As the page asks, each pause a third longer than the one before, but sixteen times as often.
  for (let pause = 50; ; pause *= 1.35) {
    await sleep(pause);
    const { state } = await sender.report(mint.uploadId);
    if (state !== 'minted' && state !== 'received') return performance.now() - from;
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
