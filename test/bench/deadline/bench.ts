/**
 * `npm run bench -- deadline [--seed N] [--times FILE]`: the day of a deadline, of which half of the units send in the last
 * hour. Measures what each step takes in the local cloud, holds a simulation of the local cloud against it, then plays the
 * day in AWS with each set of settings, and says what breaks first.
 */

import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { capacities } from '../../../infra/capacity.ts';
import type { MappingPlan } from '../../../infra/local/cloud/template/plan.ts';
import { aCloud } from '../../journeys/a-cloud.ts';
import { billOf, sumOf } from '../cost/bill.ts';
import { figure, machine, percentile, say, table } from '../figures.ts';
import { anHourLater, levels, roundOf, storySamples } from '../front/door.ts';
import { Meter } from '../meter.ts';
import type { BenchOptions } from '../options.ts';
import { openWithin, receiptWithin, whatBreaks } from './breaks.ts';
import { type Outcome, playDay } from './day.ts';
import { simulateLocal } from './local.ts';
import { measureServiceTimes, ServiceTimes, steps } from './service-times.ts';

/** How far the simulated local cloud may be from the real one, of its time. */
const tolerance = 0.2;

const Earlier = z.looseObject({ deadline: z.looseObject({ times: ServiceTimes }) });

export async function bench({ seed, times: earlier }: BenchOptions): Promise<unknown> {
  const of = machine();
  say(`${of}\n`);
  const { times, calibrated, wrong } =
    earlier === null
      ? await measured()
      : { times: Earlier.parse(earlier).deadline.times, calibrated: null, wrong: [] };
  printTimes(times);
  const sets = playSets(times, seed);
  const breaks = playBreaks(times, seed);
  const late = sets.filter(
    ({ toReceipt, toOpen }) => toReceipt.p99 > receiptWithin || toOpen.p99 > openWithin,
  );
  const failed = [...wrong, ...late.map(({ units }) => `${units} units are not served in time`)];
  if (failed.length > 0) say(`\nNOT HELD: ${failed.join('; ')}`);
  if (failed.length > 0) process.exitCode = 1;
  return { machine: of, seed, times, calibrated, sets, breaks };
}

interface Level {
  readonly atOnce: number;
  readonly took: readonly number[];
}

async function measured() {
  const meter = new Meter();
  const samples = await storySamples();
  const ground = await aCloud(undefined, meter.listeners);
  try {
    // Every instance once, so that what is measured is a warm system.
    for (let round = 0; round < 2; round += 1) {
      await roundOf(ground, samples, 10);
      await anHourLater(ground);
    }
    const times = await measureServiceTimes(ground, meter, samples);
    const real: Level[] = [];
    for (const { atOnce, rounds } of levels) {
      const took: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        took.push(...(await roundOf(ground, samples, atOnce)));
        await anHourLater(ground);
      }
      real.push({ atOnce, took });
    }
    return { times, ...calibrate(times, ground.cloud.plan.mappings, real) };
  } finally {
    await ground.stop();
  }
}

/** Instances of a function that no queue wakes (infra/local/cloud/function-pools.ts). */
const unbounded = 4;

/** The same senders at once, in the local cloud and in its simulation. */
function calibrate(times: ServiceTimes, mappings: readonly MappingPlan[], real: readonly Level[]) {
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
  const machine = {
    cores: availableParallelism(),
    instances: { portal: unbounded, ingest: most('ingest'), deliver },
  };
  const calibrated = real.map(({ atOnce, took }) => {
    const simulated = simulateLocal(times, machine, atOnce);
    const of = (share: number) => ({
      real: percentile(took, share),
      simulated: percentile(simulated, share),
    });
    return { atOnce, p50: of(0.5), p95: of(0.95) };
  });
  say(
    table(
      ['at once', 'p50 ms', 'simulated', 'of it', 'p95 ms', 'simulated', 'of it'],
      calibrated.map(({ atOnce, p50, p95 }) => [
        atOnce,
        ...[p50, p95].flatMap(({ real, simulated }) => [
          figure(real),
          figure(simulated),
          figure(simulated / real, 2),
        ]),
      ]),
    ),
  );
  const wrong = calibrated
    .filter(({ atOnce }) => atOnce > 1)
    .filter(({ p50, p95 }) =>
      [p50, p95].some(({ real, simulated }) => Math.abs(simulated / real - 1) > tolerance),
    )
    .map(
      ({ atOnce }) => `${atOnce} at once, the simulated local cloud is more than ${100 * tolerance} % off`,
    );
  return { calibrated, wrong };
}

function printTimes({ of, slowdown }: ServiceTimes): void {
  const total = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((sum, each) => sum + each, 0);
  say(`one at a time; an answer took ${figure(slowdown, 2)} times what its threads worked\n`);
  say(
    table(
      ['step', 'function ms', 'local cloud ms', 'calls', 'read units', 'write units'],
      steps.map((step) => {
        const { own, cloud, calls, read, written } = of[step];
        return [step, ...[own, cloud, ...[calls, read, written].map(total)].map((each) => figure(each, 1))];
      }),
    ),
  );
}

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

function timesOf({ toOpen, toVerdict, toReceipt }: Outcome) {
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
