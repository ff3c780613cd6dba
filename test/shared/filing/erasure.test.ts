import { describe, expect, it } from 'vitest';
import {
  keptUntil,
  redactedDecision,
  redactedManifest,
  redactedNote,
  redactedReading,
  redactedUpload,
  redactedVersion,
} from '../../../shared/filing/erasure.ts';
import type { Manifest } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import type { Period } from '../../../shared/regime/regime.ts';
import { decisionOf, periodOf, regime, ulid, versionOf } from '../summary/sample.ts';

const keeping = { ...regime, keep: { months: 24 } };
const erased = '2027-01-05T02:00:00.000Z';

function bare(id: string, given: Partial<Period> = {}): Period {
  const { previous: _p, sameLastYear: _s, sumOf: _o, lock: _l, window: _w, ...rest } = periodOf('Q1-2024');
  return { ...rest, id, deadline: { rule: 'by', date: '2024-03-18' }, ...given };
}

describe('until when files are kept', () => {
  const period = bare('A');
  const until = (...others: Period[]) => keptUntil(keeping, period, [period, ...others]);

  it('is never said where the regime erases nothing', () => {
    const { keep: _, ...forever } = keeping;
    expect(keptUntil(forever, period, [period])).toBeNull();
  });

  it.each([
    ['the last day of the deadline', {}, '2026-03-18'],
    [
      'the end of what is reported, where it is later',
      { window: { from: '2024-01-01', to: '2024-03-31' } },
      '2026-03-31',
    ],
    ['the lock, where it is later', { lock: '2024-05-31' }, '2026-05-31'],
    ['the deadline, where the lock is no later', { lock: '2024-03-01' }, '2026-03-18'],
    [
      'the lock of a period without a date',
      { deadline: { rule: 'on-guidance' }, lock: '2024-05-31' },
      '2026-05-31',
    ],
  ] as const)('counts from %s', (_, given, expected) => {
    const each = bare('A', given as Partial<Period>);
    expect(keptUntil(keeping, each, [each])).toBe(expected);
  });

  it('is not known while nobody knows when the last file may come', () => {
    const open = {
      deadline: { rule: 'on-guidance' },
      window: { from: '2024-01-01', to: '2024-12-31' },
    } as const;
    const each = bare('A', open);
    expect(keptUntil(keeping, each, [each])).toBeNull();
    expect(until(bare('B', { ...open, previous: 'A' }))).toBeNull();
  });

  it.each([
    ['is compared with it', { previous: 'A' }],
    ['is compared with it a year later', { sameLastYear: 'A' }],
    ['adds it up', { sumOf: ['Z', 'A'] }],
  ])('waits for the period that %s', (_, leaning) => {
    const later = bare('B', { ...leaning, deadline: { rule: 'by', date: '2024-06-20' } });
    expect(until(later)).toBe('2026-06-20');
    expect(until(bare('B', { ...leaning, deadline: { rule: 'by', date: '2024-01-20' } }))).toBe('2026-03-18');
  });

  it('waits for no other', () => {
    const other = { previous: 'Z', sameLastYear: 'Z', sumOf: ['Z'] };
    expect(until(bare('B', { ...other, deadline: { rule: 'by', date: '2024-06-20' } }))).toBe('2026-03-18');
    expect(until(bare('B', { deadline: { rule: 'by', date: '2024-06-20' } }))).toBe('2026-03-18');
  });
});

describe('what a row loses', () => {
  it.each([
    ['Nguyễn Văn A.docx', 'da-xoa.docx'],
    ['A. Nguyễn B.tar.gz', 'da-xoa.gz'],
    ['báo cáo', 'da-xoa'],
    ['của bà. Nguyễn', 'da-xoa'],
    ['báo cáo.nguyenvan', 'da-xoa'],
  ])('is the name of the file but for its kind: %s', (fileName, nameless) => {
    expect(redactedVersion({ fileName }, erased).set).toMatchObject({ fileName: nameless });
    expect(redactedUpload({ fileName }).set).toMatchObject({ fileName: nameless });
  });

  it('is who sent it, what was read and by which link', () => {
    const fileName = 'a.xlsx';
    expect(redactedVersion({ fileName }, erased)).toEqual({
      set: { fileName: 'da-xoa.xlsx', sender: null, firstFindings: [], erased },
      remove: ['sketch', 'values'],
    });
    expect(redactedReading).toEqual({ set: { firstFindings: [] }, remove: ['sketch'] });
    expect(redactedUpload({ fileName })).toEqual({
      set: { fileName: 'da-xoa.xlsx', sender: null },
      remove: ['link'],
    });
    expect(redactedNote).toEqual({ set: { text: '' }, remove: [] });
  });

  it('is a unit’s own reason, and never what the office decided', () => {
    const reason = 'Bà A nghỉ ốm';
    expect(redactedDecision({ actor: 'unit:VPS', reason })).toEqual({
      set: { reason: '' },
      remove: ['link'],
    });
    expect(redactedDecision({ actor: 'unit:VPS', reason: '' })).toBeNull();
    expect(redactedDecision({ actor: 'office:VANPHONG', reason })).toBeNull();
  });
});

describe('a manifest', () => {
  const of = (period: string, n: number, given: Partial<Version> = {}) =>
    versionOf({
      upload: ulid(n),
      unit: 'VPS',
      period,
      fileName: 'bà A.docx',
      sender: 'Bà A',
      sketch: 's',
      ...given,
    });
  const nil = (period: string, n: number) => ({
    ...decisionOf(n, { kind: 'nil', unit: 'VPS', reason: 'Bà A' }),
    period,
  });
  const filed = (period: string, n: number) => ({
    versions: [of(period, n)],
    decisions: [nil(period, n + 50), { ...nil(period, n + 60), actor: 'office:VANPHONG' }],
  });
  const earlier = (period: string, n: number) => ({
    period,
    title: { vi: period, en: period },
    ...filed(period, n),
  });
  const manifest: Manifest = {
    run: 'Q1-2024-final',
    regime: regime.id,
    regimeHash: 'a'.repeat(64),
    period: 'Q1-2024',
    kind: 'final',
    scheduledAt: erased,
    edition: 1,
    expected: ['VPS'],
    ...filed('Q1-2024', 1),
    pending: [{ upload: ulid(9), unit: 'VPS', fileName: 'bà A.docx' }],
    earlier: {
      previous: earlier('KH2024', 2),
      lastYear: earlier('Q1-2023', 3),
      year: [earlier('KH2024', 4), earlier('9T-2023', 5)],
    },
    issued: null,
    paper: null,
  };
  const nameless = { fileName: 'da-xoa.docx', sender: null, firstFindings: [], erased };
  const reasons = ({ decisions }: Pick<Manifest, 'decisions'>) => decisions.map(({ reason }) => reason);

  it('loses the period’s own files and reasons, and keeps its figures', () => {
    const { earlier: kept, ...own } = redactedManifest(manifest, 'Q1-2024', erased);
    expect(own.versions).toEqual([{ ...of('Q1-2024', 1), ...nameless, sketch: undefined }]);
    expect(own.versions[0]).not.toHaveProperty('sketch');
    expect(own.versions[0]).toHaveProperty('values', []);
    expect(reasons(own)).toEqual(['', 'Bà A']);
    expect(own.pending).toEqual([{ upload: ulid(9), unit: 'VPS', fileName: 'da-xoa.docx' }]);
    expect(kept).toEqual(manifest.earlier);
  });

  it('has no figures afterwards where it had none', () => {
    const { values: _, ...without } = of('Q1-2024', 1);
    const old = { ...manifest, versions: [without as Version] };
    expect(redactedManifest(old, 'Q1-2024', erased).versions[0]).not.toHaveProperty('values');
  });

  it('loses an earlier period’s wherever they were quoted, and nothing of its own', () => {
    const { earlier: lost, ...own } = redactedManifest(manifest, 'KH2024', erased);
    const { earlier: _, ...before } = manifest;
    expect(own).toEqual(before);
    for (const each of [lost.previous, lost.year[0]]) {
      expect(each?.versions[0]).toMatchObject(nameless);
      expect(each && reasons(each)).toEqual(['', 'Bà A']);
    }
    expect(lost.lastYear).toEqual(manifest.earlier.lastYear);
    expect(lost.year[1]).toEqual(manifest.earlier.year[1]);
    expect(redactedManifest(manifest, 'Q1-2023', erased).earlier.lastYear?.versions[0]).toMatchObject(
      nameless,
    );
  });

  it('is the same when it is done again later, or where it quotes nothing', () => {
    const once = redactedManifest(manifest, 'Q1-2024', erased);
    expect(redactedManifest(once, 'Q1-2024', '2028-01-01T00:00:00.000Z')).toEqual(once);
    const alone = { ...manifest, earlier: { previous: null, lastYear: null, year: [] } };
    expect(redactedManifest(alone, 'KH2024', erased)).toEqual(alone);
  });
});
