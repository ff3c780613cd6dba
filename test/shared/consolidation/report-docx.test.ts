import { describe, expect, it } from 'vitest';
import { writeReport } from '../../../shared/consolidation/report-docx.ts';
import { paragraphsOf, partsOf } from '../documents/reopened.ts';
import { decisionOf, regime, sampleManifest, sampleSummary, ulid } from './sample.ts';

const summary = sampleSummary();
const bytes = await writeReport(summary);
const paragraphs = paragraphsOf(bytes);
const text = paragraphs.join('\n');
const inOrder = (first: string, second: string) => {
  expect(paragraphs).toContain(first);
  expect(paragraphs).toContain(second);
  expect(paragraphs.indexOf(second)).toBeGreaterThan(paragraphs.indexOf(first));
};

describe('the consolidated report as a Word document', () => {
  it('opens as an official document does, its number left blank', () => {
    for (const expected of [
      'UBND TỈNH LẠNG SƠN',
      'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-STNMT',
      'Lạng Sơn, ngày 19 tháng 3 năm 2024',
      'BÁO CÁO',
      'Kết quả công tác dân vận quý I năm 2024',
    ]) {
      expect(paragraphs).toContain(expected);
    }
  });

  it('ends its text with "./.", then who receives it and who signs', () => {
    const closing = paragraphs.findIndex((each) => each.endsWith('./.'));
    expect(closing).toBeGreaterThan(0);
    expect(paragraphs.filter((each) => each.endsWith('./.'))).toHaveLength(1);
    const receivers = paragraphs.slice(closing + 1, closing + 2 + regime.authority.addressees.length);
    expect(receivers).toEqual(['Nơi nhận:', ...regime.authority.addressees.map((each) => `- ${each}`)]);
    expect(paragraphs).toContain('GIÁM ĐỐC');
  });

  it('says who reported, and names those who did not, each with its own reason', () => {
    expect(text).toContain('11/14 phòng, đơn vị đã có báo cáo được tính (đạt 78,6%)');
    expect(text).toContain('Gửi muộn 01 phòng, đơn vị: Chi cục Bảo vệ môi trường.');
    expect(text).toContain(
      'Báo không phát sinh 01 phòng, đơn vị: Thanh tra Sở (Trong kỳ không phát sinh nhiệm vụ).',
    );
    expect(text).toContain('Chi nhánh VPĐKĐĐ huyện Cao Lộc (CN-CLO)\nYêu cầu chỉnh lý\nLý do: Phần lời văn');
    expect(text).toContain(
      'Chi nhánh VPĐKĐĐ huyện Hữu Lũng (CN-HLU)\nTừ chối tiếp nhận\nTệp “BC dan van 2023',
    );
    expect(text).toContain('Chi nhánh VPĐKĐĐ huyện Lộc Bình (CN-LBI)\nĐang xử lý\n');
  });

  it('tells an extension with its new date and reason, an exclusion with its reason', async () => {
    const manifest = sampleManifest();
    const decisions = [
      ...manifest.decisions,
      decisionOf(600, { kind: 'extension', unit: 'CN-HLU', until: '2024-03-29', reason: 'mưa lũ' }),
      decisionOf(601, { kind: 'exclude-unit', unit: 'CN-LBI', reason: 'đã sáp nhập' }),
    ];
    const other = paragraphsOf(await writeReport(sampleSummary({ ...manifest, decisions }))).join('\n');
    expect(other).toContain('Được gia hạn\nĐược gia hạn đến 23:59 ngày 29/03/2024. Lý do: mưa lũ.');
    expect(other).toContain('Chi nhánh VPĐKĐĐ huyện Lộc Bình (đã sáp nhập).');
    expect(other).toContain('11/13 phòng, đơn vị');
  });

  it('follows the outline with real headings, each unit’s text under its name', () => {
    inOrder('I. TÌNH HÌNH GỬI BÁO CÁO', 'II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG TRỌNG TÂM');
    inOrder('1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', '2. Xây dựng và thực hiện dân chủ ở cơ sở');
    inOrder('2. Xây dựng và thực hiện dân chủ ở cơ sở', 'III. TỔ CHỨC THỰC HIỆN');
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:pStyle w:val="Heading3"\/>/g)?.length).toBe(30);
    const first = paragraphs.indexOf('a) Văn phòng Sở');
    expect(paragraphs[first + 1]).toContain('(VPS)');
    expect(text).not.toContain('(CN-CLO)\nĐã');
  });

  it('says of a section where nobody wrote anything that nobody did', () => {
    const silent = { ...summary, narrative: [], totals: [] };
    return writeReport(silent).then((written) =>
      expect(paragraphsOf(written)).toContain('(Chưa có phòng, đơn vị nào báo cáo nội dung này.)'),
    );
  });

  it('tells the totals in the text and in Phụ lục I', () => {
    const total = summary.totals.find(({ indicator }) => indicator === 'B12')?.value ?? 0;
    const written = new Intl.NumberFormat('vi-VN').format(total);
    expect(written).toContain('.');
    expect(text).toContain(`- Số hồ sơ TTHC đã giải quyết: ${written} hồ sơ (lũy kế: ${written});`);
    inOrder('Phụ lục I', 'SỐ LIỆU TỔNG HỢP');
    const row = paragraphs.lastIndexOf('B12', paragraphs.indexOf('Phụ lục II'));
    expect(paragraphs.slice(row, row + 5)).toEqual([
      'B12',
      'Số hồ sơ TTHC đã giải quyết',
      'hồ sơ',
      written,
      written,
    ]);
    expect(text).toContain('Chưa có số: QLDD');
  });

  it('traces each figure and each text to unit, file and place in Phụ lục II', () => {
    inOrder('Phụ lục II', 'NGUỒN SỐ LIỆU VÀ LỜI VĂN');
    expect(text).toContain('BC dan van Q1 VPS.xlsx');
    expect(text).toMatch(/\[Số liệu!E9, F9\] VPS: \d+ \| \d+; KHTC: /);
    expect(text).toContain('[Lời văn!A2, A3] VPS; KHTC');
    expect(text).toContain(summary.run);
  });

  it('has margins that the decree allows and no page number on the first page', () => {
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(3);
    const margins = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml);
    const [top = 0, right = 0, bottom = 0, left = 0] = (margins ?? []).slice(1).map(Number);
    for (const [twips, least, most] of [
      [top, 20, 25],
      [bottom, 20, 25],
      [left, 30, 35],
      [right, 15, 20],
    ] as const) {
      expect((twips / 1440) * 25.4).toBeGreaterThanOrEqual(least);
      expect((twips / 1440) * 25.4).toBeLessThanOrEqual(most);
    }
  });

  it('pads days below 10 and the months 1 and 2 with a zero', async () => {
    const early = sampleSummary({ ...sampleManifest(), scheduledAt: '2024-02-05T09:00:00+07:00' });
    expect(paragraphsOf(await writeReport(early))).toContain('Lạng Sơn, ngày 05 tháng 02 năm 2024');
  });

  it('names a later edition as one', async () => {
    const second = { ...sampleManifest(), edition: 2 };
    expect(paragraphs).not.toContain('(Bản 1)');
    expect(paragraphsOf(await writeReport(sampleSummary(second)))).toContain('(Bản 2)');
  });

  it('says "—" where nobody is expected, and that all have filed where they have', async () => {
    const manifest = sampleManifest();
    const nobody = await writeReport(sampleSummary({ ...manifest, expected: [] }));
    expect(paragraphsOf(nobody).join('\n')).toContain('(tỷ lệ: —)');
    const everybody = { ...manifest, expected: ['VPS', 'TTRA'] };
    expect(paragraphsOf(await writeReport(sampleSummary(everybody))).join('\n')).toContain(
      'Tất cả phòng, đơn vị phải gửi đều đã có báo cáo được tính.',
    );
  });

  it('is the same bytes for the same manifest, in whatever order its rows come', async () => {
    const manifest = sampleManifest();
    const turned = sampleSummary({ ...manifest, versions: manifest.versions.toReversed() });
    expect(await writeReport(turned)).toEqual(bytes);
    const more = decisionOf(500, { kind: 'return', unit: 'VPS', upload: ulid(100) });
    const other = sampleSummary({ ...manifest, decisions: [...manifest.decisions, more] });
    expect(await writeReport(other)).not.toEqual(bytes);
  });
});
