import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Decision } from '../../shared/filing/decision.ts';
import { versionOf } from '../../shared/filing/recording.ts';
import type { Version } from '../../shared/filing/version.ts';
import type { Reading } from '../../shared/reading/model/reading.ts';
import { putDecision, putVersion, writeReading } from '../../shared/records/filings.ts';
import type { VerdictState } from '../../shared/vocabulary/states.ts';
import type { World } from './a-world.ts';

interface Filed {
  readonly unit: string;
  readonly period?: string;
  /** By indicator: the figure of the period, which is the cumulative one too. */
  readonly values?: Readonly<Record<string, number>>;
  readonly text?: string;
  readonly fileName?: string;
  readonly state?: VerdictState;
  /** What the file holds; by default its own name and a number. */
  readonly bytes?: Uint8Array;
}

let files = 0;

/** A report as ingest leaves it: the upload, its file, its results and its version, all of the world's present. */
export async function reportFiled(world: World, filed: Filed): Promise<Version> {
  const { unit, period = 'Q1-2024', values = {}, text = 'Đã thực hiện.', fileName = `${unit}.xlsx` } = filed;
  files += 1;
  const bytes = filed.bytes ?? new TextEncoder().encode(`${fileName} ${files}`);
  const upload = await world.fileArrives({ unit, period, fileName }, bytes);
  const reading: Reading = {
    ...{ state: filed.state ?? 'accepted', format: 'xlsx', findings: [], skipped: [] },
    values: Object.entries(values).map(([indicator, value]) => ({
      ...{ indicator, value, cumulative: value },
      source: { sheet: 'Số liệu', cell: 'E9' },
      cumulativeSource: { sheet: 'Số liệu', cell: 'F9' },
    })),
    narrative: [{ section: 'II.1', paragraphs: [{ text, source: { paragraph: 3 } }] }],
    counts: { read: 2, skipped: 0, total: 2 },
  };
  await writeReading(world.store, upload, reading);
  const version = versionOf(upload, reading, { receivedAt: world.now(), recordedAt: world.now() });
  await putVersion(world.table, version);
  return version;
}

/** A decision of the office or the unit, of the world's present. */
export async function decided(
  world: World,
  decision: { unit: string; period?: string; reason?: string } & (
    | { kind: 'nil' | 'exclude-unit' }
    | { kind: 'return' | 'exclude-version'; upload: string }
    | { kind: 'extension'; until: string }
  ),
): Promise<void> {
  const whole: Decision = {
    ...{ period: 'Q1-2024', reason: 'Theo đề nghị của đơn vị', actor: 'VANPHONG' },
    ...{ decision: ulid(), decidedAt: world.now() },
    ...decision,
  };
  await putDecision(world.table, whole);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
