/** What holds for every period, whoever filed what in whatever order. The sums here are made another way than ours. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import type { Manifest } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import type { Value } from '../../../shared/vocabulary/figure.ts';
import { runs } from '../../properties/runs.ts';
import { decisionOf, narrativeOf, periodOf, regime, sampleManifest, ulid, versionOf } from './sample.ts';

const codes = ['A01', 'A02', 'A05', 'B08', 'B11', 'B12', 'B13', 'D01'];
const periods = ['Q1-2024', '6T-2024', '9T-2024', 'N-2024'];
const units = regime.units.map(({ code }) => code);

interface Event {
  readonly kind: 'file' | 'nil' | 'return' | 'exclude-version' | 'exclude-unit';
  readonly unit: number;
  readonly period: number;
  readonly state: Version['state'];
  readonly figures: readonly (number | null)[];
  readonly of: number;
}

const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom('file', 'file', 'file', 'file', 'nil', 'return', 'exclude-version', 'exclude-unit'),
  unit: fc.nat({ max: units.length - 1 }),
  period: fc.nat({ max: periods.length - 1 }),
  state: fc.constantFrom('accepted', 'accepted', 'accepted-with-warnings', 'rejected', 'unreadable'),
  // Cents as well: what is added up must show no dust.
  figures: fc.array(
    fc.option(
      fc.nat({ max: 99_999 }).map((n) => n / 100),
      { freq: 4 },
    ),
    { minLength: 2 * codes.length, maxLength: 2 * codes.length },
  ),
  of: fc.nat({ max: 5 }),
});

function valuesOf(figures: Event['figures']): Value[] {
  return codes.map((indicator, n) => ({
    indicator,
    ...(indicator === 'D01'
      ? { value: figures[n] === null ? null : `Chờ hướng dẫn ${n}`, cumulative: null }
      : { value: figures[n] ?? null, cumulative: figures[codes.length + n] ?? null }),
    source: { sheet: 'Số liệu', cell: `E${9 + n}` },
    cumulativeSource: { sheet: 'Số liệu', cell: `F${9 + n}` },
  }));
}

/** Filings by period, and what counts of them by playing the events in their order. */
function played(events: readonly Event[]) {
  const filings = periods.map(() => ({ versions: [] as Version[], decisions: [] as Decision[] }));
  events.forEach(({ kind, unit: place, period: at, state, figures, of }, n) => {
    const unit = units[place] ?? '';
    const period = periods[at] ?? '';
    const filing = filings[at] ?? { versions: [], decisions: [] };
    const own = filing.versions.filter((version) => version.unit === unit);
    const target = own[of % Math.max(1, own.length)];
    const decided = (decision: Decision) => filing.decisions.push({ ...decision, period });
    if (kind === 'file') {
      filing.versions.push(versionOf({ upload: ulid(n), unit, period, state, values: valuesOf(figures) }));
    }
    if (kind === 'nil') decided(decisionOf(n, { kind, unit }));
    if (kind === 'exclude-unit') decided(decisionOf(n, { kind, unit }));
    if ((kind === 'return' || kind === 'exclude-version') && target) {
      decided(decisionOf(n, { kind, unit, upload: target.upload }));
    }
  });
  return filings;
}

/** The report that counts: told backwards from the newest event. */
function counted(filing: { versions: Version[]; decisions: Decision[] }, unit: string): Version | null {
  if (filing.decisions.some((each) => each.kind === 'exclude-unit' && each.unit === unit)) return null;
  const lost = filing.decisions.flatMap((each) =>
    'upload' in each && each.unit === unit ? [each.upload] : [],
  );
  const stack = [
    ...filing.versions
      .filter(
        (each) => each.unit === unit && each.state.startsWith('accepted') && !lost.includes(each.upload),
      )
      .map((each) => [each.upload, each] as const),
    ...filing.decisions
      .filter((each) => each.kind === 'nil' && each.unit === unit)
      .map((each) => [each.decision, null] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  return stack.at(-1)?.[1] ?? null;
}

function manifestOf(filings: ReturnType<typeof played>, period: string, withYear: boolean): Manifest {
  const at = periods.indexOf(period);
  const earlier = (n: number) => {
    const id = periods[n] ?? '';
    return { period: id, title: periodOf(id).title, ...(filings[n] ?? { versions: [], decisions: [] }) };
  };
  return {
    ...sampleManifest(),
    ...{ period, pending: [], ...(filings[at] ?? { versions: [], decisions: [] }) },
    scheduledAt: '2024-12-18T09:00:00+07:00',
    earlier: {
      previous: at > 0 ? earlier(at - 1) : null,
      lastYear: null,
      year: withYear ? [0, 1, 2].map(earlier) : [],
    },
  };
}

function consolidated(manifest: Manifest, of: Regime = regime): Summary {
  const all = [...manifest.versions, ...manifest.earlier.year.flatMap(({ versions }) => versions)];
  return consolidate({
    regime: of,
    manifest,
    narratives: new Map(all.map(({ upload, unit }) => [upload, narrativeOf(unit)])),
    findings: new Map(),
  });
}

const cents = (value: number | string | null | undefined) =>
  typeof value === 'number' ? Math.round(value * 100) : null;
const plus = (numbers: readonly (number | null)[]) => {
  const known = numbers.flatMap((each) => each ?? []);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};
const figureOf = (version: Version | null | undefined, code: string, column: 'value' | 'cumulative') =>
  cents(version?.values?.find(({ indicator }) => indicator === code)?.[column]);
const totalIn = (summary: Summary, code: string) =>
  summary.totals.find(({ indicator }) => indicator === code);

const events = fc.array(event, { maxLength: 60 });

describe('whoever filed what, in whatever order', () => {
  it('a total is the sum over the reports that count', () => {
    fc.assert(
      fc.property(events, (list) => {
        const filings = played(list.map((each) => ({ ...each, period: 1 })));
        const filing = filings[1] ?? { versions: [], decisions: [] };
        const summary = consolidated(manifestOf(filings, '6T-2024', false));
        const reports = units.map((unit) => counted(filing, unit));
        for (const code of codes.filter((each) => each !== 'D01')) {
          for (const column of ['value', 'cumulative'] as const) {
            const sum = plus(reports.map((report) => figureOf(report, code, column)));
            expect([code, cents(totalIn(summary, code)?.[column])]).toEqual([code, sum]);
          }
        }
        // Of the units that gave both of its parts.
        const complete = reports.filter((report) =>
          ['B12', 'B13'].every((code) => figureOf(report, code, 'value') !== null),
        );
        const [part, whole] = ['B13', 'B12'].map((code) =>
          plus(complete.map((report) => figureOf(report, code, 'value'))),
        );
        const share = totalIn(summary, 'B14')?.value ?? null;
        if (part === null || whole === null || !part || !whole)
          expect(share === null || share === 0).toBe(true);
        else expect(share).toBeCloseTo((100 * (part ?? 0)) / (whole ?? 1), 6);
        expect(totalIn(summary, 'D01')?.value).toBeNull();
      }),
      { numRuns: runs(60) },
    );
  });

  it('a branch is added exactly where no parent that reports for it gave the figure', () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    fc.assert(
      fc.property(events, (list) => {
        // The parent and its branches alone, so that both have often filed.
        const family = units.flatMap((unit, at) => (/^(VPDK|CN-)/.test(unit) ? [at] : []));
        const filings = played(
          list.map((each) => ({ ...each, period: 0, unit: family[each.unit % family.length] ?? 0 })),
        );
        const filing = filings[0] ?? { versions: [], decisions: [] };
        const summary = consolidated(manifestOf(filings, 'Q1-2024', false), including);
        const parent = counted(filing, 'VPDK');
        for (const column of ['value', 'cumulative'] as const) {
          const contained = figureOf(parent, 'A01', column) !== null;
          const adding = units.filter((unit) => !contained || !unit.startsWith('CN-'));
          const sum = plus(adding.map((unit) => figureOf(counted(filing, unit), 'A01', column)));
          expect(cents(totalIn(summary, 'A01')?.[column])).toBe(sum);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('a year adds, opens and closes each unit’s periods by the indicator’s rule', () => {
    fc.assert(
      fc.property(events, (list) => {
        const filings = played(list);
        const summary = consolidated(manifestOf(filings, 'N-2024', true));
        const given = (reports: readonly (Version | null)[], code: string, column: 'value' | 'cumulative') =>
          reports.flatMap((report) => figureOf(report, code, column) ?? []);
        const closing = (reports: readonly (Version | null)[], code: string) =>
          reports.at(-1) === null ? null : given(reports, code, 'value').at(-1);
        const over: Record<string, (reports: readonly (Version | null)[]) => number | null | undefined> = {
          A01: (reports) => plus(given(reports, 'A01', 'value')),
          A05: (reports) => closing(reports, 'A05'),
          B08: (reports) =>
            given(reports.slice(0, 1), 'B08', 'value').at(0) ?? given(reports, 'B08', 'cumulative').at(-1),
          B11: (reports) => closing(reports, 'B11'),
        };
        for (const [code, rule] of Object.entries(over)) {
          const sum = plus(units.map((unit) => rule(filings.map((filing) => counted(filing, unit))) ?? null));
          expect([code, cents(totalIn(summary, code)?.value)]).toEqual([code, sum]);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('every order in which the rows come gives the same summary and the same bytes', async () => {
    const seeds = fc.sample(fc.tuple(events, fc.infiniteStream(fc.nat())), { numRuns: runs(3) });
    for (const [list, dice] of seeds) {
      const shuffled = <T>(rows: readonly T[]): T[] =>
        rows
          .map((row) => [dice.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
      const filings = played(list);
      const mixed = filings.map(({ versions, decisions }) => ({
        versions: shuffled(versions),
        decisions: shuffled(decisions),
      }));
      const manifest = manifestOf(filings, 'N-2024', true);
      const other = { ...manifestOf(mixed, 'N-2024', true), expected: shuffled(manifest.expected) };
      const [one, two] = [consolidated(manifest), consolidated(other)];
      expect(two).toEqual(one);
      expect(await writeReport(two)).toEqual(await writeReport(one));
      expect(await writeWorkbook(two)).toEqual(await writeWorkbook(one));
    }
  });
});
