/** `npm run bench -- start`: from the start of a process to its first answer, for each function and three ways to load it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import * as z from 'zod';
import { bundleFolder, type FunctionName, functionNames } from '../../../infra/build.ts';
import { environmentOf } from '../../../infra/local/cloud/function-environment.ts';
import { KeyRing, principalOf } from '../../../infra/local/cloud/lambda/credentials.ts';
import { keepProgress } from '../../../shared/records/progress.ts';
import { earliestUpload } from '../../../shared/records/uploads.ts';
import { aCloud, type Ground } from '../../journeys/a-cloud.ts';
import { figure, machine, median, say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const runs = 7;

const Answered = z.object({
  loaded: z.number(),
  answered: z.number(),
  processor: z.number(),
  answer: z.unknown().optional(),
});

interface Measured extends z.output<typeof Answered> {
  /** Of AWS's services. */
  readonly requests: number;
}

/** How a function is loaded: what its process imports, and what it finds in its environment besides. */
interface Way {
  readonly name: string;
  readonly module: (name: FunctionName) => string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Of what the naive stack takes. */
const mostOfNaive = 0.5;

/** Prints a table; throws where a bundle does not answer. */
export async function bench(): Promise<Outcome> {
  const cache = await mkdtemp(join(tmpdir(), 'compile-cache-'));
  const ground = await aCloud(new Date().toISOString());
  try {
    await inUse(ground);
    const compiled = await compile(['first-response', 'naive']);
    const bundle = (name: FunctionName) => join(bundleFolder(name), 'index.mjs');
    const ways: readonly Way[] = [
      { name: 'bundle', module: bundle },
      { name: 'bundle, compile cache', module: bundle, environment: { NODE_COMPILE_CACHE: cache } },
      { name: 'sources', module: (name) => join(repository, 'functions', name, 'index.ts') },
      { name: 'naive', module: () => join(compiled, 'naive.mjs') },
    ];
    say(`${machine()}; medians of ${runs}\n`);
    const compared: Compared[] = [];
    for (const name of functionNames) compared.push(...(await compare(ground, name, ways)));
    const head = [
      'function',
      'loaded as',
      'first line ms',
      'first answer ms',
      'processor ms',
      'of naive',
      'requests',
    ];
    const lines = compared.map(({ name, way, loaded, answered, processor, ofNaive, requests }) => [
      ...[name, way, ...[loaded, answered, processor].map((ms) => figure(ms)), figure(ofNaive, 2), requests],
    ]);
    say(table(head, lines, [0, 1]));
    return { rows: compared.flatMap(rowsOf), figures: compared };
  } finally {
    await ground.stop();
    await rm(cache, { recursive: true });
  }
}

/** Uploads were settled until a day ago, as the hours of a system in use leave it. */
async function inUse({ system, cloud }: Ground): Promise<void> {
  const now = new Date(cloud.now()).toISOString();
  await keepProgress(system.table, 'repair/settled', earliestUpload(cloud.now() - 86_400_000), now);
}

const compiledFolder = join(repository, '.build', 'start');

/** Lambda is given JavaScript: nobody's first answer waits for Node to load what takes the types out. */
async function compile(names: readonly string[]): Promise<string> {
  await mkdir(compiledFolder, { recursive: true });
  for (const name of names) {
    const source = await readFile(join(import.meta.dirname, `${name}.ts`), 'utf8');
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'node24' });
    await writeFile(join(compiledFolder, `${name}.mjs`), code);
  }
  return compiledFolder;
}

interface Compared extends Omit<Measured, 'answer'> {
  readonly name: FunctionName;
  readonly way: string;
  /** The processor's time and the clock's, as shares of the naive stack's. */
  readonly ofNaive: number;
  readonly ofNaiveByClock: number;
}

/** One after the other, round by round, so that whatever else the machine does meets all of them. */
async function compare(
  ground: Ground,
  name: FunctionName,
  ways: readonly Way[],
): Promise<readonly Compared[]> {
  const taken = new Map<string, Measured[]>();
  // The first round fills the machine's file cache, and the compile cache.
  for (let round = 0; round <= runs; round += 1) {
    for (const way of ways) {
      const measured = await once(ground, name, way);
      if (round > 0) taken.set(way.name, [...(taken.get(way.name) ?? []), measured]);
    }
  }
  const of = (way: string, what: 'loaded' | 'answered' | 'processor' | 'requests') =>
    median((taken.get(way) ?? []).map((measured) => measured[what]));
  return ways.map(({ name: way }) => ({
    ...{ name, way, loaded: of(way, 'loaded'), answered: of(way, 'answered') },
    ...{ processor: of(way, 'processor'), requests: of(way, 'requests') },
    ofNaive: of(way, 'processor') / of('naive', 'processor'),
    ofNaiveByClock: of(way, 'answered') / of('naive', 'answered'),
  }));
}

function rowsOf({ name, way, answered, processor, ofNaive, ofNaiveByClock }: Compared): readonly Row[] {
  const what = `${name}, to its first answer: ${way}`;
  const row = { what, value: processor, unit: 'ms of processor' };
  const byClock = { what, value: answered, unit: 'ms' };
  if (way === 'naive') return [row, byClock];
  const to = 'naive';
  return [
    { ...row, ratio: { value: ofNaive, to }, ...(way === 'bundle' && { aim: { most: mostOfNaive } }) },
    { ...byClock, ratio: { value: ofNaiveByClock, to } },
  ];
}

async function once(ground: Ground, name: FunctionName, way: Way): Promise<Measured> {
  const { plan, endpoints } = ground.cloud;
  const of = plan.functions.find(({ folder }) => folder.endsWith(name) || folder === bundleFolder(name));
  const found = of ?? plan.functions.find((one) => one.name.toLowerCase().includes(name));
  if (!found) throw new Error(`the stack has no function ${name}`);
  const keys = new KeyRing(join(ground.folder, 'keys'));
  const environment = environmentOf(
    found,
    keys.of(principalOf(found.name, 1)),
    plan.region,
    endpoints.gateway,
  );
  const script = join(compiledFolder, 'first-response.mjs');
  const module = pathToFileURL(way.module(name)).href;
  // A plan of what never strikes counts what passes by.
  ground.cloud.clearFaults();
  ground.cloud.fault({ kind: 'throttle', target: '', nth: Number.MAX_SAFE_INTEGER });
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [script, module, JSON.stringify(eventFor(ground, name))],
    { env: { ...environment, ...way.environment }, maxBuffer: 64 * 1024 * 1024 },
  );
  const requests = ground.cloud.faults()[0]?.seen ?? 0;
  const measured = { ...Answered.parse(JSON.parse(stderr.slice(stderr.lastIndexOf('\n')))), requests };
  const { statusCode } = z.looseObject({ statusCode: z.number().default(200) }).parse(measured.answer ?? {});
  if (statusCode !== 200) throw new Error(`${way.name} answered ${JSON.stringify(measured.answer)}`);
  return measured;
}

/** The portal is asked what is due; the others find nothing to do. */
function eventFor({ cloud }: Ground, name: FunctionName): object {
  if (name === 'schedule')
    return { scheduledTime: new Date(Math.floor(cloud.now() / 3.6e6) * 3.6e6).toISOString() };
  if (name !== 'portal') return { Records: [] };
  const [link] = Object.values(cloud.endpoints.links);
  const path = '/api/duties';
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', isBase64Encoded: false },
    headers: { host: 'bench.example', authorization: `Bearer ${link?.token}` },
    requestContext: {
      ...{ domainName: 'bench.example', stage: '$default', requestId: 'bench' },
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
    },
  };
}
