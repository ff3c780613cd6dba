/** `node measure.ts READER FILE [SECONDS]`: reads the file once for memory, then again and again for time; prints JSON. */
import { readFile } from 'node:fs/promises';
import { median } from '../figures.ts';
import { type ByProgram, type Reader, readers } from './readers.ts';

const MOST_RUNS = 200;

const [, , name = '', path = '', seconds = '3'] = process.argv;
const isReader = (given: string): given is Reader => Object.hasOwn(readers, given);
if (!isReader(name)) throw new Error(`no reader ${name}`);

const read = await readers[name]();
const bytes = path === '' ? new Uint8Array() : await readFile(path);
const first = await once();
const peakMegabytes = first.byProgram ? null : process.resourceUsage().maxRSS / 1024;
const runs = [first];
// Compiling ends after some runs only, so what counts is the time that was spent reading, whatever else the machine
// does meanwhile; the slowest readers need several seconds a run, and are run twice.
const spent = () => runs.reduce((sum, { processor }) => sum + processor, 0);
while (runs.length < 2 || (spent() < Number(seconds) * 1000 && runs.length < MOST_RUNS))
  runs.push(await once());
process.stdout.write(
  JSON.stringify({
    first: first.milliseconds,
    usual: median(runs.map(({ milliseconds }) => milliseconds)),
    processor: median(runs.map(({ processor }) => processor)),
    refusal: first.refusal,
    peakMegabytes,
  }),
);

async function once() {
  const used = process.cpuUsage();
  const from = performance.now();
  let refusal: string | null = null;
  let elsewhere: ByProgram | null = null;
  try {
    const answer = await read(bytes, path);
    if (typeof answer === 'object') elsewhere = answer;
  } catch (error) {
    refusal = String(error).slice(0, 60);
  }
  const milliseconds = performance.now() - from;
  const { user, system } = process.cpuUsage(used);
  const processor = elsewhere?.processor ?? (user + system) / 1000;
  return { milliseconds, processor, refusal, byProgram: elsewhere !== null };
}
