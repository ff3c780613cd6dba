/** What each step of a report's way takes, measured one at a time in the local cloud. */
import * as z from 'zod';
import { type Ground, type Mint, put } from '../../journeys/a-cloud.ts';
import { anHourLater, type Sample } from '../front/door.ts';
import type { FunctionUse, Meter, Use } from '../meter.ts';

/** The steps, in the order of a report's way: those of the portal's one request each. */
export const steps = ['duties', 'task', 'mint', 'put', 'ask', 'ingest', 'verdict', 'deliver'] as const;
export type Step = (typeof steps)[number];

const Counts = z.record(z.string(), z.number());

/** Of one report. */
const StepUse = z.object({
  /** Milliseconds of the processor, of the function's own threads. */
  own: z.number(),
  /** Milliseconds of the processor, of V8's threads, which compile and collect beside it; of ingest they count as its own. */
  beside: z.number(),
  /** Milliseconds of the processor that the local cloud took for it, and who asked. */
  cloud: z.number(),
  /** Calls of AWS's services, by action. */
  calls: Counts,
  /** Units, by the beginning of the partition key. */
  read: Counts,
  written: Counts,
});
export type StepUse = Readonly<z.output<typeof StepUse>>;

export const ServiceTimes = z.object({
  of: z.record(z.enum(steps), StepUse),
  /** `own` of ingest by sample: some files take ten times as long as others. */
  readings: z.array(z.number()),
  /** Milliseconds of each turn between a function and the gateway in which neither works: the way from thread to thread. */
  between: z.number(),
});
export type ServiceTimes = Readonly<z.output<typeof ServiceTimes>>;

/** How often each sample goes its way; the first round, in which instances meet steps that are new to them, does not count. */
const rounds = 4;

/** Each sample goes the whole way by itself, one step after the other. */
export async function measureServiceTimes(
  ground: Ground,
  meter: Meter,
  samples: readonly Sample[],
): Promise<ServiceTimes> {
  const bySample = samples.map((): Way[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, sample] of samples.entries()) {
      const way = await wayOf(ground, meter, sample);
      if (round > 0) bySample[nth]?.push(way);
    }
    await anHourLater(ground);
  }
  const taken = bySample.flat();
  const asked = (['duties', 'task', 'ask', 'verdict'] as const).flatMap((step) =>
    taken.map((each) => each[step]),
  );
  const waited = sumOf(taken.map(({ wall }) => wall)) - sumOf(asked.map(({ own, cloud }) => own + cloud));
  return {
    between: Math.max(0, waited) / sumOf(asked.map(turnsOf)),
    of: Object.fromEntries(steps.map((step) => [step, meanOf(taken.map((each) => each[step]))])) as never,
    readings: bySample.map((ways) => meanOf(ways.map(({ ingest }) => ingest)).own),
  };
}

/** A step's turns between its function, which asks, and the gateway, which answers. */
export function turnsOf({ calls }: StepUse): number {
  return 1 + Math.round(sumOf(Object.values(calls)));
}

interface Way extends Readonly<Record<Step, StepUse>> {
  /** Milliseconds for which what was only asked took to be answered. */
  readonly wall: number;
}

async function wayOf(
  { cloud, unit }: Ground,
  meter: Meter,
  { unit: code, name, bytes }: Sample,
): Promise<Way> {
  const sender = unit(code);
  let wall = 0;
  const asked = async (path: string) => {
    const from = performance.now();
    const use = await meter.during(async () => (await sender.ask(path)).arrayBuffer());
    wall += performance.now() - from;
    const portal = of(use, 'portal');
    return stepOf(portal, portalTook(use));
  };
  const duties = await asked('duties');
  const task = await asked('duties/Q1-2024/task');
  const minted: Mint[] = [];
  const minting = await meter.during(async () => minted.push(await sender.mint(bytes, name)));
  const [mint] = minted;
  if (!mint) throw new Error('nothing was minted');
  const report = `uploads/${mint.uploadId}`;
  const ask = await asked(report);
  // Held back, so that what the store does and what reading does are told apart.
  cloud.fault({ kind: 'delay', target: 'inbox/' });
  const sending = await meter.during(async () => {
    const stored = await put(mint, bytes);
    if (!stored.ok) throw new Error(`the bucket refused: ${await stored.text()}`);
  });
  const behind = await meter.during(async () => {
    await fetch(`${cloud.endpoints.control}/faults`, { method: 'DELETE' });
    await cloud.idle();
  });
  const portal = of(minting, 'portal');
  return {
    ...{ duties, task, ask },
    mint: stepOf(portal, portalTook(minting)),
    put: stepOf(of(sending, 'portal'), { own: 0, beside: 0, cloud: sending.main }),
    ...behindTheDoor(behind),
    verdict: await asked(report),
    wall,
  };
}

/** Ingest reads in a thread of its own, which nobody times: its share is what all threads took and nobody else did. */
function behindTheDoor(use: Use): Pick<Record<Step, StepUse>, 'ingest' | 'deliver'> {
  const [ingest, deliver] = [of(use, 'ingest'), of(use, 'deliver')];
  const cloud = (one: FunctionUse) => (use.main * callsOf(one)) / (callsOf(ingest) + callsOf(deliver));
  return {
    ingest: stepOf(ingest, {
      ...{ own: use.process - use.main - deliver.processor, beside: 0, cloud: cloud(ingest) },
    }),
    deliver: stepOf(deliver, { own: deliver.processor, beside: 0, cloud: cloud(deliver) }),
  };
}

function portalTook(use: Use): Took {
  const own = of(use, 'portal').processor;
  return { own, beside: Math.max(0, use.process - use.main - own), cloud: use.main };
}

type Took = Pick<StepUse, 'own' | 'beside' | 'cloud'>;

function stepOf({ calls, read, written }: FunctionUse, took: Took): StepUse {
  return {
    ...took,
    calls: Object.fromEntries(calls),
    read: Object.fromEntries(read),
    written: Object.fromEntries(written),
  };
}

function meanOf(uses: readonly StepUse[]): StepUse {
  const mean = (values: readonly number[]) => sumOf(values) / uses.length;
  const meanCounts = (counts: readonly Readonly<Record<string, number>>[]) => {
    const names = new Set(counts.flatMap((each) => Object.keys(each)));
    return Object.fromEntries([...names].map((name) => [name, mean(counts.map((each) => each[name] ?? 0))]));
  };
  return {
    own: mean(uses.map(({ own }) => own)),
    beside: mean(uses.map(({ beside }) => beside)),
    cloud: mean(uses.map(({ cloud }) => cloud)),
    calls: meanCounts(uses.map(({ calls }) => calls)),
    read: meanCounts(uses.map(({ read }) => read)),
    written: meanCounts(uses.map(({ written }) => written)),
  };
}

function callsOf({ calls }: FunctionUse): number {
  return sumOf([...calls.values()]);
}

function of({ of: uses }: Use, name: string): FunctionUse {
  const use = uses.get(name);
  if (!use) throw new Error(`${name} was not asked for anything`);
  return use;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
