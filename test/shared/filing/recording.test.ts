import { describe, expect, it } from 'vitest';
import { receiptNumber, versionOf } from '../../../shared/filing/recording.ts';
import { Upload, Version } from '../../../shared/filing/version.ts';
import type { Reading } from '../../../shared/reading/model/reading.ts';

const upload = Upload.parse({
  ...{ upload: '01HRZ8W4V3M6N7P8Q9R0S1T2V3', regime: 'dan-van-2024', regimeHash: 'a'.repeat(64) },
  ...{ period: 'Q1-2024', unit: 'CN-TPLS', fileName: 'báo cáo.xlsx', size: 1, sha256: 'b'.repeat(64) },
  ...{ contentType: 'x', sender: null, mintedAt: '2024-03-15T01:00:00Z', expiresAt: '2024-03-15T02:00:00Z' },
});
const at = { receivedAt: '2024-03-15T01:10:00Z', recordedAt: '2024-03-15T01:11:00Z' };

/** As long as a cell and a sheet's name can be made by somebody who wants to. */
function hostile(): Reading {
  const sheet = 'ữ'.repeat(20_000);
  const text = 'ệ'.repeat(32_767);
  const where = { sheet, cell: 'A1' };
  const both = { vi: text, en: text };
  return {
    state: 'accepted-with-warnings',
    format: 'xlsx',
    findings: Array.from({ length: 50 }, () => ({
      ...{
        code: 'X',
        severity: 'warning' as const,
        where,
        found: text,
        expected: text,
        message: both,
        fix: both,
      },
    })),
    values: Array.from({ length: 35 }, (_, index) => ({
      ...{ indicator: `A${index}`, value: text, source: where, cumulative: text, cumulativeSource: where },
    })),
    narrative: [],
    skipped: [],
    counts: { read: 1, skipped: 0, total: 1 },
  };
}

describe('a version’s head', () => {
  it('stays far below the 400 KB of an item, whatever a file brings', () => {
    const bytes = Buffer.byteLength(JSON.stringify(versionOf(upload, hostile(), at)));
    expect(bytes).toBeLessThan(300_000);
  });

  it('quotes the first five findings and counts them all', () => {
    const version = Version.parse(versionOf(upload, hostile(), at));
    expect(version.firstFindings).toHaveLength(5);
    expect(version.severities).toEqual({ error: 0, warning: 50, note: 0 });
    expect(version.values[0]?.value).toMatch(/…$/);
  });

  it('carries the receipt: period, unit and ten characters of the random part', () => {
    expect(receiptNumber(upload)).toBe('Q1-2024-CN-TPLS-Q9R0S1T2V3');
  });
});
