/**
 * `npm run bench -- deadline [--seed N] [--times FILE]`: the day of a deadline, of which half of the units send in the last
 * hour. Measures what each step takes in the local cloud, holds a simulation of the local cloud against it, then plays the
 * day in AWS with each set of settings, and says what breaks first.
 */

import * as z from 'zod';
import { capacities } from '../../../infra/capacity.ts';
import { unboundedInstances } from '../../../infra/local/cloud/function-pools.ts';
import type { MappingPlan } from '../../../infra/local/cloud/template/plan.ts';
import { aCloud } from '../../journeys/a-cloud.ts';
import { billOf, sumOf } from '../cost/bill.ts';
import { figure, machine, percentile, say, table } from '../figures.ts';
import { hearVerdicts } from '../front/asking.ts';
import { anHourLater, levels, roundOf, storySamples } from '../front/door.ts';
import { warmUp } from '../front/warm-up.ts';
import { Meter } from '../meter.ts';
import type { BenchOptions } from '../options.ts';
import type { Outcome, Row } from '../outcome.ts';
import { type Break, openWithin, receiptWithin, whatBreaks } from './breaks.ts';
import { type Outcome as DayOutcome, playDay } from './day.ts';
import { LeftCores } from './left-cores.ts';
import { simulateLocal } from './local.ts';
import { measureServiceTimes, ServiceTimes, steps } from './service-times.ts';

/** How far the simulated local cloud may be from the real one, of its time. */
const tolerance = 0.2;

const Earlier = z.looseObject({ deadline: z.looseObject({ times: ServiceTimes }) });

export async function bench({ seed, times: earlier }: BenchOptions): Promise<Outcome> {
  const of = machine();
  say(`${of}\n`);
  const { times, calibrated } =
    earlier === null ? await measured() : { times: Earlier.parse(earlier).deadline.times, calibrated: [] };
  printTimes(times);
  const sets = playSets(times, seed);
  const breaks = playBreaks(times, seed);
  const rows = [...calibrated.flatMap(calibrationRows), ...sets.flatMap(setRows), ...breaks.map(breakRow)];
  return { rows, figures: { machine: of, seed, times, calibrated, sets, breaks } };
}

function calibrationRows({ atOnce, p50, p95 }: Calibrated): readonly Row[] {
  const aim = atOnce > 1 ? { aim: { least: 1 - tolerance, most: 1 + tolerance } } : {};
  return [['p50', p50] as const, ['p95', p95] as const].map(([name, { real, simulated }]) => ({
    ...{ what: `simulated local cloud, ${atOnce} at once, ${name}`, value: simulated, unit: 'ms' },
    ratio: { value: simulated / real, to: 'the real one' },
    ...aim,
  }));
}

function setRows({ units, toOpen, toVerdict, toReceipt, queues, cost }: PlayedSet): readonly Row[] {
  const of = `${figure(units)} units, last hour`;
  return [
    { what: `${of}: page, p99`, value: toOpen.p99, unit: 's', aim: { most: openWithin } },
    { what: `${of}: verdict, p50`, value: toVerdict.p50, unit: 's' },
    { what: `${of}: verdict, p95`, value: toVerdict.p95, unit: 's' },
    { what: `${of}: verdict, p99`, value: toVerdict.p99, unit: 's' },
    { what: `${of}: receipt, p99`, value: toReceipt.p99, unit: 's', aim: { most: receiptWithin } },
    { what: `${of}: oldest arrival in its queue`, value: queues.arrivals.age, unit: 's' },
    { what: `${of}: cost of the day`, value: cost, unit: 'USD' },
  ];
}

function breakRow({ toReceipt, mended }: Break, nth: number): Row {
  const what = `${nth + 1}. to give way, smallest settings: receipt, p99`;
  const note = mended ? `${mended.cause}; mended by ${mended.settings.join(', ')}` : 'holds';
  return { what, value: Number.isFinite(toReceipt) ? toReceipt : null, unit: 's', note };
}

interface Level {
  /** That others left to it. */
  readonly cores: number;
  readonly atOnce: number;
  readonly took: readonly number[];
}

async function measured() {
  const meter = new Meter();
  const samples = await storySamples();
  const { asking, listeners } = hearVerdicts(meter.listeners);
  const ground = await aCloud(undefined, listeners);
  try {
    await warmUp(() => roundOf(ground, samples, 10, asking).then(() => anHourLater(ground)));
    const times = await measureServiceTimes(ground, meter, samples);
    const real: Level[] = [];
    for (const { atOnce, rounds } of levels) {
      const took: number[] = [];
      const left = new LeftCores();
      for (let round = 0; round < rounds; round += 1) {
        took.push(...(await left.during(() => roundOf(ground, samples, atOnce, asking))));
        await anHourLater(ground);
      }
      real.push({ atOnce, took, cores: left.count });
    }
    return { times, calibrated: calibrate(times, ground.cloud.plan.mappings, real) };
  } finally {
    await ground.stop();
  }
}

interface Calibrated extends Omit<Level, 'took'> {
  readonly p50: Readonly<Record<'real' | 'simulated', number>>;
  readonly p95: Readonly<Record<'real' | 'simulated', number>>;
}

/** The same senders at once, in the local cloud and in its simulation. */
function calibrate(
  times: ServiceTimes,
  mappings: readonly MappingPlan[],
  real: readonly Level[],
): readonly Calibrated[] {
  const most = (name: string) =>
    mappings
      .filter(({ functionName }) => functionName === name)
      .reduce((sum, { maximumConcurrency }) => sum + maximumConcurrency, 0);
  // Codes have senders of their own, which nobody needs here.
  const deliver = Math.min(
    ...mappings
      .filter(({ functionName }) => functionName === 'deliver')
      .map((each) => each.maximumConcurrency),
  );
  const instances = { portal: unboundedInstances, ingest: most('ingest'), deliver };
  const calibrated = real.map(({ atOnce, took, cores }) => {
    const simulated = simulateLocal(times, { cores, instances }, atOnce);
    const of = (share: number) => ({
      real: percentile(took, share),
      simulated: percentile(simulated, share),
    });
    return { atOnce, cores, p50: of(0.5), p95: of(0.95) };
  });
  say(
    table(
      ['at once', 'cores left', 'p50 ms', 'simulated', 'of it', 'p95 ms', 'simulated', 'of it'],
      calibrated.map(({ atOnce, cores, p50, p95 }) => [
        atOnce,
        figure(cores, 2),
        ...[p50, p95].flatMap(({ real, simulated }) => [
          figure(real),
          figure(simulated),
          figure(simulated / real, 2),
        ]),
      ]),
    ),
  );
  return calibrated;
}

function printTimes({ of, between }: ServiceTimes): void {
  const total = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((sum, each) => sum + each, 0);
  say(`one at a time; ${figure(between, 2)} ms passed in a turn between threads\n`);
  say(
    table(
      ['step', 'function ms', 'V8 ms', 'local cloud ms', 'calls', 'read units', 'write units'],
      steps.map((step) => {
        const { own, beside, cloud, calls, read, written } = of[step];
        return [
          step,
          ...[own, beside, cloud, ...[calls, read, written].map(total)].map((each) => figure(each, 1)),
        ];
      }),
    ),
  );
}

type PlayedSet = ReturnType<typeof playSets>[number];

/** The day with each set of settings, as large as it is meant for. */
function playSets(times: ServiceTimes, seed: number) {
  const sets = capacities.map(([units, capacity, quotas]) => {
    const outcome = playDay({ units, capacity, quotas, times, seed });
    const { functions, queues, mails, counted, refused } = outcome;
    const cost = sumOf(billOf(functions.consumption(mails)));
    return { units, counted, ...timesOf(outcome), queues, most: functions.most(), refused, mails, cost };
  });
  const seconds = ({ p50, p95, p99 }: Shares) => [p50, p95, p99].map((each) => figure(each)).join(' / ');
  say(`the day of a deadline in AWS, seed ${seed}; seconds of the last hour's reports, p50 / p95 / p99\n`);
  say(
    table(
      [
        'units',
        'in the last hour',
        'page',
        'verdict',
        'receipt',
        'arrivals, oldest',
        'outbox, oldest',
        'instances',
        'refused',
        'mails',
        'USD',
      ],
      sets.map(({ units, counted, toOpen, toVerdict, toReceipt, queues, most, refused, mails, cost }) => [
        ...[figure(units), figure(counted), seconds(toOpen), seconds(toVerdict), seconds(toReceipt)],
        ...[`${figure(queues.arrivals.age)} s`, `${figure(queues.outbox.age)} s`],
        `${most.portal} + ${most.ingest} + ${most.deliver}`,
        ...[figure(refused.stage + refused.instance), figure(mails), figure(cost, 2)],
      ]),
    ),
  );
  return sets;
}

interface Shares {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

function timesOf({ toOpen, toVerdict, toReceipt }: DayOutcome) {
  const of = (values: readonly number[]): Shares => ({
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
  });
  return { toOpen: of(toOpen), toVerdict: of(toVerdict), toReceipt: of(toReceipt) };
}

/** The largest office with the smallest settings, mended one by one. */
function playBreaks(times: ServiceTimes, seed: number) {
  const [smallest, largest] = [capacities.at(0), capacities.at(-1)];
  if (!smallest || !largest) throw new Error('there are no capacities');
  const [units, capacity, quotas] = largest;
  const small = { capacity: smallest[1], quotas: smallest[2] };
  const breaks = whatBreaks({ units, times, seed }, small, { capacity, quotas });
  say(`${figure(units)} units with the settings of the smallest: what breaks, and what mends it\n`);
  const time = (seconds: number) =>
    Number.isFinite(seconds) ? `${figure(seconds / 60, 1)} min` : 'not that day';
  say(
    table(
      ['', 'page, p99', 'receipt, p99', 'most is lost to', 'mended by'],
      breaks.map(({ toOpen, toReceipt, mended }, nth) => [
        ...[nth + 1, time(toOpen), time(toReceipt)],
        ...(mended ? [mended.cause, mended.settings.join(', ')] : ['', '']),
      ]),
    ),
  );
  return breaks;
}
