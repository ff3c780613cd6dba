/**
 * Writes down what each test file took of the processor, one line of JSON a file. Vitest runs this before each of them,
 * in the file's own process, where `npm run bench -- suite` asks for it.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

const { PROCESSOR_LOG: log } = process.env;
const before = spent();

// What a file registers itself runs before this: the last is done first.
afterAll(() => {
  if (log === undefined) return;
  const line = { file: expect.getState().testPath, seconds: spent() - before };
  appendFileSync(log, `${JSON.stringify(line)}\n`);
});

/** Seconds: of all threads of this process, and of the processes it started that have ended. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ofChildren();
}

/** Linux alone tells; elsewhere they are not counted. */
function ofChildren(): number {
  const stat = '/proc/self/stat';
  if (!existsSync(stat)) return 0;
  // The name of the program stands in brackets, and may hold spaces.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = fields.slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}
