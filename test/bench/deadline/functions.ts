/** The functions of the stack in the simulation: instances, starts, queues before them, and the table's partitions. */
import type { Capacity } from '../../../infra/capacity.ts';
import type { Consumption } from '../cost/bill.ts';
import type { Day } from './day.ts';
import {
  callTakes,
  coldStart,
  megabytesOfProcessor,
  partition,
  queueScaling,
  requestsOfInstance,
  timeOf,
} from './limits.ts';
import type { Random } from './random.ts';
import type { ServiceTimes, Step } from './service-times.ts';
import { Allowance, Places, type Simulation, type Wait } from './simulation.ts';

type Name = 'portal' | 'ingest' | 'deliver';

/** Partitions of which each unit, file or mail has its own: no two of them wait for each other. */
const ownPartitions = new Set([
  'LIMIT',
  'ARRIVAL',
  'TURNS',
  'OUTBOX',
  'LINKUSE',
  'CODES',
  'SESSIONS',
  'BUNDLE',
]);

/** What deliver asks of the mail service. */
interface MailService {
  readonly perSecond: number;
  tryTake(): boolean;
}

/** Milliseconds for which messages waited for a place among those who read or send, and for an instance of the account. */
export interface Waits {
  ingest: number;
  deliver: number;
  executions: number;
}

interface Instance {
  /** When its last mail was handed over. */
  mailed: number;
}

export class Functions {
  readonly #simulation: Simulation;
  readonly #random: Random;
  readonly #capacity: Capacity;
  readonly #times: ServiceTimes;
  readonly #account: Places;
  readonly #portal: Places;
  readonly #portalRate: Allowance;
  readonly #before: Readonly<Record<'ingest' | 'deliver', Places>>;
  readonly #warm: Readonly<Record<Name, Instance[]>> = { portal: [], ingest: [], deliver: [] };
  readonly #partitions = new Map<string, Allowance>();
  readonly #shared = new Map<Step, readonly { readonly allowance: Allowance; readonly units: number }[]>();
  readonly #steps = new Map<Step, number>();
  #gigabyteSeconds = 0;
  #paced = 0;
  #sending = 0;

  constructor(
    simulation: Simulation,
    { capacity, quotas, times }: Pick<Day, 'capacity' | 'quotas' | 'times'>,
    random: Random,
  ) {
    const { reservedForPortal: reserved, readersAtOnce, sendersAtOnce } = capacity;
    this.#simulation = simulation;
    this.#random = random;
    this.#capacity = capacity;
    this.#times = times;
    this.#account = new Places(simulation, quotas.executions - reserved);
    this.#portal = reserved > 0 ? new Places(simulation, reserved) : this.#account;
    const perSecond = requestsOfInstance * (reserved > 0 ? reserved : quotas.executions);
    this.#portalRate = new Allowance(simulation, perSecond);
    this.#before = {
      ingest: this.#mapping(readersAtOnce),
      deliver: this.#mapping(sendersAtOnce),
    };
  }

  /** One request to the portal; false where no instance was to be had. */
  *answer(step: Step): Generator<Wait, boolean, void> {
    if (!this.#portalRate.tryTake() || !this.#portal.tryTake()) return false;
    yield* this.#run('portal', step);
    this.#portal.give();
    return true;
  }

  /** One message of a queue, when its turn has come; of a mail, whether the service took it. */
  *take(
    name: 'ingest' | 'deliver',
    waits: Waits | null,
    mails?: MailService,
  ): Generator<Wait, boolean, void> {
    const asked = this.#simulation.now;
    yield this.#before[name].take;
    const next = this.#simulation.now;
    yield this.#account.take;
    if (waits) {
      waits[name] += next - asked;
      waits.executions += this.#simulation.now - next;
    }
    const taken = yield* this.#run(name, name, mails);
    this.#account.give();
    this.#before[name].give();
    return taken;
  }

  /** A step that waits for no function. */
  use(step: Step): void {
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + 1);
  }

  /** The share of the senders' time that is their pace, and not their work. */
  get paced(): number {
    return this.#paced / Math.max(1, this.#paced + this.#sending);
  }

  /** Milliseconds for which everybody together waited for partitions. */
  get waitedForPartitions(): number {
    return [...this.#partitions.values()].reduce((sum, { waited }) => sum + waited.total, 0);
  }

  queues() {
    const of = ({ waited: { longest, most } }: Places) => ({ age: longest / 1000, most });
    return { arrivals: of(this.#before.ingest), outbox: of(this.#before.deliver) };
  }

  /** The most instances that ran at once. */
  most() {
    const { ingest, deliver } = this.#before;
    return { portal: this.#portal.mostTaken, ingest: ingest.mostTaken, deliver: deliver.mostTaken };
  }

  consumption(mails: number): Consumption {
    const sums = { read: 0, written: 0, puts: 0, gets: 0, sent: 0, portal: 0, queued: 0 };
    for (const [step, times] of this.#steps) {
      const { calls, read, written } = this.#times.of[step];
      const total = (of: Readonly<Record<string, number>>) =>
        times * Object.values(of).reduce((sum, each) => sum + each, 0);
      sums.read += total(read);
      sums.written += total(written);
      sums.puts += times * (calls['s3:PutObject'] ?? 0);
      sums.gets += times * (calls['s3:GetObject'] ?? 0);
      sums.sent += times * (calls['sqs:SendMessage'] ?? 0);
      if (step === 'ingest' || step === 'deliver') sums.queued += times;
      else if (step !== 'put') sums.portal += times;
    }
    return {
      ...{ portalRequests: sums.portal, invocations: sums.portal + sums.queued },
      ...{ gigabyteSeconds: this.#gigabyteSeconds, readUnits: sums.read, writeUnits: sums.written },
      ...{
        filePuts: sums.puts,
        fileGets: sums.gets,
        storedGigabytes: 0,
        events: this.#steps.get('put') ?? 0,
      },
      // Sent, received and deleted.
      ...{ queueRequests: sums.sent + 2 * sums.queued, mails, attachedGigabytes: 0 },
      ...{ loggedGigabytes: (sums.portal + sums.queued) * 1e-6, sentGigabytes: sums.portal * 5e-6 },
    };
  }

  /** Instances come a few at a time, however many are allowed. */
  #mapping(atMost: number): Places {
    const places = new Places(this.#simulation, Math.min(queueScaling.first, atMost));
    const grow = () => {
      if (places.waiting > 0) places.raise(Math.min(atMost, places.count + queueScaling.moreInMinute / 60));
      if (places.count < atMost) this.#simulation.at(this.#simulation.now + 1000, grow);
    };
    grow();
    return places;
  }

  *#run(name: Name, step: Step, mails?: MailService): Generator<Wait, boolean, void> {
    const from = this.#simulation.now;
    const warm = this.#warm[name].shift();
    const instance = warm ?? { mailed: Number.NEGATIVE_INFINITY };
    if (!warm) yield this.#simulation.pause(coldStart);
    this.use(step);
    const { calls } = this.#times.of[step];
    const own = this.#ownTime(step);
    yield* this.#touch(step);
    const share = Math.min(1, this.#capacity[`${name}Memory`] / megabytesOfProcessor);
    const mailing = mails ? (callTakes.ses ?? 0) : 0;
    yield this.#simulation.pause(own / share + timeOf(calls) - mailing);
    const taken = mails ? yield* this.#mail(instance, mails) : true;
    this.#warm[name].push(instance);
    const took = this.#simulation.now - from;
    this.#gigabyteSeconds += (took / 1000) * (this.#capacity[`${name}Memory`] / 1024);
    if (mails) this.#sending += took;
    return taken;
  }

  /** One file takes ten times as long as another. */
  #ownTime(step: Step): number {
    const { of, readings } = this.#times;
    const reading =
      step === 'ingest' ? readings[Math.floor(this.#random.share() * readings.length)] : undefined;
    return (reading ?? of[step].own) + of[step].beside;
  }

  /** Its own pace first (functions/deliver/pace.ts). */
  *#mail(instance: Instance, mails: MailService): Generator<Wait, boolean, void> {
    const interval = (1000 * this.#capacity.sendersAtOnce) / (0.8 * mails.perSecond);
    const wait = Math.max(0, instance.mailed + interval - this.#simulation.now);
    this.#paced += wait;
    this.#sending -= wait;
    yield this.#simulation.pause(wait);
    instance.mailed = this.#simulation.now;
    const taken = mails.tryTake();
    yield this.#simulation.pause(callTakes.ses ?? 0);
    return taken;
  }

  /** Takes the step's units of each partition that many share. */
  *#touch(step: Step): Generator<Wait, void, void> {
    const shared = this.#shared.get(step) ?? this.#sharedBy(step);
    this.#shared.set(step, shared);
    for (const { allowance, units } of shared) if (!allowance.tryTake(units)) yield allowance.take(units);
  }

  #sharedBy(step: Step): readonly { readonly allowance: Allowance; readonly units: number }[] {
    const { read, written } = this.#times.of[step];
    const taken = [
      ...Object.entries(read).map(([name, units]) => ({ name, units, kind: 'read' as const })),
      ...Object.entries(written).map(([name, units]) => ({ name, units, kind: 'written' as const })),
      // Each row of the outbox enters the index of what waits, and leaves it.
      ...(written.OUTBOX ? [{ name: 'index', units: 1, kind: 'written' as const }] : []),
    ];
    return taken
      .filter(({ name }) => !ownPartitions.has(name))
      .map(({ name, units, kind }) => ({ allowance: this.#partition(name, kind), units }));
  }

  #partition(name: string, kind: keyof typeof partition): Allowance {
    const key = `${name} ${kind}`;
    const known = this.#partitions.get(key) ?? new Allowance(this.#simulation, partition[kind]);
    this.#partitions.set(key, known);
    return known;
  }
}
