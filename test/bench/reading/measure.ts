/** `node measure.ts READER FILE SECONDS`: reads the file once for memory, then again and again for time; prints JSON. */
import { readFile } from 'node:fs/promises';
import { type Reader, readers } from './readers.ts';

const MOST_RUNS = 200;

const [, , name = '', path = '', seconds = '3'] = process.argv;
const isReader = (given: string): given is Reader => Object.hasOwn(readers, given);
if (!isReader(name)) throw new Error(`no reader ${name}`);

const read = await readers[name]();
const bytes = path === '' ? new Uint8Array() : new Uint8Array(await readFile(path));
const once = async () => {
  const from = performance.now();
  try {
    await read(bytes);
    return { milliseconds: performance.now() - from, refusal: null };
  } catch (error) {
    return { milliseconds: performance.now() - from, refusal: String(error).slice(0, 60) };
  }
};

const first = await once();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const runs = [first.milliseconds];
// At least twice, since the first run is mostly compiling; the slowest reader takes half a minute a run.
const end = performance.now() + Number(seconds) * 1000;
while (runs.length < 2 || (performance.now() < end && runs.length < MOST_RUNS)) {
  runs.push((await once()).milliseconds);
}
const sorted = runs.toSorted((a, b) => a - b);
process.stdout.write(
  JSON.stringify({
    first: first.milliseconds,
    best: sorted[0],
    median: sorted[sorted.length >> 1],
    refusal: first.refusal,
    peakMegabytes,
  }),
);
