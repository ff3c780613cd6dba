import { describe, expect, it } from 'vitest';
import { type LocalMachine, simulateLocal } from './local.ts';
import { type ServiceTimes, type StepUse, steps } from './service-times.ts';

const nothing: StepUse = { own: 0, cloud: 0, calls: {}, read: {}, written: {} };
const times = (given: Partial<ServiceTimes['of']>): ServiceTimes => ({
  of: { ...(Object.fromEntries(steps.map((step) => [step, nothing])) as ServiceTimes['of']), ...given },
  ...{ readings: [], slowdown: 1 },
});
const machine: LocalMachine = { cores: 2, instances: { portal: 4, ingest: 5, deliver: 2 } };

describe('the simulated local cloud', () => {
  it('takes of one report what its steps take, and the pause before the first question', () => {
    const own = (ms: number) => ({ ...nothing, own: ms });
    expect(simulateLocal(times({ mint: own(30), put: own(5), verdict: own(10) }), machine, 1)).toEqual([145]);
    // Read within the first pause; not read within it, asked again after a longer one.
    expect(simulateLocal(times({ ingest: own(90) }), machine, 1)).toEqual([100]);
    expect(simulateLocal(times({ ingest: own(110) }), machine, 1)).toEqual([100 + 100 * 1.35]);
  });

  it('writes a mail when nobody reads or asks', () => {
    const own = (ms: number) => ({ ...nothing, own: ms });
    const alone = { cores: 1, instances: { ...machine.instances, ingest: 1 } };
    // Were the first mail written while the second is read, the second verdict would miss its question after 235 ms.
    const both = simulateLocal(times({ ingest: own(90), deliver: own(300) }), alone, 2);
    expect(both).toEqual([100, 100 + 100 * 1.35]);
  });

  it('reads as many at once as there are cores, however many instances', () => {
    const reading = times({ ingest: { ...nothing, own: 100 } });
    const last = Math.max(...simulateLocal(reading, machine, 10));
    expect(last).toBeGreaterThanOrEqual((10 * 100) / 2);
    expect(last).toBeLessThan(1.4 * ((10 * 100) / 2 + 100));
  });

  it('has one thread for the gateway, whatever the cores', () => {
    const minting = times({ mint: { ...nothing, cloud: 20 } });
    const last = Math.max(...simulateLocal(minting, { ...machine, cores: 8 }, 10));
    expect(last).toBeGreaterThanOrEqual(10 * 20 + 100);
    expect(last).toBeLessThan(10 * 20 + 100 + 50);
  });

  it('takes longer by as much as the machine is slower', () => {
    const minting = times({ mint: { ...nothing, own: 30 } });
    expect(simulateLocal({ ...minting, slowdown: 3 }, machine, 1)).toEqual([3 * 30 + 100]);
  });
});
