import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import type { Earlier, Manifest } from '../../../shared/filing/manifest.ts';
import type { Version } from '../../../shared/filing/version.ts';
import { movedBlocks } from '../../../shared/mail/summary/moved.ts';
import { doubtsOf } from '../../../shared/office/report/doubts.ts';
import type { Period, Regime } from '../../../shared/regime/regime.ts';
import { openBalances } from '../../../shared/summary/balances.ts';
import { changesBetween } from '../../../shared/summary/changes.ts';
import { consolidate } from '../../../shared/summary/consolidate.ts';
import { mainFigures } from '../../../shared/summary/main-figures.ts';
import { movementsOf, telling } from '../../../shared/summary/movements.ts';
import { writeBrief } from '../../../shared/summary/report/write-brief.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { statedOtherwise, untoldSoFar } from '../../../shared/summary/stated.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { paragraphsOf, sheetsOf } from '../documents/reopened.ts';
import { decisionOf, narrativeOf, periodOf, regime, sampleManifest, ulid, versionOf } from './sample.ts';

type Pair = readonly [number | string | null, number | string | null];

let serial = 0;
function filed(unit: string, period: string, figures: Record<string, Pair>): Version {
  serial += 1;
  return versionOf({
    ...{ upload: ulid(serial), unit, period },
    values: Object.entries(figures).map(([indicator, [value, cumulative]], n) => ({
      ...{ indicator, value, cumulative },
      source: { sheet: 'Số liệu', cell: `E${n + 9}` },
      cumulativeSource: { sheet: 'Số liệu', cell: `F${n + 9}` },
    })),
  });
}

function earlier(period: string, versions: Version[], decisions: Decision[] = []): Earlier {
  const title = regime.periods.some(({ id }) => id === period)
    ? periodOf(period).title
    : { vi: 'Báo cáo năm 2023', en: 'Report of 2023' };
  return { period, title, versions, decisions };
}

function summaryOf(
  period: string,
  versions: Version[],
  before: Partial<Manifest['earlier']>,
  of: Regime = regime,
) {
  const manifest: Manifest = {
    ...sampleManifest(),
    ...{ period, versions, decisions: [], pending: [], scheduledAt: '2024-12-18T09:00:00+07:00' },
    earlier: { previous: null, lastYear: null, year: [], ...before },
  };
  const summary = consolidate({ regime: of, manifest, narratives: new Map(), findings: new Map() });
  const total = (code: string) => summary.totals.find(({ indicator }) => indicator === code);
  return { summary, total };
}

/** What of its figures lies before whoever issues the report. */
function issueDoubts(summary: Summary): readonly string[] {
  const issue = { regime: { ...regime, hash: '' }, period: summary.period, at: summary.scheduledAt };
  const nothingElse = { hindrances: [], stale: null, outdated: false, likeTotals: [] };
  const doubts = doubtsOf(
    { ...nothingElse, summary, manifest: sampleManifest(), issue },
    summary.scheduledAt,
  );
  return doubts.map(({ vi }) => vi);
}

describe('totals beside those of an earlier period', () => {
  const now = [filed('VPS', '6T-2024', { A01: [12, 20], B12: [200, 300], B13: [190, 288] })];
  const then = [filed('VPS', 'Q1-2024', { A01: [8, 8], B12: [100, 100], B13: [98, 98] })];

  it('tell the difference and the percentage', () => {
    const { total, summary } = summaryOf('6T-2024', now, { previous: earlier('Q1-2024', then) });
    expect(total('A01')?.previous).toEqual({
      value: { before: 8, delta: 4, percent: 50 },
      cumulative: { before: 8, delta: 12, percent: 150 },
    });
    expect(total('A01')?.lastYear).toBeNull();
    expect(summary.earlier.previous).toMatchObject({ period: 'Q1-2024', reported: 1 });
  });

  it('make a share of the units that gave all of its parts, in the workbook too', async () => {
    const half = filed('KHTC', '6T-2024', { B12: [1000, 1000], B13: [null, null] });
    const { total, summary } = summaryOf('6T-2024', [...now, half], {});
    expect(total('B14')).toMatchObject({ value: 95, cumulative: 96, blank: ['KHTC'] });
    expect(total('B12')?.value).toBe(1200);
    const cells = Object.values(sheetsOf(await writeWorkbook(summary))['Tổng hợp'] ?? {});
    expect(cells.map(({ value }) => value)).toContain('95');
  });

  it.each([
    ['as many units, but not the same', [filed('KHTC', 'Q1-2024', { A01: [8, 8] })], true],
    ['a unit that left it blank then', [filed('VPS', 'Q1-2024', { B12: [100, 100] })], true],
    ['one unit more', [...then, filed('KHTC', 'Q1-2024', { A01: [8, 8] })], true],
    ['the very same units', then, undefined],
  ])('tell whether other units gave the earlier figure: %s', async (_, before, others) => {
    const { total, summary } = summaryOf('6T-2024', now, { previous: earlier('Q1-2024', before) });
    expect(total('A01')?.previous?.otherUnits).toBe(others);
    const told = paragraphsOf(await writeReport(summary)).find((text) =>
      /ban hành 20 văn bản[^.]*riêng quý II: 12/.test(text),
    );
    expect(/so với quý trước/.test(told ?? '')).toBe(others === undefined);
  });

  it('compare what the units gave that gave both, and say of how many, in the workbook nothing', async () => {
    const of = (period: string, figures: Readonly<Record<string, number>>) =>
      Object.entries(figures).map(([unit, A01]) => filed(unit, period, { A01: [A01, A01] }));
    const { total, summary } = summaryOf('6T-2024', of('6T-2024', { VPS: 30, KHTC: 40, QLDD: 500 }), {
      previous: earlier('Q1-2024', of('Q1-2024', { VPS: 25, KHTC: 30 })),
    });
    expect(total('A01')?.previous?.ofBoth).toEqual({ units: 2, now: 70, before: 55 });
    const told = paragraphsOf(await writeReport(summary)).join('\n');
    expect(told).toContain('So sánh với quý trước tính trên 02 phòng, đơn vị có số liệu cả hai kỳ.');
    expect(told).toMatch(/ban hành 570 văn bản[^.]*, tăng 27,3% so với quý trước/);
    expect(told).toContain('\n+27,3%\n');
    expect(told).not.toMatch(/gấp [\d,]+ lần|936/);
    const cells = Object.values(sheetsOf(await writeWorkbook(summary))['Tổng hợp'] ?? {});
    expect(cells.map(({ value }) => value)).not.toContain('515');
  });

  describe('with a cumulative figure', () => {
    const of = (period: string, figures: Readonly<Record<string, Pair>>) =>
      Object.entries(figures).map(([unit, A01]) => filed(unit, period, { A01 }));
    const then = of('Q1-2024', { VPS: [25, 25], KHTC: [30, 30], QLDD: [0, 0], TNKS: [100, 100] });
    const halfYear = (now: Readonly<Record<string, Pair>>) =>
      summaryOf('6T-2024', of('6T-2024', now), { previous: earlier('Q1-2024', then) });
    const all = { VPS: [10, 35], KHTC: [5, 35], TNKS: [1, 101] } as const;

    it.each([
      ['of all who had one but 0', all, undefined],
      ['of a new unit too', { ...all, CCBVMT: [4, 9] } as const, undefined],
      ['that is not what came since', { ...all, KHTC: [5, 36] } as const, true],
      ['without a unit that had one, below what was sent', { VPS: [10, 35], KHTC: [5, 35] } as const, true],
      ['without a unit that had one', { VPS: [200, 225], KHTC: [5, 35] } as const, undefined],
      ['that a unit left blank', { ...all, TNKS: [null, null] } as const, true],
    ])('put it at odds unit by unit: %s', (_, now, odds) => {
      expect(halfYear(now).total('A01')?.previous?.atOdds).toBe(odds);
    });

    /** The same periods under the titles of quarters, whose own figures lead. */
    const ofQuarters: Regime = {
      ...regime,
      periods: regime.periods.map((period) =>
        period.id === '6T-2024'
          ? { ...period, title: { vi: 'Báo cáo quý II năm 2024', en: 'Report of the second quarter' } }
          : period,
      ),
    };
    const told = async (now: Readonly<Record<string, Pair>>, as: Regime = regime) => {
      const { summary } = summaryOf(
        '6T-2024',
        of('6T-2024', now),
        { previous: earlier('Q1-2024', then) },
        as,
      );
      return paragraphsOf(await writeReport(summary)).join('\n');
    };

    /** Models add up over the year, and are told in a sentence with what is uncertain. */
    const grownModels: Regime = {
      ...regime,
      indicators: regime.indicators.map((each) =>
        ['A05', 'A06', 'A07'].includes(each.code) ? { ...each, acrossPeriods: 'sum' } : each,
      ),
      sections: regime.sections.map((section) =>
        section.id === 'II.1'
          ? { ...section, sentences: ['Toàn Sở ban hành {A01} văn bản và đăng ký {A05} mô hình'] }
          : section,
      ),
    };

    it('lead with the figure of the title, that of its last quarter behind it', async () => {
      const report = await told(all);
      // With what the part is compared is said once, not behind each figure.
      expect(report).toMatch(/ban hành 171 văn bản[^.]* \(riêng quý II: 16, giảm [\d,]+%?\)\./);
      expect(report).toContain('Mức tăng, giảm ghi cùng số riêng quý II là so với quý trước.');
      expect(await told(all, ofQuarters)).toMatch(/ban hành 16 văn bản[^.]*quý trước \(lũy kế 171\)\./);
      const brief = paragraphsOf(await writeBrief(halfYear(all).summary));
      const at = brief.indexOf('6 tháng');
      expect(brief.slice(at + 4, at + 6)).toEqual(['171', expect.stringMatching(/^riêng quý II: 16, giảm /)]);
    });

    it('tell none that would stand below the one that went upward before', async () => {
      const lost = { VPS: [10, 35], KHTC: [5, 35] } as const;
      const alone = await told(lost);
      expect(alone).toContain('Riêng quý II, 02 đơn vị có số liệu đã ban hành 15 văn bản');
      expect(alone).not.toMatch(/\b70\b/);
      // In Phụ lục I the half-year's figure is unknown, and the quarter's stands under its own name.
      expect(alone).toMatch(/\n6 tháng\nQuý II\n(?:.*\n){3}[^\n]*văn bản[^\n]*\nvăn bản\n—\n15\n/);
      expect(await told(lost, ofQuarters)).not.toContain('lũy kế');
    });

    it.each([
      [
        'agree',
        3,
        /Đơn thư năm trước chuyển sang 03 đơn; tiếp nhận trong 6 tháng 20 đơn .*còn tồn cuối kỳ 05 đơn/,
      ],
      ['do not agree', 2, /Riêng quý II, đơn thư kỳ trước chuyển sang 04 đơn; tiếp nhận trong kỳ 10 đơn/],
    ])('tell what came and went of the half-year only where its figures %s', async (_, opened, words) => {
      const { summary } = summaryOf(
        '6T-2024',
        [filed('VPS', '6T-2024', { B08: [4, opened], B09: [10, 20], B10: [9, 18], B11: [5, 5] })],
        {
          previous: earlier('Q1-2024', [
            filed('VPS', 'Q1-2024', { B08: [3, 3], B09: [10, 10], B10: [9, 9], B11: [4, 4] }),
          ]),
        },
      );
      const told = paragraphsOf(await writeReport(summary));
      expect(told.join('\n')).toMatch(words);
      // Nor do they lead in Phụ lục I, and the leadership is told.
      const untold = opened === 3 ? [] : ['B08', 'B09', 'B10'];
      expect(untoldSoFar(summary)).toEqual(untold);
      const row = told.findIndex((text) => /^Số đơn tiếp nhận trong kỳ/.test(text));
      // What the half-year opened with is not what its quarter did.
      expect(told).toContain('Số đơn năm trước (quý II: quý trước) chuyển sang');
      expect(told.slice(row + 2, row + 4)).toEqual([opened === 3 ? '20' : '—', '10']);
    });

    it('hold figures together by a check only where the same units gave them', () => {
      const { summary } = summaryOf(
        '6T-2024',
        [
          filed('VPS', '6T-2024', { A05: [2, 9], A06: [1, 5], A07: [1, 4] }),
          filed('KHTC', '6T-2024', { A05: [1, 3] }),
        ],
        {},
        grownModels,
      );
      expect(untoldSoFar(summary)).toEqual([]);
    });

    it('tell no part of the half-year beside a whole of its last quarter', async () => {
      const { summary } = summaryOf(
        '6T-2024',
        [filed('VPS', '6T-2024', { A01: [10, 36], A05: [2, 9], A06: [1, 5], A07: [1, 4] })],
        {
          previous: earlier('Q1-2024', [
            filed('VPS', 'Q1-2024', { A01: [25, 25], A05: [7, 7], A06: [4, 4], A07: [3, 3] }),
          ]),
        },
        grownModels,
      );
      const told = paragraphsOf(await writeReport(summary)).join('\n');
      expect(told).toMatch(/Riêng quý II, [^.]*10 văn bản và đăng ký 02 mô hình/);
      expect(told).toMatch(/riêng quý II: trong đó tập thể 01, cá nhân 01/);
    });

    it('put a half-year’s figure in doubt whose quarter everybody left blank', () => {
      const { summary } = summaryOf('6T-2024', [filed('VPS', '6T-2024', { A09: [null, 12] })], {});
      expect(untoldSoFar(summary)).toEqual(['A09']);
    });

    it('put to the leadership of which figures the half-year’s is not certain', async () => {
      const brief = async (now: Readonly<Record<string, Pair>>) =>
        paragraphsOf(await writeBrief(halfYear(now).summary)).join('\n');
      expect(await brief({ ...all, KHTC: [5, 36] })).toContain(
        'báo cáo chỉ nêu số của riêng kỳ này nếu có: số văn bản lãnh đạo, chỉ đạo',
      );
      expect(await brief(all)).not.toContain('riêng kỳ này');
      const { summary } = halfYear({ ...all, KHTC: [5, 36] });
      const said =
        'A01: lũy kế các đơn vị khai chưa đủ hoặc chưa khớp, báo cáo chỉ nêu số của riêng kỳ này nếu có';
      expect(issueDoubts(summary)).toContain(said);
      const notices = Object.values(sheetsOf(await writeWorkbook(summary))['Lưu ý'] ?? {});
      expect(notices.map(({ value }) => value)).toContain(`${said}.`);
      // What was said when it was issued is no news.
      expect(changesBetween(halfYear(all).summary, summary).doubts.untold).toEqual(['A01']);
      expect(changesBetween(summary, halfYear({ ...all, KHTC: [6, 37] }).summary).doubts.untold).toEqual([]);
    });

    it('compare the half-year with last year’s, and its quarter with the one before', async () => {
      const { summary } = summaryOf('6T-2024', of('6T-2024', all), {
        previous: earlier('Q1-2024', then),
        lastYear: earlier('6T-2023', of('6T-2023', { VPS: [9, 50], KHTC: [9, 50], TNKS: [9, 50] })),
      });
      expect(paragraphsOf(await writeReport(summary)).join('\n')).toMatch(
        /ban hành 171 văn bản[^.]*, tăng 14,0% so với cùng kỳ năm trước \(riêng quý II: 16, giảm /,
      );
      const cells = sheetsOf(await writeWorkbook(summary))['Tổng hợp'] ?? {};
      const row = Object.keys(cells)
        .find((at) => cells[at]?.value === 'A01')
        ?.slice(1);
      // Against 150 of last year stand the 171 in the column of cumulative figures.
      expect([cells[`M${row}`]?.value, cells[`N${row}`]?.formula]).toEqual(['150', `F${row}-M${row}`]);
    });

    it('compare no half-year that they do not tell', async () => {
      const { summary } = summaryOf('6T-2024', of('6T-2024', { ...all, KHTC: [5, 36] }), {
        previous: earlier('Q1-2024', then),
        lastYear: earlier('6T-2023', of('6T-2023', { VPS: [9, 50], KHTC: [9, 50] })),
      });
      for (const paper of [await writeReport(summary), await writeBrief(summary)]) {
        expect(paragraphsOf(paper).join('\n')).not.toMatch(/so (?:với|sánh với) cùng kỳ|\+14/i);
      }
    });

    it('are a year’s where the title says so, with the next one ahead', async () => {
      const once: Regime = {
        ...regime,
        periods: regime.periods.map(({ sumOf: _, ...period }) => period),
      };
      const before = {
        previous: earlier('9T-2024', [filed('VPS', '9T-2024', { A01: [9, 29] })]),
        lastYear: earlier('N-2023', [filed('VPS', 'N-2023', { A01: [5, 50] })]),
      };
      const { summary } = summaryOf('N-2024', [filed('VPS', 'N-2024', { A01: [1, 30] })], before, once);
      const report = paragraphsOf(await writeReport(summary)).join('\n');
      expect(report).toMatch(/ban hành 30 văn bản[^.]*so với năm trước/);
      expect(report).toMatch(/PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025/i);
      expect(report).not.toMatch(/so với cùng kỳ|kỳ tới/i);
    });

    it('are the whole authority’s only where nobody is silent who may have reported earlier', async () => {
      const { summary } = halfYear(all);
      const filedAll = { ...summary, rate: { ...summary.rate, filed: summary.rate.expected } };
      const whole = (of: typeof summary) => writeReport(of).then((bytes) => paragraphsOf(bytes).join('\n'));
      expect(await whole(filedAll)).toContain('03 đơn vị có số liệu đã ban hành 171 văn bản');
      const units = summary.units.filter(({ unit }) => ['VPS', 'KHTC', 'TNKS'].includes(unit.code));
      expect(await whole({ ...filedAll, units })).toContain('Toàn Sở ban hành 171 văn bản');
    });

    it('say of how many they are, and nothing twice of those who reported nothing', async () => {
      const lost = { VPS: [200, 225], KHTC: [5, 35] } as const;
      const some = await told(lost);
      expect(some).toContain('02 đơn vị có số liệu đã ban hành 260 văn bản');
      expect(some).toContain(
        'Số liệu 6 tháng tính từ ngày 15/12/2023 đến hết ngày 14/6/2024; số riêng quý II tính từ ngày 15/3/2024.',
      );
      expect(await told(lost, ofQuarters)).toContain('số lũy kế tính từ ngày 15/12/2023 ghi trong ngoặc.');
      // Silent the second time running, one is missing still.
      const ninth = summaryOf('9T-2024', of('9T-2024', { VPS: [4, 39], TNKS: [2, 103] }), {
        previous: earlier('6T-2024', of('6T-2024', { VPS: [10, 35], TNKS: [1, 101] })),
      });
      const later = paragraphsOf(await writeReport(ninth.summary)).join('\n');
      expect(later).toContain('ban hành 142 văn bản');
    });
  });

  describe('over fewer units', () => {
    const of = (period: string, figures: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
      Object.entries(figures).map(([unit, codes]) =>
        filed(unit, period, Object.fromEntries(Object.entries(codes).map(([code, n]) => [code, [n, n]]))),
      );
    const report = async (now: Version[], before: Version[]) => {
      const { summary } = summaryOf('6T-2024', now, { previous: earlier('Q1-2024', before) });
      return { summary, told: paragraphsOf(await writeReport(summary)).join('\n') };
    };

    it('say of how many units most are once, and of another number where a figure has one', async () => {
      const codes = { A01: 12, A04: 12, A09: 10 };
      const now = { VPS: codes, KHTC: codes, QLDD: codes, TNKS: { A01: 12, A04: 12 } };
      const before = { A01: 10, A04: 10, A09: 10 };
      const some = { A01: 10, A04: 10 };
      const { told } = await report(
        of('6T-2024', now),
        of('Q1-2024', { VPS: before, KHTC: before, TNKS: some, DDBD: some }),
      );
      expect(told.match(/tính trên 03 /g)).toHaveLength(2);
      expect(told).toContain('So sánh với quý trước tính trên 03 phòng, đơn vị có số liệu cả hai kỳ.');
      expect(told.match(/tính trên 02 đơn vị có số liệu cả hai kỳ, bằng quý trước/g)).toHaveLength(1);
      expect(told).toContain('= (2 ĐV)');
      expect(told).toContain('ĐV: số đơn vị có số liệu cả hai kỳ');
    });

    it('say it beside the figure alone where most are of the same units', async () => {
      const codes = { A01: 12, A04: 12, A09: 12 };
      const now = { VPS: codes, KHTC: codes, QLDD: codes };
      const before = { A01: 10, A04: 10, A09: 10 };
      const { told, summary } = await report(
        of('6T-2024', now),
        of('Q1-2024', { VPS: before, KHTC: before, QLDD: { A01: 10, A04: 10 } }),
      );
      expect(told).not.toContain('So sánh với quý trước tính trên');
      expect(told.match(/tính trên 02 đơn vị có số liệu cả hai kỳ, tăng 20,0%/g)).toHaveLength(1);
      expect(told).toContain('+20,0% (2 ĐV)');
      const brief = paragraphsOf(await writeBrief(summary)).join('\n');
      expect(brief).toContain('tính trên 02 đơn vị có số liệu cả hai kỳ, tăng 20,0% so với quý trước');
      expect(brief).not.toContain('So sánh với quý trước tính trên');
    });

    it('say "bằng quý trước" of a figure that is of those units alone without naming them again', async () => {
      const { told } = await report(
        of('6T-2024', { VPS: { A01: 4 }, KHTC: { A01: 4 } }),
        of('Q1-2024', { VPS: { A01: 4 }, KHTC: { A01: 4 }, TNKS: { A01: 1 } }),
      );
      expect(told).toContain('So sánh với quý trước tính trên 02 phòng, đơn vị');
      expect(told).toMatch(/ban hành 08 văn bản[^.]*, bằng quý trước/);
      expect(told).toContain('\n=\n');
    });

    it.each([
      ['is equal for those alone that gave both', 4, 1, /tính trên 02 đơn vị có số liệu cả hai kỳ, bằng quý/],
      ['was nothing for those alone that gave both', 0, 1, /tính trên 02 đơn vị [^,]*, quý trước không phát/],
    ])('say it beside a figure that %s', async (_, before, others, words) => {
      const { told } = await report(
        of('6T-2024', { VPS: { A01: 4 }, KHTC: { A01: 4 }, QLDD: { A01: 1 } }),
        of('Q1-2024', { VPS: { A01: before }, KHTC: { A01: before }, TNKS: { A01: others } }),
      );
      expect(told).toContain('So sánh với quý trước tính trên 02 phòng, đơn vị');
      expect(told).toMatch(words);
    });
  });

  it('compare a share over the units that gave all of its parts both times', async () => {
    const of = (period: string, figures: Readonly<Record<string, readonly [number, number]>>) =>
      Object.entries(figures).map(([unit, [B12, B13]]) =>
        filed(unit, period, { B12: [B12, B12], B13: [B13, B13] }),
      );
    const { total, summary } = summaryOf(
      '6T-2024',
      of('6T-2024', { VPS: [100, 90], KHTC: [100, 98], QLDD: [800, 80] }),
      { previous: earlier('Q1-2024', of('Q1-2024', { VPS: [50, 40], KHTC: [150, 142] })) },
    );
    expect(total('B14')?.value).toBe(26.8);
    expect(total('B14')?.previous).toMatchObject({
      otherUnits: true,
      ofBoth: { units: 2, now: 94, before: 91 },
    });
    const some = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const branches = { VPS: [1, 1], 'CN-TPLS': [4, 3], 'CN-CLO': [4, 2] } as const;
    const contained = summaryOf(
      '6T-2024',
      of('6T-2024', { VPDK: [9, 8], ...branches }),
      { previous: earlier('Q1-2024', of('Q1-2024', branches)) },
      some,
    );
    expect(contained.total('B14')?.previous).toMatchObject({ otherUnits: true, ofBoth: null });
    const told = paragraphsOf(await writeReport(summary)).join('\n');
    expect(told).toContain('đạt 26,80%, tăng 3 điểm phần trăm so với quý trước');
    expect(told).toContain('\n+3 điểm\n');
  });

  it('compare nothing where those that gave both are not most of them', () => {
    const of = (period: string, units: readonly string[]) =>
      units.map((unit) => filed(unit, period, { A01: [10, 10] }));
    const { total } = summaryOf('6T-2024', of('6T-2024', ['VPS', 'KHTC']), {
      previous: earlier('Q1-2024', of('Q1-2024', ['VPS', 'QLDD'])),
    });
    expect(total('A01')?.previous).toMatchObject({ otherUnits: true, ofBoth: null });
  });

  it('compare nothing where a parent’s figure contains its branches’ on one side alone', () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const of = (period: string, units: readonly string[]) =>
      units.map((unit) => filed(unit, period, { A01: [10, 10] }));
    const some = ['VPS', 'CN-TPLS', 'CN-CLO'];
    const previous = earlier('Q1-2024', of('Q1-2024', some));
    const { total } = summaryOf('6T-2024', of('6T-2024', ['VPDK', ...some]), { previous }, including);
    expect(total('A01')).toMatchObject({ value: 20, previous: { otherUnits: true, ofBoth: null } });
  });

  it('show a fall beside the rises, and what the regime names before what moved as little', async () => {
    const flows = { A02: [40, 40], A03: [90, 90], A04: [60, 60], A09: [50, 50], B02: [70, 70] } as const;
    const grown = Object.fromEntries(
      Object.entries(flows).map(([code, [value]]) => [code, [value * 3, value * 4]]),
    ) as Record<string, Pair>;
    const shares = (inTime: number, soFar: number) =>
      ({ B12: [200, 400], B13: [inTime, soFar], B14: [inTime / 2, soFar / 4] }) as const;
    const before = earlier('Q1-2024', [
      filed('VPS', 'Q1-2024', { ...flows, B12: [200, 200], B13: [198, 198], B14: [99, 99], B11: [8, 8] }),
    ]);
    const { summary } = summaryOf(
      '6T-2024',
      [filed('VPS', '6T-2024', { ...grown, ...shares(190, 388), B11: [9, 9] })],
      { previous: before },
    );
    const codes = telling(summary, 5).map(({ indicator }) => indicator.code);
    expect(codes.slice(2)).toEqual(['B14', 'B11', expect.any(String)]);
    expect(
      movementsOf(summary)
        .slice(0, 5)
        .map(({ indicator }) => indicator.code),
    ).not.toContain('B14');
    expect(paragraphsOf(await writeReport(summary)).join('\n')).toContain(
      'đạt 97,00% (riêng quý II: 95,00%, giảm 4 điểm phần trăm so với quý trước).',
    );
  });

  it('tell percentages by points alone', () => {
    const { total } = summaryOf('6T-2024', now, { previous: earlier('Q1-2024', then) });
    expect(total('B14')?.previous?.value).toEqual({ before: 98, delta: -3, percent: null });
  });

  it('leave unknown what is unknown on either side, and a percentage of nothing', () => {
    const before = [filed('VPS', 'Q1-2024', { A01: [0, 0], A02: [3, 3] })];
    const { total } = summaryOf('6T-2024', now, { previous: earlier('Q1-2024', before) });
    expect(total('A01')?.previous?.value).toEqual({ before: 0, delta: 12, percent: null });
    expect(total('A02')?.previous?.value).toEqual({ before: 3, delta: null, percent: null });
    expect(total('A09')?.previous?.value).toEqual({ before: null, delta: null, percent: null });
  });

  it('count of the earlier period what counted there: the newest accepted, nothing returned', () => {
    const better = filed('VPS', 'Q1-2024', { A01: [9, 9] });
    const back = decisionOf(900, { kind: 'return', unit: 'VPS', upload: better.upload });
    const at = (decisions: Decision[]) =>
      summaryOf('6T-2024', now, { previous: earlier('Q1-2024', [...then, better], decisions) });
    expect(at([]).total('A01')?.previous?.value.before).toBe(9);
    expect(at([back]).total('A01')?.previous?.value.before).toBe(8);
  });
});

describe('a year made of its periods', () => {
  const quarters = [
    earlier('Q1-2024', [
      filed('VPS', 'Q1-2024', {
        A01: [8, 8],
        A05: [2, 2],
        B08: [3, 3],
        B11: [5, 5],
        B12: [100, 100],
        B13: [90, 90],
      }),
    ]),
    earlier('6T-2024', [
      filed('VPS', '6T-2024', {
        A01: [10, 18],
        A05: [3, 3],
        B08: [5, 3],
        B11: [4, 4],
        B12: [50, 150],
        B13: [50, 140],
      }),
      filed('TTRA', '6T-2024', { A01: [1, 1] }),
    ]),
    earlier('9T-2024', [], [{ ...decisionOf(901, { kind: 'nil', unit: 'VPS' }), period: '9T-2024' }]),
  ];
  const last = filed('VPS', 'N-2024', {
    A01: [7, 26],
    A05: [4, 4],
    B08: [4, 3],
    B11: [1, 1],
    B12: [50, 200],
    B13: [40, 180],
  });

  it('adds, opens and closes by each indicator’s rule, and recomputes percentages', () => {
    const { total } = summaryOf('N-2024', [last], { year: quarters });
    expect(total('A01')).toMatchObject({ value: 26, cumulative: 27 });
    expect([total('A05')?.value, total('B08')?.value, total('B11')?.value]).toEqual([4, 3, 1]);
    expect(total('B14')?.value).toBe(90);
    expect(total('B14')?.contributions[0]?.value).toBe(90);
  });

  it('closes with nobody’s figures of an earlier day, and opens with what a later report states of it', async () => {
    const flow = { A01: [8, 8], E01: [12, 12] } as const;
    const first = filed('VPS', 'Q1-2024', { ...flow, B08: [3, 3], B09: [9, 9], B10: [7, 7], B11: [5, 5] });
    const late = filed('KHTC', '6T-2024', { ...flow, B08: [6, 4], B09: [2, 9], B10: [1, 6], B11: [7, 7] });
    const end = { A01: [1, 9], E01: [11, 11], B09: [1, 10], B10: [4, 10] } as const;
    const year = [earlier('Q1-2024', [first]), earlier('6T-2024', [late]), earlier('9T-2024', [])];
    const both = ['VPS', 'KHTC'].map((unit) =>
      filed(unit, 'N-2024', { ...end, B08: [5, unit === 'VPS' ? 3 : 4], B11: [unit === 'VPS' ? 3 : 2, 2] }),
    );
    const whole = summaryOf('N-2024', both, { year });
    // Who reported from the second quarter on had 4 at the year's beginning, and not the 6 of March.
    expect([whole.total('B08')?.value, whole.total('B11')?.value]).toEqual([7, 5]);
    expect(whole.total('B08')?.contributions[1]?.parts).toMatchObject([
      { period: 'N-2024', value: 4, source: { cell: 'F13' } },
    ]);
    const lost = summaryOf('N-2024', both.slice(0, 1), { year });
    expect(lost.total('A01')).toMatchObject({ value: 17, blank: [] });
    for (const code of ['E01', 'B11']) expect(lost.total(code)?.blank).toEqual(['KHTC']);
    expect([lost.total('E01')?.value, lost.total('B11')?.value]).toEqual([11, 3]);
    const told = paragraphsOf(await writeReport(lost.summary)).join('\n');
    expect(told).toContain('có mặt cuối năm của 01 đơn vị có số liệu là 11 người');
    // 7 and 12 less 12 are not the 3 that one of the two has left; what there was and came is sure.
    expect(told).toContain(
      'Đơn thư năm trước chuyển sang 07 đơn; tiếp nhận trong năm 12 đơn; đã giải quyết 12 đơn.',
    );
    expect(told).not.toMatch(/còn tồn cuối \S+ (?:là )?\d+ đơn/);
  });

  it('tells no balance that does not close, and puts before whoever signs what does not agree', async () => {
    const unit = (period: string, figures: Record<string, Pair>) => filed('KHTC', period, figures);
    const half = unit('6T-2024', { B08: [6, 4], B09: [2, 9], B10: [1, 6], B11: [7, 7] });
    const end = unit('N-2024', { B08: [7, 4], B09: [1, 10], B10: [4, 10], B11: [4, 4] });
    const { summary } = summaryOf('N-2024', [end], {
      year: [earlier('Q1-2024', []), earlier('6T-2024', [half])],
    });
    // 4 and 3 less 5 are not the 4 left at the end, since a quarter is missing.
    const said = paragraphsOf(await writeReport(summary, 'issued')).join('\n');
    const [body = '', appendix = ''] = said.split('Phụ lục I\n');
    // The sentence of the regime goes without its last clause.
    expect(body).toMatch(
      /ơn thư năm trước chuyển sang 04 đơn; tiếp nhận trong năm 03 đơn; đã giải quyết 05 đơn\./,
    );
    // More went than was there and came: of what there was nothing is told either.
    for (const [part, row] of [
      [body, 'chuyển sang'],
      [appendix, 'Số đơn năm trước chuyển sang'],
    ] as const)
      expect(part).toContain(row);
    expect(said).not.toMatch(/còn tồn|chưa khớp/);
    const settled = unit('N-2024', { B08: [7, 4], B09: [1, 10], B10: [8, 14], B11: [4, 4] });
    const more = summaryOf('N-2024', [settled], {
      year: [earlier('Q1-2024', []), earlier('6T-2024', [half])],
    });
    const issued = paragraphsOf(await writeReport(more.summary, 'issued')).join('\n');
    expect(issued).toContain('số đơn đã giải quyết là 09 đơn');
    expect(issued).not.toMatch(/chuyển sang|còn tồn|chưa khớp/);
    const list =
      'số đơn còn tồn cuối năm 4, số đơn năm trước chuyển sang 4, số đơn tiếp nhận trong năm 3, số đơn đã giải quyết 5';
    const closing = 'khớp (lần lượt là 4, 4, 10, 10) nếu lấy lũy kế khai của Phòng Kế hoạch - Tài chính';
    expect(paragraphsOf(await writeBrief(summary)).join('\n')).toContain(
      `vì các số sau cộng lại chưa khớp: ${list}; ${closing}`,
    );
    // What lacks a period bears one mark wherever it stands, with what to do.
    const note = 'chưa gồm các kỳ còn thiếu; đôn đốc đơn vị gửi bổ sung, hoặc giữ ghi chú này khi ký.';
    const brief = paragraphsOf(await writeBrief(summary));
    for (const part of ['3 (*)', `(*): ${note}`]) expect(brief).toContain(part);
    expect(appendix).toMatch(/Số đơn tiếp nhận trong năm\nđơn\n3\n\(\*\)/);
    expect(appendix).toContain('Số liệu tính từ ngày 15/12/2023 đến hết ngày 14/12/2024.');
    // The workbook has what the report does not tell, and says so.
    const sheets = sheetsOf(await writeWorkbook(summary));
    const cells = ['Tổng hợp', 'Lưu ý'].flatMap((name) => Object.values(sheets[name] ?? {}));
    const workbook = cells.map(({ value }) => value).join('\n');
    expect(workbook).toContain('Báo cáo không nêu: các số liên quan cộng lại chưa khớp');
    // As (*) marks them in Phụ lục I: what came and what went.
    expect(workbook.match(/Chưa gồm các kỳ còn thiếu, xem trang tính “Lưu ý”/g)).toHaveLength(2);
    expect(workbook).toContain('KHTC: B09 = 10 (thay cho 3), B10 = 10 (thay cho 5).');
    const blocks = JSON.stringify(movedBlocks(summary));
    for (const part of ['3 đơn (*)', note]) expect(blocks).toContain(part);
    expect(mainFigures(summary).map(({ indicator }) => indicator.code)).not.toContain('B11');
    expect(paragraphsOf(await writeReport(summary)).join('\n')).toContain(
      `(Không nêu số đơn còn tồn cuối năm vì các số liên quan cộng lại chưa khớp: ${list}; ${closing}; xem tệp số liệu; đề nghị `,
    );
    expect(issueDoubts(summary)).toContain(
      'B11: báo cáo không nêu, vì các số liên quan cộng lại chưa khớp: B11 = 4, B08 = 4, B09 = 3, B10 = 5; khớp nếu lấy lũy kế đơn vị khai: B11 = 4, B08 = 4, B09 = 10, B10 = 10 (KHTC)',
    );
    // Nor where sentences of the regime tell them apart, in which nothing is at odds.
    const sections = regime.sections.map((each) =>
      each.id === 'II.2'
        ? {
            ...each,
            sentences: ['Tiếp nhận {B09} đơn; đã giải quyết {B10} đơn', 'Còn tồn cuối kỳ {B11} đơn'],
          }
        : each,
    );
    const apart = paragraphsOf(await writeReport({ ...summary, regime: { ...regime, sections } })).join('\n');
    expect(apart).toContain('iếp nhận 03 đơn; đã giải quyết 05 đơn');
    expect(apart).not.toMatch(/Còn tồn cuối \S+ \d/);
    // With every quarter it closes, and is told.
    const first = unit('Q1-2024', { B08: [4, 4], B09: [7, 7], B10: [5, 5], B11: [6, 6] });
    const all = summaryOf('N-2024', [end], {
      year: [earlier('Q1-2024', [first]), earlier('6T-2024', [half])],
    });
    expect(paragraphsOf(await writeReport(all.summary)).join('\n')).toContain('còn tồn cuối năm 04 đơn');
  });

  it('leaves out of what is issued what does not agree, though no period is missing', async () => {
    const first = filed('KHTC', 'Q1-2024', { B08: [4, 4], B09: [9, 9], B10: [5, 5], B11: [6, 6] });
    const end = filed('KHTC', 'N-2024', { B08: [6, 4], B09: [1, 10], B10: [3, 8], B11: [4, 4] });
    const made = summaryOf('N-2024', [end], { year: [earlier('Q1-2024', [first])] }).summary;
    // As if nobody else owed anything.
    const summary = { ...made, gaps: [], rate: { ...made.rate, expected: 1, excluded: 0, filed: 1 } };
    const written = async (stage: 'draft' | 'issued') =>
      paragraphsOf(await writeReport(summary, stage)).join('\n');
    expect(await written('issued')).not.toMatch(/còn tồn|chưa khớp/);
    expect(await written('draft')).toMatch(/\(Không nêu số đơn còn tồn cuối năm .* chưa khớp: .*; đề nghị /);
  });

  it('takes no mere bound for a balance', () => {
    const end = filed('KHTC', 'N-2024', { C03: [30, 30], E01: [11, 11] });
    const { summary } = summaryOf('N-2024', [end], { year: [earlier('Q1-2024', [])] });
    expect(openBalances(summary)).toEqual([]);
  });

  it('is told in no word of a file that did not count', () => {
    const refused = { ...filed('CN-HLU', 'Q1-2024', {}), state: 'rejected' as const };
    const [first] = quarters;
    if (!first) throw new Error('no quarter');
    const year = [{ ...first, versions: [...first.versions, refused] }, ...quarters.slice(1)];
    const manifest: Manifest = {
      ...sampleManifest(),
      ...{ period: 'N-2024', versions: [last], decisions: [], pending: [] },
      earlier: { previous: null, lastYear: null, year },
    };
    const uploads = [...first.versions, refused].map(
      ({ upload, unit }) => [upload, narrativeOf(unit)] as const,
    );
    const { earlierNarrative } = consolidate({
      ...{ regime, manifest, narratives: new Map(uploads), findings: new Map() },
    });
    const told = earlierNarrative.flatMap(({ entries }) => entries.map(({ unit }) => unit.code));
    expect([...new Set(told)]).toEqual(['VPS']);
  });

  it('keeps of each figure the periods that it is made of', () => {
    const { total, summary } = summaryOf('N-2024', [last], { year: quarters });
    expect(total('A01')?.contributions[0]?.parts.map(({ period, value }) => [period, value])).toEqual([
      ['Q1-2024', 8],
      ['6T-2024', 10],
      ['N-2024', 7],
    ]);
    expect(summary.files.map(({ unit, period }) => `${unit} ${period}`)).toEqual([
      'VPS Q1-2024',
      'VPS 6T-2024',
      'VPS N-2024',
      'TTRA 6T-2024',
    ]);
  });

  it('names who has no report of a period, and once only; nothing to report is no gap', () => {
    const { gaps } = summaryOf('N-2024', [last], { year: quarters }).summary;
    expect(gaps.find(({ unit }) => unit === 'VPS')).toBeUndefined();
    expect(gaps.find(({ unit }) => unit === 'TTRA')?.periods).toEqual(['Q1-2024', '9T-2024']);
  });

  it('says on paper whose figures of which period are not in it, and names periods by their titles', async () => {
    const { summary } = summaryOf('N-2024', [last], { year: quarters });
    const written = paragraphsOf(await writeReport(summary));
    // Of many how many lack each, in the order of the year.
    expect(written.join('\n')).toContain(
      'chưa gồm số liệu quý I của 13 phòng, đơn vị; quý II của 12 phòng, đơn vị; quý III của 13 phòng, đơn vị; quý IV của',
    );
    expect(written).not.toContain('Q1-2024');
    const notices = Object.values(sheetsOf(await writeWorkbook(summary))['Lưu ý'] ?? {});
    expect(notices.map(({ value }) => value)).toContain(
      'Chưa có báo cáo quý I năm 2024, báo cáo 9 tháng năm 2024: số cộng các kỳ chưa đủ.',
    );
  });

  const changed = (id: string, changes: Partial<Period>): Regime => ({
    ...regime,
    periods: regime.periods.map((period) => (period.id === id ? { ...period, ...changes } : period)),
  });
  const headsOf = async (summary: Summary) => {
    const sheets = sheetsOf(await writeWorkbook(summary));
    return ['Tổng hợp', 'Số liệu'].map((name) => {
      const values = Object.values(sheets[name] ?? {}).map(({ value }) => value);
      return ['Trong kỳ', '9 tháng', '11 tháng', 'Cả năm'].filter((head) => values.includes(head));
    });
  };

  it('is called by its months where fewer are added up', async () => {
    const [first, second] = quarters;
    const { summary } = summaryOf(
      '9T-2024',
      [filed('VPS', '9T-2024', { A01: [7, 26] })],
      { year: [first, second].flatMap((each) => each ?? []) },
      changed('9T-2024', { sumOf: ['Q1-2024', '6T-2024'], cumulativeFrom: undefined }),
    );
    const written = paragraphsOf(await writeReport(summary));
    expect(written).toContain('9 tháng');
    expect(written.join('\n')).not.toMatch(/cả năm|năm 2025/i);
    expect(await headsOf(summary)).toEqual([['9 tháng'], ['9 tháng']]);
  });

  it('is the year that its title names where it closes in November, in the report and the workbook', async () => {
    const closed = changed('N-2024', { window: { from: '2024-09-15', to: '2024-11-14' } });
    const { summary } = summaryOf('N-2024', [last], { year: quarters }, closed);
    const written = paragraphsOf(await writeReport(summary)).join('\n');
    expect(written).toContain('Cả năm');
    expect(written).toMatch(/PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025/i);
    expect(written).not.toMatch(/11 tháng/);
    expect(await headsOf(summary)).toEqual([['Cả năm'], ['Cả năm']]);
  });

  it('marks in Phụ lục I which rows lack what somebody did in a part of it', async () => {
    const rowsOf = async (year: typeof quarters) => {
      const lines = paragraphsOf(await writeReport(summaryOf('N-2024', [last], { year }).summary));
      const from = lines.indexOf('Phụ lục I');
      return (name: string) => lines.slice(lines.indexOf(name, from)).slice(0, 4);
    };
    const row = await rowsOf(quarters);
    expect(row('Số văn bản lãnh đạo, chỉ đạo, triển khai công tác dân vận đã ban hành')[3]).toMatch(
      /\(\*\)$/,
    );
    expect(row('Tỷ lệ hồ sơ TTHC giải quyết trước hạn và đúng hạn')[3]).toBe('01 đơn vị (*)');
    expect(row('Số hồ sơ TTHC đã giải quyết')[3]).toBe('01 đơn vị (*)');
    expect(row('Số mô hình, điển hình “Dân vận khéo” đăng ký')[3]).not.toContain('(*)');
  });

  it('checks the sum against the cumulative figure that the unit stated last', () => {
    const { summary } = summaryOf('N-2024', [last], { year: quarters });
    expect(summary.discrepancies).toEqual([
      { unit: 'VPS', indicator: 'A01', added: 25, stated: 26, source: { sheet: 'Số liệu', cell: 'F9' } },
    ]);
  });

  it('puts to the leadership what units that lack a period state of the whole year', async () => {
    const half = filed('KHTC', 'N-2024', { A01: [3, 40], A04: [1, 1] });
    const { summary } = summaryOf('N-2024', [last, half], { year: quarters });
    expect(statedOtherwise(summary)).toEqual([{ indicator: 'A01', added: 29, stated: 66 }]);
    const brief = paragraphsOf(await writeBrief(summary)).join('\n');
    expect(brief).toContain(
      'báo cáo cộng các kỳ được 29, theo lũy kế các đơn vị khai là 66 (chênh 37 do thiếu kỳ)',
    );
    const sheets = sheetsOf(await writeWorkbook(summary));
    const notices = Object.values(sheets['Lưu ý'] ?? {}).map(({ value }) => value);
    const at = notices.indexOf(
      'A01: báo cáo cộng các kỳ; theo lũy kế các đơn vị thiếu kỳ khai thì là số khác (chênh 37).',
    );
    // What the report has, and what it should have once the periods have come.
    expect(notices.slice(at - 2, at)).toEqual(['29', '66']);
    for (const sheet of ['Tổng hợp', 'Số liệu']) {
      const heads = Object.values(sheets[sheet] ?? {}).map(({ value }) => value);
      expect(heads).toContain('Lũy kế khai');
      expect(heads).not.toContain('Lũy kế');
    }
    expect(issueDoubts(summary)).toContain(
      'số cộng các kỳ khác lũy kế các đơn vị khai, do thiếu kỳ: A01 29, lũy kế 66 (chênh 37)',
    );
  });

  it('says again what units state of the whole year where that has moved, and then all of it', () => {
    const half = (cumulative: number) => filed('KHTC', 'N-2024', { A01: [3, cumulative] });
    const at = (...versions: Version[]) => summaryOf('N-2024', versions, { year: quarters }).summary;
    const before = at(last, half(40));
    expect(changesBetween(before, at(last, half(40))).doubts.stated).toEqual([]);
    const fresh = changesBetween(before, at(last, half(40), filed('TNKS', 'N-2024', { A01: [2, 9] })));
    // Not what the new unit alone would make of it.
    expect(fresh.doubts.stated).toEqual([{ indicator: 'A01', added: 31, stated: 75 }]);
    expect(changesBetween(before, at(last, half(50))).doubts.stated).toMatchObject([{ stated: 76 }]);
  });

  it('counts what a unit gave that is not expected any more', () => {
    const gone = earlier('Q1-2024', [filed('CU-CU', 'Q1-2024', { A01: [5, 5] })]);
    const { total, summary } = summaryOf('N-2024', [last], { year: [gone] });
    expect(total('A01')?.value).toBe(12);
    expect(summary.contributors.at(-1)).toEqual({ code: 'CU-CU', name: 'CU-CU' });
    expect(summary.units).toHaveLength(14);
  });

  it('is compared with the year before by that year’s cumulative figures, and with no quarter', () => {
    const { total } = summaryOf('N-2024', [last], {
      year: quarters,
      previous: quarters[1] ?? null,
      lastYear: earlier('N-2023', [filed('VPS', 'N-2023', { A01: [4, 20], A05: [2, 2] })]),
    });
    expect(total('A01')?.previous).toBeNull();
    expect(total('A01')?.lastYear?.value).toEqual({ before: 20, delta: 6, percent: 30 });
    expect(total('A05')?.lastYear?.value.before).toBe(2);
  });
});
