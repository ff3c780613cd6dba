/**
 * Of many reports the few that one of them may be like. Holding each against each would take the square of their
 * number, so reports meet in buckets: one for every file, whatever its period, and one for every hash of their sketches. Texts that share
 * three tenths of their runs share about ten of the thirty-two hashes, so that they meet as good as always.
 */
import type { RecordedReport } from './compare-with-others.ts';
import { hashesOf } from './text-sketch.ts';

/** What thousands have in common tells nobody apart; who wrote it first stands among the first. */
const unitsInBucket = 8;
/** Far fewer than the texts worth reading share, so that what is cut from full buckets loses none of them. */
const sharedHashes = 2;

type Bucket = Map<string, RecordedReport>;

/**
 * By upload, of every report: the unit's own other ones, and of other units earlier ones of the same period that are
 * the same file or whose text may be the same. In time proportional to the number of reports.
 */
export function likelyReports(
  reports: readonly RecordedReport[],
): (own: RecordedReport) => readonly RecordedReport[] {
  const inOrder = reports.toSorted((a, b) => (a.upload < b.upload ? -1 : 1));
  const byUnit = new Map<string, RecordedReport[]>();
  const files = new Map<string, Bucket>();
  const hashes = new Map<string, Bucket>();
  const others = new Map<string, readonly RecordedReport[]>();
  for (const report of inOrder) {
    others.set(report.upload, [...sameFile(files.get(report.sha256), report), ...sameText(hashes, report)]);
    const own = byUnit.get(report.unit);
    if (own) own.push(report);
    else byUnit.set(report.unit, [report]);
    remember(files, report.sha256, report);
    for (const key of textKeys(report)) remember(hashes, key, report);
  }
  return (own) => [...(byUnit.get(own.unit) ?? []), ...(others.get(own.upload) ?? [])];
}

/** The newest of another unit: that it is another's too is said once. */
function sameFile(bucket: Bucket | undefined, { unit }: RecordedReport): readonly RecordedReport[] {
  const found = [...(bucket?.values() ?? [])].findLast((other) => other.unit !== unit);
  return found ? [found] : [];
}

function sameText(hashes: ReadonlyMap<string, Bucket>, report: RecordedReport): readonly RecordedReport[] {
  const met = new Map<RecordedReport, number>();
  for (const key of textKeys(report)) {
    for (const other of hashes.get(key)?.values() ?? []) {
      if (other.unit !== report.unit) met.set(other, (met.get(other) ?? 0) + 1);
    }
  }
  return [...met].filter(([, shared]) => shared >= sharedHashes).map(([other]) => other);
}

/** A unit stands in a bucket with its newest report. */
function remember(buckets: Map<string, Bucket>, key: string, report: RecordedReport): void {
  const bucket = buckets.get(key) ?? new Map<string, RecordedReport>();
  if (!bucket.has(report.unit) && bucket.size >= unitsInBucket) return;
  bucket.set(report.unit, report);
  buckets.set(key, bucket);
}

function textKeys({ period, sketch, state }: RecordedReport): readonly string[] {
  if (sketch === undefined || state === 'unreadable') return [];
  return hashesOf(sketch).map((hash) => `${period} ${hash}`);
}
