import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import { isOpen } from '../../../../shared/summary/report/signed-text.ts';
import { lackingParts, unnumberedBases } from '../../../../shared/summary/report/wanted.ts';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { paragraphsOf, partsOf } from '../../documents/reopened.ts';
import { regime, sampleManifest, sampleSummary } from '../sample.ts';

const summary = sampleSummary();
const written = async (of: Summary, stage: 'draft' | 'issued' = 'draft') =>
  paragraphsOf(await writeReport(of, stage));
const withRegime = (changes: Partial<typeof regime>): Summary => ({
  ...summary,
  regime: { ...regime, ...changes },
});

describe('the draft asks of the office', () => {
  it('says of no unit that it has nothing to ask, and numbers no part that stands alone', async () => {
    const of = sampleSummary({ ...sampleManifest(), decisions: [] });
    const entry = (text: string) => ({
      unit: { code: 'VPS', name: 'Văn phòng Sở' },
      upload: 'upload-VPS',
      paragraphs: [{ text, source: { paragraph: 1 } }],
    });
    const wrote = (texts: Readonly<Record<string, string>>): Summary => ({
      ...of,
      totals: [],
      narrative: regime.sections.map(({ id }) => ({
        section: id,
        entries: texts[id] === undefined ? [] : [entry(texts[id])],
        groups: [],
      })),
    });
    const lacks = wrote({ V: 'Nội dung tuyên truyền còn lồng ghép do biên chế ít.', IV: 'Đã làm tốt việc.' });
    const [draft, issued] = [await written(lacks), await written(lacks, 'issued')];
    const under = (heading: string) => draft[draft.indexOf(heading) + 1];
    expect(under('1. Ưu điểm')).toContain('01 câu về nội dung này, chưa câu nào được chọn');
    expect(under('3. Nguyên nhân')).toContain('nêu trong các câu ở mục Tồn tại, hạn chế');
    expect(issued).toContain('Tồn tại, hạn chế');
    expect(issued.join('\n')).not.toMatch(/Không có|KIẾN NGHỊ|trước khi trình ký|\d\. Tồn tại/);
    expect(lackingParts(lacks)).toEqual(['Ưu điểm', 'Nguyên nhân', 'Kiến nghị, đề xuất']);
    const asks = wrote({
      IV: 'Đã giúp 12 hộ dân.',
      V: 'Máy ít.',
      VI: 'Do cũ.',
      VIII: 'Đề nghị Tỉnh ủy giúp.',
    });
    expect(lackingParts(asks)).not.toContain('Kiến nghị, đề xuất');
  });

  it('asks for number and day of what it is made on, and nothing of what has them', async () => {
    const asked =
      '(Căn cứ chưa ghi số, ngày ban hành: Kế hoạch triển khai thực hiện công tác dân vận năm 2024 của Sở, khi phát hành sẽ hỏi;';
    expect((await written(summary)).join('\n')).toContain(asked);
    expect((await written(summary, 'issued')).join('\n')).not.toContain('chưa ghi số');
    const bases = ['Kế hoạch số 05/KH-STNMT ngày 15/02/2024 của Sở', 'Nghị định số 30/2020/NĐ-CP'];
    expect((await written(withRegime({ report: { ...regime.report, bases } }))).join('\n')).not.toContain(
      'chưa ghi số',
    );
    expect(unnumberedBases(regime)).toHaveLength(1);
  });

  it('says in the draft who is asked for something and does not get the report', async () => {
    const asking = (of: string) => ({
      ...summary,
      narrative: [
        {
          section: 'VIII',
          entries: [
            {
              ...{ unit: { code: 'VPS', name: 'Văn phòng Sở' }, upload: 'upload-VPS' },
              paragraphs: [{ text: `Đề nghị ${of} hỗ trợ thùng rác cho 12 xã.`, source: { paragraph: 1 } }],
            },
          ],
          groups: [],
        },
      ],
    });
    const absent =
      /\(Có kiến nghị với UBND tỉnh, chưa có tên ở phần Nơi nhận, khi phát hành sẽ hỏi; đề nghị /;
    expect((await written(asking('UBND tỉnh'))).join('\n')).toMatch(absent);
    expect((await written(asking('UBND tỉnh'), 'issued')).join('\n')).not.toMatch(absent);
    expect((await written(asking('Ban Dân vận Tỉnh ủy'))).join('\n')).not.toContain('Có kiến nghị với');
    expect(
      isOpen(
        outlineOf(asking('UBND tỉnh'), 'draft').lines.find(({ text: of }) => absent.test(of))?.text ?? '',
      ),
    ).toBe(true);
  });

  it('names whose answer in words is not told beside the others', async () => {
    const internal = 'Đã gửi về Văn phòng Sở, chờ văn bản hướng dẫn';
    const totals = summary.totals.map((total) =>
      total.indicator === 'D01'
        ? {
            ...total,
            contributions: total.contributions.map((each) =>
              each.unit === 'KHTC' ? { ...each, value: internal } : each,
            ),
          }
        : total,
    );
    const asked =
      '(Chưa nêu câu trả lời khác về tổng kết 10 năm Chỉ thị số 27-CT/TU của Phòng Kế hoạch - Tài chính; xem tệp số liệu; đề nghị bổ sung nếu cần trước khi trình ký.)';
    expect(await written({ ...summary, totals })).toContain(asked);
    const issued = (await written({ ...summary, totals }, 'issued')).join('\n');
    expect(issued).toMatch(/27-CT\/TU \((\d+)\/\d+ đơn vị\): /);
    expect(issued).not.toMatch(/trả lời khác|Đã gửi về Văn phòng Sở/);
    expect(isOpen(asked)).toBe(true);
  });

  it('names who answered where no answer can be told', async () => {
    const long = `Chờ ${'cấp trên '.repeat(20)}hướng dẫn`;
    const totals = summary.totals.map((total) =>
      total.indicator === 'D01'
        ? { ...total, contributions: total.contributions.map((each) => ({ ...each, value: long })) }
        : total,
    );
    expect((await written({ ...summary, totals })).join('\n')).toMatch(
      /\(Chưa nêu câu trả lời về tổng kết 10 năm Chỉ thị số 27-CT\/TU của /,
    );
  });

  describe('says of figures that look wrong', () => {
    const why = { vi: 'gấp 16 lần', en: '16 times' };
    const outlier = (unit: string, indicator: string, value: number, usual: number) =>
      ({ unit, indicator, value, usual, against: 'history', why }) as const;
    const doubted: Summary = {
      ...summary,
      outliers: [outlier('VPS', 'A03', 80, 20), outlier('TTPTQD', 'A03', 2690, 165)],
      discrepancies: [{ unit: 'VPS', indicator: 'C01', added: 86, stated: 101, source: null }],
    };
    const asked =
      '(Cần xem lại: Trung tâm Phát triển quỹ đất tỉnh báo cáo số lượt người dự hội nghị quán triệt là 2.690, các kỳ trước ' +
      'khoảng 165; Văn phòng Sở báo cáo số lượt người dự hội nghị quán triệt là 80, các kỳ trước khoảng 20, khi phát hành sẽ hỏi; đề nghị xác nhận ' +
      'với đơn vị hoặc sửa trước khi trình ký.)';

    it('which they are, below their very sentences, in the draft alone', async () => {
      const lines = await written(doubted);
      expect(lines[lines.indexOf(asked) - 1]).toContain('lượt người dự');
      expect(lines.findLast((each) => each.startsWith('(Cần xem lại'))).toContain(
        'là 101, cộng các kỳ được 86',
      );
      expect((await written(doubted, 'issued')).join('\n')).not.toContain('Cần xem lại');
      // Whoever signs strikes it: nobody looks for it in what was signed.
      expect(isOpen(asked)).toBe(true);
    });

    it('and that a sentence of the unit itself, which is told, has the figure too', async () => {
      const text = 'Vận động 2.690 lượt hộ dân xã Bảo Lâm hiến đất làm đường, nhờ đó bàn giao mặt bằng sớm.';
      const entry = (code: string) => ({
        ...{ unit: { code, name: code }, upload: `upload-${code}` },
        paragraphs: [{ text, source: { paragraph: 1 } }],
      });
      const saidBy = (code: string): Summary => ({
        ...{ ...doubted, discrepancies: [] },
        narrative: [{ section: 'II.1', entries: [entry(code)], groups: [] }],
      });
      const also = 'khoảng 165 (câu của đơn vị trong báo cáo cũng nêu số 2.690); Văn phòng Sở báo cáo';
      const [line = ''] = (await written(saidBy('TTPTQD'))).filter((each) => each.includes(also));
      expect(isOpen(line)).toBe(true);
      expect((await written(saidBy('KHTC'))).join('\n')).not.toContain('cũng nêu số');
    });

    it('the same in a comment at their paragraph, where the regime wants its sources so', async () => {
      const report = { ...regime.report, sources: 'comments' } as const;
      const bytes = await writeReport({ ...doubted, regime: { ...regime, report } });
      expect(paragraphsOf(bytes)).not.toContain(asked);
      expect(partsOf(bytes)['word/comments.xml']).toContain(asked);
      const issued = await writeReport({ ...doubted, regime: { ...regime, report } }, 'issued');
      expect(Object.keys(partsOf(issued)).filter((part) => part.includes('comments'))).toEqual([]);
      const { lines } = outlineOf({ ...doubted, regime: { ...regime, report } }, 'issued');
      expect(lines.flatMap((line) => (line.kind === 'figures' ? line.doubts : []))).toEqual([]);
    });

    it('nothing of a section that tells no figure, which then has no heading in what is issued either', () => {
      const totals = summary.totals.map((total) =>
        total.indicator.startsWith('C') ? { ...total, value: null, cumulative: null } : total,
      );
      const [draft, issued] = (['draft', 'issued'] as const).map((stage) =>
        outlineOf({ ...doubted, totals, narrative: [] }, stage).lines.flatMap((line) =>
          line.kind === 'heading' && /^\d/.test(line.text) ? [line.text] : [],
        ),
      );
      expect(issued?.length).toBeGreaterThan(0);
      expect(draft?.slice(0, issued?.length)).toEqual(issued);
    });

    it('of many the farthest off, and how many they are', async () => {
      const outliers = ['VPS', 'KHTC', 'TTPTQD', 'CN-CLO'].map((unit, n) => outlier(unit, 'A03', 100 + n, 1));
      expect((await written({ ...summary, outliers })).join('\n')).toMatch(
        /\(Cần xem lại: (?:[^;]+; ){3}và 01 điểm khác, xem tệp số liệu, khi phát hành sẽ hỏi; đề nghị/,
      );
    });

    it('and explains no abbreviation there, which would go with the line', async () => {
      const manifest = sampleManifest();
      const expected = manifest.versions.filter(({ state }) => state !== 'rejected').map(({ unit }) => unit);
      const all = sampleSummary({ ...manifest, decisions: [], pending: [], expected });
      const lines = await written({ ...all, outliers: [outlier('CN-CLO', 'A03', 80, 20)] });
      const named = lines.filter((each) => each.includes('VPĐKĐĐ'));
      expect(named).toEqual([
        expect.stringMatching(/^\(Cần xem lại: Chi nhánh VPĐKĐĐ huyện Cao Lộc báo cáo/),
      ]);
    });
  });
});
