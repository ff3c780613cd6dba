/** The office's first view with 14, 300 and 3,000 units, and a press about a thousand: what travels, and what it asks of the table. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, bundleFolder, firstViewSize, type Metafiles } from '../../../infra/build.ts';
import { aLargeOffice, type LargeOffice } from '../../shared/office/a-large-office.ts';
import { figure, say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';
import { decideAboutAll } from './decide-all.ts';
import { firstView, mostRequests } from './first-view.ts';

const now = '2024-03-15T08:00:00.000Z';
const sizes = [14, 300, 3000];
const aimKilobytes = 100;

/** A press about so many is to be over within so long. */
const [pressedUnits, aimSeconds] = [1000, 10];

/** Prints two tables. */
export async function bench(): Promise<Outcome> {
  const metafiles = await build();
  const page = (await firstViewSize()) + (await officeScriptsSize(metafiles));
  say(`document, script and what the office's view loads besides: ${kilobytes(page)} KB, gzip\n`);
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const units of sizes) {
    const { board, toDo, requests, readUnits, milliseconds } = await firstView(await filled(units), now);
    const all = page + board + toDo;
    const counts = [requests, readUnits, milliseconds].map((count) => figure(count));
    lines.push([figure(units), ...[board, toDo, all].map(kilobytes), ...counts]);
    const what = `first view of ${figure(units)} units`;
    rows.push(
      { what, value: all / 1000, unit: 'KB', aim: { most: aimKilobytes } },
      { what, value: requests, unit: 'requests', aim: { most: mostRequests } },
      { what, value: readUnits, unit: 'read units' },
    );
  }
  say(table(['units', 'board KB', 'to do KB', 'first view KB', 'requests', 'read units', 'ms'], lines));
  return { rows: [...rows, ...(await pressAboutAll())] };
}

/** Three quarters have filed; of the others it is decided, and whom it cannot concern is refused. */
async function pressAboutAll(): Promise<readonly Row[]> {
  const office = await aLargeOffice(pressedUnits, now);
  const filing = office.regime.units.filter((_, n) => n % 4 > 0);
  for (const { code } of filing) await office.file(code);
  const about = { period: 'Q1-2024', reason: 'Quá hạn' };
  const pressed = await decideAboutAll(office, now, [
    { ...about, kind: 'reminder' },
    { ...about, kind: 'hold-reminders', until: '2024-03-20' },
    { ...about, kind: 'extension', until: '2024-03-25' },
    { ...about, kind: 'nil' },
  ]);
  const lines = pressed.map(({ kind, milliseconds, processor, requests, became }) => [
    ...[kind, figure(pressedUnits)],
    ...[milliseconds / 1000, processor / 1000].map((seconds) => figure(seconds, 1)),
    figure(requests),
    Object.entries(became)
      .map(([what, count]) => `${figure(count)} ${what}`)
      .join(', '),
  ]);
  const head = ['press', 'units', 's', 'processor s', 'requests', 'what became of them'];
  say(`\n${table(head, lines, [0, 5])}`);
  return pressed.map(({ kind, milliseconds }) => ({
    what: `${kind} of ${figure(pressedUnits)} units`,
    value: milliseconds / 1000,
    unit: 's',
    aim: { most: aimSeconds },
  }));
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What is loaded with the office's view beyond what every visitor loads, gzip: its chunk, and whatever that imports. */
async function officeScriptsSize({ page: { outputs } }: Metafiles): Promise<number> {
  const found = Object.entries(outputs).find(([, { inputs }]) =>
    Object.keys(inputs).some((input) => input.endsWith('office/office-page.tsx')),
  );
  const entry = Object.entries(outputs).find(([file]) => basename(file) === 'page.js');
  if (!found || !entry) throw new Error('the build has no chunk of the office');
  const loaded = (file: string, known = new Set<string>()): Set<string> => {
    if (known.has(file)) return known;
    known.add(file);
    const imported = outputs[file]?.imports ?? [];
    for (const { kind, path } of imported) if (kind === 'import-statement') loaded(path, known);
    return known;
  };
  const everybodys = loaded(entry[0]);
  const own = [...loaded(found[0])].filter((file) => !everybodys.has(file));
  const folder = join(bundleFolder('portal'), 'page');
  const scripts = await Promise.all(own.map((file) => readFile(join(folder, basename(file)))));
  return scripts.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}

async function filled(units: number): Promise<LargeOffice> {
  const office = await aLargeOffice(units, now);
  for (const { code } of office.regime.units.slice(0, Math.ceil(units * 0.8))) await office.file(code);
  return office;
}
