import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/filing/decision.ts';
import { writeFormDocx } from '../../../shared/forms/form-docx.ts';
import { writeFormXlsx } from '../../../shared/forms/form-xlsx.ts';
import type { Unit } from '../../../shared/regime/regime.ts';
import { paragraphsOf, partsOf, sheetsOf } from '../documents/reopened.ts';
import { decisionOf, periodOf, regime, valuesOf } from '../summary/sample.ts';

const unit = regime.units.find(({ code }) => code === 'CCBVMT') as Unit;
const previous = valuesOf(6);
const closing = previous.find(({ indicator }) => indicator === 'B11')?.value;
const periodic = { regime, period: periodOf('6T-2024'), unit, previous, decisions: [] };
const plan = { regime, period: periodOf('KH2024'), unit, previous: null, decisions: [] };

async function figures(request: Parameters<typeof writeFormXlsx>[0]) {
  const cells = sheetsOf(await writeFormXlsx(request))['Số liệu'] ?? {};
  const header = Number(
    Object.keys(cells)
      .find((at) => cells[at]?.value === 'STT')
      ?.slice(1),
  );
  const rowOf = (code: string) =>
    Number(
      Object.keys(cells)
        .find((at) => at.startsWith('B') && cells[at]?.value === code)
        ?.slice(1),
    );
  return { cells, header, rowOf };
}

describe('the form of a periodic report as a workbook', () => {
  it('says whose it is, for which period, and when it is due', async () => {
    const { cells } = await figures(periodic);
    const texts = Object.values(cells).map(({ value }) => value);
    expect(texts).toContain('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG');
    expect(texts).toContain('BÁO CÁO');
    expect(texts).toContain('Kết quả công tác dân vận 6 tháng đầu năm 2024');
    expect(texts).toContain('Đơn vị báo cáo: Chi cục Bảo vệ môi trường (CCBVMT)');
    expect(texts).toContain('Kỳ báo cáo: Báo cáo 6 tháng đầu năm 2024 (6T-2024)');
    expect(texts.find((text) => text.startsWith('Số liệu trong kỳ'))).toContain(
      'từ ngày 15/03/2024 đến hết ngày 14/06/2024; lũy kế: từ ngày 15/12/2023',
    );
    expect(texts).toContain('Hạn nộp: hết ngày 18/06/2024.');
  });

  it('has the seven columns and one row for each indicator, under its section', async () => {
    const { cells, header, rowOf } = await figures(periodic);
    expect([...'ABCDEFG'].map((column) => cells[`${column}${header}`]?.value)).toEqual([
      'STT',
      'Mã',
      'Chỉ tiêu',
      'ĐVT',
      'Trong kỳ',
      'Lũy kế',
      'Ghi chú',
    ]);
    const rows = regime.indicators.map(({ code }) => rowOf(code));
    expect(rows.every((row) => row > header)).toBe(true);
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    expect(cells[`A${rowOf('A01') - 1}`]?.value).toBe('II.1');
    expect(cells[`C${rowOf('B12')}`]?.value).toBe('Số hồ sơ TTHC đã giải quyết');
    expect(cells[`D${rowOf('B12')}`]?.value).toBe('hồ sơ');
  });

  it('opens with last period’s closing figure and leaves the rest to the unit', async () => {
    const { cells, rowOf } = await figures(periodic);
    expect(cells[`E${rowOf('B08')}`]?.value).toBe(String(closing));
    const filled = regime.indicators.filter(({ code }) => cells[`E${rowOf(code)}`]?.value !== '');
    expect(filled.map(({ code }) => code)).toEqual(['B08']);
    expect(cells[`G${rowOf('B11')}`]?.value).toBe(`Kỳ trước: ${closing}; lũy kế: ${closing}`);
  });

  it('works out cumulative figures from last period’s, and shares from their parts', async () => {
    const { cells, rowOf } = await figures(periodic);
    const before = previous.find(({ indicator }) => indicator === 'A02')?.cumulative;
    const [conferences, files, intime, share] = ['A02', 'B12', 'B13', 'B14'].map(rowOf);
    expect(cells[`F${conferences}`]?.formula).toBe(
      `IF(ISNUMBER(E${conferences}),E${conferences}+${before},"")`,
    );
    expect(cells[`E${share}`]?.formula).toBe(
      `IF(COUNT(E${intime},E${files})<2,"",IFERROR(ROUND(((100*E${intime})/E${files}),2),""))`,
    );
    // What is no sum over periods, and a sum of what nobody knows, is left to the unit.
    expect(cells[`F${rowOf('A05')}`]?.formula).toBeNull();
    const unknown = await figures({ ...periodic, previous: null });
    expect(unknown.cells[`F${conferences}`]?.formula).toBeNull();
  });

  it('asks for a sum that it cannot work out beside those that it does, and for no other', async () => {
    const asked = async (before: typeof previous | null) => {
      const { cells, rowOf } = await figures({ ...periodic, previous: before });
      const open = regime.indicators.filter(({ code }) => cells[`G${rowOf(code)}`]?.value.includes('tự ghi'));
      return open.map(({ code }) => code);
    };
    const unknown = { value: null, cumulative: null };
    expect(
      await asked(previous.map((each) => (each.indicator === 'A02' ? { ...each, ...unknown } : each))),
    ).toEqual(['A02']);
    expect(await asked(null)).toEqual([]);
  });

  it('begins the year’s sums with its first period', async () => {
    const { cells, rowOf } = await figures({ ...periodic, period: periodOf('Q1-2024'), previous: null });
    const row = rowOf('A02');
    expect(cells[`F${row}`]?.formula).toBe(`IF(ISNUMBER(E${row}),E${row},"")`);
  });

  it('says beside the figures, off the printed page, which checks they fail', async () => {
    const { cells, header, rowOf } = await figures(periodic);
    expect(cells[`H${header}`]?.value).toBe('Kiểm tra khi nhập (không in)');
    const [all, collectives, people] = ['A05', 'A06', 'A07'].map(rowOf);
    expect(cells[`H${all}`]?.formula).toContain(`(E${all}=(E${collectives}+E${people}))`);
    expect(cells[`H${all}`]?.formula).toContain('"Cần sửa: Số mô hình, điển hình ""Dân vận khéo"" đăng ký');
    // Against the period before, as far as it is known.
    expect(cells[`H${rowOf('B08')}`]?.formula).toContain(`(E${rowOf('B08')}=${closing})`);
    const parts = partsOf(await writeFormXlsx(periodic));
    expect(parts['xl/workbook.xml']).toMatch(/Print_Area[^<]*'Số liệu'!\$A\$1:\$G\$\d+</);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<conditionalFormatting');
  });

  it('lets the unit write into the figures alone, with a hint where a number is expected', async () => {
    const xml = partsOf(await writeFormXlsx(periodic))['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toContain('<sheetProtection');
    expect(xml).toMatch(/<dataValidation [^>]*type="whole"/);
    expect(xml).toMatch(/<dataValidation [^>]*type="date"/);
    expect(xml).toMatch(/<dataValidation [^>]*type="custom"[^>]*prompt="Ô này tự tính/);
    expect(xml).toMatch(/<dataValidation [^>]*type="list"[\s\S]*?"Chưa có hướng dẫn,/);
  });

  it('has a heading for each section with room below, and a page that explains', async () => {
    const sheets = sheetsOf(await writeFormXlsx(periodic));
    expect(Object.keys(sheets)).toEqual(['Số liệu', 'Lời văn', 'Hướng dẫn']);
    const words = sheets['Lời văn'] ?? {};
    const headings = Object.entries(words).filter(([, { value }]) => /^[IVX]+(\.\d)?\. /.test(value));
    expect(headings.map(([, { value }]) => value)).toEqual(
      regime.sections.map(({ id, title }) => `${id}. ${title.vi}`),
    );
    const [first = ''] = headings[0] ?? [];
    expect(words[`A${Number(first.slice(1)) + 1}`]?.value).toBe('');
  });
});

describe('the deadline that a form names', () => {
  const told = async (decisions: readonly Decision[]) =>
    paragraphsOf(await writeFormDocx({ ...periodic, decisions })).join('\n');
  const { code: owner } = unit;

  it('is the unit’s own, with the time that it was granted', async () => {
    const granted = decisionOf(1, { kind: 'extension', unit: owner, until: '2024-07-15' });
    const hours = decisionOf(2, { kind: 'prolong', unit: owner, hours: 4 });
    expect(await told([])).not.toContain('15/07/2024');
    expect(await told([granted])).toContain('gia hạn đến hết ngày 15/07/2024');
    expect(await told([granted, hours])).toContain('03 giờ 59 phút, ngày 16/07/2024');
  });

  it('is what guidance has set since', async () => {
    const awaiting = periodOf('CD-27CT');
    const guidance = decisionOf(1, { kind: 'guidance', unit: '*', until: '2024-09-30' });
    const form = await writeFormDocx({
      ...periodic,
      period: awaiting,
      previous: null,
      decisions: [guidance],
    });
    expect(paragraphsOf(form).join('\n')).toContain('hết ngày 30/09/2024');
  });
});

describe('the form of a plan or a review', () => {
  it('is narrative only', async () => {
    expect(Object.keys(sheetsOf(await writeFormXlsx(plan)))).toEqual(['Lời văn', 'Hướng dẫn']);
    const paragraphs = paragraphsOf(await writeFormDocx(plan));
    expect(paragraphs).toContain('KẾ HOẠCH');
    expect(paragraphs).not.toContain('Chỉ tiêu');
  });

  it('explains "before"', async () => {
    expect(paragraphsOf(await writeFormDocx(plan)).join('\n')).toContain(
      'trước ngày 29/02/2024, tức hết ngày 28/02/2024',
    );
  });

  it('names no date that only guidance will set', async () => {
    const review = { ...plan, period: periodOf('CD-27CT') };
    expect(paragraphsOf(await writeFormDocx(review)).join('\n')).toContain('theo văn bản hướng dẫn');
  });
});

describe('the form as a Word document', () => {
  it('spells a branch’s name out in its letterhead and leaves its place blank', async () => {
    const branch = regime.units.find(({ code }) => code === 'CN-LBI') as Unit;
    const paragraphs = paragraphsOf(await writeFormDocx({ ...periodic, unit: branch, previous: null }));
    expect(paragraphs).toContain('CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI HUYỆN LỘC BÌNH');
    expect(paragraphs).toContain('………, ngày … tháng … năm 2024');
    expect(paragraphsOf(await writeFormDocx(periodic))).toContain('Lạng Sơn, ngày … tháng … năm 2024');
  });

  it('carries the same identity, table and headings', async () => {
    const paragraphs = paragraphsOf(await writeFormDocx(periodic));
    for (const expected of [
      'Đơn vị báo cáo: Chi cục Bảo vệ môi trường (CCBVMT)',
      'Kỳ báo cáo: Báo cáo 6 tháng đầu năm 2024 (6T-2024)',
      ...regime.indicators.map(({ code }) => code),
      ...regime.sections.map(({ id, title }) => `${id}. ${title.vi}`),
    ]) {
      expect(paragraphs).toContain(expected);
    }
    const heading = paragraphs.indexOf('II.1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận');
    expect(paragraphs[heading + 1]).toBe('');
  });

  it('is, like the workbook, the same bytes for the same request', async () => {
    expect(await writeFormDocx(periodic)).toEqual(await writeFormDocx(periodic));
    expect(await writeFormXlsx(periodic)).toEqual(await writeFormXlsx(periodic));
  });
});
