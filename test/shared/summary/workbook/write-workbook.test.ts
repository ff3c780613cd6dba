import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../shared/summary/workbook/write-workbook.ts';
import { workedOut } from '../../documents/formula.ts';
import { partsOf, type ReopenedCell, sheetsOf } from '../../documents/reopened.ts';
import { regime, sampleManifest, sampleSummary, ulid, valuesOf, versionOf, warning } from '../sample.ts';

const summary = sampleSummary();
const bytes = await writeWorkbook(summary);
const sheets = sheetsOf(bytes);
type Cells = Record<string, ReopenedCell>;
const figures: Cells = sheets['Số liệu'] ?? {};
const columnsIn = (cells: Cells) =>
  Object.keys(cells)
    .filter((at) => /^[A-Z]+3$/.test(at))
    .map((at) => at.slice(0, -1));
const columnOf = (unit: string, cells = figures) =>
  columnsIn(cells).find((column) => cells[`${column}3`]?.value === unit) ?? '';
/** The row of an indicator: the first is the period's, the second the cumulative one. */
const rowsOf = (code: string, cells = figures) =>
  Object.keys(cells)
    .filter((at) => /^A\d+$/.test(at) && cells[at]?.value === code)
    .map((at) => Number(at.slice(1)));

describe('the consolidated workbook', () => {
  it('has six sheets, the overview first', () => {
    expect(Object.keys(sheets)).toEqual(['Tổng hợp', 'Số liệu', 'Nguồn', 'Lưu ý', 'Câu chọn', 'Ai đã nộp']);
  });

  it('holds each unit’s figure as a number, blank where the unit left it blank or did not file', () => {
    const [row] = rowsOf('A04');
    expect(figures[`${columnOf('QLDD')}${row}`]?.value).toBe('');
    expect(figures[`${columnOf('CN-HLU')}${row}`]?.value).toBe('');
    const given = valuesOf(0).find(({ indicator }) => indicator === 'A04')?.value;
    expect(figures[`${columnOf('VPS')}${row}`]).toEqual({ value: String(given), formula: null, type: 'n' });
  });

  it('adds with formulas whose stored values are the sums of the cells they name', () => {
    for (const { code } of regime.indicators.filter(({ acrossUnits }) => acrossUnits === 'sum')) {
      for (const row of rowsOf(code)) {
        const cell = figures[`D${row}`];
        expect(cell?.formula).toBe(`SUM(E${row}:R${row})`);
        const sum = columnsIn(figures)
          .slice(4)
          .reduce((total, column) => total + Number(figures[`${column}${row}`]?.value || 0), 0);
        expect([code, Number(cell?.value)]).toEqual([code, sum]);
      }
      expect(rowsOf(code)).toHaveLength(2);
    }
  });

  it('shows beside a comparison over fewer units what these gave both times, and reckons the change from that', async () => {
    const of = (units: number, now: number, before: number) => ({
      value: { before: 443, delta: null, percent: null },
      cumulative: { before: null, delta: null, percent: null },
      ...{ otherUnits: true as const, ofBoth: { units, now, before } },
    });
    const [a01, a02, b14] = ['A01', 'A02', 'B14'].map((code) =>
      summary.totals.find(({ indicator }) => indicator === code),
    );
    const all = (value: number) => ({
      value: { before: value, delta: (a02?.value ?? 0) - value, percent: 25 },
      cumulative: { before: null, delta: null, percent: null },
    });
    const totals = summary.totals.map((total) => {
      if (total === a01) return { ...total, previous: of(97, 545, 426) };
      if (total === a02) return { ...total, previous: all(10) };
      return total === b14 ? { ...total, previous: { ...of(97, 98.8, 99.21), ofBoth: null } } : total;
    });
    const all6 = sheetsOf(await writeWorkbook({ ...summary, totals }));
    const cells = all6['Tổng hợp'] ?? {};
    const rowOf = (code: string) =>
      Object.keys(cells).find((at) => /^B\d+$/.test(at) && cells[at]?.value === code);
    const told = (code: string) => {
      const row = rowOf(code)?.slice(1);
      return ['G', 'H', 'I', 'J', 'K', 'L'].map((column) => {
        const cell = cells[`${column}${row}`];
        const answer = cell?.formula ? workedOut(all6, 'Tổng hợp', cell.formula) : Number(cell?.value);
        return cell?.value === '—' ? '—' : Math.round(Number(answer) * 1000) / 1000;
      });
    };
    expect(['G', 'H', 'I', 'J', 'K', 'L'].map((column) => cells[`${column}8`]?.value)).toEqual([
      ...[
        'Kỳ trước',
        'Số ĐV có cả hai kỳ',
        'Kỳ này của các ĐV đó',
        'Kỳ trước của các ĐV đó',
        'Tăng, giảm',
        'Tỷ lệ',
      ],
    ]);
    expect(told('A01')).toEqual([443, 97, 545, 426, 119, 0.279]);
    const a02Change = (a02?.value ?? 0) - 10;
    expect(told('A02')).toEqual([10, '—', '—', '—', a02Change, Math.round(a02Change * 100) / 1000]);
    // What is of other units, and of no same ones, is no rise or fall.
    expect(told('B14')).toEqual([443, '—', '—', '—', '—', '—']);
  });

  it('recomputes percentages from the totals of their parts', () => {
    const [b12 = 0] = rowsOf('B12');
    const [b13 = 0] = rowsOf('B13');
    const [b14 = 0] = rowsOf('B14');
    const cell = figures[`D${b14}`];
    expect(cell?.formula).toBe(`IFERROR(100*D${b13}/D${b12},"—")`);
    const parts = (100 * Number(figures[`D${b13}`]?.value)) / Number(figures[`D${b12}`]?.value);
    expect(Number(cell?.value)).toBeCloseTo(parts, 9);
  });

  it('shows a total that nobody gave as a dash, not as 0', async () => {
    const manifest = { ...sampleManifest(), versions: [versionOf({ upload: ulid(1), unit: 'VPS' })] };
    const cells = sheetsOf(await writeWorkbook(sampleSummary(manifest)))['Số liệu'] ?? {};
    const [row] = rowsOf('A01', cells);
    expect(cells[`D${row}`]).toEqual({
      value: '—',
      formula: `IF(COUNT(E${row}:R${row})=0,"—",SUM(E${row}:R${row}))`,
      type: 'str',
    });
  });

  it('leaves a branch out of the sum when its parent’s figure holds it', async () => {
    const including = { ...regime, parentsIncludingBranches: ['VPDK'] };
    const { consolidate } = await import('../../../../shared/summary/consolidate.ts');
    const manifest = sampleManifest();
    const other = consolidate({ regime: including, manifest, narratives: new Map(), findings: new Map() });
    const opened = sheetsOf(await writeWorkbook(other));
    const cells = opened['Số liệu'] ?? {};
    const [row] = rowsOf('A01', cells);
    const formula = cells[`D${row}`]?.formula ?? '';
    // Of the branches only this one filed: only its figure could stand there twice.
    expect(formula).toBe(`SUM(E${row}:N${row},P${row}:R${row})`);
    expect(columnOf('CN-TPLS', cells)).toBe('O');
    expect(Number(cells[`D${row}`]?.value)).toBe(workedOut(opened, 'Số liệu', formula));
    expect(Number(cells[`O${row}`]?.value)).toBeGreaterThan(0);
  });

  it('repeats the totals on the overview as references with the same values', () => {
    const overview = sheets['Tổng hợp'] ?? {};
    const references = Object.values(overview).filter(({ formula }) => formula !== null);
    expect(references.length).toBe(2 * 28);
    for (const { formula, value } of references) {
      const at = /^'Số liệu'!(D\d+)$/.exec(formula ?? '')?.[1] ?? '';
      expect(figures[at]?.value).toBe(value);
    }
  });

  it('says at the same address where each figure came from', () => {
    const sources = sheets.Nguồn ?? {};
    const [row = 0, yearRow = 0] = rowsOf('A01');
    const at = `${columnOf('KHTC')}${row}`;
    expect(sources[at]?.value).toBe(`KHTC · ${ulid(101).slice(-10)} · Số liệu!E9`);
    expect(sources[`${columnOf('KHTC')}${yearRow}`]?.value).toBe(
      `KHTC · ${ulid(101).slice(-10)} · Số liệu!F9`,
    );
    const filled = (cells: Cells) =>
      Object.keys(cells).filter((each) => {
        const [, column = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(each) ?? [];
        return column >= 'E' && Number(line) > 5 && cells[each]?.value !== '';
      });
    expect(filled(sources)).toEqual(filled(figures));
  });

  it('lists the open findings, what a file said never as a formula', () => {
    const rows = Object.values(sheets['Lưu ý'] ?? {}).map(({ value }) => value);
    expect(rows).toContain(warning.message.vi);
    expect(rows).toContain("'=12");
    for (const cells of Object.values(sheets)) {
      for (const { value, type } of Object.values(cells)) {
        if (type === 's') expect(value).not.toMatch(/^[=+\-@\t]/);
      }
    }
  });

  it('names each error that the office waived, and why, beside the errors of nobody else', async () => {
    const failed = { ...warning, severity: 'error' as const };
    const units = summary.units.map((line) =>
      line.unit.code === 'QLDD' ? { ...line, waived: 'Đã đối chiếu bản giấy', findings: [failed] } : line,
    );
    const { 'Lưu ý': notices = {}, 'Ai đã nộp': filings = {} } = sheetsOf(
      await writeWorkbook({ ...summary, units }),
    );
    const row = Object.keys(notices)
      .find((at) => notices[at]?.value === 'Lỗi, đã miễn')
      ?.slice(1);
    expect(notices[`B${row}`]?.value).toBe('QLDD');
    expect(notices[`H${row}`]?.value).toBe(failed.message.vi);
    expect(notices[`I${row}`]?.value).toContain('Đã đối chiếu bản giấy');
    const said = Object.values(filings).map(({ value }) => value);
    expect(said.join()).toContain('Được tính do miễn phép kiểm: Đã đối chiếu bản giấy.');
  });

  it('lists who filed when, with the fingerprint of what counts', () => {
    const cells = sheets['Ai đã nộp'] ?? {};
    const units = regime.units.map((_, n) => cells[`B${n + 3}`]?.value);
    expect(units).toEqual(regime.units.map(({ code }) => code));
    const late = regime.units.findIndex(({ code }) => code === 'CCBVMT') + 3;
    expect(cells[`D${late}`]?.value).toBe('Nộp muộn');
    // 2024-03-19T01:30 in Hà Nội, as Excel counts days.
    expect(Number(cells[`E${late}`]?.value)).toBeCloseTo(45_370 + 1.5 / 24, 6);
    expect(cells[`H${late}`]?.value).toMatch(/^[0-9a-f]{64}$/);
  });

  it('prints on A4, with frozen panes and filters', () => {
    const parts = partsOf(bytes);
    for (const n of [1, 2, 3, 4, 5]) {
      expect(parts[`xl/worksheets/sheet${n}.xml`]).toMatch(/<pageSetup[^>]*paperSize="9"/);
    }
    for (const n of [1, 2, 3, 4, 5]) {
      expect(parts[`xl/worksheets/sheet${n}.xml`]).toContain('state="frozen"');
      expect(parts[`xl/worksheets/sheet${n}.xml`]).toContain('<autoFilter');
    }
  });

  it('is the same bytes for the same summary', async () => {
    expect(await writeWorkbook(sampleSummary())).toEqual(bytes);
  });
});
