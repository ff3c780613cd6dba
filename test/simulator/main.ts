/**
 * `npm run chaos [-- --schedules N] [--seed S] [--processes P] [--letters] [--cloud]`: plays N simulated weeks, beginning with seed S, in P
 * processes; a week that breaks a promise is shrunk and printed, and is played again by its own seed. `--letters` writes the real
 * mails and documents, which takes many times as long. `--cloud` plays the schedules on the local cloud, over HTTP. `--year`
 * plays the year of the table instead, hour by hour and whole to the last byte, then with N patterns of bad hours; with
 * `--cloud` its March.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import { composeMime } from '../../shared/mail/mime.ts';
import { simulate } from './simulate.ts';
import type { YearTold } from './year/play.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    processes: { type: 'string', default: '1' },
    letters: { type: 'boolean', default: false },
    cloud: { type: 'boolean', default: false },
    year: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const schedules = Number(values.schedules);
const processes = Number(values.processes);
const say = (text: string) => process.stdout.write(`${text}\n`);
const begun = performance.now();
say(`seeds ${first} to ${first + schedules - 1}, ${schedules} schedules`);
const failures = await playAsAsked();
const what = failures === 0 ? '0 failures' : 'with failures';
say(`${schedules} schedules, ${what}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
process.exitCode = failures === 0 ? 0 : 1;

function playAsAsked(): Promise<number> {
  if (values.year) return playYears();
  if (processes > 1) return playInParts();
  return values.cloud ? playOnClouds() : playHere();
}

/** The number of years whose mails are not those of the table. */
async function playYears(): Promise<number> {
  const { isOfMarch, playMarchOnCloud, playTheYear } = await import('./year/play.ts');
  const { badly, hourly } = await import('./year/hours.ts');
  const { mailsOfTheYear } = await import('./year/mails.ts');
  let failures = 0;
  const judge = (name: string, { sent, told, byItself }: YearTold, expected = mailsOfTheYear) => {
    const wrong = [...apart('sent', sent, expected), ...apart('told', told, byItself)];
    say(`${name}: ${wrong.length === 0 ? 'as in the table' : ['', ...wrong].join('\n  ')}`);
    if (wrong.length > 0) failures += 1;
  };
  if (values.cloud) {
    const mails = { told: [], byItself: [], sent: await playMarchOnCloud() };
    judge('March on the local cloud', mails, mailsOfTheYear.filter(isOfMarch));
    return failures;
  }
  judge('every hour, all mails whole', await playTheYear(hourly, writeLetter, composeMime));
  for (let seed = first; seed < first + schedules; seed += 1)
    judge(`bad hours of seed ${seed}`, await playTheYear(badly(hourly, seed)));
  return failures;
}

/** The lines that one list has and the other has not. */
function apart(name: string, found: readonly string[], expected: readonly string[]): string[] {
  const more = found.filter((line) => !expected.includes(line)).map((line) => `${name} too: ${line}`);
  const less = expected.filter((line) => !found.includes(line)).map((line) => `not ${name}: ${line}`);
  return [...more, ...less];
}

/** The number of failures; stops at the tenth. */
async function playHere(): Promise<number> {
  let failures = 0;
  for (let seed = first; seed < first + schedules && failures < 10; seed += 1) {
    const failure = await simulate(seed, values.letters ? writeLetter : undefined);
    if (!failure) continue;
    failures += 1;
    say(`seed ${seed}: ${failure.what}`);
    for (const step of failure.steps) say(`  ${JSON.stringify(step)}`);
  }
  return failures;
}

/** One after the other, each on a cloud of its own; the number of failures. */
async function playOnClouds(): Promise<number> {
  const { playOnCloud } = await import('./cloud-week.ts');
  let failures = 0;
  for (let seed = first; seed < first + schedules && failures < 10; seed += 1) {
    const what = await playOnCloud(seed);
    say(`seed ${seed}: ${what ?? 'kept every promise'}`);
    if (what !== null) failures += 1;
  }
  return failures;
}

/** Each process plays a part of the seeds and says itself what failed; the number of those that did not end well. */
async function playInParts(): Promise<number> {
  const part = Math.ceil(schedules / processes);
  const ends = Array.from({ length: processes }, async (_, nth) => {
    const of = Math.max(0, Math.min(part, schedules - nth * part));
    const letters = values.letters ? ['--letters'] : [];
    const args = ['--schedules', String(of), '--seed', String(first + nth * part), ...letters];
    const child = spawn(process.execPath, [import.meta.filename, ...args], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  });
  return (await Promise.all(ends)).filter((well) => !well).length;
}
