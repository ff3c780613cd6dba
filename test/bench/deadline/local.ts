/**
 * The local cloud as a simulation: one thread for the gateway, the table and whoever asks, threads for the functions'
 * instances, and cores that all of them share. Held against the local cloud itself, it shows whether the steps and
 * their times are the right ones.
 */
import {
  longestYieldMilliseconds,
  lookMilliseconds,
} from '../../../infra/local/cloud/events/queue-consumer.ts';
import { type ServiceTimes, type Step, turnsOf } from './service-times.ts';
import { Places, type Process, Processor, Simulation, type Wait } from './simulation.ts';

export interface LocalMachine {
  /** Fewer than there are, by what others take of them. */
  readonly cores: number;
  /** Instances that each function may have. */
  readonly instances: Readonly<Record<'portal' | 'ingest' | 'deliver', number>>;
}

/** Milliseconds from the mint to the verdict, asked for when it stands, of each of those who send at once. */
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

  function* alone(work: Wait): Process {
    yield work;
  }

  /** In turns: the function works, then the gateway answers what it asked. */
  function* step(name: Step, places: Places | null, reading?: number): Generator<Wait, void, void> {
    const { beside, cloud } = times.of[name];
    const { between } = times;
    const own = reading ?? times.of[name].own;
    const turns = turnsOf(times.of[name]);
    if (places) yield places.take;
    for (let turn = 0; turn < turns; turn += 1) {
      simulation.start(alone(processor.work(beside / turns)));
      yield processor.work(own / turns);
      yield simulation.pause(between);
      yield thread.take;
      yield processor.work(cloud / turns);
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

  function* mail(): Process {
    yield* untilOthersRest();
    yield* step('deliver', deliver);
  }

  const taken: number[] = [];
  function* report(nth: number): Process {
    yield* step('mint', portal);
    yield* step('put', null);
    yield* step('ingest', ingest, times.readings[nth % times.readings.length]);
    simulation.start(mail());
    yield* step('verdict', portal);
    taken.push(simulation.now);
  }
  for (let n = 0; n < atOnce; n += 1) simulation.start(report(n));
  simulation.run();
  return taken;
}
