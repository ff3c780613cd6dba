import { describe, expect, it } from 'vitest';
import { type LocalMachine, simulateLocal } from './local.ts';
import { type ServiceTimes, type StepUse, steps } from './service-times.ts';

const nothing: StepUse = { own: 0, beside: 0, cloud: 0, calls: {}, read: {}, written: {} };
const times = (given: Partial<ServiceTimes['of']>): ServiceTimes => ({
  of: { ...(Object.fromEntries(steps.map((step) => [step, nothing])) as ServiceTimes['of']), ...given },
  ...{ readings: [], between: 0 },
});
const machine: LocalMachine = { cores: 2, instances: { portal: 4, ingest: 5, deliver: 2 } };

describe('the simulated local cloud', () => {
  it('takes of one report what its steps take, but for the mail', () => {
    const own = (ms: number) => ({ ...nothing, own: ms });
    const one = times({ mint: own(30), put: own(5), ingest: own(90), verdict: own(10), deliver: own(40) });
    expect(simulateLocal(one, machine, 1)).toEqual([135]);
  });

  it('writes a mail when nobody reads or asks', () => {
    const own = (ms: number) => ({ ...nothing, own: ms });
    const alone = { cores: 1, instances: { ...machine.instances, ingest: 1 } };
    // Were the first mail written while the second is read, the second verdict would come later.
    expect(simulateLocal(times({ ingest: own(90), deliver: own(300) }), alone, 2)).toEqual([90, 180]);
  });

  it('reads as many at once as there are cores, however many instances', () => {
    const reading = times({ ingest: { ...nothing, own: 100 } });
    const last = Math.max(...simulateLocal(reading, machine, 10));
    expect(last).toBeGreaterThanOrEqual((10 * 100) / 2);
    expect(last).toBeLessThan(1.1 * ((10 * 100) / 2));
  });

  it('has the cores compile beside what they run', () => {
    const minting = times({ mint: { ...nothing, own: 30, beside: 20 } });
    expect(simulateLocal(minting, machine, 1)).toEqual([30]);
    expect(Math.max(...simulateLocal(minting, machine, 10))).toBeGreaterThan((10 * (30 + 20)) / 2.2);
  });

  it('has one thread for the gateway, whatever the cores', () => {
    const minting = times({ mint: { ...nothing, cloud: 20 } });
    const last = Math.max(...simulateLocal(minting, { ...machine, cores: 8 }, 10));
    expect(last).toBeGreaterThanOrEqual(10 * 20);
    expect(last).toBeLessThan(10 * 20 + 50);
  });

  it('takes longer by what others take of the machine', () => {
    const minting = times({ mint: { ...nothing, own: 30 } });
    expect(Math.max(...simulateLocal(minting, { ...machine, cores: 1.5 }, 10))).toBeCloseTo((10 * 30) / 1.5);
  });

  it('loses a moment on the way from thread to thread, in which others work', () => {
    const minting = times({ mint: { ...nothing, own: 30, calls: { 'dynamodb:GetItem': 2 } } });
    // The mint in three turns, what follows in one each.
    expect(simulateLocal({ ...minting, between: 2 }, machine, 1)).toEqual([30 + 6 * 2]);
    const one = { ...machine, cores: 1 };
    const sum = (between: number) => Math.max(...simulateLocal({ ...minting, between }, one, 10));
    expect(sum(2) - sum(0)).toBeLessThan((10 * 6 * 2) / 4);
  });
});
