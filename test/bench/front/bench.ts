/** `npm run bench -- front`: from the mint to the verdict in the local cloud, with 1, 10 and 50 units sending at once. */
import { aCloud, type Ground } from '../../journeys/a-cloud.ts';
import { figure, machine, percentile, say, table } from '../figures.ts';
import { Meter } from '../meter.ts';
import type { Outcome } from '../outcome.ts';
import { type Asking, hearVerdicts, inRhythm } from './asking.ts';
import { anHourLater, levels, roundOf, type Sample, storySamples } from './door.ts';
import { processorSince, warmUp } from './warm-up.ts';

/** Of their calls of AWS's services an upload is made; the portal's are the more, the oftener is asked for the verdict. */
const callers = ['portal', 'ingest', 'deliver'] as const;

/** Milliseconds, on two quiet cores; of a warm system. */
const aim = { most: 500 };
const aimedAt = 10;
const rhythmRounds = 4;

interface Level {
  readonly what: string;
  readonly atOnce: number;
  readonly asking: Asking;
  readonly aim?: { readonly most: number };
}

/** Of uploads sent so many at once; processor time is that of the whole process: gateway, functions, V8's own threads, whoever asks. */
interface Measured extends Omit<Level, 'asking'> {
  readonly uploads: number;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds an upload, until the last of a round has its verdict, and until the last mail is out. */
  readonly toVerdict: number;
  readonly toMail: number;
  /** Requests an upload. */
  readonly asked: Readonly<Record<(typeof callers)[number], number>>;
}

export async function bench(): Promise<Outcome> {
  const samples = await storySamples();
  say(`${machine()}\n`);
  const meter = new Meter();
  const { asking, listeners } = hearVerdicts(meter.listeners);
  const ground = await aCloud(undefined, listeners);
  const measured: Measured[] = [];
  try {
    const measure = async (level: Level, rounds: number) => {
      measured.push(await measureLevel({ ground, samples, meter }, level, rounds));
    };
    await measure({ what: '10, the first of a system just started', atOnce: 10, asking }, 1);
    const warmed = await warmUp(() => roundOf(ground, samples, 10, asking).then(() => anHourLater(ground)));
    for (const { atOnce, rounds } of levels) {
      const aimed = atOnce === aimedAt && { aim };
      await measure(
        { what: `${atOnce}, after ${10 * (warmed + 1)} uploads`, atOnce, asking, ...aimed },
        rounds,
      );
    }
    await measure({ what: '10, each asking in a rhythm', atOnce: 10, asking: inRhythm }, rhythmRounds);
  } finally {
    await ground.stop();
  }
  const head = ['at once', 'uploads', 'p50 ms', 'p95 ms', 'processor ms to the verdict', 'to the mail'];
  const asked = callers.map((name) => `requests of ${name} an upload`);
  say(
    table(
      [...head, ...asked],
      measured.map(({ what, uploads, p50, p95, toVerdict, toMail, asked }) => [
        what,
        ...[uploads, p50, p95, toVerdict, toMail].map((n) => figure(n)),
        ...callers.map((name) => figure(asked[name], 1)),
      ]),
    ),
  );
  const rows = measured.flatMap(({ what, aim, p50, p95, toVerdict, toMail, asked }) => [
    { what: `door to verdict, ${what}: p50`, value: p50, unit: 'ms' },
    { what: `door to verdict, ${what}: p95`, value: p95, unit: 'ms', ...(aim && { aim }) },
    { what: `an upload, ${what}: until its verdict`, value: toVerdict, unit: 'ms of processor' },
    { what: `an upload, ${what}: until its mail`, value: toMail, unit: 'ms of processor' },
    {
      what: `an upload, ${what}`,
      value: callers.reduce((sum, name) => sum + asked[name], 0),
      unit: 'requests',
    },
  ]);
  return { rows, figures: measured };
}

async function measureLevel(
  { ground, samples, meter }: { ground: Ground; samples: readonly Sample[]; meter: Meter },
  { asking, ...level }: Level,
  rounds: number,
): Promise<Measured> {
  const took: number[] = [];
  const counted = { portal: 0, ingest: 0, deliver: 0 };
  let [toVerdict, toMail] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const begun = process.cpuUsage();
    const { of } = await meter.during(async () => {
      took.push(...(await roundOf(ground, samples, level.atOnce, asking)));
      toVerdict += processorSince(begun);
      await ground.cloud.idle();
    });
    toMail += processorSince(begun);
    for (const name of callers) {
      for (const count of of.get(name)?.calls.values() ?? []) counted[name] += count;
    }
    await anHourLater(ground);
  }
  const each = (sum: number) => sum / took.length;
  return {
    ...level,
    uploads: took.length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    toVerdict: each(toVerdict),
    toMail: each(toMail),
    asked: {
      portal: each(counted.portal),
      ingest: each(counted.ingest),
      deliver: each(counted.deliver),
    },
  };
}
