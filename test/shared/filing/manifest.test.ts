import { describe, expect, it } from 'vitest';
import { Manifest } from '../../../shared/filing/manifest.ts';
import { documentName, documentsOf, runName } from '../../../shared/records/runs.ts';

describe('a manifest', () => {
  it('that was frozen before there were interim summaries and editions is read as a first, final one', () => {
    const old = {
      ...{ run: 'Q1-2024-final-2024-03-19T0200Z', regime: 'dan-van-2024', regimeHash: 'a'.repeat(64) },
      ...{ period: 'Q1-2024', scheduledAt: '2024-03-19T09:00:00+07:00', edition: 1 },
      ...{ expected: ['QLDD'], versions: [], decisions: [], pending: [] },
    };
    expect(Manifest.parse(old)).toEqual({
      ...old,
      ...{ kind: 'final', issued: null, earlier: { previous: null, lastYear: null, year: [] } },
      paper: null,
    });
  });
});

describe('a run', () => {
  it('is named by its period, its kind and its scheduled minute in UTC', () => {
    expect(runName('Q1-2024', 'interim', '2024-03-18T08:00:00+07:00')).toBe(
      'Q1-2024-interim-2024-03-18T0100Z',
    );
    expect(runName('Q1-2024', 'final', '2024-03-19T02:00:00Z')).toBe('Q1-2024-final-2024-03-19T0200Z');
  });

  it('has a text for signature only where it is final, and tells its edition in the files’ names', () => {
    const names = (kind: 'interim' | 'final', edition: number) =>
      documentsOf({ kind }).map((name) => documentName({ period: 'Q1-2024', kind, edition }, name));
    expect(names('final', 1)).toEqual(['Q1-2024_bao-cao-tong-hop.docx', 'Q1-2024_bao-cao-tong-hop.xlsx']);
    expect(names('final', 2)[0]).toBe('Q1-2024_bao-cao-tong-hop_ban-2.docx');
    expect(names('interim', 3)).toEqual(['Q1-2024_bao-cao-tong-hop_tam-thoi.xlsx']);
  });
});
