import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/filing/manifest.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import { decisionOf, regime, sampleManifest, sampleSummary, ulid, versionOf, warning } from './sample.ts';

const value = (indicator: string, given: number | string | null, cumulative = given): Value => ({
  indicator,
  value: given,
  source: null,
  cumulative,
  cumulativeSource: null,
});
const manifestOf = (given: Partial<Manifest>): Manifest => ({
  ...sampleManifest(),
  versions: [],
  decisions: [],
  pending: [],
  ...given,
});
const summaryOf = (manifest: Manifest, of: Regime = regime) =>
  consolidate({ regime: of, manifest, narratives: new Map(), findings: new Map() });
const totalIn = (summary: ReturnType<typeof summaryOf>, code: string) => {
  const total = summary.totals.find(({ indicator }) => indicator === code);
  if (!total) throw new Error(`no total ${code}`);
  return total;
};

describe('totals', () => {
  it('equal the sums computed straight from the values of the versions that count', () => {
    const manifest = sampleManifest();
    const summary = sampleSummary(manifest);
    const counting = manifest.versions.filter(
      ({ upload, state }) => state !== 'rejected' && upload !== ulid(110),
    );
    expect(counting).toHaveLength(10);
    for (const { code } of regime.indicators.filter(({ acrossUnits }) => acrossUnits === 'sum')) {
      for (const column of ['value', 'cumulative'] as const) {
        let sum = 0;
        for (const { values = [] } of counting) {
          for (const each of values) if (each.indicator === code) sum += Number(each[column] ?? 0);
        }
        expect([code, totalIn(summary, code)[column]]).toEqual([code, sum]);
      }
    }
  });

  it('count a unit once, however often it sent its report', () => {
    const versions = [1, 2, 3].map((n) =>
      versionOf({ upload: ulid(n), unit: 'VPS', values: [value('A01', 10 + n)] }),
    );
    const total = totalIn(summaryOf(manifestOf({ versions })), 'A01');
    expect(total).toMatchObject({ value: 13, cumulative: 13 });
    expect(total.contributions.map(({ unit, upload }) => [unit, upload])).toEqual([['VPS', ulid(3)]]);
  });

  it('recompute a percentage from the totals of its parts', () => {
    const versions = [
      versionOf({
        upload: ulid(1),
        unit: 'VPS',
        values: [value('B12', 100), value('B13', 50), value('B14', 50)],
      }),
      versionOf({
        upload: ulid(2),
        unit: 'TTRA',
        values: [value('B12', 300), value('B13', 300), value('B14', 100)],
      }),
    ];
    expect(totalIn(summaryOf(manifestOf({ versions })), 'B14')).toMatchObject({
      value: 87.5,
      cumulative: 87.5,
    });
  });

  it('leave a percentage of nothing unknown', () => {
    const versions = [
      versionOf({ upload: ulid(1), unit: 'VPS', values: [value('B12', 0), value('B13', 0)] }),
    ];
    expect(totalIn(summaryOf(manifestOf({ versions })), 'B14').value).toBeNull();
  });

  it('keep a blank apart from 0', () => {
    const versions = [
      versionOf({ upload: ulid(1), unit: 'VPS', values: [value('A01', 0), value('A02', null)] }),
      versionOf({ upload: ulid(2), unit: 'TTRA', values: [value('A01', null)] }),
    ];
    const summary = summaryOf(manifestOf({ versions }));
    expect(totalIn(summary, 'A01')).toMatchObject({ value: 0, blank: ['TTRA'] });
    expect(totalIn(summary, 'A02')).toMatchObject({ value: null, blank: ['VPS', 'TTRA'] });
  });

  it('never add dates and texts', () => {
    const summary = sampleSummary();
    for (const code of ['B01', 'D01', 'E03']) {
      expect(totalIn(summary, code)).toMatchObject({ value: null, cumulative: null });
    }
    expect(totalIn(summary, 'B01').contributions[0]?.value).toBe('2024-02-05');
  });

  it('do not add a branch to a parent that reports for its branches', () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const versions = [
      versionOf({ upload: ulid(1), unit: 'VPDK', values: [value('A01', 10)] }),
      versionOf({ upload: ulid(2), unit: 'CN-CLO', values: [value('A01', 4), value('A02', 3)] }),
    ];
    const manifest = manifestOf({ versions });
    expect(totalIn(summaryOf(manifest, including), 'A01')).toMatchObject({
      value: 10,
      contributions: [
        { unit: 'VPDK', added: { value: true, cumulative: true } },
        { unit: 'CN-CLO', added: { value: false, cumulative: false }, value: 4 },
      ],
    });
    expect(totalIn(summaryOf(manifest), 'A01').value).toBe(14);
  });

  it('look at each column by itself: what the parent left blank its branches still give', () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const versions = [
      versionOf({ upload: ulid(1), unit: 'VPDK', values: [{ ...value('A01', 5), cumulative: null }] }),
      versionOf({ upload: ulid(2), unit: 'CN-CLO', values: [{ ...value('A01', 2), cumulative: 7 }] }),
    ];
    expect(totalIn(summaryOf(manifestOf({ versions }), including), 'A01')).toMatchObject({
      value: 5,
      cumulative: 7,
    });
  });

  it('add a branch whose parent left the figure blank or did not file', () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const parent = versionOf({ upload: ulid(1), unit: 'VPDK', values: [value('A01', 10)] });
    const branch = versionOf({
      upload: ulid(2),
      unit: 'CN-CLO',
      values: [value('A01', 4), value('A02', 3)],
    });
    const both = summaryOf(manifestOf({ versions: [parent, branch] }), including);
    expect(totalIn(both, 'A02').value).toBe(3);
    const alone = summaryOf(manifestOf({ versions: [branch] }), including);
    expect(totalIn(alone, 'A01').value).toBe(4);
  });
});

describe('the rate', () => {
  it('is (accepted + nil) ÷ (expected − excluded)', () => {
    const { rate } = sampleSummary();
    expect(rate).toMatchObject({
      expected: 14,
      excluded: 0,
      filed: 11,
      late: 1,
      nil: 1,
      rejected: 1,
      returned: 1,
      pending: 1,
      missing: 0,
    });
    expect(rate.ratio).toBeCloseTo(11 / 14);
  });

  it('leaves an excluded unit out below the line and an extended one in', () => {
    const manifest = manifestOf({
      expected: ['VPS', 'TTRA', 'KHTC'],
      versions: [versionOf({ upload: ulid(1), unit: 'VPS' })],
      decisions: [
        decisionOf(5, { kind: 'exclude-unit', unit: 'TTRA' }),
        decisionOf(6, { kind: 'extension', unit: 'KHTC', until: '2024-03-29' }),
      ],
    });
    const { rate } = summaryOf(manifest);
    expect(rate).toMatchObject({ expected: 3, excluded: 1, filed: 1, extended: 1, late: 0, ratio: 0.5 });
  });

  it('is "—" where nobody is expected', () => {
    expect(summaryOf(manifestOf({ expected: [] })).rate.ratio).toBeNull();
  });

  it('puts each expected unit under exactly one heading', () => {
    const kinds = fc.constantFrom('file', 'reject', 'unread', 'nil', 'return', 'extend', 'exclude', 'wait');
    fc.assert(
      fc.property(
        fc.array(fc.record({ unit: fc.nat({ max: 13 }), kind: kinds }), { maxLength: 30 }),
        (events) => {
          const manifest = manifestOf({});
          events.forEach(({ unit: index, kind }, n) => {
            const unit = regime.units[index]?.code ?? '';
            const upload = ulid(n);
            if (kind === 'file') manifest.versions.push(versionOf({ upload, unit }));
            if (kind === 'reject') manifest.versions.push(versionOf({ upload, unit, state: 'rejected' }));
            if (kind === 'unread') manifest.versions.push(versionOf({ upload, unit, state: 'unreadable' }));
            if (kind === 'nil') manifest.decisions.push(decisionOf(n, { kind: 'nil', unit }));
            if (kind === 'extend') {
              manifest.decisions.push(decisionOf(n, { kind: 'extension', unit, until: '2024-03-30' }));
            }
            if (kind === 'exclude') manifest.decisions.push(decisionOf(n, { kind: 'exclude-unit', unit }));
            if (kind === 'wait') manifest.pending.push({ upload, unit, fileName: 'a.xlsx' });
            const last = manifest.versions.findLast((version) => version.unit === unit);
            if (kind === 'return' && last) {
              manifest.decisions.push(decisionOf(n, { kind: 'return', unit, upload: last.upload }));
            }
          });
          const { rate } = summaryOf(manifest);
          const { excluded, filed, missing, rejected, unreadable, returned, extended, pending } = rate;
          expect(excluded + filed + missing + rejected + unreadable + returned + extended + pending).toBe(14);
          expect(rate.ratio ?? 0).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the summary', () => {
  it('is the same for every order of the manifest’s rows', () => {
    const manifest = sampleManifest();
    const turned = {
      ...manifest,
      expected: manifest.expected.toReversed(),
      versions: manifest.versions.toReversed(),
      decisions: manifest.decisions.toReversed(),
    };
    expect(sampleSummary(turned)).toEqual(sampleSummary(manifest));
  });

  it('names the units in the regime’s order, with what counts, what does not and why', () => {
    const { units } = sampleSummary();
    expect(units.map(({ unit }) => unit.code)).toEqual(regime.units.map(({ code }) => code));
    const line = (code: string) => units.find(({ unit }) => unit.code === code);
    expect(line('TTRA')).toMatchObject({
      status: 'nil',
      counting: null,
      reason: 'Trong kỳ không phát sinh nhiệm vụ',
    });
    expect(line('CN-HLU')).toMatchObject({
      status: 'overdue',
      attempt: { state: 'rejected', firstFinding: { code: 'OTHER_PERIOD' } },
    });
    expect(line('CN-LBI')).toMatchObject({ status: 'overdue', pending: true });
    expect(line('CN-CLO')).toMatchObject({ status: 'returned', counting: null });
  });

  it('keeps the narrative in outline order, only of what counts, with its source', () => {
    const { narrative } = sampleSummary();
    expect(narrative.map(({ section }) => section)).toEqual(regime.sections.map(({ id }) => id));
    const first = narrative[0]?.entries ?? [];
    expect(first).toHaveLength(10);
    expect(first.map(({ unit }) => unit.code)).not.toContain('CN-CLO');
    expect(first[0]?.paragraphs[0]?.source).toEqual({ sheet: 'Lời văn', cell: 'A2' });
  });

  it('shows the findings that are still open, the most severe first', () => {
    const versions = [versionOf({ upload: ulid(1), unit: 'VPS', firstFindings: [warning] })];
    const note = { ...warning, severity: 'note' as const };
    const manifest = manifestOf({ versions });
    const given = { regime, manifest, narratives: new Map() };
    const open = consolidate({ ...given, findings: new Map([[ulid(1), [note, warning]]]) });
    expect(open.units[0]?.findings.map(({ severity }) => severity)).toEqual(['warning', 'note']);
    expect(summaryOf(manifest).units[0]?.findings).toEqual([warning]);
  });

  it('still names a unit that the regime has dropped since the period opened', () => {
    const { units } = summaryOf(manifestOf({ expected: ['CU-CU', 'VPS'] }));
    expect(units.map(({ unit }) => unit)).toEqual([
      { code: 'VPS', name: 'Văn phòng Sở' },
      { code: 'CU-CU', name: 'CU-CU' },
    ]);
  });
});
