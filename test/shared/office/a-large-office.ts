/** An office of as many units as asked for, in memory, with reports as ingest leaves them. */
import { readRegimeFile } from '../../../infra/admin/regime.ts';
import { versionOf } from '../../../shared/filing/recording.ts';
import type { Upload, Version } from '../../../shared/filing/version.ts';
import type { RegimeVersion } from '../../../shared/office/regimes-in-force.ts';
import { newUlid } from '../../../shared/ports/randomness.ts';
import type { StoredFile } from '../../../shared/ports/store.ts';
import type { Reading } from '../../../shared/reading/model/reading.ts';
import { putVersion } from '../../../shared/records/filings.ts';
import { resultsObject } from '../../../shared/records/keys.ts';
import { openPeriod } from '../../../shared/records/openings.ts';
import { claimPeriod, makeCurrent, writeRegimeVersion } from '../../../shared/records/regimes.ts';
import { startWatermark } from '../../../shared/records/runs.ts';
import { putUpload } from '../../../shared/records/uploads.ts';
import type { Period } from '../../../shared/regime/regime.ts';
import { memoryDependencies } from '../../doubles/memory-dependencies.ts';
import { MemoryStore } from '../../doubles/memory-store.ts';
import { MeteredTable } from '../../doubles/metered-table.ts';

const hash = 'a'.repeat(64);
const kinds = ['phòng', 'chi nhánh'] as const;

export type LargeOffice = Awaited<ReturnType<typeof aLargeOffice>>;

/** The sample regime with `units` units, its first quarter open since `now` (ISO 8601) at the latest. */
export async function aLargeOffice(units: number, now: string) {
  let time = Date.parse(now);
  let drawn = 0;
  const randomBytes = (length: number) =>
    Uint8Array.from({ length }, () => {
      drawn += 1;
      return (Math.imul(drawn, 2_654_435_761) >>> 16) & 255;
    });
  const clock = { now: () => new Date(time).toISOString() };
  const store = new GeneratingStore(clock);
  const world = { ...memoryDependencies(clock, randomBytes), store, signer: store };
  const table = new MeteredTable(world.table);
  const sample = await readRegimeFile('infra/regimes/dan-van-2024.yaml');
  const regime: RegimeVersion = {
    ...sample,
    hash,
    units: Array.from({ length: units }, (_, n) => ({
      ...{ code: `U${String(n).padStart(6, '0')}`, name: `Đơn vị số ${n}`, kind: kinds[n % 2] ?? kinds[0] },
      ...{ email: `u${n}@units.example`, parent: sample.authority.code, reminded: true, aliases: [] },
    })),
  };
  const { hash: _, ...applied } = regime;
  store.regime = regime;
  await writeRegimeVersion(world.store, hash, applied);
  await makeCurrent(table, { regime: regime.id, hash, appliedAt: now }, null);
  await startWatermark(table, regime.id, now);
  const period = periodIn(regime, 'Q1-2024');
  await claimPeriod(table, period.id, regime.id);
  await openPeriod(
    table,
    period.id,
    regime.units.map(({ code }) => code),
  );

  /** A report as ingest leaves it: upload, file, results, version. */
  const file = async (unit: string, given: Filed = {}): Promise<Version> => {
    time += 1;
    const instant = new Date(time).toISOString();
    const upload: Upload = {
      ...{ upload: newUlid(randomBytes, time), regime: regime.id, regimeHash: hash },
      ...{ period: given.period ?? period.id, unit, fileName: `BC dân vận quý I năm 2024 ${unit}.xlsx` },
      ...{
        size: 14_000,
        sha256: drawn.toString(16).padStart(64, '0'),
        contentType: 'x',
        sender: 'Nguyễn Văn An',
      },
      ...{ mintedAt: instant, expiresAt: new Date(time + 3_600_000).toISOString() },
    };
    await putUpload(table, upload);
    const reading = readingOf(regime, upload.upload);
    const version = versionOf(upload, reading, { receivedAt: instant, recordedAt: instant });
    await putVersion(table, version);
    return version;
  };
  return {
    world: { ...world, table },
    /** Everything stored. */
    rows: () => world.table.rows(),
    regime,
    period,
    file,
    setNow: (instant: string) => {
      time = Date.parse(instant);
    },
  };
}

interface Filed {
  readonly period?: string;
}

/** Makes each results object anew when it is asked for: a hundred thousand of them would fill the memory. */
class GeneratingStore extends MemoryStore {
  regime: RegimeVersion | null = null;

  override async get(key: string): Promise<StoredFile | null> {
    const upload = key.slice(resultsObject({ upload: '' }).indexOf('.'), -'.json'.length);
    if (this.regime === null || key !== resultsObject({ upload })) return super.get(key);
    const text = JSON.stringify({ ...readingOf(this.regime, upload), annotated: null });
    const bytes = new TextEncoder().encode(text);
    return { bytes, receivedAt: '2024-03-15T00:00:00.000Z', contentType: 'application/json' };
  }
}

export function periodIn({ periods }: RegimeVersion, id: string): Period {
  const found = periods.find((period) => period.id === id);
  if (!found) throw new Error(`no period ${id}`);
  return found;
}

const readings = new Map<number, Reading>();

/** One of a few thousand, the same for the same upload. */
function readingOf(regime: RegimeVersion, upload: string): Reading {
  const seed =
    [...upload].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7) % 4096;
  const known = readings.get(seed) ?? madeReading(regime, seed);
  readings.set(seed, known);
  return known;
}

function madeReading(regime: RegimeVersion, seed: number): Reading {
  const words = Array.from({ length: 60 }, (_, n) => `w${Math.imul(seed * 64 + n, 2_654_435_761) >>> 8}`);
  const source = { sheet: 'Số liệu', cell: 'E9' };
  return {
    ...{
      state: 'accepted',
      format: 'xlsx',
      findings: [],
      skipped: [],
      counts: { read: 70, skipped: 0, total: 70 },
    },
    values: regime.indicators.map(({ code, type }, at) => {
      const value = type === 'count' ? (seed + at * 7) % 90 : null;
      return { indicator: code, value, source, cumulative: value, cumulativeSource: source };
    }),
    narrative: [{ section: 'II.1', paragraphs: [{ text: words.join(' '), source: { paragraph: 3 } }] }],
  };
}
