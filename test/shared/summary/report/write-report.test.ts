import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import { internalWordIn } from '../../../../shared/summary/choice/internal-words.ts';
import { furtherFigures, statements, untoldAnswers } from '../../../../shared/summary/report/figures.ts';
import { writeFullTexts } from '../../../../shared/summary/report/full-texts.ts';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import { writeBrief } from '../../../../shared/summary/report/write-brief.ts';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import type { Summary } from '../../../../shared/summary/summary.ts';
import { paperWords } from '../../../../shared/wording/report.ts';
import { runs } from '../../../properties/runs.ts';
import { paragraphsOf, partsOf } from '../../documents/reopened.ts';
import { decisionOf, narrativeOf, periodOf, regime, sampleManifest, sampleSummary, ulid } from '../sample.ts';

const summary = sampleSummary();
const bytes = await writeReport(summary);
const paragraphs = paragraphsOf(bytes);
const text = paragraphs.join('\n');
const written = async (of: Summary, stage: 'draft' | 'issued' = 'draft') =>
  paragraphsOf(await writeReport(of, stage));
const withRegime = (changes: Partial<typeof regime>): Summary => ({
  ...summary,
  regime: { ...regime, ...changes },
});

describe('the draft of the consolidated report', () => {
  it('opens as an official document does, its number and day left open', () => {
    for (const expected of [
      'UBND TỈNH LẠNG SƠN',
      'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-STNMT',
      'DỰ THẢO',
      'BÁO CÁO',
      'Kết quả công tác dân vận quý I năm 2024',
    ]) {
      expect(paragraphs).toContain(expected);
    }
    expect(text).toMatch(/\nLạng Sơn, ngày {2,}tháng {2,}năm/);
    expect(text).toContain(
      'Thực hiện Kế hoạch số 148-KH/TU ngày 23/01/2024 của Tỉnh ủy Lạng Sơn về công tác dân vận năm 2024; ' +
        'Kế hoạch triển khai thực hiện công tác dân vận năm 2024 của Sở, ' +
        'Sở Tài nguyên và Môi trường báo cáo kết quả công tác dân vận quý I năm 2024 như sau:',
    );
  });

  it('ends its text with "./.", then who receives it, each for what, and who signs', () => {
    const closing = paragraphs.findIndex((each) => each.endsWith('./.'));
    expect(paragraphs.filter((each) => each.endsWith('./.'))).toHaveLength(1);
    expect(paragraphs.slice(closing + 1, closing + 6)).toEqual([
      'Nơi nhận:',
      '- Ban Dân vận Tỉnh ủy (để b/c);',
      '- Lãnh đạo Sở (để chỉ đạo);',
      '- Các phòng, đơn vị thuộc Sở (để thực hiện);',
      '- Lưu: VT, VP.',
    ]);
    expect(paragraphs).toContain('GIÁM ĐỐC');
    expect(paragraphs).toContain('(Họ và tên)');
  });

  it('keeps the lines of a regime that lists its receivers as they are to be printed', async () => {
    const { receivers: _, ...authority } = regime.authority;
    const lines = await written(withRegime({ authority }));
    for (const each of regime.authority.addressees) expect(lines).toContain(`- ${each}`);
  });

  it('is signed in the head’s place by the form and the name that the regime says', async () => {
    const signing = { form: 'KT.', role: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn Hà' } as const;
    const lines = await written(withRegime({ authority: { ...regime.authority, signing } }), 'issued');
    const at = lines.indexOf('KT. GIÁM ĐỐC');
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toBe('PHÓ GIÁM ĐỐC');
    expect(lines).toContain('Nguyễn Văn Hà');
    expect(lines).not.toContain('(Họ và tên)');
  });

  it('says once whose figures are in it, and never of the whole authority what some gave', () => {
    expect(text).toContain(
      'Báo cáo được tổng hợp từ 11/14 phòng, đơn vị (10 đơn vị có số liệu; Thanh tra Sở không phát sinh); ' +
        'chưa có số liệu của: Chi nhánh VPĐKĐĐ huyện Cao Lộc (VPĐKĐĐ: Văn phòng Đăng ký đất đai); Chi nhánh VPĐKĐĐ huyện Hữu Lũng; ' +
        'Chi nhánh VPĐKĐĐ huyện Lộc Bình. Số liệu tính từ ngày 15/12/2023 đến hết ngày 14/3/2024.',
    );
    // And once more below Phụ lục I, which may lie on another table without the report.
    expect(text.match(/chưa có số liệu/gi)).toHaveLength(2);
    expect(paragraphs.at(-1)).toContain(
      'Phụ lục được tổng hợp từ 11/14 phòng, đơn vị (10 đơn vị có số liệu; ',
    );
    expect(paragraphs.at(-1)).toContain('Số liệu tính từ ngày 15/12/2023 đến hết ngày 14/3/2024.');
    expect(text).not.toMatch(/Toàn Sở|Tổng số công chức.* là/);
    // Whoever has nothing to report has reported too.
    expect(text).toMatch(/đạt [\d,]+% số công chức, viên chức, người lao động của 10 đơn vị có số liệu/);
    expect(text).toContain('10 đơn vị có số liệu đã ban hành ');
    expect(text).toMatch(
      /Số công chức, viên chức, người lao động có mặt cuối kỳ của 10 đơn vị có số liệu là/,
    );
  });

  it('says "Toàn Sở" where all are in', async () => {
    const manifest = sampleManifest();
    const expected = manifest.versions.filter(({ state }) => state !== 'rejected').map(({ unit }) => unit);
    const all = await written(sampleSummary({ ...manifest, decisions: [], pending: [], expected }));
    expect(all.join('\n')).toContain('Toàn Sở ban hành ');
    expect(all.join('\n')).toContain('Báo cáo được tổng hợp từ 11/11 phòng, đơn vị.');
  });

  it('says "Toàn Sở" of no year of which units lack a period, and counts every one of them', async () => {
    const manifest = sampleManifest();
    const expected = manifest.versions.filter(({ state }) => state !== 'rejected').map(({ unit }) => unit);
    const all = sampleSummary({ ...manifest, decisions: [], pending: [], expected });
    const year = [{ period: 'Q1-2024', title: periodOf('Q1-2024').title, reported: 5 }];
    const lacking = async (count: number) => {
      const gaps = expected.slice(0, count).map((unit) => ({ unit, periods: ['Q1-2024'] }));
      return (await written({ ...all, earlier: { ...all.earlier, year }, gaps })).join('\n');
    };
    const [one, six] = [await lacking(1), await lacking(6)];
    for (const each of [one, six]) expect(each).not.toContain('Toàn Sở');
    expect(one).toContain(
      'từ số liệu các kỳ trong năm của 11 phòng, đơn vị; 11/11 phòng, đơn vị có báo cáo năm; chưa gồm số liệu quý I của Văn phòng Sở.',
    );
    expect(six).toContain('báo cáo năm; chưa gồm số liệu quý I của 06 phòng, đơn vị.');
    expect(await lacking(0)).toContain('Toàn Sở ban hành ');
    // Two alone filed its last period; the figures of all are in the year.
    const gaps = [{ unit: 'VPS', periods: ['Q1-2024'] }];
    const last = { ...all, earlier: { ...all.earlier, year }, gaps, rate: { ...all.rate, filed: 2 } };
    expect((await written(last)).join('\n')).toContain(
      'của 11 phòng, đơn vị; 02/11 phòng, đơn vị có báo cáo năm; chưa gồm số liệu quý I của Văn phòng Sở',
    );
  });

  it('says of each sentence whose figures are in it: of all of them, and after another sentence anew', async () => {
    const manifest = sampleManifest();
    const expected = manifest.versions.filter(({ state }) => state !== 'rejected').map(({ unit }) => unit);
    const all = sampleSummary({ ...manifest, decisions: [], pending: [], expected });
    const lacking = async (of: Summary, codes: readonly string[]) => {
      const totals = of.totals.map((total) =>
        codes.includes(total.indicator) ? { ...total, blank: ['VPS'] } : total,
      );
      return (await written({ ...of, totals })).join('\n');
    };
    // Figures of different units make no sentence, be they a sum and its part or two of one event.
    const other = await lacking(all, ['A03']);
    expect(other).not.toMatch(/tổ chức \d+ hội nghị/);
    expect(other).toMatch(
      /[Ss]ố lượt người dự hội nghị quán triệt là \d+ lượt người \(số liệu của 10 đơn vị\)/,
    );
    expect(await lacking(all, ['A02', 'A03'])).toContain('10 đơn vị có số liệu đã tổ chức ');
    const [first] = regime.sections;
    const sentences = [
      ...['Toàn Sở ban hành {A01} văn bản', 'Đăng {A04} tin', 'Toàn Sở tổ chức {A02} hội nghị'],
      'Toàn Sở kiểm tra {A09} cuộc',
    ];
    const sections = regime.sections.map((each) => (each === first ? { ...each, sentences } : each));
    expect((await written(withRegime({ sections }))).join('\n')).toMatch(
      /10 đơn vị có số liệu đã ban hành \d+ văn bản\. Đăng \d+ tin \(số liệu của 09 đơn vị\)\. 10 đơn vị có số liệu đã tổ chức \d+ hội nghị\. Kiểm tra \d+ cuộc\./,
    );
  });

  it('lends nobody’s subject to a sentence about the figures of others', async () => {
    const [first] = regime.sections;
    const sentences = ['Toàn Sở ban hành {A01} văn bản', 'Toàn Sở tổ chức {A02} hội nghị'];
    const sections = regime.sections.map((each) => (each === first ? { ...each, sentences } : each));
    const blank: Readonly<Record<string, readonly string[]>> = { A01: ['VPS'], A02: ['KHTC'] };
    const of = withRegime({ sections });
    const totals = of.totals.map((total) => ({ ...total, blank: blank[total.indicator] ?? [] }));
    expect((await written({ ...of, totals })).join('\n')).toMatch(
      /\d+ đơn vị có số liệu đã ban hành \d+ văn bản\. \d+ đơn vị có số liệu đã tổ chức/,
    );
  });

  it('leaves out a sentence of which every figure is 0, and of others none of their figures', async () => {
    const with0 = (codes: readonly string[]) => ({
      ...summary,
      totals: summary.totals.map((total) => ({
        ...total,
        blank: [],
        value: codes.includes(total.indicator) ? 0 : total.value,
      })),
    });
    const carried = (await written(with0(['B08']))).join('\n');
    expect(carried).toMatch(/Đơn thư kỳ trước chuyển sang 0 đơn; tiếp nhận trong kỳ \d+ đơn/);
    expect((await written(with0(['B08', 'B09', 'B10', 'B11']))).join('\n')).not.toContain('Đơn thư kỳ trước');
  });

  it('leaves out of the parts of one whole those that are 0 beside others', async () => {
    const parts = async (A06: number, A07: number, blank: readonly string[] = []) => {
      const values: Readonly<Record<string, number>> = { A05: 7, A06, A07 };
      const totals = summary.totals.map((total) => ({
        ...total,
        value: values[total.indicator] ?? total.value,
        blank: total.indicator in values ? blank : [],
      }));
      const text = (await written({ ...summary, totals })).join('\n');
      return /ăng ký 07 mô hình, điển hình “Dân vận khéo”, gồm ([^.]*)\./.exec(text)?.[1];
    };
    expect(await parts(5, 2)).toBe('05 tập thể và 02 cá nhân');
    expect(await parts(7, 0)).toBe('07 tập thể');
    expect(await parts(0, 7)).toBe('07 cá nhân');
    expect(await parts(0, 0)).toBe('0 tập thể và 0 cá nhân');
    const [{ code: blank } = { code: '' }] = summary.contributors;
    expect(await parts(7, 0, [blank])).toBe('07 tập thể và 0 cá nhân (số liệu của 09 đơn vị)');
  });

  it('puts what is left of more parts together again', async () => {
    const parts = async (...values: readonly number[]) => {
      const [A05, A06, A07] = ['A05', 'A06', 'A07'].map((code) =>
        summary.totals.find((each) => each.indicator === code),
      );
      const of = summary.regime.indicators.find(({ code }) => code === 'A07');
      if (!A05 || !A06 || !A07 || !of) throw new Error('the regime has other indicators');
      const made = [A05, A06, A07, { ...A07, indicator: 'A99' }].map((total, n) => ({
        ...total,
        value: [9, ...values][n] ?? 0,
        blank: [],
      }));
      const regime = {
        ...summary.regime,
        indicators: [...summary.regime.indicators, { ...of, code: 'A99' }],
        sections: summary.regime.sections.map((section) => ({
          ...section,
          sentences:
            section.sentences.length > 0
              ? ['Đăng ký {A05} mô hình, gồm {A06} tập thể, {A07} cá nhân và {A99} hộ']
              : [],
        })),
      };
      const others = summary.totals.filter(({ indicator }) => !['A05', 'A06', 'A07'].includes(indicator));
      const text = (await written({ ...summary, regime, totals: [...others, ...made] })).join('\n');
      return /Đăng ký 09 mô hình, gồm ([^.]*)\./.exec(text)?.[1];
    };
    expect(await parts(5, 3, 1)).toBe('05 tập thể, 03 cá nhân và 01 hộ');
    expect(await parts(5, 0, 4)).toBe('05 tập thể và 04 hộ');
    expect(await parts(0, 5, 4)).toBe('05 cá nhân và 04 hộ');
    expect(await parts(0, 9, 0)).toBe('09 cá nhân');
  });

  it('keeps a part of 0 that not everybody gave, where figures stand without a sentence of their own', async () => {
    const sections = summary.regime.sections.map((section) => ({ ...section, sentences: [] }));
    const figures = async (blank: readonly string[]) => {
      const values: Readonly<Record<string, number>> = { A05: 9, A06: 6, A07: 0 };
      const totals = summary.totals.map((total) => ({
        ...total,
        value: values[total.indicator] ?? total.value,
        blank: total.indicator === 'A07' ? blank : [],
      }));
      return (await written({ ...summary, regime: { ...summary.regime, sections }, totals })).join('\n');
    };
    expect(await figures([])).toMatch(/09 mô hình \([^)]*trong đó tập thể 06\)/);
    expect(await figures(['KHTC'])).toMatch(/09 mô hình \([^)]*trong đó tập thể 06[^)]*cá nhân 0/);
  });

  it('says of nothing that it did not occur where units left it blank', async () => {
    const of = sampleSummary();
    const nought = (blank: readonly string[]) =>
      of.totals.map((total) => (total.indicator === 'A08' ? { ...total, value: 0, blank } : total));
    const [all, some] = await Promise.all(
      [nought([]), nought(['VPS'])].map(async (totals) => (await written({ ...of, totals })).join('\n')),
    );
    // Three of those who owe are silent, so of the whole authority nobody knows it.
    expect(all).toMatch(/Trong kỳ, 10 đơn vị có số liệu không phát sinh: [^.]*được công nhận/);
    const { versions, ...manifest } = sampleManifest();
    const filed = versions.filter(({ state }) => state !== 'rejected');
    const expected = filed.map(({ unit }) => unit);
    const whole = sampleSummary({ ...manifest, versions: filed, decisions: [], pending: [], expected });
    const none = whole.totals.map((each) => (each.indicator === 'A08' ? { ...each, value: 0 } : each));
    expect((await written({ ...whole, totals: none })).join('\n')).toMatch(
      /Trong kỳ không phát sinh: [^.]*được công nhận/,
    );
    expect(some).not.toMatch(/không phát sinh: [^.]*được công nhận/);
    expect(some).toMatch(/được công nhận là 00? mô hình \(số liệu của \d+ đơn vị\)/);
  });

  it('names those who reported where they are few, and counts the others', async () => {
    const manifest = sampleManifest();
    const few = sampleSummary({
      ...manifest,
      versions: manifest.versions.slice(0, 3),
      decisions: [],
      pending: [],
    });
    expect((await written(few)).join('\n')).toContain(
      'từ 03/14 phòng, đơn vị; gồm: Văn phòng Sở; Phòng Kế hoạch - Tài chính; Phòng Quản lý đất đai; ' +
        'chưa có số liệu của 11 phòng, đơn vị còn lại.',
    );
    const nobody = sampleSummary({ ...manifest, versions: [], decisions: [] });
    expect((await written(nobody)).join('\n')).toContain('Chưa có số liệu của phòng, đơn vị nào.');
  });

  it('follows the outline with real headings; what nobody wrote is asked of the office', () => {
    const headings = [
      ...['I. KẾT QUẢ THỰC HIỆN', '1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận'],
      ...[
        '2. Xây dựng và thực hiện dân chủ ở cơ sở',
        '5. Tổ chức thực hiện',
        'II. ĐÁNH GIÁ CHUNG',
        '1. Ưu điểm',
      ],
      ...[
        '2. Tồn tại, hạn chế',
        '3. Nguyên nhân',
        'III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2024',
        'IV. KIẾN NGHỊ, ĐỀ XUẤT',
      ],
    ].map((each) => paragraphs.indexOf(each));
    expect(headings).not.toContain(-1);
    expect(headings).toEqual(headings.toSorted((a, b) => a - b));
    const causes = paragraphs.indexOf('3. Nguyên nhân');
    expect(paragraphs[causes + 1]).toContain('đề nghị bổ sung trước khi trình ký');
    const requests = paragraphs.indexOf('IV. KIẾN NGHỊ, ĐỀ XUẤT');
    expect(paragraphs[requests + 1]).toContain('nếu không bổ sung, bản trình ký bỏ mục này');
  });

  it('names what lies ahead by when the data of the period close', async () => {
    const ahead = async (period: Summary['period']) =>
      (await written({ ...summary, period })).find((each) => each.startsWith('III. '));
    expect(await ahead(periodOf('6T-2024'))).toBe('III. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024');
    expect(await ahead(periodOf('9T-2024'))).toBe('III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2024');
    const month = { from: '2024-02-15', to: '2024-03-14' };
    expect(await ahead({ ...periodOf('Q1-2024'), window: month })).toBe('III. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI');
  });

  it('keeps what is asked of the authority itself inside', () => {
    expect(text).not.toContain('Sở tổ chức tập huấn');
    const { choice } = outlineOf(summary, 'draft');
    expect(
      choice.all.some(({ part, text: said }) => part === 'internal' && said.includes('Sở tổ chức tập huấn')),
    ).toBe(true);
  });

  it('tells each figure once: no cumulative one where it is the same, not added over periods, or at odds', async () => {
    expect(text).not.toContain('lũy kế');
    const title = { vi: 'Báo cáo quý II năm 2024', en: 'Report of the second quarter of 2024' };
    const half = (changes: Partial<Summary['totals'][number]>): Summary => ({
      ...summary,
      period: { ...periodOf('6T-2024'), title },
      totals: summary.totals.map((total) => ({
        ...total,
        contributions: total.contributions.map((each) => ({ ...each, cumulative: each.value })),
        ...(['A01', 'A05'].includes(total.indicator) && { cumulative: (total.value ?? 0) + 7, ...changes }),
      })),
    });
    const told = (await written(half({}))).join('\n');
    const value = summary.totals.find(({ indicator }) => indicator === 'A01')?.value ?? 0;
    expect(told).toContain(
      `ban hành ${value} văn bản lãnh đạo, chỉ đạo, triển khai công tác dân vận (lũy kế ${value + 7}).`,
    );
    // Models are counted anew each time, so there is no sum of them.
    expect(told).toMatch(/Đăng ký \d+ mô hình, điển hình “Dân vận khéo”, gồm/);
    const change = (before: number) => ({ before, delta: null, percent: null });
    const atOdds = half({ previous: { value: change(1), cumulative: change(1), atOdds: true } });
    expect((await written(atOdds)).join('\n')).toContain(
      `ban hành ${value} văn bản lãnh đạo, chỉ đạo, triển khai công tác dân vận, `,
    );
    expect((await written(atOdds)).join('\n')).not.toMatch(/công tác dân vận[^.]*lũy kế/);
  });

  it('tells what was issued, and states of affairs by what most said, several in one sentence', () => {
    expect(text).toContain('10 đơn vị đã ban hành kế hoạch dân vận của đơn vị.');
    expect(text).toContain('Tổng kết 10 năm Chỉ thị số 27-CT/TU: chưa có hướng dẫn (10 đơn vị).');
  });

  it('tells a part with the name of its own whole, be that told already, unknown or 0', () => {
    const count = (code: string, name: string) => ({
      ...{
        code,
        section: 'II.1',
        name: { vi: name, en: name },
        unitOfMeasure: 'cuộc',
        type: 'count' as const,
      },
      ...{ acrossUnits: 'sum' as const, acrossPeriods: 'sum' as const, aliases: [] },
    });
    const [sample] = summary.totals;
    const told = (
      figures: Record<string, readonly [string, number | null]>,
      codes: readonly string[],
      blank: readonly string[] = [],
    ) => {
      const indicators = Object.entries(figures).map(([code, [name]]) => count(code, name));
      const totals = Object.entries(figures).flatMap(([indicator, [, value]]) =>
        sample
          ? [{ ...sample, indicator, value, blank, cumulative: null, previous: null, lastYear: null }]
          : [],
      );
      return furtherFigures({ ...withRegime({ indicators }), totals }, 'II.1', {
        codes: new Set(codes),
        own: new Set(),
      });
    };
    const two = (whole: number | null) =>
      ({
        X1: ['Số đơn', 9],
        X2: ['Số cuộc họp', whole],
        X3: ['Trong đó: trực tuyến', 4],
      }) as const;
    expect(told(two(7), [])).toEqual(['Số đơn là 09 cuộc; số cuộc họp là 07 cuộc (trong đó trực tuyến 04).']);
    for (const each of [told(two(7), ['X2']), told(two(null), [])]) {
      expect(each).toEqual(['Số đơn là 09 cuộc; số cuộc họp: trong đó trực tuyến 04.']);
    }
    const [some = ''] = told(two(7), ['X1'], [regime.units[0]?.code ?? '']);
    expect(some).toMatch(
      / 07 cuộc \(số liệu của \d+ đơn vị\) \(trong đó trực tuyến 04 của \d+ đơn vị có số liệu\)\.$/,
    );
    // Units are missing.
    expect(told({ X1: ['Tổng số đơn', 9] }, [])).toEqual(['Số đơn là 09 cuộc.']);
    const three = { ...two(7), X4: ['Trong đó: trực tiếp', 0] } as const;
    expect(told(three, ['X1'])).toEqual(['Số cuộc họp là 07 cuộc (trong đó trực tuyến 04).']);
    expect(told(two(0), ['X1'])).toEqual(['Số cuộc họp là 0 cuộc (trong đó trực tuyến 04).']);
    expect(told({ X1: ['Số UBND xã', 0], X2: ['UBND họp', 0] }, [])).toEqual([
      'Trong kỳ, 10 đơn vị có số liệu không phát sinh: UBND xã; UBND họp.',
    ]);
  });

  describe('of answers in words', () => {
    const answered = (said: readonly string[], rest: string | null) => {
      const [{ section = '' } = {}] = regime.indicators.filter(({ code }) => code === 'D01');
      const totals = summary.totals.flatMap((total) =>
        total.indicator === 'D01'
          ? {
              ...total,
              contributions: regime.units
                .slice(0, 10)
                .map(({ code: unit }, n) => ({ ...total.contributions[0], unit, value: said[n] ?? rest })),
            }
          : [],
      );
      const of = { ...summary, totals: totals as unknown as Summary['totals'] };
      return [
        ...statements(of, section),
        ...untoldAnswers(of, section).map(({ units }) => units.length),
      ].join(' ');
    };

    it('tells those of most whole, and leaves the others to the office', () => {
      const said = [
        ...['Đang thực hiện, chờ văn bản hướng dẫn', 'Chờ họp', 'Lấy ý kiến'],
        ...['Đã gửi về Văn phòng Sở, chờ văn bản hướng dẫn', 'Lấy số liệu, chờ văn bản hướng dẫn'],
      ];
      expect(answered(said, 'Đã xong')).toMatch(
        /27-CT\/TU \(07\/10 đơn vị\): đã xong \(05 đơn vị\); đang thực hiện, chờ văn bản hướng dẫn \([^)]*\); chờ họp \([^)]*\)\. 3$/,
      );
    });

    it('count every unit that answered in exactly one group, or say of how many the groups are', () => {
      const answer = fc.constantFrom(
        ...['Đã xong', 'đã xong', 'Chờ họp', 'Lấy ý kiến', 'Đang làm', 'Chưa làm', '', 'số …'],
        ...['Đã gửi về Văn phòng Sở', 'Đang thu thập số liệu của các xã, phường, thị trấn '.repeat(4)],
      );
      fc.assert(
        fc.property(fc.array(answer, { minLength: 10, maxLength: 10 }), (said) => {
          const told = answered(said, null);
          const answers = said.filter((each) => each !== '' && each !== 'số …').length;
          const [whole = '', some, all] = /\((\d+)\/(\d+) đơn vị\)/.exec(told) ?? [];
          const groups = [...told.replace(whole, '').matchAll(/\((?:(\d+) đơn vị|([^()]+))\)/gu)].map(
            ([, count, names = '']) => (count === undefined ? names.split('; ').length : Number(count)),
          );
          const counted = groups.reduce((sum, each) => sum + each, 0);
          expect([told, counted]).toEqual([told, groups.length === 0 ? 0 : Number(some ?? answers)]);
          if (all !== undefined) expect([told, Number(all)]).toEqual([told, answers]);
        }),
        { numRuns: runs(100) },
      );
    });

    it('cuts none to an end that several share, whose beginning may say the opposite', () => {
      const said = [
        'Đã triển khai tại năm xã, riêng xã Tân Thanh, chưa triển khai thực hiện',
        'Cơ bản hoàn thành ở huyện, chỉ hai thôn, chưa triển khai thực hiện',
        'Trừ xã Bảo Lâm, đã hoàn thành toàn bộ',
        'Dự kiến đến 30/6, đã hoàn thành toàn bộ',
        'Chưa thực hiện do thiếu kinh phí, nhân lực để thực hiện',
      ];
      const told = answered(said, null);
      const whole = said.slice(0, 3).map((each) => each.charAt(0).toLowerCase() + each.slice(1));
      for (const each of whole) expect(told).toContain(`${each} (`);
      expect(told).toMatch(/[^;] 2$/);
    });
  });

  it.each(['UBND tỉnh đã ban hành', 'Sở đã tổng kết'])(
    'tells what a unit answers word for word: %s',
    async (said) => {
      const totals = summary.totals.map((total) =>
        total.indicator === 'D01'
          ? { ...total, contributions: total.contributions.map((each) => ({ ...each, value: said })) }
          : total,
      );
      expect((await written({ ...summary, totals })).join('\n')).toContain(`27-CT/TU: ${said} (10 đơn vị).`);
    },
  );

  it('has Phụ lục I with the figures that are known, without codes, and no other appendix', () => {
    const start = paragraphs.indexOf('Phụ lục I');
    const appendix = paragraphs.slice(start);
    expect(paragraphs).not.toContain('Phụ lục II');
    const row = appendix.indexOf('Số hồ sơ TTHC đã giải quyết');
    const total = summary.totals.find(({ indicator }) => indicator === 'B12')?.value ?? 0;
    expect(appendix.slice(row - 1, row + 3)).toEqual([
      ...['11', 'Số hồ sơ TTHC đã giải quyết', 'hồ sơ', new Intl.NumberFormat('vi-VN').format(total)],
    ]);
    expect(appendix).not.toContain('Ngày ban hành kế hoạch dân vận của đơn vị');
    const blank = appendix.indexOf('Số tin, bài, tài liệu tuyên truyền');
    expect(appendix[blank + 3]).toBe('09 đơn vị');
    for (const { code } of regime.indicators) expect(appendix).not.toContain(code);
  });

  it('says in Phụ lục I of how many units a share is: of those who gave all it is made of', async () => {
    const parts = { B13: ['TTRA'], B12: ['TTRA', 'KHTC'] } as Readonly<Record<string, readonly string[]>>;
    const totals = summary.totals.map((total) => ({ ...total, blank: parts[total.indicator] ?? [] }));
    const of = async (all: Summary) => {
      const appendix = await written(all);
      const row = appendix.lastIndexOf('Tỷ lệ hồ sơ TTHC giải quyết trước hạn và đúng hạn');
      return appendix[row + 3];
    };
    expect(await of({ ...summary, totals })).toBe('08 đơn vị');
  });

  it('calls in Phụ lục I nothing a total while units are missing, and explains the signs that stand in it alone', async () => {
    expect(paragraphs).toContain('Số công chức, viên chức, người lao động có mặt cuối kỳ');
    expect(text).not.toMatch(/Tổng số công chức|điểm phần trăm|gấp bao nhiêu/);
    const half = (before: number) => ({
      ...summary,
      period: periodOf('6T-2024'),
      totals: summary.totals.map((total) => ({
        ...total,
        previous: {
          value: { before: (total.value ?? 0) * before, delta: null, percent: null },
          cumulative: { before: null, delta: null, percent: null },
        },
      })),
    });
    const legends = [0.01, 1].map(async (before) => (await written(half(before))).join('\n'));
    expect(await legends[0]).toContain('×: gấp bao nhiêu lần');
    expect(await legends[1]).not.toContain('×: gấp bao nhiêu lần');
    expect(await legends[1]).toContain('=: bằng kỳ được so sánh');
    expect(paperWords.legend(['= (3\u00a0ĐV)']).join()).toContain('=: bằng kỳ được so sánh');
  });

  it('leaves nothing that announces what follows at the foot of a page', async () => {
    const said = (n: number) =>
      [
        'Đã vận động 12 hộ dân thôn Nà Pàn hiến đất mở đường.',
        'Trao 30 suất quà cho học sinh nghèo xã Tú Mịch.',
        'Ra quân trồng 500 cây dọc suối Bản Lầy.',
      ][n] ?? '';
    const telling = {
      ...summary,
      narrative: summary.narrative.map((section) => ({
        ...section,
        entries: section.entries
          .slice(0, 3)
          .map((entry, n) => ({ ...entry, paragraphs: [{ text: said(n), source: { paragraph: 1 } }] })),
      })),
    };
    const xml = partsOf(await writeReport(telling))['word/document.xml'] ?? '';
    const [announcing = ''] = xml.match(/<w:p>(?:(?!<\/w:p>).)*Một số kết quả nổi bật:/s) ?? [];
    expect(announcing).toContain('<w:keepNext/>');
  });

  it('never leaves the closing sentence and the signature a page of their own', async () => {
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    const said = [...xml.slice(0, xml.indexOf('Nơi nhận:')).matchAll(/<w:p>.*?<\/w:p>/gs)]
      .map(([each]) => each)
      .filter((each) => each.includes('<w:t'));
    const kept = said.slice(-2);
    expect(kept.at(-1)).toContain('./.');
    // A heading is kept by its style.
    for (const each of kept) expect(each).toMatch(/<w:keepNext\/>|w:val="Heading1"/);
  });

  it('explains below Phụ lục I the abbreviations that stand in it', async () => {
    const remarks = paragraphs.at(-1);
    expect(remarks).toMatch(/ TTHC: thủ tục hành chính\.$/);
    expect(remarks).toContain('VPĐKĐĐ: Văn phòng Đăng ký đất đai.');
    const { TTHC: _, ...others } = regime.report.abbreviations ?? {};
    const without = withRegime({
      report: { ...regime.report, abbreviations: { ...others, UBMT: 'Ủy ban Mặt trận' } },
    });
    expect((await written(without)).join('\n')).not.toMatch(/TTHC:|UBMT/);
  });

  it('says of a year which parts of it are lacking, and of nobody that it sent nothing', async () => {
    const titles = ['Q1-2024', '6T-2024', '9T-2024'].map((id) => ({
      period: id,
      title: periodOf(id).title,
      reported: 1,
    }));
    const gaps = [{ unit: 'VPS', periods: ['Q1-2024', '6T-2024', '9T-2024'] }];
    const of = {
      ...summary,
      period: periodOf('N-2024'),
      gaps,
      earlier: { ...summary.earlier, year: titles },
    };
    expect((await written(of)).join('\n')).toContain(
      'chưa gồm số liệu quý I, quý II, quý III của Văn phòng Sở; quý IV của Chi nhánh ',
    );
  });

  it('leaves no section of Phụ lục I alone at the foot of a page', () => {
    const xml = partsOf(bytes)['word/document.xml'] ?? '';
    const rows = xml.slice(xml.indexOf('Phụ lục I<')).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const sections = rows.filter((row) => row.includes('EEF2F7'));
    expect(sections).toHaveLength(4);
    for (const row of sections) expect(row.match(/<w:keepNext\/>/g)).toHaveLength(2);
  });

  it('says once what an abbreviation in names stands for, and never in the words of a unit', async () => {
    // Behind the name, which would be torn apart.
    const whole = 'Chi nhánh VPĐKĐĐ huyện Cao Lộc (VPĐKĐĐ: Văn phòng Đăng ký đất đai)';
    const [body = ''] = text.split('\nPhụ lục I\n');
    expect(body.split('Văn phòng Đăng ký đất đai')).toHaveLength(2);
    expect(text.indexOf(whole)).toBeGreaterThan(0);
    expect(text.indexOf(whole)).toBeLessThan(text.indexOf('VPĐKĐĐ huyện Hữu Lũng'));
    const manifest = sampleManifest();
    const all = sampleSummary({ ...manifest, decisions: [], pending: [], expected: ['VPS', 'CN-TPLS'] });
    const said = 'Cùng VPĐKĐĐ trao 12 giấy chứng nhận tại thôn Nà Pàn cho hộ nghèo.';
    const telling = {
      ...all,
      narrative: all.narrative.map((section) => ({
        ...section,
        entries: section.entries
          .filter(({ unit }) => unit.code === 'CN-TPLS')
          .map((entry) => ({ ...entry, paragraphs: [{ text: said, source: { paragraph: 1 } }] })),
      })),
    };
    expect(await written(telling)).toContain(
      `- ${said.slice(0, -1)} (Chi nhánh VPĐKĐĐ thành phố Lạng Sơn; VPĐKĐĐ: Văn phòng Đăng ký đất đai).`,
    );
  });

  it('spells out no abbreviation in what a unit answered, nor within a longer one', () => {
    const answer = 'chờ MT họp';
    const of = withRegime({
      report: { ...regime.report, abbreviations: { MT: 'Mặt trận' }, tasks: ['Cùng Sở TN&MT và MT họp'] },
    });
    const totals = of.totals.map((total) => ({
      ...total,
      contributions: total.contributions.map((each) =>
        total.indicator === 'D01' ? { ...each, value: answer } : each,
      ),
    }));
    const lines = outlineOf({ ...of, totals }, 'draft').lines.map((line) => line.text);
    expect(lines.join('\n')).toContain(`: ${answer} (`);
    expect(lines).toContain('- Cùng Sở TN&MT và Mặt trận (MT) họp.');
  });

  it('looks ahead from a year to the next one, by the tasks of its own', async () => {
    const year = [{ period: 'Q1-2024', title: periodOf('Q1-2024').title, reported: 5 }];
    const of = { ...summary, period: periodOf('N-2024'), earlier: { ...summary.earlier, year } };
    const lines = await written(of, 'issued');
    const at = lines.indexOf('III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025');
    expect(lines[at + 1]).toBe(`- ${periodOf('N-2024').tasks?.[0]}`);
    expect(lines.join('\n')).not.toContain(regime.report.tasks[0]);
  });

  it('says of an interim summary that its figures are not final', async () => {
    const interim = { ...sampleManifest(), kind: 'interim' as const };
    expect(await written(sampleSummary(interim))).toContain(
      '(Số liệu tạm tính, tính đến 09 giờ 00 phút, ngày 19/3/2024)',
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

describe('the report as it goes upward', () => {
  const entered = { ...summary, paper: { ...blankPaper, number: '7', date: '2024-03-05' } };

  it('bears what the office entered, and nothing of the draft', async () => {
    const lines = await written(entered, 'issued');
    expect(lines).toContain('Số: 07/BC-STNMT');
    expect(lines).toContain('Lạng Sơn, ngày 05 tháng 3 năm 2024');
    expect(lines).toContain(
      '(Kèm theo Báo cáo số 07/BC-STNMT ngày 05 tháng 3 năm 2024 của Sở Tài nguyên và Môi trường)',
    );
    expect(lines.join('\n')).not.toMatch(/DỰ THẢO|Họ và tên|trước khi trình ký|đề nghị xem lại/);
    expect(lines).not.toContain('3. Nguyên nhân');
  });

  it('says whose place a later edition takes', async () => {
    const replaces = { number: '45', date: '2024-03-20' };
    const lines = await written({ ...entered, edition: 2, paper: { ...entered.paper, replaces } }, 'issued');
    expect(lines).toContain('(Thay thế Báo cáo số 45/BC-STNMT ngày 20/3/2024)');
    expect(await written({ ...summary, edition: 2 })).toContain('DỰ THẢO (lần 2)');
  });

  it('holds no word of the office’s own business, whatever units write', async () => {
    const told = [
      'Phòng đã nộp muộn 02 lần tại xã Bảo Lâm, xem tệp BC_Q1 (sua).xlsx.',
      'Hạn chế: chỉ tiêu A01 ở ô E12 chưa đúng, biên nhận Q1-2024-VPS-0000000100.',
      'Chi nhánh chưa nộp kế hoạch năm 2024 cho xã Bảo Lâm. Trang tính “Số liệu” có 12 dòng.',
    ];
    const manifest = sampleManifest();
    const strange: Summary = {
      ...summary,
      narrative: summary.narrative.map((section) => ({
        ...section,
        entries: section.entries.map((entry) => ({
          ...entry,
          paragraphs: told.map((each, n) => ({ text: each, source: { paragraph: n } })),
        })),
      })),
    };
    for (const each of [entered, strange]) {
      const files = partsOf(await writeReport(each, 'issued'));
      const lines = await written(each, 'issued');
      // Headers, notes and the file's own title too.
      const others = Object.entries(files).flatMap(([path, xml]) =>
        /^word\/(?!document|styles|theme|settings|numbering|fontTable)[a-z]+\d*\.xml$/.test(path)
          ? [xml.replace(/<[^>]+>/g, ' ')]
          : [],
      );
      expect(others.length).toBeGreaterThan(2);
      const title = /<dc:title>(.*?)</.exec(files['docProps/core.xml'] ?? '')?.[1] ?? '';
      expect([...lines, ...others, title].flatMap((line) => internalWordIn(line, regime) ?? [])).toEqual([]);
      for (const { code } of regime.units) expect(lines.join('\n')).not.toMatch(new RegExp(`^${code}$`, 'm'));
      expect(lines.join('\n')).not.toContain(manifest.run);
    }
    expect(partsOf(await writeReport(entered, 'issued'))['word/comments.xml'] ?? '').not.toContain('Q1-2024');
  });

  it('is stopped by each such word', () => {
    for (const line of [
      ...[
        'xem BC.docx',
        'theo biên nhận',
        'Q1-2024-VPS-0000000100',
        'ô E12',
        'Số liệu!E9',
        'A01 là 5',
        'X19',
      ],
      ...[
        'chưa nộp',
        'nộp muộn',
        'gửi báo cáo chậm',
        'từ chối tiếp nhận',
        '01HS0000000000000000000100',
        '100 × B13',
      ],
      ...[
        'Ô E12 để trống',
        'xem ô E12'.normalize('NFD'),
        'cột F, dòng 12',
        'Cột F chưa có số',
        'Dòng 12 để trống',
        'trong sheet Số liệu',
        'chỉ tiêu a01',
      ],
      ...['biểu E12:E14', 'Hai chi nhánh chưa nộp báo cáo', 'Đơn vị không nộp.'],
      ...['Đã gửi số liệu về Văn phòng Sở', 'đã rà soát, gửi về Văn phòng Sở đúng hạn'],
      'đã cung cấp số liệu cho Văn phòng Sở, chờ văn bản hướng dẫn',
    ]) {
      expect(internalWordIn(line, regime), line).not.toBeNull();
    }
    for (const line of [
      'đúng hạn',
      'Quốc lộ 1A',
      'Kết luận số 65-KL/TW',
      'báo cáo nhanh',
      'huyện Cao Lộc',
      'giấy A4',
      'Ba hộ dân chưa nộp tiền sử dụng đất',
      'Cơ sở không nộp phạt đúng hạn',
      'Đã chuyển trụ sở về gần Văn phòng Sở',
      'Đã chuyển 12 hồ sơ đến Văn phòng Sở Tư pháp',
      'Công dân gửi đơn đến Ủy ban nhân dân xã',
    ]) {
      expect(internalWordIn(line, regime), line).toBeNull();
    }
  });
});

describe('the office’s own documents', () => {
  it('hold in the annex all that units wrote, the same once under all names', async () => {
    const lines = paragraphsOf(await writeFullTexts(summary));
    const at = lines.indexOf('a) 10 phòng, đơn vị cùng nội dung');
    expect(lines[at + 1]).toMatch(/^\(Gồm: Văn phòng Sở; Phòng Kế hoạch - Tài chính; .*\)$/);
    const apart = paragraphsOf(
      await writeFullTexts({
        ...summary,
        narrative: summary.narrative.map((told) => ({
          ...told,
          groups: told.entries.map((entry) => ({ entry, alike: [] })),
        })),
      }),
    );
    expect(apart).toContain('k) Chi nhánh VPĐKĐĐ thành phố Lạng Sơn');
    const all = narrativeOf('CN-TPLS').flatMap(({ paragraphs: said }) => said.map((each) => each.text));
    for (const each of all) expect(apart).toContain(each);
  });

  it('hold in the annex of a year the texts of all its periods', async () => {
    const year = [{ period: 'Q1-2024', title: periodOf('Q1-2024').title, reported: 1 }];
    const source = { paragraph: 1 };
    const unit = { code: 'VPS', name: 'Văn phòng Sở' };
    const earlierNarrative = [
      {
        period: 'Q1-2024',
        section: 'II.1',
        entries: [{ unit, upload: ulid(1), paragraphs: [{ text: 'Viết từ quý I.', source }] }],
      },
    ];
    const of = {
      ...summary,
      earlier: { ...summary.earlier, year },
      earlierNarrative,
      period: periodOf('N-2024'),
    };
    const lines = paragraphsOf(await writeFullTexts(of));
    const at = lines.indexOf('Quý I năm 2024');
    expect(lines.slice(at, at + 4)).toEqual([
      'Quý I năm 2024',
      'a) Văn phòng Sở',
      'Viết từ quý I.',
      'Năm 2024',
    ]);
  });

  it('ask the leadership whether to sign or to wait where fewer than half have reported, and explain names', async () => {
    const { versions, ...manifest } = sampleManifest();
    const few = sampleSummary({ ...manifest, versions: versions.slice(0, 3), decisions: [], pending: [] });
    const points = paragraphsOf(await writeBrief(few));
    // Before whom to chase, and one of three.
    expect(points[points.indexOf('3. Cần quyết định') + 1]).toBe(
      '- Mới có 03/14 đơn vị báo cáo: ký báo cáo bước đầu hay chờ bổ sung.',
    );
    expect(points.filter((each) => each.startsWith('- ')).length).toBeLessThanOrEqual(3);
    const lines = points.join('\n');
    expect(lines).toContain('VPĐKĐĐ: Văn phòng Đăng ký đất đai.');
    const asked = 'ký báo cáo bước đầu hay chờ bổ sung; đề nghị quyết định trước khi trình ký.)';
    expect(paragraphsOf(await writeReport(few)).join('\n')).toContain(
      `(Mới có 03/14 đơn vị báo cáo: ${asked}`,
    );
    expect(paragraphsOf(await writeReport(few, 'issued')).join('\n')).not.toContain('Mới có');
    // In the text, and below the table, which is what gets copied.
    expect(
      paragraphsOf(await writeReport(few, 'issued'))
        .join('\n')
        .match(/Đây mới là số liệu bước đầu\./g),
    ).toHaveLength(2);
    expect(paragraphsOf(await writeReport(summary)).join('\n')).not.toContain('bước đầu.');
    expect(paragraphsOf(await writeReport(summary)).join('\n')).not.toContain('Mới có');
    expect(paragraphsOf(await writeBrief(summary)).join('\n')).not.toContain('Mới có');
  });

  it('tell the leadership together of several of whom the same is to be decided', async () => {
    const attempt: Summary['units'][number]['attempt'] = {
      upload: ulid(1),
      fileName: 'bc.xlsx',
      state: 'rejected',
      receivedAt: '2024-03-18T02:00:00Z',
      firstFinding: null,
    };
    const lines = summary.units.map(({ unit }): Summary['units'][number] => ({
      ...{ unit, status: 'on-time', counting: null, filedAt: null, attempt: null, pending: false },
      ...{ reason: null, findings: [] },
    }));
    const refused = (count: number) => [
      ...lines.slice(0, count).map((line) => ({ ...line, status: 'missing', attempt }) as const),
      ...lines.slice(count),
    ];
    const told = async (count: number) =>
      paragraphsOf(await writeBrief({ ...summary, units: refused(count) })).join('\n');
    const names = lines.slice(0, 4).map(({ unit }) => unit.name);
    expect(await told(4)).toContain(
      `- 04 đơn vị ở tình trạng “từ chối tiếp nhận”: ${names.join('; ')}; đề nghị sửa, gửi lại.`,
    );
    expect(await told(2)).toContain(`- ${names[0]}: từ chối tiếp nhận`);
    // Whom the page has no room for is counted there all the same.
    const [one, two, three, ...others] = lines;
    const various = [
      { ...one, status: 'missing', attempt },
      { ...two, status: 'missing', attempt: { ...attempt, state: 'unreadable' } },
      { ...three, status: 'returned' },
      ...others.map((line, n) => (n < 2 ? { ...line, status: 'missing' } : line)),
    ] as Summary['units'];
    const page = paragraphsOf(await writeBrief({ ...summary, units: various, outliers: [] }));
    expect(page).toContain('Còn 01 việc khác trên trang theo dõi (02 đơn vị chưa gửi báo cáo).');
  });

  it('tell the leadership on one page the rate, five figures and three decisions', async () => {
    const lines = paragraphsOf(await writeBrief(summary));
    expect(lines.join('\n')).toContain('11/14 phòng, đơn vị đã báo cáo (78,6%), trong đó 01 không phát sinh');
    expect(lines.join('\n')).toMatch(/Đúng hạn \d+\/14 \(01 không phát sinh; hạn: hết ngày /);
    // Nobody copies the figures of ten units for those of fourteen.
    expect(lines).toContain('2. Số liệu chính (của 10 đơn vị có số liệu)');
    // Nothing is compared with the first period, so there is no column for it.
    const [from, to] = [lines.indexOf('Trong kỳ'), lines.indexOf('3. Cần quyết định')];
    expect(lines).not.toContain('So sánh');
    expect((to - from - 2) / 3).toBe(5);
    // What the regime names first, with the others behind.
    expect(lines.slice(from + 1, to).filter((_, n) => n % 3 === 0)).toEqual([
      'Số cuộc đối thoại với người dân, doanh nghiệp, người lao động',
      'Số đơn còn tồn cuối kỳ',
      'Số hồ sơ TTHC đã giải quyết',
      'Tỷ lệ hồ sơ TTHC giải quyết trước hạn và đúng hạn',
      expect.stringContaining('Số văn bản lãnh đạo'),
      '',
    ]);
    const decisions = lines.slice(to + 1).filter((each) => each.startsWith('- '));
    expect(decisions).toHaveLength(3);
    expect(decisions.join('\n')).toContain(
      'Chi nhánh VPĐKĐĐ huyện Hữu Lũng: từ chối tiếp nhận (Tệp là báo cáo của kỳ khác)',
    );
    const vi = 'Tệp này là báo cáo của Văn phòng Sở (VPS)';
    const units = summary.units.map(({ attempt, ...line }) => {
      const firstFinding = attempt?.firstFinding && { ...attempt.firstFinding, message: { vi, en: vi } };
      return { ...line, attempt: attempt && firstFinding ? { ...attempt, firstFinding } : attempt };
    });
    expect(paragraphsOf(await writeBrief({ ...summary, units })).join('\n')).toContain(
      'từ chối tiếp nhận (Tệp này là báo cáo của Văn phòng Sở); ',
    );
  });

  it('name to the leadership the figures that look wrong, the farthest off first, missing periods last', async () => {
    const why = { vi: 'gấp 16 lần', en: '16 times' };
    const outlier = (unit: string, value: number, usual: number) =>
      ({ unit, indicator: 'A03', value, usual, against: 'history', why }) as const;
    const lines = paragraphsOf(
      await writeBrief({
        ...summary,
        outliers: [outlier('VPS', 80, 20), outlier('TTPTQD', 2690, 165)],
        discrepancies: [{ unit: 'CN-CLO', indicator: 'C01', added: 86, stated: 101, source: null }],
        gaps: [{ unit: 'KHTC', periods: ['9T-2024'] }],
      }),
    );
    // Others to decide on do not push it off the page.
    expect(lines.filter((each) => each.startsWith('- '))).toHaveLength(3);
    expect(lines.slice(lines.indexOf('- Xem lại số liệu trước khi ký:') + 1).slice(0, 4)).toEqual([
      '+ Trung tâm Phát triển quỹ đất tỉnh báo cáo số lượt người dự hội nghị quán triệt là 2.690, các kỳ trước khoảng 165.',
      '+ Văn phòng Sở báo cáo số lượt người dự hội nghị quán triệt là 80, các kỳ trước khoảng 20.',
      '+ Chi nhánh VPĐKĐĐ huyện Cao Lộc báo cáo số ý kiến, kiến nghị của công chức, viên chức, người lao động và Nhân ' +
        'dân tiếp nhận trong kỳ là 101, cộng các kỳ được 86.',
      '+ Phòng Kế hoạch - Tài chính thiếu báo cáo 9T-2024.',
    ]);
    const gaps = ['KHTC', 'CN-HLU', 'CN-LBI'].map((unit) => ({ unit, periods: ['Q1-2024'] }));
    // Who lacks the period of the report itself is told by the rate.
    expect(paragraphsOf(await writeBrief({ ...summary, gaps })).join('\n')).toContain(
      '+ 03 đơn vị thiếu báo cáo của kỳ trước',
    );
  });
});
