/** What a reading becomes in the table: a small head, beside everything read in the results object. */
import { textsOf } from '../reading/compare/compare-with-others.ts';
import { sketchOf } from '../reading/compare/text-sketch.ts';
import type { Reading } from '../reading/model/reading.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Upload, Verdict, Version } from './version.ts';

/** Period, unit and the ten last characters of the ULID's random part: unique without a counter. */
export function receiptNumber(upload: Pick<Upload, 'period' | 'unit' | 'upload'>): string {
  return `${upload.period}-${upload.unit}-${upload.upload.slice(-10)}`;
}

// A cell holds 32,767 characters, and a board reads the heads of thousands: a head quotes, the results object tells all.
const quoteInHead = 160;
const quoteInSummary = 400;
const longestName = 80;
const findingsInSummary = 5;

/** The immutable version of an upload that arrived at `receivedAt` (S3's time) and was recorded at `recordedAt`. */
export function versionOf(
  upload: Upload,
  reading: Reading,
  at: { readonly receivedAt: string; readonly recordedAt: string },
): Version {
  const { regime, regimeHash, period, unit, fileName, size, sha256, sender, entered } = upload;
  return {
    upload: upload.upload,
    regime,
    regimeHash,
    period,
    unit,
    fileName,
    size,
    sha256,
    sender,
    ...(entered && { entered }),
    ...at,
    receipt: receiptNumber(upload),
    ...verdictOf(reading),
  };
}

/** What the head tells of a reading. */
export function verdictOf(reading: Reading): Verdict {
  const count = (severity: Finding['severity']) =>
    reading.findings.filter((finding) => finding.severity === severity).length;
  const sketch = sketchOf(textsOf(reading.narrative));
  return {
    state: reading.state,
    counts: reading.counts,
    severities: { error: count('error'), warning: count('warning'), note: count('note') },
    firstFindings: /^accepted/.test(reading.state) ? [] : quoted(reading.findings.slice(0, 1), quoteInHead),
    ...(sketch !== null && { sketch }),
  };
}

/** The findings that are told of a file which does not count; quoted, since a cell may hold a whole text. */
export function leadingFindings(reading: Pick<Reading, 'findings'>): Finding[] {
  return quoted(reading.findings.slice(0, findingsInSummary), quoteInSummary);
}

/** The same with every text cut that is longer, names of sheets included: they stand in every source. */
function quoted<T>(part: T, longest: number, name?: string): T;
function quoted(part: unknown, longest: number, name = ''): unknown {
  if (typeof part === 'string') return cut(part, name === 'sheet' ? longestName : longest);
  if (Array.isArray(part)) return part.map((item) => quoted(item, longest));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, quoted(value, longest, key)]));
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
