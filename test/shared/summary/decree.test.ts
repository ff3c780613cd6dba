/** Nghị định 30/2020/NĐ-CP, Phụ lục I, read back out of the written report, row by row of its table. */
import { describe, expect, it } from 'vitest';
import { blankPaper } from '../../../shared/filing/paper.ts';
import { writeReport } from '../../../shared/summary/report/write-report.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { all, child, type Element, faultsIn, textOf, treeOf } from '../documents/ooxml.ts';
import { partsOf } from '../documents/reopened.ts';
import { regime, sampleManifest, sampleSummary } from './sample.ts';

const entered = { ...sampleSummary(), paper: { ...blankPaper, date: '2024-03-19' } };
const bytes = await writeReport(entered);
const parts = partsOf(bytes);
const document = treeOf(parts['word/document.xml'] ?? '');
const styles = treeOf(parts['word/styles.xml'] ?? '');
const paragraphs = all(document, 'w:p');
const at = (text: string) => paragraphs.findIndex((each) => textOf(each) === text);
const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: string;
}

/** How a paragraph's text looks: its run's own format, else its style's, else the default. */
function look(text: string | RegExp): Look {
  const paragraph = paragraphs.find((each) =>
    typeof text === 'string' ? textOf(each) === text : text.test(textOf(each)),
  );
  if (!paragraph) throw new Error(`no paragraph ${text}`);
  const own = child(paragraph, 'w:pPr');
  const style = all(styles, 'w:style').find(
    ({ attributes }) => attributes['w:styleId'] === child(own, 'w:pStyle')?.attributes['w:val'],
  );
  const run = child(
    all(paragraph, 'w:r').find((each) => textOf(each) !== ''),
    'w:rPr',
  );
  const inStyle = child(style, 'w:rPr');
  const standard = all(styles, 'w:rPrDefault').flatMap((each) => all(each, 'w:rPr'))[0];
  const format = (name: string) => child(run, name) ?? child(inStyle, name) ?? child(standard, name);
  return {
    size: Number(format('w:sz')?.attributes['w:val']) / 2,
    bold: format('w:b') !== undefined,
    italic: format('w:i') !== undefined,
    align: (child(own, 'w:jc') ?? child(child(style, 'w:pPr'), 'w:jc'))?.attributes['w:val'] ?? 'left',
  };
}

/** The length of the rule drawn below the paragraph, in millimetres. */
function ruleBelow(text: string, column: number): number {
  const rule = paragraphs[at(text) + 1];
  const shape = child(rule, 'w:pPr');
  expect(child(child(shape, 'w:pBdr'), 'w:top')).toBeDefined();
  const indent = child(shape, 'w:ind')?.attributes;
  return column - mm(indent?.['w:left']) - mm(indent?.['w:right']);
}

describe('the report by Nghị định 30/2020/NĐ-CP', () => {
  it('is A4 portrait, margins 20–25, 30–35 and 15–20 mm, in every section', () => {
    const sections = all(document, 'w:sectPr');
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      const size = child(section, 'w:pgSz')?.attributes;
      expect(mm(size?.['w:w'])).toBeCloseTo(210, 0);
      expect(mm(size?.['w:h'])).toBeCloseTo(297, 0);
      const margins = child(section, 'w:pgMar')?.attributes ?? {};
      for (const [side, least, most] of [
        ['w:top', 20, 25],
        ['w:bottom', 20, 25],
        ['w:left', 30, 35],
        ['w:right', 15, 20],
      ] as const) {
        expect(mm(margins[side])).toBeGreaterThanOrEqual(least);
        expect(mm(margins[side])).toBeLessThanOrEqual(most);
      }
    }
  });

  it('is black Times New Roman throughout', () => {
    const fonts = [document, styles].flatMap((tree) => all(tree, 'w:rFonts'));
    expect(fonts.length).toBeGreaterThan(100);
    for (const { attributes } of fonts) {
      expect([...new Set(Object.values(attributes))]).toEqual(['Times New Roman']);
    }
    const used = new Set(all(document, 'w:pStyle').map(({ attributes }) => attributes['w:val']));
    const colours = [
      ...all(document, 'w:color'),
      ...all(styles, 'w:style')
        .filter(({ attributes }) => used.has(attributes['w:styleId'] ?? ''))
        .flatMap((style) => all(style, 'w:color')),
    ];
    for (const { attributes } of colours) expect(attributes['w:val']).toBe('000000');
  });

  it('numbers pages top centre in 13–14 points, none on a section’s first page, each appendix from 1', () => {
    for (const section of all(document, 'w:sectPr')) {
      expect(child(section, 'w:titlePg')).toBeDefined();
      expect(child(section, 'w:pgNumType')?.attributes['w:start']).toBe('1');
      expect(section.children.filter(({ name }) => name === 'w:footerReference')).toEqual([]);
    }
    const headers = Object.entries(parts)
      .filter(([path]) => /^word\/header\d+\.xml$/.test(path))
      .map(([, xml]) => treeOf(xml));
    const numbered = headers.filter((header) =>
      all(header, 'w:instrText').some(({ text }) => text.includes('PAGE')),
    );
    expect(numbered).toHaveLength(headers.length / 2);
    for (const header of numbered) {
      expect(all(header, 'w:jc').map(({ attributes }) => attributes['w:val'])).toEqual(['center']);
      const sizes = all(header, 'w:sz').map(({ attributes }) => Number(attributes['w:val']) / 2);
      expect(sizes.every((size) => size >= 13 && size <= 14)).toBe(true);
    }
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true, false, 'center'],
    ['Độc lập - Tự do - Hạnh phúc', 13, 14, true, false, 'center'],
    ['UBND TỈNH LẠNG SƠN', 12, 13, false, false, 'center'],
    ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 12, 13, true, false, 'center'],
    ['Số:        /BC-STNMT', 13, 13, false, false, 'center'],
    ['Lạng Sơn, ngày 19 tháng 3 năm 2024', 13, 14, false, true, 'center'],
    ['BÁO CÁO', 13, 14, true, false, 'center'],
    ['Kết quả công tác dân vận quý I năm 2024', 13, 14, true, false, 'center'],
    [/^Thực hiện Kế hoạch số 148-KH\/TU/, 13, 14, false, false, 'both'],
    [/^- Tổng kết 10 năm thực hiện Chỉ thị số 27/, 13, 14, false, false, 'both'],
    ['I. KẾT QUẢ THỰC HIỆN', 13, 14, true, false, 'left'],
    ['1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', 13, 14, true, false, 'left'],
    ['DỰ THẢO', 13, 13, true, false, 'center'],
    ['1. Ưu điểm', 13, 14, true, false, 'left'],
    ['GIÁM ĐỐC', 13, 14, true, false, 'center'],
    ['(Họ và tên)', 13, 14, true, false, 'center'],
    ['Nơi nhận:', 12, 12, true, true, 'left'],
    ['- Ban Dân vận Tỉnh ủy (để b/c);', 11, 11, false, false, 'left'],
    ['- Lưu: VT, VP.', 11, 11, false, false, 'left'],
    ['Phụ lục I', 14, 14, true, false, 'center'],
    ['SỐ LIỆU TỔNG HỢP', 13, 14, true, false, 'center'],
  ] as const)('%s: %d–%d points, bold %s, italic %s, %s', (text, least, most, bold, italic, align) => {
    const found = look(text);
    expect(found.size).toBeGreaterThanOrEqual(least);
    expect(found.size).toBeLessThanOrEqual(most);
    expect(found).toMatchObject({ bold, italic, align });
  });

  it('draws its rules: as long as the motto, a third to a half of the body’s name and of the subject', () => {
    // Bold Times New Roman of 13 points takes 2.2 mm a letter on the average.
    const motto = ruleBelow('Độc lập - Tự do - Hạnh phúc', 97);
    expect(motto / ('Độc lập - Tự do - Hạnh phúc'.length * 2.2)).toBeCloseTo(1, 1);
    // The name stands on two lines; the longer, "SỞ TÀI NGUYÊN" or "VÀ MÔI TRƯỜNG", is some 36 mm wide.
    const body = ruleBelow('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 68);
    expect(body).toBeGreaterThan(36 / 3);
    expect(body).toBeLessThan(36 / 2);
    const subject = 'Kết quả công tác dân vận quý I năm 2024';
    expect(ruleBelow(subject, 165) / (subject.length * 2.3)).toBeGreaterThan(1 / 3);
    expect(ruleBelow(subject, 165) / (subject.length * 2.3)).toBeLessThan(1 / 2);
  });

  it('justifies its body, first line 10–12,7 mm in, 6 points between paragraphs, lines single to 1,5', () => {
    const body = paragraphs.find((each) => /^Thực hiện Kế hoạch/.test(textOf(each)));
    const shape = child(body, 'w:pPr');
    const first = mm(child(shape, 'w:ind')?.attributes['w:firstLine']);
    expect(first).toBeGreaterThanOrEqual(10);
    expect(first).toBeLessThanOrEqual(12.7);
    const {
      'w:after': after,
      'w:line': line,
      'w:lineRule': rule,
    } = child(shape, 'w:spacing')?.attributes ?? {};
    expect(Number(after) / 20).toBeGreaterThanOrEqual(6);
    expect(rule).toBe('auto');
    expect(Number(line) / 240).toBeGreaterThanOrEqual(1);
    expect(Number(line) / 240).toBeLessThanOrEqual(1.5);
  });

  it('keeps the order: letterhead, number and place in one row, title, text, receivers and signer, appendices', () => {
    const order = [
      'UBND TỈNH LẠNG SƠN',
      'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-STNMT',
      'Lạng Sơn, ngày 19 tháng 3 năm 2024',
      'BÁO CÁO',
      'Kết quả công tác dân vận quý I năm 2024',
      'I. KẾT QUẢ THỰC HIỆN',
      'II. ĐÁNH GIÁ CHUNG',
      'III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2024',
      'IV. KIẾN NGHỊ, ĐỀ XUẤT',
      'Nơi nhận:',
      'GIÁM ĐỐC',
      '(Họ và tên)',
      'Phụ lục I',
    ].map(at);
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const row = all(document, 'w:tr').find((each) => textOf(each).includes('/BC-STNMT'));
    expect(row && textOf(row)).toContain('Lạng Sơn, ngày');
    const last = paragraphs.filter((_, n) => n < at('Nơi nhận:')).at(-1);
    expect(last && textOf(last)).toMatch(/\.\/\.$/);
  });

  it('can be walked through by Word’s navigation: headings and appendices have their levels', () => {
    const level = (name: string) =>
      all(document, 'w:pStyle').filter(({ attributes }) => attributes['w:val'] === name).length;
    expect(level('Heading1')).toBe(4);
    expect(level('Heading2')).toBe(5 + 3);
    const outlined = paragraphs.filter((each) => child(child(each, 'w:pPr'), 'w:outlineLvl'));
    expect(outlined.map(textOf)).toEqual(['Phụ lục I']);
  });

  it('gives figures in the appendix a column as wide as the longest', async () => {
    const widthOf = async (times: number) => {
      const totals = entered.totals.map((each) => ({ ...each, value: each.value && each.value * times }));
      const written = treeOf(partsOf(await writeReport({ ...entered, totals }))['word/document.xml'] ?? '');
      const columns = all(all(written, 'w:tbl').at(-1) ?? written, 'w:gridCol');
      return columns.map(({ attributes }) => mm(attributes['w:w']));
    };
    const [few, many] = [await widthOf(1), await widthOf(1e6)];
    const sum = (of: readonly number[]) => Math.round(of.reduce((all, each) => all + each, 0));
    expect(few[3]).toBeLessThan(20);
    // "1.234.000.000" in letters of 10.5 points.
    expect(many[3]).toBeGreaterThan(22);
    expect([sum(few), sum(many)]).toEqual([165, 165]);
  });

  it('leaves what is said of the appendix on no page of its own', () => {
    const properties = (paragraph: Element | undefined) => child(paragraph, 'w:pPr');
    const [last] = all(document, 'w:tbl')
      .slice(-1)
      .flatMap((each) => all(each, 'w:tr').slice(-1));
    const cells = all(last ?? document, 'w:p').map(properties);
    expect(cells.filter((each) => child(each, 'w:keepNext')).length).toBe(cells.length);
    const said = paragraphs.find((each) => textOf(each).startsWith('Phụ lục được tổng hợp từ'));
    expect(child(properties(said), 'w:keepLines')).toBeDefined();
  });

  it('is valid Office Open XML as far as that can be told, its workbook too', async () => {
    expect(faultsIn(bytes)).toEqual([]);
    expect(faultsIn(await writeWorkbook(sampleSummary()))).toEqual([]);
  });

  it('holds its sources as comments of Word where the regime says so, in the draft alone', async () => {
    const summary = sampleSummary(sampleManifest());
    const commented = await writeReport({
      ...summary,
      regime: { ...regime, report: { ...regime.report, sources: 'comments' } },
    });
    expect(faultsIn(commented)).toEqual([]);
    const comments = partsOf(commented)['word/comments.xml'] ?? '';
    expect(comments).toContain('A01, trong kỳ: ');
    expect(comments).toContain(`Văn phòng Sở ${figureOf('VPS', 'A01')} (Q1-2024-VPS-0000000100, Số liệu!E9)`);
    expect(comments).toContain('Văn phòng Sở (Q1-2024-VPS-0000000100), Lời văn!A2.');
    const issued = await writeReport(
      { ...summary, regime: { ...regime, report: { ...regime.report, sources: 'comments' } } },
      'issued',
    );
    expect(partsOf(issued)['word/document.xml']).not.toContain('commentReference');
    expect(parts['word/document.xml']).not.toContain('commentReference');

    function figureOf(unit: string, code: string) {
      const total = summary.totals.find(({ indicator }) => indicator === code);
      return total?.contributions.find((each) => each.unit === unit)?.value;
    }
  });
});
