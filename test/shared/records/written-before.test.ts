/**
 * What an older version stored is read by every later one: rows and objects of the first quarter as they were written
 * before the house was rearranged, of a unit with a Word file, one rejected, one corrected and one with nothing to report.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingOf } from '../../../shared/filing/counting.ts';
import type { Decision } from '../../../shared/filing/decision.ts';
import { fingerprintOf } from '../../../shared/filing/fingerprint.ts';
import { readSummary } from '../../../shared/office/report/summarise.ts';
import {
  putDecision,
  putVersion,
  readFilings,
  readPeriod,
  readReading,
  readValues,
  readVersion,
} from '../../../shared/records/filings.ts';
import { readLinks } from '../../../shared/records/links.ts';
import { readMessage } from '../../../shared/records/outbox.ts';
import { readCurrentRegime, readRegimeVersion } from '../../../shared/records/regimes.ts';
import { readManifest, readRuns, readWatermark } from '../../../shared/records/runs.ts';
import { readUpload } from '../../../shared/records/uploads.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';
import { MemoryTable } from '../../doubles/memory-table.ts';

const folder = join(import.meta.dirname, 'written-before');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const rows: readonly Record<string, string>[] = read('rows.json');
const objects: Readonly<Record<string, unknown>> = read('objects.json');
const table = new MemoryTable();
const store = new MemoryStore({ now: () => '2024-03-19T02:00:00.000Z' });
const period = 'Q1-2024';

beforeAll(async () => {
  for (const { pk = '', sk = '', ...row } of rows) await table.putIfAbsent({ pk, sk }, row);
  for (const [key, value] of Object.entries(objects)) {
    await store.putOnce(key, JSON.stringify(value), 'application/json');
  }
});

describe('what was written before', () => {
  it('says what was filed, decided and issued in a period', async () => {
    const filings = await readPeriod(table, period);
    expect(filings.regime).toBe('dan-van-2024');
    expect(filings.expected).toHaveLength(14);
    expect(filings.editions.map(({ edition, acts }) => [edition, acts])).toEqual([[1, []]]);
    const kinds = ['KHTC', 'CN-HLU', 'CN-CLO', 'TTRA'].map((unit) => countingOf(filings, unit)?.kind ?? null);
    expect(kinds).toEqual(['version', null, 'version', 'nil']);
    expect(filings.versions.map(({ state }) => state).sort()).toEqual([
      'accepted',
      'accepted',
      'rejected',
      'rejected',
    ]);
  });

  it('has its upload and its reading for each version', async () => {
    const { versions } = await readPeriod(table, period);
    expect(versions).toHaveLength(4);
    for (const { upload, sha256, state, counts } of versions) {
      expect((await readUpload(table, upload))?.sha256).toBe(sha256);
      expect(await readReading(store, { upload })).toMatchObject({ state, counts });
    }
  });

  it('holds its figures in the rows, where nobody looks for them any more: the results have the same', async () => {
    const { versions } = await readPeriod(table, period);
    for (const { upload, ...head } of versions) {
      expect(Object.keys(head)).not.toContain('values');
      const row = rows.find(({ sk = '' }) => sk.endsWith(upload));
      expect(await readValues(store, { upload })).toEqual(row?.values);
    }
  });

  it('is summarised from what its manifest holds, as it was when that was frozen', async () => {
    const [edition] = (await readPeriod(table, period)).editions;
    const manifest = await readManifest(store, edition?.run ?? '');
    expect(manifest.versions.every(({ values }) => values !== undefined)).toBe(true);
    const { totals, units } = await readSummary(store, manifest);
    const A02 = manifest.versions
      .filter(({ state }) => state !== 'rejected')
      .map(({ values = [] }) => values.find(({ indicator }) => indicator === 'A02')?.value);
    expect(totals.find(({ indicator }) => indicator === 'A02')?.value).toBe(Number(A02[0]) + Number(A02[1]));
    const rejected = manifest.versions.find(({ unit }) => unit === 'CN-HLU');
    const line = units.find(({ unit }) => unit.code === 'CN-HLU');
    expect(line?.attempt?.firstFinding).toEqual(rejected?.firstFindings[0]);
  });

  it('froze a manifest, whose regime and fingerprint are those of its edition', async () => {
    const [edition] = (await readPeriod(table, period)).editions;
    const manifest = await readManifest(store, edition?.run ?? '');
    expect(manifest).toMatchObject({ kind: 'final', edition: 1, period });
    expect((await readRegimeVersion(store, manifest.regimeHash)).units).toHaveLength(14);
    // The fixture holds four units of the fourteen, so its fingerprint is another one than the edition's.
    expect(fingerprintOf(manifest)).toMatch(/^[0-9a-f]{16}$/);
    expect(edition?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps the regime in force, its watermark and its runs', async () => {
    const current = await readCurrentRegime(table, 'dan-van-2024');
    expect(Object.keys(objects)).toContain(`regimes/${current?.hash}.json`);
    expect(await readWatermark(table, 'dan-van-2024')).toMatch(/^2024-03-19T/);
    expect((await readRuns(table, 'dan-van-2024')).map(({ kind }) => kind).sort()).toEqual([
      'final',
      'interim',
    ]);
  });

  it('keeps every kind of mail with its state, and the links', async () => {
    const ids = rows.filter(({ pk = '' }) => pk.startsWith('OUTBOX#')).map(({ id = '' }) => id);
    const mails = await Promise.all(ids.map((id) => readMessage(table, id)));
    expect(new Set(mails.map((mail) => mail?.message.kind))).toEqual(
      new Set(['invitation', 'office-invitation', 'verdict', 'decision', 'reminder', 'summary']),
    );
    expect(mails.every((mail) => mail?.state === 'sent')).toBe(true);
    expect(await readLinks(table)).toHaveLength(2);
  });
});

describe('what is written now beside it', () => {
  it('stands in partitions of its own, is read with it, and the same row twice is one', async () => {
    const before = await readPeriod(table, period);
    const [version, other] = before.versions;
    if (!version || !other) throw new Error('the fixture has versions');
    const decision: Decision = {
      ...{ kind: 'return' as const, decision: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', period, unit: version.unit },
      ...{ actor: 'office', reason: 'Sai kỳ', decidedAt: '2024-03-20T02:00:00Z', upload: version.upload },
    };
    await putVersion(table, other);
    await putDecision(table, decision);
    const partitions = new Set(table.rows().map(({ pk }) => String(pk)));
    expect([...partitions]).toEqual(expect.arrayContaining([`VERSIONS#${period}`, `DECISIONS#${period}`]));
    const after = await readPeriod(table, period);
    expect(after.versions).toEqual(before.versions);
    expect(after.decisions).toHaveLength(before.decisions.length + 1);
    // One that stands where it stood before alone, and one that stands in both places.
    expect(await readVersion(table, version)).toEqual(version);
    expect(await readVersion(table, other)).toEqual(other);
    const own = await readFilings(table, period, version.unit);
    expect(own.decisions).toContainEqual(decision);
    expect(own.versions).toEqual(before.versions.filter(({ unit }) => unit === version.unit));
  });
});
