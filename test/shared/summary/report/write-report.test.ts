import { describe, expect, it } from 'vitest';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import { paragraphsOf, partsOf } from '../../documents/reopened.ts';
import { decisionOf, periodOf, regime, sampleManifest, sampleSummary, ulid } from '../sample.ts';

const summary = sampleSummary();
const bytes = await writeReport(summary);
const paragraphs = paragraphsOf(bytes);
const text = paragraphs.join('\n');
const inOrder = (first: string, second: string) => {
  expect(paragraphs).toContain(first);
  expect(paragraphs).toContain(second);
  expect(paragraphs.indexOf(second)).toBeGreaterThan(paragraphs.indexOf(first));
};

const unfolded = (told: (typeof summary.narrative)[number]) => ({
  ...told,
  groups: told.entries.map((entry) => ({ entry, alike: [] })),
});

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
    expect(text).toContain(
      'Tính đến 09 giờ 00 phút, ngày 19/03/2024, 11/14 phòng, đơn vị đã thực hiện chế độ báo cáo ' +
        '(10 gửi báo cáo, 01 khai không phát sinh), đạt 78,6%. Đúng hạn 10/14, đạt 71,4%. ' +
        'Hạn nộp: hết ngày 18/03/2024.',
    );
    expect(text).toContain('Nộp muộn 01 phòng, đơn vị: Chi cục Bảo vệ môi trường.');
    expect(text).toContain(
      'Khai không phát sinh 01 phòng, đơn vị: Thanh tra Sở (Trong kỳ không phát sinh nhiệm vụ).',
    );
    expect(text).toContain('Chi nhánh VPĐKĐĐ huyện Cao Lộc\nYêu cầu chỉnh lý\nLý do: Phần lời văn');
    expect(text).toContain(
      'Chi nhánh VPĐKĐĐ huyện Hữu Lũng\nTừ chối tiếp nhận\n' +
        'Báo cáo nhận lúc 10 giờ 00 phút, ngày 15/03/2024: Tệp là báo cáo của kỳ khác.',
    );
    expect(text).toContain('Chi nhánh VPĐKĐĐ huyện Lộc Bình\nĐã nhận, đang xử lý\n');
  });

  it('shows a reader outside no file’s name, no code of a unit, no fingerprint and no id of the run', () => {
    const own = paragraphs.filter((each) => !/\((VPS|[A-Z-]+)\)$/.test(each) && !each.includes('Q1-2024-'));
    for (const { code } of regime.units) {
      expect(own.filter((each) => new RegExp(`\\b${code}\\b`).test(each))).toEqual([]);
    }
    expect(text).not.toMatch(/\.xlsx|\.docx|[0-9a-f]{16}/);
    expect(text).not.toContain(summary.run);
  });

  it('tells an extension with its new date and reason, an exclusion with its reason', async () => {
    const manifest = sampleManifest();
    const decisions = [
      ...manifest.decisions,
      decisionOf(600, { kind: 'extension', unit: 'CN-HLU', until: '2024-03-29', reason: 'mưa lũ' }),
      decisionOf(601, { kind: 'exclude-unit', unit: 'CN-LBI', reason: 'đã sáp nhập' }),
    ];
    const other = paragraphsOf(await writeReport(sampleSummary({ ...manifest, decisions }))).join('\n');
    expect(other).toContain('Được gia hạn\nĐược gia hạn đến hết ngày 29/03/2024. Lý do: mưa lũ.');
    expect(other).toContain('Chi nhánh VPĐKĐĐ huyện Lộc Bình (đã sáp nhập).');
    expect(other).toContain('11/13 phòng, đơn vị');
  });

  it('follows the outline with real headings, each unit’s text under its name', async () => {
    inOrder('I. KẾT QUẢ THỰC HIỆN', '1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận');
    inOrder('1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận', '2. Xây dựng và thực hiện dân chủ ở cơ sở');
    inOrder('2. Xây dựng và thực hiện dân chủ ở cơ sở', '5. Tổ chức thực hiện');
    inOrder('5. Tổ chức thực hiện', '6. Tình hình thực hiện chế độ báo cáo');
    inOrder('6. Tình hình thực hiện chế độ báo cáo', 'II. ĐÁNH GIÁ CHUNG');
    inOrder('II. ĐÁNH GIÁ CHUNG', 'III. KIẾN NGHỊ, ĐỀ XUẤT');
    expect(text).not.toContain('PHƯƠNG HƯỚNG');
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(6);
    const different = { ...summary, narrative: summary.narrative.map(unfolded) };
    const apart = paragraphsOf(await writeReport(different));
    const first = apart.indexOf('a) Văn phòng Sở');
    expect(apart[first + 1]).toContain('(VPS)');
    expect(apart).toContain('k) Chi nhánh VPĐKĐĐ thành phố Lạng Sơn');
    expect(text).not.toContain('(CN-CLO)');
  });

  it('names at its beginning whose figures are not in it, or how many they are', async () => {
    expect(text).toContain(
      'đây là kỳ đầu năm nên số lũy kế là số trong kỳ. Chưa có số liệu kỳ này của 03 phòng, đơn vị: ' +
        'Chi nhánh VPĐKĐĐ huyện Cao Lộc; Chi nhánh VPĐKĐĐ huyện Hữu Lũng; Chi nhánh VPĐKĐĐ huyện Lộc Bình.',
    );
    const nobody = sampleSummary({ ...sampleManifest(), versions: [] });
    expect(paragraphsOf(await writeReport(nobody)).join('\n')).toMatch(
      /Chưa có số liệu kỳ này của 1\d phòng, đơn vị\.\n/,
    );
  });

  it('takes a unit’s own "a)" and "1." for dashes, so that they do not count on in its own letters', async () => {
    const lettered = (told: (typeof summary.narrative)[number]) => ({
      ...told,
      groups: told.groups.map(({ entry, alike }) => ({
        entry: {
          ...entry,
          paragraphs: entry.paragraphs.map((each, n) => ({
            ...each,
            text: `${n === 0 ? 'a)' : '2.'} ${each.text}`,
          })),
        },
        alike,
      })),
    });
    const told = paragraphsOf(await writeReport({ ...summary, narrative: summary.narrative.map(lettered) }));
    const at = told.indexOf('a) 10 phòng, đơn vị cùng nội dung');
    expect(told[at + 2]).toBe(`- ${paragraphs[at + 2]}`);
    expect(told.filter((each) => /^a\) (?!\d+ phòng)/.test(each))).toEqual([]);
    const assessment = told.indexOf('II. ĐÁNH GIÁ CHUNG');
    expect(told[assessment + 1]).toMatch(/^- Văn phòng Sở; .*: Tồn tại/);
  });

  it('sends nobody outside to the office’s workbook', () => {
    expect(text).not.toContain('Excel kèm theo');
    const row = paragraphs.lastIndexOf('E02', paragraphs.indexOf('Phụ lục II'));
    expect(paragraphs.slice(row, row + 6)).toEqual([
      ...['E02', 'Ngày ban hành kế hoạch dân vận của đơn vị', 'ngày', '—', '—', 'Nêu ở phần lời văn'],
    ]);
  });

  it('tells once what several units wrote alike, and names them all', () => {
    const at = paragraphs.indexOf('a) 10 phòng, đơn vị cùng nội dung');
    expect(at).toBeGreaterThan(0);
    expect(paragraphs[at + 1]).toMatch(/^\(Gồm: Văn phòng Sở; Phòng Kế hoạch - Tài chính; .*\)$/);
    expect(paragraphs[at + 2]).toContain('(VPS)');
    expect(text).not.toContain('(KHTC)');
  });

  it('sorts what units think and what they ask for into chapters of their own', () => {
    const assessment = paragraphs.indexOf('II. ĐÁNH GIÁ CHUNG');
    expect(paragraphs[assessment + 1]).toMatch(/^- Văn phòng Sở; .*: Tồn tại: việc tuyên truyền/);
    const proposals = paragraphs.indexOf('III. KIẾN NGHỊ, ĐỀ XUẤT');
    expect(paragraphs[proposals + 1]).toMatch(/^- Văn phòng Sở; .*: Kiến nghị: Sở tổ chức tập huấn/);
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
    const part = summary.totals.find(({ indicator }) => indicator === 'B13')?.value ?? 0;
    expect(text).toContain(
      `Giải quyết ${written} hồ sơ thủ tục hành chính, trong đó ` +
        `${new Intl.NumberFormat('vi-VN').format(part)} hồ sơ trước hạn và đúng hạn, đạt `,
    );
    inOrder('Phụ lục I', 'SỐ LIỆU TỔNG HỢP');
    const row = paragraphs.lastIndexOf('B12', paragraphs.indexOf('Phụ lục II'));
    expect(paragraphs.slice(row, row + 5)).toEqual([
      'B12',
      'Số hồ sơ TTHC đã giải quyết',
      'hồ sơ',
      written,
      written,
    ]);
    expect(text).toContain('Chưa có số: Phòng Quản lý đất đai');
  });

  it('says how much of the year the figures cover where the period does not open it', async () => {
    const half = await writeReport({
      ...summary,
      period: periodOf('6T-2024'),
      totals: summary.totals.map((total) =>
        total.indicator === 'A05' ? { ...total, cumulative: 7 } : total,
      ),
    });
    expect(paragraphsOf(half).join('\n')).toMatch(
      /Đăng ký \d+ mô hình, điển hình “Dân vận khéo” \(lũy kế: 07\), gồm/,
    );
    expect(text).not.toContain('(lũy kế: ');
  });

  it('tells dates as a span and states of affairs in a table, each once', () => {
    expect(text).toContain(
      '- Ngày ban hành kế hoạch dân vận của đơn vị: 10/10 phòng, đơn vị, ngày 27/02/2024.',
    );
    expect(text).toContain(
      'Tổng kết Đề án số 01-ĐA/BDVTU-UBND\n' + 'Đã xong; số 12/BC, ngày 10/3/2024\n10 phòng, đơn vị',
    );
  });

  it('lists the reports it was made from in Phụ lục II, with where their figures stand', () => {
    inOrder('Phụ lục II', 'NGUỒN SỐ LIỆU');
    expect(text).toContain(
      'Văn phòng Sở\nQ1-2024-VPS-0000000100\n07:12 15/03/2024\n' +
        'Số liệu: trang tính “Số liệu”, cột E–F, dòng 9–43.\nLời văn: trang tính “Lời văn”, cột A, dòng 2–3.',
    );
    expect(text).toContain('Thanh tra Sở\nKhai không phát sinh\n');
    const total = summary.totals.find(({ indicator }) => indicator === 'A01');
    const [first, second] = total?.contributions ?? [];
    expect(text).toContain(
      `A01\n${total?.value}\n1: ${first?.value} [Số liệu!E9]; 2: ${second?.value} [Số liệu!E9]; `,
    );
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
    expect(text).not.toContain('Bản 1');
    expect(paragraphsOf(await writeReport(sampleSummary(second)))).toContain('(Bản 2, thay bản 1)');
  });

  it('says of an interim summary that its figures are not final', async () => {
    const interim = { ...sampleManifest(), kind: 'interim' as const };
    expect(paragraphsOf(await writeReport(sampleSummary(interim)))).toContain(
      '(Số liệu tạm tính, tính đến 09 giờ 00 phút, ngày 19/03/2024)',
    );
  });

  it('says "—" where nobody is expected, and that all have filed where they have', async () => {
    const manifest = sampleManifest();
    const nobody = await writeReport(sampleSummary({ ...manifest, expected: [] }));
    expect(paragraphsOf(nobody).join('\n')).toContain('(tỷ lệ: —)');
    const everybody = { ...manifest, expected: ['VPS', 'TTRA'] };
    expect(paragraphsOf(await writeReport(sampleSummary(everybody))).join('\n')).toContain(
      'Tất cả phòng, đơn vị phải báo cáo đều đã thực hiện chế độ báo cáo.',
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
