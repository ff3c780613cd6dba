/** What a reading becomes in the table: a small head, beside everything read in the results object. */
import type { Finding, Reading } from '../report/reading.ts';
import type { Upload, Version } from './rows.ts';

/** Period, unit and the ten last characters of the ULID's random part: unique without a counter. */
export function receiptNumber(upload: Pick<Upload, 'period' | 'unit' | 'upload'>): string {
  return `${upload.period}-${upload.unit}-${upload.upload.slice(-10)}`;
}

// An item ends at 400 KB, and a cell holds up to 32,767 characters: a head quotes, the results object tells all.
const longestQuote = 400;
const findingsInHead = 5;

/** The immutable version of an upload that arrived at `receivedAt` (S3's time) and was recorded at `recordedAt`. */
export function versionOf(
  upload: Upload,
  reading: Reading,
  at: { readonly receivedAt: string; readonly recordedAt: string },
): Version {
  const { regime, regimeHash, period, unit, fileName, size, sha256, sender } = upload;
  const count = (severity: Finding['severity']) =>
    reading.findings.filter((finding) => finding.severity === severity).length;
  return {
    upload: upload.upload,
    ...{ regime, regimeHash, period, unit, fileName, size, sha256, sender },
    state: reading.state,
    ...at,
    receipt: receiptNumber(upload),
    counts: reading.counts,
    severities: { error: count('error'), warning: count('warning'), note: count('note') },
    firstFindings: reading.findings.slice(0, findingsInHead).map((finding) => ({
      ...finding,
      found: finding.found && quote(finding.found),
      expected: finding.expected && quote(finding.expected),
    })),
    values: reading.values.map((value) => ({
      ...value,
      value: typeof value.value === 'string' ? quote(value.value) : value.value,
      cumulative: typeof value.cumulative === 'string' ? quote(value.cumulative) : value.cumulative,
    })),
  };
}

function quote(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1)}…`;
}
