import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler as createSchedule } from '../../../functions/schedule/handler.ts';
import { exportAll, importAll } from '../../../infra/admin/backup.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import { takeIn } from '../../../shared/office/take-in/take-in.ts';
import { readAttempts } from '../../../shared/records/attempts.ts';
import { runObject } from '../../../shared/records/keys.ts';
import { readRuns, runDocuments } from '../../../shared/records/runs.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { aDeliverer } from '../../functions/deliver/a-deliverer.ts';
import { queuedBefore } from '../../functions/queued.ts';
import { filesBelow } from './files-below.ts';

const begun = '2024-03-15T02:00:00Z';
const due = '2024-03-26T09:00:00+07:00';
let folder: string;
let first: World;
let run: string;
let unread: string;

/** Deliver is woken for each mail that waits. */
async function mailsSent(world: World): Promise<void> {
  const deliver = aDeliverer(world);
  for (const id of await queuedBefore(world.table)) {
    const record = { messageId: '1', body: JSON.stringify({ outbox: id }) };
    await deliver({ Records: [record] } as Parameters<typeof deliver>[0]);
  }
}

async function* noRows() {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  first = await aWorld('2024-03-15T09:00:00+07:00');
  const { regime } = first;
  const unit = regime.units.find(({ code }) => code === 'QLDD');
  const period = regime.periods.find(({ id }) => id === 'Q1-2024');
  if (!unit || !period) throw new Error('the sample regime has changed');
  const form = await writeFormXlsx({ regime, period, unit, previous: null, decisions: [] });
  const { upload } = await first.fileArrives({}, form);
  await takeIn(first, upload);
  first.setNow(due);
  await createSchedule(first)({ scheduledTime: due });
  await mailsSent(first);
  // It has come and nobody has looked at it yet.
  ({ upload: unread } = await first.fileArrives({}, form));
  run = (await readRuns(first.table, regime.id)).find(({ kind }) => kind === 'final')?.run ?? '';
  await exportAll(first.system, join(folder, 'first'));
});
afterAll(async () => {
  await first.stop();
  await rm(folder, { recursive: true });
});

describe('what is exported', () => {
  it('stays in its folder, whatever an object is called, and no two share a file', async () => {
    const world = await aWorld('2024-03-15T09:00:00+07:00', { empty: true });
    try {
      const keys = [
        ...['issued/../../../out', 'issued/.', 'issued//a', 'issued/a', '/issued/a', 'a%2E'],
        // Beside what would lie below it, and in other capitals.
        ...['issued/a/b', 'issued/a/b/c', 'issued/', 'issued/A', 'issued/x', 'issued/X'],
        // What some file systems take for no name.
        ...['issued/nul', 'issued/COM1.pdf', 'issued/a*', 'issued/a.', `issued/${'ở'.repeat(300)}`],
        `issued/${'abcdefghi/'.repeat(90)}a`,
      ];
      for (const key of keys) await world.store.putOnce(key, new TextEncoder().encode(key), 'text/plain');
      const into = join(folder, 'odd', 'inner', 'export');
      await exportAll({ ...world.system, eachRow: noRows }, into);
      const beside = [...(await filesBelow(join(folder, 'odd'))).keys()];
      expect(beside.filter((path) => !path.startsWith('/inner/export/'))).toEqual([]);
      expect(beside).toHaveLength(keys.length + 2);
      expect(new Set(beside.map((path) => path.toLowerCase())).size).toBe(beside.length);
      const odd = /[*\\:]|\.(?:\/|$)|\/(?:nul|com1)(?:\.|\/|$)/i;
      expect(beside.filter((path) => path.length > 220 || odd.test(path))).toEqual([]);
      const back = await aWorld('2024-03-15T09:00:00+07:00', { empty: true });
      try {
        await importAll(back.system, into, begun);
        for (const key of keys)
          expect(new TextDecoder().decode((await back.store.get(key))?.bytes)).toBe(key);
      } finally {
        await back.stop();
      }
    } finally {
      await world.stop();
    }
  });

  it('gives the same system when it is imported into an empty one, byte by byte, and again changes nothing', async () => {
    first.setNow('2024-04-02T09:00:00+07:00');
    const second = await aWorld('2024-04-02T09:00:00+07:00', { empty: true });
    try {
      const counted = await importAll(second.system, join(folder, 'first'), begun);
      expect(counted.written.objects).toBe(counted.objects);
      expect(counted.rows).toBeGreaterThan(20);
      expect((await importAll(second.system, join(folder, 'first'), begun)).written).toEqual({
        rows: 0,
        objects: 0,
      });
      // Whoever was on time stays on time: the new bucket has a later time for every file.
      expect((await readAttempts(second.table, unread))?.receivedAt).toMatch(/^2024-03-26T02:/);
      await exportAll(second.system, join(folder, 'second'));
    } finally {
      await second.stop();
    }
    const [before, after] = [
      await filesBelow(join(folder, 'first')),
      await filesBelow(join(folder, 'second')),
    ];
    const isObject = ([path]: readonly [string, string]) => path.startsWith('/objects/');
    expect([...after].filter(isObject)).toEqual([...before].filter(isObject));
    const lines = (files: ReadonlyMap<string, string>) =>
      Buffer.from(files.get('/rows.jsonl') ?? '', 'base64')
        .toString()
        .trim()
        .split('\n');
    const added = lines(after).filter((line) => !lines(before).includes(line));
    expect(added.map((line) => JSON.parse(line).pk)).toEqual([`ARRIVAL#${unread}`]);
    expect(lines(after)).toHaveLength(lines(before).length + 1);
  });

  it('builds a lost summary again with the same bytes', async () => {
    const documents = runDocuments.map((name) => runObject(run, name));
    const built = await Promise.all(documents.map(async (key) => (await first.store.get(key))?.bytes));
    expect(built.every((bytes) => (bytes?.length ?? 0) > 1000)).toBe(true);
    const without = join(folder, 'without');
    const lossy = {
      eachRow: async function* () {
        for await (const row of first.system.eachRow()) {
          const isSummary = String(row.pk).startsWith(`OUTBOX#summary/${run}/`);
          yield isSummary ? { ...row, state: 'pending', unsent: 'mail', unsentSince: row.createdAt } : row;
        }
      },
      store: {
        get: (key: string) => (documents.includes(key) ? Promise.resolve(null) : first.store.get(key)),
        list: first.store.list.bind(first.store),
      },
    };
    await exportAll(lossy, without);
    const third = await aWorld(due, { empty: true });
    try {
      await importAll(third.system, without, begun);
      expect(await third.store.get(documents[0] ?? '')).toBeNull();
      await mailsSent(third);
      for (const [index, key] of documents.entries()) {
        expect((await third.store.get(key))?.bytes).toEqual(built[index]);
      }
    } finally {
      await third.stop();
    }
  });
});

describe('an import refuses, and writes nothing, where', () => {
  it('something else is there', async () => {
    const other = await aWorld('2024-01-02T09:00:00+07:00');
    try {
      await expect(importAll(other.system, join(folder, 'first'), begun)).rejects.toThrow(
        /nothing is imported: the row/,
      );
      expect(await readRuns(other.table, other.regime.id)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it('the folder holds no whole export, or one that was changed', async () => {
    const empty = join(folder, 'none');
    await expect(importAll(first.system, empty, begun)).rejects.toThrow(/holds no whole export/);
    const changed = join(folder, 'changed');
    await exportAll(first.system, changed);
    await appendFile(join(changed, 'rows.jsonl'), '{"pk":"LINKS","sk":"0"}\n');
    await expect(importAll(first.system, changed, begun)).rejects.toThrow(/is not what was exported/);
  });
});

it('an export is never written over another', async () => {
  await expect(exportAll(first.system, join(folder, 'first'))).rejects.toThrow(/holds an export/);
});
