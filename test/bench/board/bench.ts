/** The office's first view with 14, 300 and 3,000 units: what travels, and what it asks of the table. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApp } from '../../../functions/portal/handler.ts';
import { build, bundleFolder, firstViewSize, type Metafiles } from '../../../infra/build.ts';
import { refreshOverviews } from '../../../shared/office/overview.ts';
import { issueLink } from '../../../shared/records/links.ts';
import { aLargeOffice } from '../../shared/office/a-large-office.ts';
import { figure, say, table } from '../figures.ts';
import type { Outcome, Row } from '../outcome.ts';

const now = '2024-03-15T08:00:00.000Z';
const sizes = [14, 300, 3000];
const aimKilobytes = 100;
/** Requests to the table for the two questions with which the page begins; of very many units only a page is read. */
const mostRequests = 150;

/** Prints a table. */
export async function bench(): Promise<Outcome> {
  const metafiles = await build();
  const page = (await firstViewSize()) + (await officeChunkSize(metafiles));
  say(`document, script and the office's chunk: ${kilobytes(page)} KB, gzip\n`);
  const lines: string[][] = [];
  const rows: Row[] = [];
  for (const units of sizes) {
    const { board, toDo, requests, readUnits, milliseconds } = await firstView(units);
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
  return { rows };
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What is loaded with the office's view, and with no other, gzip. */
async function officeChunkSize({ page }: Metafiles): Promise<number> {
  const found = Object.entries(page.outputs).find(([, { inputs }]) =>
    Object.keys(inputs).some((input) => input.includes('office/office-page.tsx')),
  );
  if (!found) throw new Error('the build has no chunk of the office');
  return gzipSync(await readFile(join(bundleFolder('portal'), 'page', basename(found[0])))).length;
}

async function firstView(units: number) {
  const { world, regime, file } = await aLargeOffice(units, now);
  for (const { code } of regime.units.slice(0, Math.ceil(units * 0.8))) await file(code);
  await refreshOverviews(world, regime, { now, isOver: () => false });
  const holder = { kind: 'office', recipient: 'VANPHONG' } as const;
  const of = { regime: regime.id, holder, issuedAt: now, expiresAt: '2025-06-01T00:00:00Z' };
  const { token } = await issueLink(world.table, of, world.randomBytes);
  const app = createApp({ ...world, page: { find: async () => null } });
  const ask = async (path: string) => {
    const answer = await app.request(path, { headers: { Authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return gzipSync(new Uint8Array(await answer.arrayBuffer())).length;
  };
  const sums = { board: 0, toDo: 0 };
  const began = performance.now();
  const metered = await world.table.during(async () => {
    sums.board = await ask('/api/office');
    sums.toDo = await ask('/api/office/to-do');
  });
  return { ...sums, ...metered, milliseconds: performance.now() - began };
}
