/** `npm run bench -- front`: from the mint to the verdict in the local cloud, with 1, 10 and 50 units sending at once. */
import { aCloud } from '../../journeys/a-cloud.ts';
import { figure, machine, percentile, say, table } from '../figures.ts';
import { Meter } from '../meter.ts';
import type { Outcome, Row } from '../outcome.ts';
import { anHourLater, levels, roundOf, storySamples } from './door.ts';

/** Of their calls of AWS's services an upload is made; the portal's are the more, the oftener is asked for the verdict. */
const callers = ['portal', 'ingest', 'deliver'] as const;

/** Milliseconds within which 95 of 100 have their verdict, where so many send at once. */
const aimOf95 = { atOnce: 10, milliseconds: 500 };

export async function bench(): Promise<Outcome> {
  const samples = await storySamples();
  say(`${machine()}\n`);
  const meter = new Meter();
  const ground = await aCloud(undefined, meter.listeners);
  const lines: string[][] = [];
  const rows: Row[] = [];
  try {
    // Every instance once, so that what is measured is a warm system.
    await roundOf(ground, samples, 10);
    for (const { atOnce, rounds } of levels) {
      const used = process.cpuUsage();
      const took: number[] = [];
      const calls = callers.map(() => 0);
      for (let round = 0; round < rounds; round += 1) {
        const { of } = await meter.during(async () => {
          took.push(...(await roundOf(ground, samples, atOnce)));
          await ground.cloud.idle();
        });
        for (const [index, name] of callers.entries()) {
          for (const count of of.get(name)?.calls.values() ?? []) calls[index] = (calls[index] ?? 0) + count;
        }
        await anHourLater(ground);
      }
      const { user, system } = process.cpuUsage(used);
      const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
      const processor = (user + system) / 1000 / took.length;
      const figures = [atOnce, took.length, p50, p95, processor];
      const asked = calls.map((count) => (count / took.length).toFixed(1));
      lines.push([...figures.map((n) => figure(n)), ...asked]);
      const what = `door to verdict, ${atOnce} at once`;
      const most = aimOf95.atOnce === atOnce ? { aim: { most: aimOf95.milliseconds } } : {};
      rows.push(
        { what: `${what}, p50`, value: p50, unit: 'ms' },
        { what: `${what}, p95`, value: p95, unit: 'ms', ...most },
        { what: `an upload, ${atOnce} at once`, value: processor, unit: 'ms of processor' },
        ...callers.map((name, index) => ({
          what: `an upload, ${atOnce} at once, ${name}`,
          value: (calls[index] ?? 0) / took.length,
          unit: 'requests',
        })),
      );
    }
  } finally {
    await ground.stop();
  }
  const asked = callers.map((name) => `requests of ${name} an upload`);
  say(table(['at once', 'uploads', 'p50 ms', 'p95 ms', 'processor ms an upload', ...asked], lines));
  return { rows };
}
