import { describe, expect, it } from 'vitest';
import { leadingFindings, receiptNumber, versionOf } from '../../../shared/filing/recording.ts';
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
  const bytesOf = (reading: Reading) => Buffer.byteLength(JSON.stringify(versionOf(upload, reading, at)));
  const words = Array.from({ length: 400 }, (_, n) => `lời${n}`).join(' ');
  const narrative = [{ section: 'II.1', paragraphs: [{ text: words, source: { paragraph: 1 } }] }];

  it('stays under 1 KB where the file was accepted, with its sketch, whatever the file brings', () => {
    const head = versionOf(upload, { ...hostile(), narrative }, at);
    expect(head.sketch).toHaveLength(256);
    expect(bytesOf({ ...hostile(), narrative })).toBeLessThan(1024);
    expect(Object.keys(head)).not.toContain('values');
  });

  it('quotes the finding that rejected the file, and counts them all', () => {
    const rejected = { ...hostile(), narrative, state: 'rejected' as const };
    const version = Version.parse(versionOf(upload, rejected, at));
    expect(version.firstFindings).toHaveLength(1);
    expect(version.firstFindings[0]?.message.vi).toMatch(/…$/);
    expect(version.severities).toEqual({ error: 0, warning: 50, note: 0 });
    expect(bytesOf(rejected)).toBeLessThan(4096);
  });

  it('leaves five findings to a summary, each quoted', () => {
    expect(leadingFindings(hostile())).toHaveLength(5);
    expect(Buffer.byteLength(JSON.stringify(leadingFindings(hostile())))).toBeLessThan(50_000);
  });

  it('says that the office sent it in the unit’s place, and nothing of the kind where it did not', () => {
    const entered = { actor: 'office:VANPHONG', link: 'a', reason: 'Bản giấy', standsFor: null };
    expect(versionOf({ ...upload, entered }, hostile(), at)).toMatchObject({ entered });
    expect(versionOf(upload, hostile(), at)).not.toHaveProperty('entered');
  });

  it('counts what is wrong by how grave it is', () => {
    const [finding] = hostile().findings;
    if (!finding) throw new Error('the hostile report has findings');
    const findings = (['error', 'warning', 'error', 'note'] as const).map((severity) => ({
      ...finding,
      severity,
    }));
    expect(versionOf(upload, { ...hostile(), findings }, at).severities).toEqual({
      error: 2,
      warning: 1,
      note: 1,
    });
  });

  it('cuts the name of a sheet shorter than what stands in a cell', () => {
    const [told] = leadingFindings(hostile());
    const where = told?.where as { sheet: string; cell: string };
    expect(where.sheet.length).toBeLessThan(told?.found?.length ?? 0);
    expect(where.cell).toBe('A1');
  });

  it('carries the receipt: period, unit and ten characters of the random part', () => {
    expect(receiptNumber(upload)).toBe('Q1-2024-CN-TPLS-Q9R0S1T2V3');
  });
});
