/** The consolidated report of files that lie here, made by the same steps as in the pipeline and without it. */

import { createHash } from 'node:crypto';
import type { Decision } from '../../../shared/filing/decision.ts';
import { type Manifest, nothingEarlier } from '../../../shared/filing/manifest.ts';
import { versionOf } from '../../../shared/filing/recording.ts';
import type { Version } from '../../../shared/filing/version.ts';
import type { Reading } from '../../../shared/reading/model/reading.ts';
import { readReport } from '../../../shared/reading/read-report.ts';
import { isAskedOf } from '../../../shared/regime/duties.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import type { Summary } from '../../../shared/summary/summary.ts';

/** A file as it was sent. */
export interface Sent {
  readonly unit: string;
  readonly period: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A declaration that there is nothing to report. */
export interface DeclaredNil {
  readonly unit: string;
  readonly period: string;
  readonly at: string;
  readonly reason: string;
}

export interface Filed {
  /** In the order of time; what came later has the later number. */
  readonly sent: readonly Sent[];
  readonly nil: readonly DeclaredNil[];
}

export interface Consolidated {
  readonly summary: Summary;
  readonly manifest: Manifest;
  /** By upload. */
  readonly files: ReadonlyMap<string, Sent>;
  readonly readings: ReadonlyMap<string, Reading>;
}

/** `scheduledAt`: the summary's hour; what came after it is not in it. */
export async function consolidated(
  regime: Regime,
  periodId: string,
  scheduledAt: string,
  { sent, nil }: Filed,
): Promise<Consolidated> {
  const inTime = ({ at }: { at: string }) => Date.parse(at) <= Date.parse(scheduledAt);
  const readings = new Map<string, Reading>();
  const files = new Map<string, Sent>();
  const versions: Version[] = [];
  for (const [n, file] of sent.filter(inTime).entries()) {
    const upload = numbered(n);
    const reading = await readReport(file.bytes, { ...taskOf(regime, file), fileName: file.fileName });
    readings.set(upload, reading);
    files.set(upload, file);
    const head = versionOf(uploadOf(regime, upload, file), reading, {
      receivedAt: file.at,
      recordedAt: file.at,
    });
    // As the delivery does: a head quotes long texts.
    versions.push({ ...head, values: [...reading.values] });
  }
  const decisions = nil.filter(inTime).map(({ unit, period, at, reason }, n): Decision => {
    return { kind: 'nil', decision: numbered(900_000 + n), period, unit, actor: unit, reason, decidedAt: at };
  });
  const of = (period: string) => ({
    versions: versions.filter((version) => version.period === period),
    decisions: decisions.filter((decision) => decision.period === period),
  });
  const earlier = (id: string) => {
    const { title } = periodNamed(regime, id);
    return { period: id, title, ...of(id) };
  };
  const period = periodNamed(regime, periodId);
  const manifest: Manifest = {
    run: `${regime.id}:${period.id}`,
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period: period.id,
    kind: 'final',
    scheduledAt,
    edition: 1,
    issued: null,
    paper: null,
    pending: [],
    ...of(period.id),
    expected: regime.units.filter((unit) => isAskedOf(period, unit)).map(({ code }) => code),
    earlier: {
      ...nothingEarlier,
      previous: period.previous === undefined ? null : earlier(period.previous),
      year: (period.sumOf ?? []).map(earlier),
    },
  };
  const summary = consolidate({
    regime,
    manifest,
    narratives: new Map([...readings].map(([upload, { narrative }]) => [upload, narrative])),
    findings: new Map([...readings].map(([upload, { findings }]) => [upload, findings])),
  });
  return { summary, manifest, files, readings };
}

/** ULIDs in the order of their numbers, with letters in them, as real ones have. */
function numbered(n: number): string {
  const digits = createHash('sha256').update(String(n)).digest('hex').slice(0, 12).toUpperCase();
  return `01HS${String(n).padStart(10, '0')}${digits}`;
}

function uploadOf(regime: Regime, upload: string, { unit, period, at, fileName, bytes }: Sent) {
  return {
    upload,
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period,
    unit,
    fileName,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sender: null,
    contentType: 'application/octet-stream',
    mintedAt: at,
    expiresAt: at,
  };
}

function taskOf(regime: Regime, { unit: code, period: id }: Sent) {
  const unit = regime.units.find((each) => each.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return { unit, regime, period: periodNamed(regime, id) };
}

function periodNamed(regime: Regime, id: string) {
  const period = regime.periods.find((each) => each.id === id);
  if (!period) throw new Error(`no period ${id}`);
  return period;
}
