import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';
import { Allowance, Places, Processor, Simulation } from './simulation.ts';

describe('the clock', () => {
  it('goes from event to event in the order of their times, and of their planning at one time', () => {
    const simulation = new Simulation();
    const seen: string[] = [];
    const note = (what: string) => () => void seen.push(`${simulation.now} ${what}`);
    simulation.at(5, note('b'));
    simulation.at(1, note('a'));
    simulation.at(5, note('c'));
    simulation.run();
    expect(seen).toEqual(['1 a', '5 b', '5 c']);
  });

  it('stops at the moment it is run until, and goes on from there', () => {
    const simulation = new Simulation();
    let ended = false;
    simulation.at(10, () => {
      ended = true;
    });
    simulation.run(4);
    expect([simulation.now, ended]).toEqual([4, false]);
    simulation.run();
    expect([simulation.now, ended]).toEqual([10, true]);
  });
});

describe('places', () => {
  it('are given in the order of asking: three who need 10 ms each of one place end at 10, 20 and 30', () => {
    const simulation = new Simulation();
    const places = new Places(simulation, 1);
    const ends: number[] = [];
    const visit = function* () {
      yield places.take;
      yield simulation.pause(10);
      places.give();
      ends.push(simulation.now);
    };
    for (let n = 0; n < 3; n += 1) simulation.start(visit());
    expect(places.tryTake()).toBe(false);
    simulation.run();
    expect(ends).toEqual([10, 20, 30]);
    expect(places.waited).toEqual({ total: 30, longest: 20, most: 2 });
    expect(places.tryTake()).toBe(true);
  });

  it('that are added serve who waits', () => {
    const simulation = new Simulation();
    const places = new Places(simulation, 0);
    let at = -1;
    simulation.start(
      (function* () {
        yield places.take;
        at = simulation.now;
      })(),
    );
    simulation.at(7, () => places.raise(1));
    simulation.run();
    expect(at).toBe(7);
  });

  // Erlang's formula for c servers: arrivals without memory, service times without memory, first come first served.
  it.each([
    [1, 0.5],
    [1, 0.8],
    [3, 0.7],
    [10, 0.8],
  ])('let wait as long as Erlang says: %i at %d busy', (servers, load) => {
    const simulation = new Simulation();
    const places = new Places(simulation, servers);
    const random = new Random(7);
    const service = 100;
    const customers = 100_000;
    const visit = function* () {
      yield places.take;
      yield simulation.pause(random.exponential(service));
      places.give();
    };
    const arrivals = function* () {
      for (let n = 0; n < customers; n += 1) {
        yield simulation.pause(random.exponential(service / (servers * load)));
        simulation.start(visit());
      }
    };
    simulation.start(arrivals());
    simulation.run();
    const expected = (erlangC(servers, load) * service) / (servers * (1 - load));
    expect(places.waited.total / customers / expected).toBeCloseTo(1, 1);
  });
});

/** The share of those who have to wait. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let term = 1;
  let sum = 0;
  for (let n = 0; n < servers; n += 1) {
    sum += term;
    term *= offered / (n + 1);
  }
  const queued = term / (1 - load);
  return queued / (sum + queued);
}

describe('an allowance', () => {
  it('lets through its burst, then so many a second', () => {
    const simulation = new Simulation();
    const allowance = new Allowance(simulation, 500, 3);
    const allowed: number[] = [];
    for (let ms = 0; ms <= 20; ms += 1) {
      simulation.at(ms, () => {
        if (allowance.tryTake()) allowed.push(simulation.now);
      });
    }
    simulation.run();
    expect(allowed).toEqual([0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  });

  it('makes wait who takes more than is left, each behind the one before', () => {
    const simulation = new Simulation();
    const allowance = new Allowance(simulation, 1000, 1000);
    const ends: number[] = [];
    for (const amount of [1000, 500, 500]) allowance.take(amount)(() => ends.push(simulation.now));
    simulation.run();
    expect(ends).toEqual([0, 500, 1000]);
    expect(allowance.waited).toEqual({ total: 1500, longest: 1000 });
  });
});

describe('a processor', () => {
  it('is shared by who works: of two cores, three jobs of 100 ms take 150 each, one alone 100', () => {
    const simulation = new Simulation();
    const processor = new Processor(simulation, 2);
    const ends: number[] = [];
    const end = () => ends.push(Math.round(simulation.now));
    for (let n = 0; n < 3; n += 1) processor.work(100)(end);
    simulation.run();
    expect(ends).toEqual([150, 150, 150]);
    processor.work(100)(end);
    simulation.run();
    expect(ends.at(-1)).toBe(250);
  });

  it('slows down from the moment another comes: 50 of 100 ms alone, then half as fast', () => {
    const simulation = new Simulation();
    const processor = new Processor(simulation, 1);
    const ends: [string, number][] = [];
    processor.work(100)(() => ends.push(['first', simulation.now]));
    simulation.at(50, () => processor.work(10)(() => ends.push(['second', simulation.now])));
    simulation.run();
    expect(ends).toEqual([
      ['second', 70],
      ['first', 110],
    ]);
  });

  // One core shared equally: whoever needs s stays s / (1 - load), whatever the service times look like.
  it('keeps everybody as long as the theory of sharing says', () => {
    const simulation = new Simulation();
    const processor = new Processor(simulation, 1);
    const random = new Random(3);
    const [service, load, customers] = [10, 0.7, 100_000];
    let stayed = 0;
    const visit = function* () {
      const from = simulation.now;
      yield processor.work(random.share() < 0.5 ? service * 1.8 : service * 0.2);
      stayed += simulation.now - from;
    };
    const arrivals = function* () {
      for (let n = 0; n < customers; n += 1) {
        yield simulation.pause(random.exponential(service / load));
        simulation.start(visit());
      }
    };
    simulation.start(arrivals());
    simulation.run();
    expect(stayed / customers / (service / (1 - load))).toBeCloseTo(1, 1);
  });
});
