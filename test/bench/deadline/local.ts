/**
 * The local cloud as a simulation: one thread for the gateway, the table and whoever asks, threads for the functions'
 * instances, and cores that all of them share. Held against the local cloud itself, it shows whether the steps and
 * their times are the right ones.
 */
import {
  longestYieldMilliseconds,
  lookMilliseconds,
} from '../../../infra/local/cloud/events/queue-consumer.ts';
import { pauseBefore } from '../front/asking.ts';
import type { ServiceTimes, Step } from './service-times.ts';
import { Places, type Process, Processor, Simulation, type Wait } from './simulation.ts';

export interface LocalMachine {
  readonly cores: number;
  /** Instances that each function may have. */
  readonly instances: Readonly<Record<'portal' | 'ingest' | 'deliver', number>>;
}

/** Milliseconds from the mint to the verdict of each of those who send at once. */
export function simulateLocal(
  times: ServiceTimes,
  { cores, instances }: LocalMachine,
  atOnce: number,
): readonly number[] {
  const simulation = new Simulation();
  const processor = new Processor(simulation, cores);
  const thread = new Places(simulation, 1);
  const portal = new Places(simulation, instances.portal);
  const ingest = new Places(simulation, instances.ingest);
  const deliver = new Places(simulation, instances.deliver);

  /** In turns: the function works, then the gateway answers what it asked. */
  function* step(name: Step, places: Places | null, reading?: number): Generator<Wait, void, void> {
    const { cloud, calls } = times.of[name];
    const { slowdown } = times;
    const own = reading ?? times.of[name].own;
    const turns = 1 + Math.round(Object.values(calls).reduce((sum, each) => sum + each, 0));
    if (places) yield places.take;
    for (let turn = 0; turn < turns; turn += 1) {
      yield processor.work((slowdown * own) / turns);
      yield thread.take;
      yield processor.work((slowdown * cloud) / turns);
      thread.give();
    }
    places?.give();
  }

  /** Mails that wait for whoever stands at the door or reads, and since when there are any. */
  const yielding = { mails: 0, since: 0 };
  function* untilOthersRest(): Generator<Wait, void, void> {
    if (yielding.mails === 0) yielding.since = simulation.now;
    yielding.mails += 1;
    const isLong = () => simulation.now - yielding.since >= longestYieldMilliseconds;
    while ((portal.inUse || ingest.inUse) && !isLong()) yield simulation.pause(lookMilliseconds);
    yielding.mails -= 1;
  }

  const taken: number[] = [];
  function* report(nth: number): Process {
    yield* step('mint', portal);
    yield* step('put', null);
    let judged = false;
    simulation.start(
      (function* () {
        yield* step('ingest', ingest, times.readings[nth % times.readings.length]);
        judged = true;
        yield* untilOthersRest();
        yield* step('deliver', deliver);
      })(),
    );
    for (let question = 0; ; question += 1) {
      yield simulation.pause(pauseBefore(question));
      const known = judged;
      yield* step(known ? 'verdict' : 'ask', portal);
      if (known) break;
    }
    taken.push(simulation.now);
  }
  for (let n = 0; n < atOnce; n += 1) simulation.start(report(n));
  simulation.run();
  return taken;
}
