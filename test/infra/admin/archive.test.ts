import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeArchive } from '../../../infra/admin/archive.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { ArchiveBroken, NotBuiltYet } from '../../../shared/office/archive.ts';
import { runOf } from '../../../shared/office/report/issued-reports.ts';
import { inboxObject } from '../../../shared/records/keys.ts';
import { keepRunFile, runDocuments } from '../../../shared/records/runs.ts';
import { decided, reportFiled, sha256 } from '../../functions/a-report.ts';
import { aWorld, type World } from '../../functions/a-world.ts';
import { drawUpReport } from '../../shared/office/report/draw-up-report.ts';

let world: World;
let folder: string;
let run: string;
let superseded: Version;
let counted: Version;

beforeEach(async () => {
  world = await aWorld('2024-06-14T08:00:00+07:00');
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  await reportFiled(world, { unit: 'QLDD', fileName: 'Quý I.xlsx' });
  superseded = await reportFiled(world, { unit: 'QLDD', period: '6T-2024', fileName: 'nháp.xlsx' });
  world.setNow('2024-06-14T09:00:00+07:00');
  await reportFiled(world, { unit: 'QLDD', period: '6T-2024', fileName: 'Báo cáo 6 tháng (sửa).xlsx' });
  counted = await reportFiled(world, { unit: 'KHTC', period: '6T-2024', fileName: '../../etc/"nộp"\n.docx' });
  await reportFiled(world, { unit: 'VPS', period: '6T-2024', state: 'rejected' });
  const returned = await reportFiled(world, { unit: 'TNKS', period: '6T-2024' });
  await decided(world, { kind: 'return', unit: 'TNKS', period: '6T-2024', upload: returned.upload });
  world.setNow('2024-06-19T09:00:00+07:00');
  ({ run } = await drawUpReport(world.system, '6T-2024', { anyway: false, actor: 'admin', reason: null }));
});
afterEach(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

async function documentsBuilt(): Promise<void> {
  for (const name of runDocuments) {
    const bytes = new TextEncoder().encode(`as issued: ${name}`);
    await keepRunFile(world.store, run, { name, bytes, contentType: 'application/octet-stream' });
  }
}

async function archived(): Promise<Buffer> {
  const file = join(folder, 'archive.zip');
  await writeArchive(world.store, run, createWriteStream(file));
  return readFile(file);
}

describe('the archive of a report', () => {
  it('holds exactly the files that count, of its period and of the one it is compared with, and what was issued', async () => {
    await documentsBuilt();
    const entries = unzipSync(await archived());
    expect(Object.keys(entries).sort()).toEqual([
      '6T-2024/KHTC/_.._etc__nộp__.docx',
      '6T-2024/QLDD/Báo cáo 6 tháng (sửa).xlsx',
      '6T-2024_bao-cao-tong-hop.docx',
      '6T-2024_bao-cao-tong-hop.xlsx',
      'Q1-2024/QLDD/Quý I.xlsx',
      'SHA256SUMS',
      'manifest.json',
    ]);
    expect(JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))).toMatchObject({ run });
  });

  it('lists every file’s sum as sha256sum checks it', async () => {
    await documentsBuilt();
    const { SHA256SUMS: sums = new Uint8Array(), ...entries } = unzipSync(await archived());
    const lines = strFromU8(sums).trimEnd().split('\n');
    expect(lines).toHaveLength(Object.keys(entries).length);
    for (const line of lines) {
      const [, hash, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      expect(sha256(entries[path] ?? new Uint8Array()), path).toBe(hash);
    }
  });

  it('is the same, byte for byte, whenever it is made', async () => {
    await documentsBuilt();
    const first = await archived();
    world.setNow('2025-01-05T09:00:00+07:00');
    await reportFiled(world, { unit: 'QLDD', period: '6T-2024', fileName: 'muộn.xlsx' });
    expect((await archived()).equals(first)).toBe(true);
  });

  it('is none where a file in the bucket is not what the manifest pins', async () => {
    await documentsBuilt();
    // What does not count is not looked at.
    await overwrite(superseded);
    await archived();
    await overwrite(counted);
    await expect(archived()).rejects.toThrow(ArchiveBroken);
  });

  it('waits for the documents that were issued with it', async () => {
    await expect(archived()).rejects.toThrow(NotBuiltYet);
  });

  it('is found by the period’s name, too', async () => {
    expect(await runOf(world.system, '6T-2024')).toBe(run);
    expect(await runOf(world.system, run)).toBe(run);
  });
});

/** As many bytes, but others. */
async function overwrite({ upload, size }: Version): Promise<void> {
  const others = new Uint8Array(size).fill(120);
  await world.store.put(inboxObject(upload), others, 'application/octet-stream');
}
