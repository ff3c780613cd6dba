/** `npm run bench -- front`: from the mint to the verdict in the local cloud, with 1, 10 and 50 units sending at once. */
import { aCloud } from '../../journeys/a-cloud.ts';
import { figure, machine, percentile, say, table } from '../figures.ts';
import { anHourLater, levels, roundOf, storySamples } from './door.ts';

export async function bench(): Promise<void> {
  const samples = await storySamples();
  say(`${machine()}\n`);
  const ground = await aCloud();
  const rows: string[][] = [];
  try {
    // Every instance once, so that what is measured is a warm system.
    await roundOf(ground, samples, 10);
    for (const { atOnce, rounds } of levels) {
      const used = process.cpuUsage();
      const took: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        took.push(...(await roundOf(ground, samples, atOnce)));
        await anHourLater(ground);
      }
      const { user, system } = process.cpuUsage(used);
      const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
      rows.push([atOnce, took.length, p50, p95, (user + system) / 1000 / took.length].map((n) => figure(n)));
    }
  } finally {
    await ground.stop();
  }
  say(table(['at once', 'uploads', 'p50 ms', 'p95 ms', 'processor ms an upload'], rows));
}
