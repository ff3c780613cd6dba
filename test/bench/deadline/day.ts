/** The day of a deadline in AWS, as a simulation: who sends when, what each step takes, and what each limit holds up. */
import { backOff, pollPause } from '../../../functions/portal/page/sending/one-upload.ts';
import type { Capacity, Quotas } from '../../../infra/capacity.ts';
import { mailsInHour } from '../../../shared/office/repair.ts';
import { hourOf, hours } from './curve.ts';
import { Functions } from './functions.ts';
import { eventTakes, transferTakes, wakeTakes } from './limits.ts';
import { Random } from './random.ts';
import type { ServiceTimes } from './service-times.ts';
import { Allowance, type Process, Simulation, type Wait } from './simulation.ts';

export interface Day {
  readonly units: number;
  readonly capacity: Capacity;
  readonly quotas: Quotas;
  readonly times: ServiceTimes;
  readonly seed: number;
}

/** What holds reports up, each with the setting or the quota that lets them on. */
export type Cause =
  | 'requestsPerSecond'
  | 'executions'
  | 'readersAtOnce'
  | 'partition'
  | 'sendersAtOnce'
  | 'mailsPerSecond'
  | 'mailsADay';

type Refusing = Extract<Cause, 'requestsPerSecond' | 'executions'>;

export interface Outcome {
  /** Reports begun in the last hour, and since the simulation begins. */
  readonly counted: number;
  readonly reports: number;
  /** Of those of the last hour: seconds from the link to the duties on the screen. */
  readonly toOpen: readonly number[];
  /** Seconds from the press of the button; Infinity where it did not come within the day. */
  readonly toVerdict: readonly number[];
  readonly toReceipt: readonly number[];
  /** Seconds that they lost to each cause, together; to partitions, that everybody lost. */
  readonly lost: Readonly<Record<Cause, number>>;
  /** Requests that were refused, at the stage and for want of an instance. */
  readonly refused: { readonly stage: number; readonly instance: number };
  /** Seconds the oldest message waited at most, and how many waited at once. */
  readonly queues: Readonly<Record<'arrivals' | 'outbox', { readonly age: number; readonly most: number }>>;
  readonly mails: number;
  readonly functions: Functions;
}

const minute = 60_000;
const hour = 60 * minute;
/** People close the page after so long; the verdict comes by mail. */
const watches = 5 * minute;
const rejected = 0.15;
/** What came before is counted as mails of the day, and not played; the day is over so long after the deadline. */
const begins = (hours - 2) * hour;
const ends = (hours + 2) * hour;

export function playDay({ units, capacity, quotas, times, seed }: Day): Outcome {
  const simulation = new Simulation();
  const random = new Random(seed);
  const functions = new Functions(simulation, { capacity, quotas, times }, random);
  const stage = new Allowance(simulation, capacity.requestsPerSecond, capacity.requestsAtOnce);
  const refused = { stage: 0, instance: 0 };
  const lost = { requestsPerSecond: 0, executions: 0, mailsPerSecond: 0, mailsADay: 0 };
  const waits = { ingest: 0, deliver: 0, executions: 0 };
  const ses = new Ses(simulation, quotas);
  const toOpen: number[] = [];
  const toVerdict: number[] = [];
  const toReceipt: number[] = [];
  let counted = 0;
  let reports = 0;
  const lastHour = (hours - 1) * hour;

  /** Null where it was answered, else what refused it. */
  function* request(
    step: 'duties' | 'task' | 'mint' | 'ask' | 'verdict',
  ): Generator<Wait, Refusing | null, void> {
    if (!stage.tryTake()) {
      refused.stage += 1;
      return 'requestsPerSecond';
    }
    if (yield* functions.answer(step)) return null;
    refused.instance += 1;
    return 'executions';
  }

  /** As the page does it, until the person closes it. */
  function* patiently(
    step: 'mint' | 'ask' | 'verdict',
    { attempts = Number.POSITIVE_INFINITY, until = Number.POSITIVE_INFINITY },
  ): Generator<Wait, boolean, void> {
    for (let attempt = 2; ; attempt += 1) {
      const why = yield* request(step);
      if (why === null) return true;
      if (attempt > attempts || simulation.now > until) return false;
      yield* loseTo(why, 1000 * backOff(attempt));
    }
  }

  /** Whoever sees an error loads the page again, each time after twice as long, at last every ten minutes. */
  function* see(step: 'duties' | 'task'): Generator<Wait, void, void> {
    let pause = random.between(3000, 10_000);
    for (let why = yield* request(step); why !== null; why = yield* request(step)) {
      yield* loseTo(why, pause);
      pause = Math.min(2 * pause, 10 * minute);
    }
  }

  function* loseTo(why: Refusing, ms: number): Generator<Wait, void, void> {
    if (simulation.now >= lastHour) lost[why] += ms;
    yield simulation.pause(ms);
  }

  function* unit(): Process {
    // Document and script, which cost no more than the least of the others; then what is due.
    const opened = simulation.now;
    const nth = opened >= lastHour ? toOpen.push(Number.POSITIVE_INFINITY) - 1 : -1;
    for (const step of ['task', 'task', 'duties'] as const) yield* see(step);
    if (nth >= 0) toOpen[nth] = (simulation.now - opened) / 1000;
    yield* see('task');
    yield simulation.pause(random.between(20_000, 2 * minute));
    yield* send();
    if (random.share() >= rejected) return;
    yield simulation.pause(random.between(3 * minute, 10 * minute));
    yield* send();
  }

  function* send(): Generator<Wait, void, void> {
    const pressed = simulation.now;
    const report = { pressed, judged: false, nth: pressed >= lastHour ? counted : -1 };
    reports += 1;
    if (report.nth >= 0) {
      counted += 1;
      toVerdict.push(Number.POSITIVE_INFINITY);
      toReceipt.push(Number.POSITIVE_INFINITY);
    }
    for (
      let pause = minute;
      !(yield* patiently('mint', { attempts: 8 }));
      pause = Math.min(2 * pause, 10 * minute)
    ) {
      yield simulation.pause(pause);
    }
    yield simulation.pause(random.exponential(transferTakes));
    functions.use('put');
    simulation.start(takeIn(report));
    const until = simulation.now + watches;
    for (let round = 0; simulation.now < until; round += 1) {
      const known = report.judged;
      if (!(yield* patiently(known ? 'verdict' : 'ask', { until })) || known) return;
      yield simulation.pause(pollPause(round));
    }
  }

  function* takeIn(report: { readonly pressed: number; readonly nth: number; judged: boolean }): Process {
    yield simulation.pause(eventTakes + wakeTakes);
    yield* functions.take('ingest', report.nth < 0 ? null : waits);
    report.judged = true;
    if (report.nth >= 0) toVerdict[report.nth] = (simulation.now - report.pressed) / 1000;
    simulation.start(mail(report));
  }

  function* mail(of: { readonly pressed: number; readonly nth: number }): Process {
    yield simulation.pause(wakeTakes);
    const counts = of.nth >= 0;
    while (!(yield* functions.take('deliver', counts ? waits : null, ses))) {
      const why = ses.isSpent ? 'mailsADay' : 'mailsPerSecond';
      const since = simulation.now;
      yield ses.again;
      if (counts) lost[why] += simulation.now - since;
    }
    if (counts) toReceipt[of.nth] = (simulation.now - of.pressed) / 1000;
  }

  const opening = function* (): Process {
    for (let nth = 0; nth < units; nth += 1) {
      const at = hour * hourOf((nth + random.share()) / units);
      if (at < begins) {
        ses.sentBefore(random.share() < rejected ? 2 : 1);
        continue;
      }
      yield simulation.pause(Math.max(0, at - simulation.now));
      simulation.start(unit());
    }
  };
  // That morning everybody who still owes was reminded, which here is everybody.
  ses.sentBefore(units);
  simulation.start(opening());
  for (let at = begins; at <= ends; at += hour) simulation.at(at, () => ses.repair(mailsInHour));
  simulation.run(ends);
  lost[ses.isSpent ? 'mailsADay' : 'mailsPerSecond'] += ses.heldSince(lastHour, simulation.now);
  const { paced, waitedForPartitions } = functions;
  const seconds = (ms: number) => ms / 1000;
  return {
    ...{ counted, reports, toOpen, toVerdict, toReceipt, refused, functions, mails: ses.sent },
    queues: functions.queues(),
    lost: {
      requestsPerSecond: seconds(lost.requestsPerSecond),
      executions: seconds(lost.executions + waits.executions),
      readersAtOnce: seconds(waits.ingest),
      partition: seconds(waitedForPartitions),
      sendersAtOnce: seconds(waits.deliver * (1 - paced)),
      mailsPerSecond: seconds(lost.mailsPerSecond + waits.deliver * paced),
      mailsADay: seconds(lost.mailsADay),
    },
  };
}

/** The mail service: so many a second, so many a day; who is refused waits for the hourly repair. */
export class Ses {
  readonly #rate: Allowance;
  #left: number;
  readonly #held: { readonly since: number; readonly go: () => void }[] = [];
  readonly #simulation: Simulation;
  sent = 0;
  readonly perSecond: number;

  constructor(simulation: Simulation, { mailsPerSecond, mailsADay }: Quotas) {
    this.#simulation = simulation;
    this.#rate = new Allowance(simulation, mailsPerSecond, Math.max(1, mailsPerSecond));
    this.#left = mailsADay;
    this.perSecond = mailsPerSecond;
  }

  tryTake(): boolean {
    if (this.#left <= 0 || !this.#rate.tryTake()) return false;
    this.#left -= 1;
    this.sent += 1;
    return true;
  }

  /** Whether no more may go that day. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Mails of the day that went before the simulation begins. */
  sentBefore(mails: number): void {
    this.#left -= mails;
    this.sent += mails;
  }

  readonly again: Wait = (go) => void this.#held.push({ since: this.#simulation.now, go });

  /** Milliseconds for which those still wait that were refused since then. */
  heldSince(from: number, now: number): number {
    return this.#held.reduce((sum, { since }) => sum + (since < from ? 0 : now - since), 0);
  }

  /** The longest waiting first. */
  repair(atMost: number): void {
    for (const { go } of this.#held.splice(0, atMost)) go();
  }
}
