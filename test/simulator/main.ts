/**
 * `npm run chaos [-- --schedules N] [--seed S] [--letters]`: plays N simulated weeks, beginning with seed S; a week that breaks a
 * promise is shrunk and printed, and is played again by its own seed. `--letters` writes the real mails and documents, which takes many times as long.
 */
import { parseArgs } from 'node:util';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    letters: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const schedules = Number(values.schedules);
const say = (text: string) => process.stdout.write(`${text}\n`);
const begun = performance.now();
let failures = 0;
say(`seed ${first}, ${schedules} schedules`);
for (let seed = first; seed < first + schedules && failures < 10; seed += 1) {
  const failure = await simulate(seed, values.letters ? writeLetter : undefined);
  if (failure) {
    failures += 1;
    say(`seed ${seed}: ${failure.what}`);
    for (const step of failure.steps) say(`  ${JSON.stringify(step)}`);
  }
}
say(`${schedules} schedules, ${failures} failures, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
process.exitCode = failures === 0 ? 0 : 1;
