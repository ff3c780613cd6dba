import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import type { Unit } from '../../../../shared/regime/regime.ts';
import { choose } from '../../../../shared/summary/choice/choose.ts';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import type { NarrativeEntry, Summary } from '../../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../../shared/summary/workbook/write-workbook.ts';
import { runs } from '../../../properties/runs.ts';
import { sheetsOf } from '../../documents/reopened.ts';
import { regime, sampleSummary } from '../sample.ts';

const sample = sampleSummary();

const titleOf = (id: string) => regime.periods.find((each) => each.id === id)?.title ?? sample.period.title;

type Texts = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The sample's figures, with what each unit wrote in each section; `before`: what it wrote in the period before. */
function summaryOf(
  texts: Texts,
  { before = {} as Texts, ...rest }: Partial<Summary> & { before?: Texts } = {},
) {
  const summary = sample;
  const entriesOf = (told: Texts, section: string) =>
    regime.units.flatMap(({ code, name }): NarrativeEntry[] => {
      const paragraphs = (told[code]?.[section] ?? []).map((text, n) => ({
        text,
        source: { paragraph: n + 1 },
      }));
      return paragraphs.length > 0 ? [{ unit: { code, name }, upload: `upload-${code}`, paragraphs }] : [];
    });
  return {
    ...summary,
    totals: [],
    narrative: regime.sections.map(({ id }) => ({
      section: id,
      entries: entriesOf(texts, id),
      groups: [],
    })),
    earlierNarrative: regime.sections.map(({ id }) => ({
      ...{ period: 'Q4-2023', section: id },
      entries: entriesOf(before, id),
    })),
    ...rest,
  } satisfies Summary;
}

const told = (summary: Summary, part: string, section: string | null = null) =>
  choose(summary)
    .shelves.find((shelf) => shelf.part === part && shelf.section === section)
    ?.told.map(({ shown }) => shown) ?? [];
const verdicts = (summary: Summary) =>
  Object.fromEntries(choose(summary).all.map(({ text, verdict }) => [text, verdict]));

const model = 'Chi cục xây dựng mô hình “Chợ không túi ni lông” tại xã Bảo Lâm.';
const filler = 'Tiếp tục tăng cường, đẩy mạnh, nâng cao chất lượng công tác dân vận.';
const outcome = 'Đã vận động 12 hộ dân thôn Nà Pàn hiến 1.200 m2 đất làm đường.';

describe('the choice of sentences', () => {
  it('takes what names a result, a figure, a place, a model, and not what any report could say', () => {
    const summary = summaryOf({
      CCBVMT: { 'II.1': [`${filler} ${model}`] },
      VPDK: { 'II.1': [outcome] },
    });
    expect(told(summary, 'results', 'II.1')).toEqual([outcome.slice(0, -1), model.slice(0, -1)].toSorted());
    expect(verdicts(summary)[filler]).toBe('no-substance');
  });

  it('folds no word that differs in a mark or a sign', () => {
    const of = (one: string, other: string) =>
      told(summaryOf({ VPS: { 'II.1': [one] }, TTRA: { 'II.1': [other] } }), 'results', 'II.1').length +
      choose(summaryOf({ VPS: { 'II.1': [one] }, TTRA: { 'II.1': [other] } })).all.filter(
        ({ verdict }) => verdict === 'similar',
      ).length;
    expect(of('Đã hỗ trợ 3 bản vùng cao làm đường mới.', 'Đã hỗ trợ 3 bạn vùng cao làm đường mới.')).toBe(2);
    expect(of('Đã giúp dân giảm -5 độ mặn của ruộng.', 'Đã giúp dân giảm 5 độ mặn của ruộng.')).toBe(2);
    expect(of('Đã hỗ trợ 3 bản  vùng cao làm đường.', 'Đã hỗ trợ 3 bản vùng cao làm đường')).toBe(1);
  });

  it('tells a mould that several filled once, and of short ones six at most', () => {
    const mould = (what: string) => `Công việc ${what} đã rút ngắn thời gian cho Nhân dân.`;
    const moulds = summaryOf({
      VPS: { IV: [mould('cải cách hành chính và tiếp công dân')] },
      QLDD: { IV: [mould('thu hồi đất, giao đất, cho thuê đất')] },
    });
    expect(told(moulds, 'strengths')).toHaveLength(1);
    expect(Object.values(verdicts(moulds))).toContain('similar');
    const short = [
      'Mưa lớn làm hỏng nhiều tuyến đường thôn.',
      'Xe công vụ cũ, hay phải sửa chữa.',
      'Sóng điện thoại ở vùng cao rất yếu.',
      'Giá đất thị trường biến động nhanh quá.',
      'Hồ sơ địa chính thất lạc qua các thời kỳ.',
      'Biên chế ít, một người kiêm ba việc.',
      'Kinh phí cấp muộn vào giữa tháng ba.',
      'Phần mềm một cửa hay treo buổi sáng.',
    ];
    const texts = regime.units.slice(0, 8).map(({ code }, n) => [code, { V: [short[n] ?? ''] }] as const);
    expect(told(summaryOf(Object.fromEntries(texts)), 'weaknesses')).toHaveLength(6);
  });

  it('takes relocation, which is called support, for no result', () => {
    const form = 'Trung tâm phổ biến chính sách bồi thường, hỗ trợ, tái định cư cho người dân.';
    const helped = 'Đoàn Thanh niên hỗ trợ người cao tuổi cài đặt dịch vụ công trực tuyến tại nhà.';
    const summary = summaryOf({
      TTPTQD: { 'II.3': [form] },
      VPS: { 'II.3': [helped] },
    });
    expect(told(summary, 'results', 'II.3')).toEqual([helped.slice(0, -1)]);
  });

  it('tells once what several wrote, with all who wrote it', () => {
    const summary = summaryOf({
      VPS: { 'II.1': [model] },
      KHTC: { 'II.1': [model] },
      QLDD: { 'II.1': [model] },
    });
    const [shelf] = choose(summary).shelves;
    expect(shelf?.told.map(({ unit, alike }) => [unit.code, ...alike.map((each) => each.unit.code)])).toEqual(
      [['VPS', 'KHTC', 'QLDD']],
    );
  });

  it.each([
    [
      'its own name',
      'Chi nhánh Lộc Bình đã vận động 12 hộ dân hiến đất mở đường vào thôn Nà Pàn năm nay.',
      ['Lộc Bình', 'Cao Lộc'],
    ],
    ['its own name, copied by the other', 'Chi nhánh Lộc Bình đã vận động 12 hộ dân hiến đất mở đường.', []],
    [
      'a day of its own',
      'Ngày 12/02/2024 đã ra quân dọn rác tại thôn Nà Pàn cùng 40 hộ dân và đoàn viên.',
      ['12/02', '15/02'],
    ],
    [
      'a decimal comma',
      'Đã vận động hộ dân thôn Nà Pàn hiến đất làm đường rộng 1.200 m2 trong tháng.',
      ['1.200', '1,200'],
    ],
  ])('puts no unit’s sentence into another’s mouth, where one has %s', (_, text, [from = '', to = '']) => {
    const summary = summaryOf({
      'CN-LBI': { 'II.1': [text] },
      'CN-CLO': { 'II.1': [text.replace(from, to)] },
    });
    const [shelf] = choose(summary).shelves;
    expect(shelf?.told.map(({ alike }) => alike)).toEqual([[]]);
    const judged = choose(summary).all.map(({ verdict }) => verdict);
    expect(judged.toSorted()).toEqual(['chosen', 'similar']);
  });

  it('tells once what a unit wrote of itself in two periods of a year', () => {
    const own = 'Chi nhánh Lộc Bình đã vận động 12 hộ dân thôn Nà Pàn hiến đất mở đường.';
    const summary = summaryOf({ 'CN-LBI': { 'II.1': [own] } }, { before: { 'CN-LBI': { 'II.1': [own] } } });
    const year = [{ period: 'Q4-2023', title: summary.period.title, reported: 1 }];
    const both = { ...summary, earlier: { ...summary.earlier, year } };
    const { all } = choose({
      ...both,
      paper: {
        ...blankPaper,
        choices: { in: choose(both).all.map(({ id }) => id), out: [] },
      },
    });
    expect(all.map(({ verdict }) => verdict)).toEqual(['pinned', 'folded']);
  });

  it('leaves out what the unit wrote in the period before, and what is dated a year ago', () => {
    const old = 'Trong quý I năm 2023, đã tổ chức ra quân tại xã Mẫu Sơn với 60 người.';
    const law = 'Đã tuyên truyền Luật Tài nguyên nước năm 2023 cho 64 hộ dân thôn Nà Pàn.';
    const summary = summaryOf(
      { VPS: { 'II.1': [model] }, KHTC: { 'II.1': [`${old} ${law}`] } },
      { before: { VPS: { 'II.1': [model] } } },
    );
    expect(verdicts(summary)).toEqual({
      [model]: 'as-before',
      [old]: 'last-year',
      [law]: 'chosen',
    });
  });

  it('never takes upward what is the office’s own business, even if the office pins it by a slip', () => {
    const internal = 'Phòng gửi báo cáo chậm 02 lần tại xã Bảo Lâm.';
    const summary = summaryOf({ VPS: { 'II.1': [internal] } });
    const [{ id = '' } = {}] = choose(summary).all;
    const pinned = {
      ...summary,
      paper: { ...blankPaper, choices: { in: [id], out: [] } },
    };
    for (const each of [summary, pinned]) expect(verdicts(each)).toEqual({ [internal]: 'internal-word' });
  });

  it('is changed by the office: in, out and in which order; what is gone is said', () => {
    const texts = {
      VPS: { 'II.1': [`${model} ${filler}`] },
      KHTC: { 'II.1': [outcome] },
    };
    const by = Object.fromEntries(choose(summaryOf(texts)).all.map(({ text, id }) => [text, id]));
    const choices = {
      in: [by[filler] ?? '', by[outcome] ?? '', 'VPS-II.1-gone', 'nhieu-results-d42a8c125502'],
      out: [by[model] ?? ''],
    };
    const changed = summaryOf(texts, { paper: { ...blankPaper, choices } });
    expect(told(changed, 'results', 'II.1')).toEqual([filler, outcome].map((text) => text.slice(0, -1)));
    expect(verdicts(changed)[model]).toBe('struck');
    // The second is of a time when what many wrote had an id of its own.
    expect(choose(changed).gone).toEqual(['VPS-II.1-gone', 'nhieu-results-d42a8c125502']);
  });

  it('says in the workbook which chosen sentence is there no more', async () => {
    const choices = { in: ['VPS-II.1-000000000000'], out: [] };
    const summary = summaryOf({ VPS: { 'II.1': [model] } }, { paper: { ...blankPaper, choices } });
    const cells = Object.values(sheetsOf(await writeWorkbook(summary))['Câu chọn'] ?? {});
    expect(cells.map(({ value }) => value).join('\n')).toContain('không còn câu nào mang mã: VPS-II.1-0000');
  });

  it('follows the office’s choice of a sentence that several wrote by whichever of them it named', () => {
    const texts = {
      VPS: { 'II.1': [`${filler} ${outcome}`] },
      KHTC: { 'II.1': [`${filler} ${outcome}`] },
    };
    const ids = choose(summaryOf(texts)).all.filter(({ unit }) => unit.code === 'KHTC');
    const idOf = (of: string) => ids.find(({ text }) => text === of)?.id ?? '';
    const by = (choices: Summary['paper']['choices']) =>
      summaryOf(texts, { paper: { ...blankPaper, choices } });
    const pinned = by({ in: [idOf(filler), idOf(outcome)], out: [] });
    expect(told(pinned, 'results', 'II.1')).toEqual([filler, outcome].map((text) => text.slice(0, -1)));
    const out = by({ in: [], out: [idOf(outcome)] });
    expect(told(out, 'results', 'II.1')).toEqual([]);
    for (const each of [pinned, out]) expect(choose(each).gone).toEqual([]);
  });

  it('keeps within the words that the regime gives a section, whatever the units wrote', () => {
    const different = (n: number) =>
      Array.from({ length: 24 }, (_, k) => `việc${n}${'abcdeghik'[k % 9]}${k}`).join(' ');
    const long = (n: number) => `Đã vận động ${n} hộ dân thôn Nà Pàn ${different(n)}.`;
    const texts = Object.fromEntries(regime.units.map(({ code }, n) => [code, { 'II.1': [long(n + 2)] }]));
    const words = (summary: Summary) => told(summary, 'results', 'II.1').join(' ').split(' ').length;
    const sections = regime.sections.map((section) =>
      section.id === 'II.1' ? { ...section, words: 60 } : section,
    );
    expect(words(summaryOf(texts))).toBeLessThanOrEqual(230);
    expect(words(summaryOf(texts, { regime: { ...regime, sections } }))).toBeLessThanOrEqual(60);
    expect(Object.values(verdicts(summaryOf(texts)))).toContain('no-room');
  });

  it('shows of a sentence what the figures do not tell, in its own words', () => {
    const value = sample.totals.find(({ indicator }) => indicator === 'C01')?.contributions[0];
    const sentence = `Mở chuyên mục “Hỏi - đáp”, đặt mã QR tại xã Bảo Lâm; tiếp nhận ${value?.value} ý kiến, kiến nghị.`;
    const summary = summaryOf({ [value?.unit ?? '']: { 'II.3': [sentence] } }, { totals: sample.totals });
    expect(told(summary, 'results', 'II.3')).toEqual(['Mở chuyên mục “Hỏi - đáp”, đặt mã QR tại xã Bảo Lâm']);
  });

  it('leaves out before a model what the unit only did by its form, and no act of anybody else', () => {
    const counted = sample.totals.find(({ indicator }) => indicator === 'A02')?.contributions[0];
    const form = (who: string) =>
      `${who} đã tổ chức ${counted?.value} hội nghị quán triệt và đăng ký mô hình “Chợ không túi ni lông”.`;
    const shownOf = (who: string) =>
      told(
        summaryOf({ [counted?.unit ?? '']: { 'II.1': [form(who)] } }, { totals: sample.totals }),
        'results',
        'II.1',
      );
    expect(shownOf('Phòng')).toEqual(['Đăng ký mô hình “Chợ không túi ni lông”']);
    expect(shownOf('Công ty Đồng Tâm')).toEqual([form('Công ty Đồng Tâm').slice(0, -1)]);
    const published = form('Phòng').replace(
      ' và ',
      `, đăng ${counted?.value} tin, bài về dự toán trên trang thông tin điện tử của Sở và `,
    );
    const [shown] = told(
      summaryOf({ [counted?.unit ?? '']: { 'II.1': [published] } }, { totals: sample.totals }),
      ...(['results', 'II.1'] as const),
    );
    expect(shown).toBe('Đăng ký mô hình “Chợ không túi ni lông”');
  });

  it('leaves it to the totals how many models there are', () => {
    const models = sample.totals
      .find(({ indicator }) => indicator === 'A05')
      ?.contributions.find(({ value }) => typeof value === 'number' && value > 0);
    const said = `Có ${models?.value} mô hình được công nhận là “Ngày thứ Sáu trả kết quả”.`;
    const shownOf = (text: string) =>
      told(
        summaryOf({ [models?.unit ?? '']: { 'II.1': [text] } }, { totals: sample.totals }),
        'results',
        'II.1',
      );
    expect(shownOf(said)).toEqual(['Mô hình được công nhận là “Ngày thứ Sáu trả kết quả”']);
    expect(shownOf(said.replace(/\d+/, '97'))).toEqual([said.replace(/\d+/, '97').slice(0, -1)]);
    // Of a quarter the year's total says nothing: without its number the model would be its only one.
    const year = [{ period: 'Q4-2023', title: sample.period.title, reported: 1 }];
    const one = 'Có 01 mô hình được công nhận là “Ngày thứ Sáu trả kết quả”.';
    const ofYear = summaryOf(
      {},
      { before: { VPS: { 'II.1': [one] } }, earlier: { ...sample.earlier, year } },
    );
    expect(told(ofYear, 'results', 'II.1')).toEqual([one.slice(0, -1)]);
  });

  it.each([
    'hội nghị với các hộ dân về bồi thường, hỗ trợ 45 hộ dân thôn Nà Pàn',
    'hội nghị quán triệt việc ban hành và thực hiện quy chế dân chủ ở thôn Nà Pàn',
    'hội nghị chỉ đạo các chi nhánh rà soát và giải quyết dứt điểm 35 hồ sơ tồn đọng ở Nà Pàn',
    'hội nghị triển khai kế hoạch dân vận và đăng ký mô hình “Chợ không túi ni lông”',
    'hội nghị về công tác dân vận, xây dựng mô hình “Chợ không túi ni lông”',
  ])('says of no unit that it did what it held a meeting about: %s', (about) => {
    const counted = sample.totals.find(({ indicator }) => indicator === 'A02')?.contributions[0];
    const whole = `Đã tổ chức ${counted?.value} ${about}`;
    const summary = summaryOf(
      { [counted?.unit ?? '']: { 'II.1': [`${whole}.`] } },
      { totals: sample.totals },
    );
    expect(choose(summary).all.map((each) => each.shown)).toContain(whole);
  });

  it.each([
    'Phương hướng năm 2025: nhân rộng mô hình ra 06 chợ trung tâm huyện.',
    'Nhiệm vụ 6 tháng cuối năm: nhân rộng mô hình ra 06 chợ trung tâm huyện.',
    'Phương hướng, nhiệm vụ thời gian tới: nhân rộng mô hình ra 06 chợ trung tâm huyện.',
  ])('tells under the heading of its part no label of the part: %s', (said) => {
    expect(told(summaryOf({ VPS: { III: [said] } }), 'directions')).toEqual([
      'Nhân rộng mô hình ra 06 chợ trung tâm huyện',
    ]);
  });

  it('takes it for no news that a unit has done well what it had to do', () => {
    const said = `Nhìn chung, ${regime.units[2]?.name} đã hoàn thành tốt các nhiệm vụ được giao trong kỳ.`;
    const summary = summaryOf({
      [regime.units[2]?.code ?? '']: { IV: [said] },
    });
    expect(told(summary, 'strengths')).toEqual([]);
    const done = 'Đã hoàn thành đo đạc 12 thửa đất rừng tại xã Bảo Lâm trước thời hạn.';
    expect(told(summaryOf({ VPS: { 'II.1': [done] } }), 'results', 'II.1')).toHaveLength(1);
  });

  it('tells of what many lack before what one does, whoever comes first in the list', () => {
    const many = 'Cán bộ làm công tác dân vận đều kiêm nhiệm.';
    const own = ['Xe công vụ đã cũ và hay hỏng.', 'Sóng điện thoại ở vùng cao rất yếu.'];
    const texts = regime.units
      .slice(0, 4)
      .map(({ code }, n) => [code, { V: n < 2 ? [own[n] ?? ''] : [many] }] as const);
    expect(told(summaryOf(Object.fromEntries(texts)), 'weaknesses')[0]).toBe(many.slice(0, -1));
  });

  it('tells a shortcoming together with its cause', () => {
    const lacks = (n: number) =>
      ['Nhân lực', 'Máy móc', 'Đường truyền', 'Kinh phí', 'Phòng họp', 'Xe cộ', 'Giấy tờ', 'Phần mềm'][n] +
      ` còn thiếu ${'so với yêu cầu công việc'.split(' ').slice(0, 3).join(' ')} đặt ra`;
    const texts = Object.fromEntries(
      regime.units.slice(0, 8).map(({ code }, n) => [code, { V: [`${lacks(n)}.`], VI: [] as string[] }]),
    );
    const last = regime.units[7]?.code ?? '';
    const cause = {
      ...texts,
      [last]: {
        V: [`${lacks(7)}.`],
        VI: ['Do mới được tách ra từ đơn vị khác.'],
      },
    };
    expect(told(summaryOf(texts), 'weaknesses')).not.toContain(lacks(7));
    expect(told(summaryOf(cause), 'weaknesses')[0]).toBe(lacks(7));
  });

  it('takes of what a unit says twice the fuller, and of opposites none for the other', () => {
    const short = 'Khó khăn: nhiều xã vùng cao sóng yếu.';
    const full = 'Nhiều xã vùng cao sóng yếu, người dân khó nộp hồ sơ trực tuyến.';
    const summary = summaryOf({ VPS: { V: [short, full] }, KHTC: { V: [short] } });
    expect(told(summaryOf({ VPS: { V: [short, full] } }), 'weaknesses')).toEqual([full.slice(0, -1)]);
    expect(verdicts(summaryOf({ VPS: { V: [short, full] } }))[short]).toBe('less-full');
    // Of somebody else too it stands for him.
    expect(verdicts(summary)[short]).not.toBe('less-full');
    for (const [one, other] of [
      ['Đã hoàn thành đo đạc ở các xã.', 'Chưa hoàn thành đo đạc ở các xã vùng cao, biên giới.'],
      ['Còn thiếu 12 máy quét ở các xã.', 'Còn thiếu 15 máy quét ở các xã vùng cao, biên giới.'],
    ] as const) {
      expect(Object.values(verdicts(summaryOf({ VPS: { V: [one, other] } })))).not.toContain('less-full');
    }
  });

  it('tells of few units all that they lack, though each has two, and leaves room to nobody who has nothing', () => {
    const lacks = [
      'Địa bàn đo đạc rộng, nhiều chủ sử dụng đất đi làm ăn xa nên việc ký xác nhận ranh giới chậm.',
      'Nội dung tuyên truyền còn lồng ghép, chưa tổ chức được chuyên đề riêng do biên chế ít.',
      'Hồ sơ lâm nghiệp còn chồng lấn giữa các hộ và công ty, phải xác minh nhiều lần ở thực địa.',
    ];
    const [one = '', two = '', three = ''] = lacks;
    const files = sample.files.slice(0, 3);
    const few = summaryOf({ VPS: { V: [one, two] }, KHTC: { V: [three] } }, { files });
    expect(told(few, 'weaknesses').toSorted()).toEqual(lacks.map((each) => each.slice(0, -1)).toSorted());
    const long = Array.from({ length: 12 }, (_, n) => `Việc ${n} còn chậm ${one.slice(0, -1)} ${n}${n}.`);
    const whole = summaryOf(
      Object.fromEntries(regime.sections.map(({ id }, n) => [regime.units[n]?.code ?? '', { [id]: long }])),
      { files },
    );
    const words = choose(whole).shelves.flatMap((shelf) => shelf.told.map(({ shown }) => shown));
    expect(words.join(' ').split(' ').length).toBeLessThan(450);
  });

  it('takes for no result that the people noted it, nor for news what is only counted, wherever it was', () => {
    const noted = 'Kết quả thu hồi đất, giao đất, cho thuê đất được Nhân dân ghi nhận.';
    expect(verdicts(summaryOf({ VPS: { IV: [noted] } }))).toEqual({ [noted]: 'no-substance' });
    const of = (code: string) => sample.totals.find(({ indicator }) => indicator === code)?.contributions[0];
    const [held, came] = [of('B04'), of('B05')];
    const counts = (rest: string) =>
      `Đã tổ chức ${held?.value} cuộc đối thoại với người sử dụng đất thị trấn Đồng Đăng, có ${came?.value} lượt người dự${rest}.`;
    const judged = (text: string) =>
      verdicts(summaryOf({ [held?.unit ?? '']: { 'II.2': [text] } }, { totals: sample.totals }))[text];
    expect(judged(counts(''))).toBe('no-substance');
    expect(judged(counts('; những vướng mắc được giải đáp ngay tại buổi làm việc'))).toBe('chosen');
    // The same figure of something that the form does not ask.
    expect(judged(`Đã trao ${held?.value} giấy chứng nhận tại thôn Nà Pàn, xã Bảo Lâm cho hộ nghèo.`)).toBe(
      'chosen',
    );
  });

  it('puts a shortcoming with its cause before one that any unit could have, and before a scrap', () => {
    const told1 = 'Một số vụ việc kéo dài do hồ sơ qua các thời kỳ thất lạc, phải xác minh.';
    const vague = 'Việc phối hợp giữa các bộ phận của đơn vị có lúc chưa thật sự kịp thời.';
    const scrap = 'Một số kết luận chậm được thực hiện.';
    const summary = summaryOf({ VPS: { V: [vague] }, TTRA: { V: [scrap] }, KHTC: { V: [told1] } });
    expect(told(summary, 'weaknesses')).toEqual([told1, scrap, vague].map((each) => each.slice(0, -1)));
  });

  it('tells of a year first what is of its last report, and what was said before as of now where it is said again', () => {
    const now = 'Phần mềm một cửa hay treo vào buổi sáng các ngày đầu tuần.';
    const [short, full] = [
      'Nhiều xã vùng cao sóng yếu.',
      'Nhiều xã vùng cao sóng yếu, người dân khó nộp hồ sơ.',
    ];
    const gone = 'Xe công vụ đã cũ và hay hỏng dọc đường đi các xã.';
    const asked = 'Kiến nghị Tỉnh ủy tổ chức tập huấn nghiệp vụ hằng năm.';
    const year = [{ period: 'Q4-2023', title: sample.period.title, reported: 1 }];
    const summary = summaryOf(
      { KHTC: { V: [now] }, TTRA: { V: [short] } },
      {
        before: { TTRA: { V: [full] }, VPS: { V: [gone], VIII: [asked] } },
        earlier: { ...sample.earlier, year },
      },
    );
    const [first, second, third] = choose(summary).shelves.flatMap((shelf) => shelf.told);
    expect([first?.text, second?.text].toSorted()).toEqual([full, now].toSorted());
    expect([third?.text, third?.signs]).toEqual([gone, expect.arrayContaining(['earlier'])]);
    const lines = outlineOf(summary, 'issued').lines.map((line) => line.text);
    expect(lines).toContain(`- ${full.slice(0, -1)} (Thanh tra Sở, nêu từ báo cáo quý I).`);
    expect(lines).toContain(`- ${gone.slice(0, -1)} (Văn phòng Sở, báo cáo quý I).`);
    // What the office asks the authority asks, which signs.
    expect(lines).toContain(`- ${asked}`);
  });

  it('tells since when a unit says it from its first words of it, and of no time before the day that it names', () => {
    const lines = (full: string) => {
      const [one, two, now] = ['Nhiều xã vùng cao sóng yếu.', full, 'Nhiều xã vùng cao sóng yếu.'].map(
        (text) => summaryOf({ TTRA: { V: [text] } }).narrative,
      );
      const of = (period: string, told = now) => (told ?? []).map((each) => ({ period, ...each }));
      const year = ['Q1-2024', '6T-2024'].map((period) => ({ period, title: titleOf(period), reported: 1 }));
      const summary = {
        ...summaryOf(
          { TTRA: { V: ['Nhiều xã vùng cao sóng yếu.'] } },
          { earlier: { ...sample.earlier, year } },
        ),
        period: { ...sample.period, id: '9T-2024' },
        earlierNarrative: [...of('Q1-2024', one), ...of('6T-2024', two)],
      };
      return outlineOf(summary, 'issued').lines.map((line) => line.text);
    };
    const full = 'Nhiều xã vùng cao sóng yếu, người dân khó nộp hồ sơ';
    expect(lines(`${full}.`)).toContain(`- ${full} (Thanh tra Sở, nêu từ báo cáo quý I).`);
    const dated = `${full} từ tháng tư`;
    expect(lines(`${dated}.`)).toContain(`- ${dated} (Thanh tra Sở, nêu từ báo cáo quý I).`);
    const named = `${full} từ quý II`;
    expect(lines(`${named}.`)).toContain(`- ${named} (Thanh tra Sở).`);
  });

  it('lets no earlier period of a year speak for the others, though its sentences tell a little more', () => {
    const spring = [
      'Đã vận động hiến 1.200 m2 đất làm đường thôn Nà Pàn.',
      'Bà con xã Bắc Xa tự nguyện góp 300 ngày công đào mương.',
      'Nhờ đối thoại, 49 hộ xã Hồng Phong bàn giao mặt bằng trước thời hạn.',
      'Đã trao 20 bộ máy tính cho trường học xã Tú Mịch.',
      'Đoàn viên giúp 38 gia đình phường Đông Kinh khử khuẩn giếng.',
      'Rút ngắn 15 ngày cấp giấy chứng nhận tại huyện Đình Lập.',
    ];
    const autumn = 'Tiểu thương ký cam kết bỏ túi ni lông, 80 quầy tham gia.';
    const year = ['Q4-2023', 'Q1-2023'].map((period) => ({
      ...{ period, title: sample.period.title, reported: 6 },
    }));
    const entriesOf = (period: string, texts: readonly string[], first = 0) => ({
      ...{ period, section: 'II.1' },
      entries: texts.map((text, n): NarrativeEntry => {
        const { code = '', name = '' } = regime.units[first + n] ?? {};
        return { unit: { code, name }, upload: text, paragraphs: [{ text, source: { paragraph: 1 } }] };
      }),
    });
    const summary = summaryOf({}, { earlier: { ...sample.earlier, year } });
    const earlierNarrative = [entriesOf('Q4-2023', spring), entriesOf('Q1-2023', [autumn], 6)];
    const all = told({ ...summary, earlierNarrative }, 'results', 'II.1');
    expect(all).toHaveLength(6);
    expect(all).toContain(autumn.slice(0, -1));
  });

  it('hears of many who filled one mould three of as many places, and first those of another district', () => {
    const names = [
      'A Lưới, huyện Cao Lộc',
      'Bình Trung, huyện Cao Lộc',
      'Cai Kinh, huyện Hữu Lũng',
      'Tú Mịch, huyện Lộc Bình',
    ];
    const units = names.map(
      (name, n) => ({ ...regime.units[0], code: `X${n}`, name: `UBND xã ${name}` }) as Unit,
    );
    const texts = Object.fromEntries(
      names.map((name, n) => [
        `X${n}`,
        { IV: [`Xã ${name.split(',')[0]} giữ vững trật tự trị an; 9${n}% số hộ văn hóa.`] },
      ]),
    );
    const summary = summaryOf({}, { regime: { ...regime, units } });
    const entries = units.map(({ code, name }) => ({
      ...{ unit: { code, name }, upload: `upload-${code}` },
      paragraphs: (texts[code]?.IV ?? []).map((text) => ({ text, source: { paragraph: 1 } })),
    }));
    const narrative = [{ section: 'IV', entries, groups: [] }];
    const speakers = choose({ ...summary, narrative }).shelves.flatMap((shelf) => shelf.told);
    expect(speakers.map(({ unit }) => unit.name.split(', ')[1]).toSorted()).toEqual([
      ...['huyện Cao Lộc', 'huyện Hữu Lũng', 'huyện Lộc Bình'],
    ]);
  });

  it('takes it for no merit that few say what did not happen, and for one that most do', () => {
    const none = 'Không để xảy ra khiếu kiện đông người, vượt cấp về đất đai.';
    const [rest, own] = ['đã hẹn giờ nộp hồ sơ qua Zalo cho 40 hộ', 'Phòng không có hồ sơ quá hạn'];
    const few = summaryOf({ VPS: { IV: [none] }, TTRA: { IV: [`${own}; ${rest}.`] } });
    expect(verdicts(few)[none]).toBe('no-substance');
    expect(told(few, 'strengths')).toEqual([`Đ${rest.slice(1)}`]);
    const most = Object.fromEntries(sample.files.map(({ unit }) => [unit, { IV: [none] }]));
    expect(told(summaryOf(most), 'strengths')).toEqual([none.slice(0, -1)]);
    const helped = 'Đoàn viên giúp 38 hộ không có nhà ở tại xã Mẫu Sơn dựng nhà trước Tết.';
    expect(told(summaryOf({ VPS: { 'II.3': [helped] } }), 'results', 'II.3')).toHaveLength(1);
  });

  describe('of a year', () => {
    const periods = ['Q1-2024', '6T-2024'];
    const year = periods.map((period) => ({ period, title: titleOf(period), reported: 1 }));
    const yearOf = (
      section: string,
      texts: Readonly<Record<string, readonly string[]>>,
      { units = ['TTRA'], ...rest }: Partial<Omit<Summary, 'units'>> & { units?: readonly string[] } = {},
    ) => {
      const of = (period: string) =>
        summaryOf(Object.fromEntries(units.map((unit) => [unit, { [section]: texts[period] ?? [] }])));
      return {
        ...of('9T-2024'),
        earlier: { ...sample.earlier, year },
        period: { ...sample.period, id: '9T-2024' },
        earlierNarrative: periods.flatMap((period) =>
          of(period).narrative.map((each) => ({ period, ...each })),
        ),
        ...rest,
      };
    };

    it.each([
      [
        'IV',
        'Không để xảy ra điểm nóng về giải phóng mặt bằng tại xã Bảo Lâm.',
        sample.files.map(({ unit }) => unit),
      ],
      ['IV', 'Tỷ lệ hồ sơ nộp trực tuyến tại xã Bảo Lâm tăng so với cuối năm trước.', ['TTRA']],
      ['II.1', 'Ban hành 04 văn bản yêu cầu viên chức thực hiện “4 xin, 4 luôn” tại xã Bảo Lâm.', ['TTRA']],
    ])('tells nothing that was so of one of its periods alone: %s %s', (section, text, units) => {
      const contribution = { ...sample.totals[0]?.contributions[0], unit: 'TTRA', value: 22 };
      const parts = [{ period: 'Q1-2024', upload: 'upload', value: 4, source: null }];
      const totals = sample.totals
        .slice(0, 1)
        .map((total) => ({ ...total, contributions: [{ ...contribution, parts }] }) as Summary['totals'][0]);
      const of = (texts: Readonly<Record<string, readonly string[]>>) =>
        choose(yearOf(section, texts, { totals, units })).all[0]?.verdict;
      expect(of({ 'Q1-2024': [text] })).toBe('overtaken');
      expect(of({ '9T-2024': [text] })).toBe('chosen');
    });

    it('marks what is dated in a period of which its unit said that there was nothing', () => {
      const of = (day: string) => `Ngày ${day} đã ra quân dọn rác tại thôn Nà Pàn cùng 40 hộ dân.`;
      const nil = [{ unit: 'TTRA', periods: ['Q1-2024'] }];
      const judged = (text: string, rest = {}) => verdicts(yearOf('II.3', { '9T-2024': [text] }, rest))[text];
      expect(judged(of('21/02/2024'), { nil })).toBe('nil-period');
      expect(judged(of('21/02/2024'))).toBe('chosen');
      expect(judged(of('21/5/2024'), { nil })).toBe('chosen');
      const byPlan = 'Theo Kế hoạch số 148-KH/TU ngày 23/01/2024 đã vận động 40 hộ dân thôn Nà Pàn hiến đất.';
      expect(judged(byPlan, { nil })).toBe('chosen');
    });
  });

  describe('of what many wrote', () => {
    const villages = ['Mu', 'Pàn', 'Lầy', 'Phạc', 'Pheo', 'Vài', 'Tý'].map((each) => `Nà ${each}`);
    const names = ['Nụ cười công sở', 'Cà phê doanh nhân', 'Camera an ninh', 'Chi bộ bốn tốt', 'Chợ xanh'];
    const of = (section: string, text: (village: string, n: number) => string, units = 7) =>
      summaryOf(
        Object.fromEntries(
          regime.units
            .slice(0, units)
            .map(({ code }, n) => [code, { [section]: [text(villages[n] ?? '', n)] }]),
        ),
      );
    const lines = (summary: Summary) =>
      outlineOf(summary, 'issued').lines.flatMap((line) => (line.kind === 'said' ? [line.text] : []));

    it('tells once what is letter for letter the same, with how many wrote it', () => {
      const lack = 'Việc nắm tình hình Nhân dân ở cơ sở có lúc chưa kịp thời, nhất là trong mùa mưa lũ';
      expect(lines(of('V', () => `${lack}.`))).toEqual([
        `- Bảy đơn vị cùng nêu: ${lack.charAt(0).toLowerCase()}${lack.slice(1)}.`,
      ]);
      const ask = 'đề nghị UBND tỉnh phê duyệt bảng giá đất trong quý III năm 2024 để chi trả';
      expect(lines(of('VIII', () => `Đ${ask.slice(1)}.`))).toEqual([`- Bảy đơn vị cùng ${ask}.`]);
    });

    it('tells of a year how many wrote it in an earlier period alone', () => {
      const lack = 'Việc nắm tình hình Nhân dân ở cơ sở có lúc chưa kịp thời, nhất là trong mùa mưa lũ';
      const ask = 'Đề nghị UBND tỉnh phê duyệt bảng giá đất trong quý III năm 2024 để chi trả';
      const year = [{ period: 'Q4-2023', title: sample.period.title, reported: 2 }];
      const earlier = { ...sample.earlier, year };
      const own = { V: [`${lack}.`], VIII: [`${ask}.`] };
      const [first = '', second = '', third = ''] = regime.units.map(({ code }) => code);
      const now = { [first]: own, [second]: own };
      const all = lines(summaryOf(now, { before: { [second]: own, [third]: own }, earlier })).join('\n');
      expect(all).toContain(
        '- Ba đơn vị (01 đơn vị nêu ở báo cáo trước trong năm) cùng nêu: việc nắm tình hình',
      );
      expect(all).toContain(
        '- Ba đơn vị (01 đơn vị nêu ở báo cáo trước trong năm) cùng đề nghị UBND tỉnh phê duyệt',
      );
    });

    it.each<[string, (village: string, n: number) => string]>([
      ['V', (v) => `Đa số hộ dân ở thôn ${v} chưa được cấp giấy chứng nhận quyền sử dụng đất.`],
      ['V', (v) => `Hộ nghèo ở thôn ${v} không còn, nhưng hộ cận nghèo còn nhiều.`],
      ['V', (v) => `Việc đo đạc đất rừng vượt thẩm quyền của xã ${v} nên còn kéo dài.`],
      ['V', (v) => `Hồ sơ đất của Nhân dân xã ${v} tồn đọng nhiều nhất tỉnh, chưa được giải quyết.`],
      ['V', (v) => `Năm mươi hộ dân ở thôn ${v} chưa nhận tiền bồi thường của dự án.`],
      ['V', (v) => `Trạm y tế trực thuộc huyện ${v} xuống cấp, Nhân dân đi lại khó.`],
      ['V', (_, n) => `${regime.units[n]?.name} chưa phối hợp với các phòng trong vận động Nhân dân.`],
      ['IV', (v) => `Trong 6 tháng, thôn ${v} không để xảy ra khiếu kiện đông người; điểm nóng về đất đai.`],
      [
        'V',
        (_, n) => `Việc cấp giấy chứng nhận cho Nhân dân còn tồn đọng từ năm ${2012 + n}, chưa giải quyết.`,
      ],
      [
        'VIII',
        (v) => `Đề nghị UBND tỉnh bãi bỏ quyết định thu hồi đất của huyện ${v} vì chưa đúng đối tượng.`,
      ],
    ])('tells of each with its unit where but a place or a number differs: %s, %#', (section, text) => {
      const summary = of(section, text);
      const { all } = choose(summary);
      expect(all.filter(({ verdict }) => verdict === 'folded')).toEqual([]);
      for (const { text: whole, shown } of all) expect(whole.toLowerCase()).toContain(shown.toLowerCase());
      const said = lines(summary);
      expect(said.length).toBeGreaterThan(0);
      for (const line of said) expect(line).not.toMatch(/đơn vị cùng/);
    });

    it('tells one result of those that differ in their places alone, and says why of the others', () => {
      const road = (village: string) =>
        `Vận động Nhân dân cùng góp công làm đường liên xóm rộng rãi ở thôn ${village}, xã Bình Trung.`;
      const texts = Object.fromEntries(
        regime.units.slice(0, 7).map(({ code }, n) => [code, { 'II.1': [road(villages[n] ?? '')] }]),
      );
      const further = {
        CCBVMT: { 'II.1': ['Ba chợ ở xã Tú Mịch bỏ hẳn túi ni lông.'] },
        VPDK: { 'II.1': ['Trả kết quả tại nhà cho người cao tuổi xã Đồng Bục.'] },
      };
      const said = told(summaryOf({ ...texts, ...further }), 'results', 'II.1');
      expect(said.filter((text) => text.includes('liên xóm'))).toHaveLength(1);
      expect(said).toHaveLength(3);
      const others = Object.entries(verdicts(summaryOf({ ...texts, ...further })));
      expect(new Set(others.flatMap(([, verdict]) => (verdict === 'chosen' ? [] : [verdict])))).toEqual(
        new Set(['similar']),
      );
    });

    it.each<[string, string, number, (village: string, n: number) => string]>([
      ['models of other names', 'II.1', 3, (_, n) => `Ra mắt mô hình “${names[n]}”.`],
      ['sums', 'VIII', 5, (v, n) => `Đề nghị UBND tỉnh hỗ trợ ${3 * n + 3} tỷ đồng làm cầu ở thôn ${v}.`],
      ['places', 'VIII', 4, (v) => `Đề nghị UBND tỉnh chỉ đạo UBND huyện ${v} bố trí quỹ đất tái định cư.`],
      ['households', 'V', 3, (v, n) => `Còn ${31 * n + 31} hộ dân ở thôn ${v} chưa nhận tiền bồi thường.`],
    ])('tells of several where they differ in %s', (_, section, least, text) => {
      const files = regime.units.slice(0, 9).map(({ code }) => ({ ...sample.files[0], unit: code }));
      const said = lines({ ...of(section, text, 5), files: files as Summary['files'] });
      expect(said.length).toBeGreaterThanOrEqual(least);
    });

    it('says behind the last one told of a mould how many others filled it', () => {
      const of7 = of(
        'V',
        (village, n) => `Việc nắm tình hình ở thôn ${village} có lúc chưa kịp thời ${n + 2} ngày.`,
      );
      const [first = '', ...others] = lines(of7);
      expect([first, ...others].at(-1)).toMatch(/đơn vị khác nêu tương tự, với số liệu riêng\)\.$/);
      const echoed = choose(of7).shelves.flatMap((shelf) => shelf.told.map((each) => each.echoed ?? 0));
      expect(others.length + 1 + echoed.reduce((sum, each) => sum + each, 0)).toBe(7);
      const other = of(
        'V',
        (village, n) => `${n < 5 ? 'Sóng yếu' : 'Đường hỏng'} ở thôn ${village} làm chậm ${n + 2} việc.`,
      );
      expect(lines(other).join('\n')).not.toMatch(/(?:5|6) đơn vị khác/);
    });

    it('leaves no request out for its likeness, but for want of room', () => {
      const ask = (village: string) =>
        `Đề nghị UBND tỉnh hỗ trợ kinh phí làm cầu dân sinh cho thôn ${village}.`;
      const found = Object.values(verdicts(of('VIII', ask)));
      expect(new Set(found)).toEqual(new Set(['chosen', 'no-room']));
      const [road, bridge] = ['đường', 'cầu'].map(
        (what) => `Đề nghị UBND tỉnh sớm hỗ trợ kinh phí làm ${what} dân sinh ở thôn Nà Mu.`,
      );
      const twice = `${bridge?.slice(0, -1)}, xã Bình Trung.`;
      const own = verdicts(summaryOf({ VPS: { VIII: [road ?? '', bridge ?? '', twice] } }));
      expect([own[road ?? ''], own[bridge ?? '']]).toEqual(['chosen', 'less-full']);
    });

    it.each([
      [', vì mùa mưa xe không qua được', 'less-full'],
      [' do mùa mưa xe không qua được', 'less-full'],
      [' Lay', 'chosen'],
      [' Do', 'chosen'],
      [' và cầu qua suối', 'chosen'],
    ])('takes no request for less full because another’s words go on: "… thôn Nà%s"', (rest, verdict) => {
      const ask = 'Đề nghị tỉnh làm đường vào thôn Nà';
      const own = verdicts(summaryOf({ VPS: { VIII: [`${ask}.`, `${ask}${rest}.`] } }));
      expect(own[`${ask}.`]).toBe(verdict);
    });

    it('tells no result that many have in the same words but for their own names', () => {
      const helped = (_: string, n: number) =>
        `Đoàn viên, viên chức của ${regime.units[n]?.name} tham gia giúp đỡ các xã vùng cao.`;
      expect(lines(of('II.3', helped, 1))).toHaveLength(1);
      expect(lines(of('II.3', helped))).toEqual([]);
    });

    it('loses none of seven that it tells of five', () => {
      const land = (village: string) =>
        `Đã vận động Nhân dân ở thôn ${village}, xã Bình Trung hiến đất làm đường.`;
      expect(lines(of('II.1', land, 5)).length).toBeGreaterThan(0);
      expect(lines(of('II.1', land)).length).toBeGreaterThan(0);
    });

    it('tells what most lack, though any unit could have it, and no merit that any unit could have', () => {
      const common = () => 'Công tác tuyên truyền có lúc chưa thường xuyên, hình thức chưa phong phú.';
      const own = Object.fromEntries(
        regime.units
          .slice(7, 14)
          .map(({ code }, n) => [
            code,
            { V: [`Một số hộ ở xã Tú Mịch chưa ký biên bản vì vắng nhà ${n + 2} tháng.`] },
          ]),
      );
      const base = of('V', common);
      const texts = { ...own } as Record<string, { V: string[] }>;
      for (const { code } of regime.units.slice(0, 7)) texts[code] = { V: [common()] };
      expect(lines(base)).toHaveLength(1);
      const files = regime.units.slice(0, 9).map(({ code }) => ({ ...sample.files[0], unit: code }));
      const most = summaryOf(texts, { files: files as Summary['files'] });
      expect(lines(most).join('\n')).toMatch(/- Bảy đơn vị cùng nêu: công tác tuyên truyền có lúc/);
      const filled = of('IV', () => 'Các đơn vị hoàn thành tốt nhiệm vụ được giao, nâng cao chất lượng.');
      expect(lines(filled)).toEqual([]);
    });
  });

  it('takes a figure of a plan for news, though one of the form happens to be the same', () => {
    const plan = 'Mở thêm 02 điểm tiếp nhận hồ sơ ngoài giờ tại bộ phận một cửa của Sở.';
    const contributions = [{ unit: 'VPS', value: 2, cumulative: 2, parts: [] }];
    const totals = [{ ...sample.totals[0], indicator: 'A01', value: 2, contributions }];
    const of = summaryOf({ VPS: { VII: [plan] } }, { totals: totals as unknown as Summary['totals'] });
    expect(told(of, 'directions')).toEqual([plan.slice(0, -1)]);
  });

  it('takes a plan for no repetition of what was done, nor the other way round', () => {
    const done =
      'Mở thêm 02 điểm tiếp nhận hồ sơ ngoài giờ tại bộ phận một cửa của Sở, giúp 126 người dân không phải nghỉ làm.';
    const plan = 'Mở thêm 02 điểm tiếp nhận hồ sơ ngoài giờ tại bộ phận một cửa của Sở.';
    const of = summaryOf({ VPS: { 'II.2': [done], VII: [plan] } });
    expect(told(of, 'results', 'II.2')).toEqual([done.slice(0, -1)]);
    expect(told(of, 'directions')).toEqual([plan.slice(0, -1)]);
  });

  it('takes a figure of the form for news where it is a large part of what all did, and for whom', () => {
    const held = 'Đã tổ chức 06 cuộc đối thoại với các hộ dân vùng dự án cao tốc, với 412 lượt người dự.';
    const filed = 'Đã ban hành 06 văn bản, tổ chức hội nghị với 412 lượt người dự.';
    const figures = (all: readonly number[], code: string) => {
      const contributions = ['TTPTQD', 'VPS', 'KHTC', 'QLDD'].map((unit, n) => {
        return { unit, value: all[n] ?? null, cumulative: null, parts: [] };
      });
      return { ...sample.totals[0], indicator: code, value: 977, contributions };
    };
    const verdict = (text: string, all: readonly number[], outliers: Summary['outliers'] = []) => {
      const totals = [figures(all, 'B05'), { ...figures([6, 5, 5, 5], 'B04'), value: 21 }];
      const of = summaryOf(
        { TTPTQD: { 'II.2': [text] } },
        { totals: totals as unknown as Summary['totals'], outliers },
      );
      return choose(of).all.map(({ verdict: is, signs }) => [is, signs.includes('large')]);
    };
    const most = [412, 300, 165, 100];
    expect(verdict(held, most)).toEqual([['chosen', true]]);
    expect(verdict(filed, most)).toEqual([['no-substance', false]]);
    expect(verdict(held.replace('412', '100'), [100, 412, 300, 165])).toEqual([['no-substance', false]]);
    // What looks wrong is large for that very reason.
    const why = { vi: 'gấp 16 lần', en: '16 times' };
    const wrong = [
      { ...{ unit: 'TTPTQD', indicator: 'B05', value: 412, usual: 26 }, against: 'history', why },
    ];
    expect(verdict(held, most, wrong as Summary['outliers'])).toEqual([['no-substance', false]]);
  });

  it('tells models that were registered in one line, behind every result', () => {
    const texts = {
      VPS: { 'II.1': ['Bộ phận một cửa đăng ký mô hình tập thể “Nụ cười công sở” của Sở.'] },
      KHTC: { 'II.1': ['Phòng đăng ký điển hình cá nhân “Sổ chi nội bộ minh bạch” của kế toán trưởng.'] },
      QLDD: { 'II.1': ['Ba chuyên viên đăng ký mô hình “Ngày nghe dân nói” tại xã Bảo Lâm.'] },
      CCBVMT: { 'II.1': [outcome] },
    };
    const of = summaryOf(texts);
    expect(told(of, 'results', 'II.1')).toHaveLength(4);
    const lines = outlineOf(of, 'issued').lines.flatMap((line) => (line.kind === 'said' ? [line.text] : []));
    expect(lines).toEqual([
      `- ${outcome.slice(0, -1)} (Chi cục Bảo vệ môi trường).`,
      '- Các đơn vị đăng ký: mô hình “Ngày nghe dân nói” tại xã Bảo Lâm (Phòng Quản lý đất đai); mô hình tập thể “Nụ cười công sở” của Sở (Văn phòng Sở); điển hình cá nhân “Sổ chi nội bộ minh bạch” của kế toán trưởng (Phòng Kế hoạch - Tài chính).',
    ]);
    for (const others of [
      'Phòng chưa đăng ký mô hình “Sổ chi” của kế toán.',
      'Vận động ba hộ dân đăng ký mô hình “Sổ chi” của thôn Nà Mu.',
      'Phòng hướng dẫn các xã đăng ký mô hình “Sổ chi” trong kỳ.',
    ]) {
      const lines = outlineOf(summaryOf({ ...texts, KHTC: { 'II.1': [others] } }), 'issued').lines;
      expect(lines.map(({ text }) => text).join()).not.toMatch(/đăng ký:[^.]*Sổ chi/);
    }
  });

  it('tells of each model that is to be registered, which no figure counts yet', () => {
    const texts = {
      VPS: { VII: ['Đăng ký mô hình “Nụ cười công sở” tại xã Bảo Lâm trong quý II.'] },
      KHTC: { VII: ['Chọn và đăng ký điển hình “Sổ chi minh bạch” tại xã Tú Mịch.'] },
    };
    expect(told(summaryOf(texts), 'directions')).toHaveLength(2);
  });

  it('puts what touches the people before what is hard for the office alone', () => {
    const own = 'Viên chức thường xuyên đi hiện trường nên khó tập trung sinh hoạt chuyên đề.';
    const theirs = 'Lượng giấy tờ tăng cao sau Tết nên người dân phải chờ lâu ở bộ phận một cửa.';
    const lines = told(summaryOf({ VPS: { V: [own] }, VPDK: { V: [theirs] } }), 'weaknesses');
    expect(lines).toEqual([theirs.slice(0, -1), own.slice(0, -1)]);
  });

  it('hears, of those who tell as much, whoever is heard least in the whole report', () => {
    const [road, house] = [
      ['Pàn', 'Mu', 'Lầy'],
      ['Chi', 'Tý', 'Sửu'],
    ].map((names, section) =>
      names.map((name) =>
        section === 0
          ? `Mở đoạn đường liên xóm dài hai cây số vào thôn Nà ${name}.`
          : `Dựng nhà sinh hoạt cộng đồng cho đồng bào bản Khuổi ${name}.`,
      ),
    );
    const texts = Object.fromEntries(
      ['VPS', 'TTRA', 'KHTC'].map((code, n) => [
        code,
        { 'II.1': [road?.[n] ?? ''], 'II.2': [house?.[n] ?? ''] },
      ]),
    );
    const speakers = choose(summaryOf(texts)).shelves.map((shelf) => shelf.told[0]?.unit.code);
    expect(new Set(speakers).size).toBe(2);
  });

  it('takes requests for two places for two requests', () => {
    const ask = (where: string) => `Đề nghị UBND tỉnh hỗ trợ kinh phí làm cầu dân sinh cho thôn ${where}.`;
    const asked = {
      VPS: { VIII: [ask('Nà Pàn, xã Bảo Lâm')] },
      KHTC: { VIII: [ask('Bản Lầy, xã Tú Mịch')] },
    };
    expect(told(summaryOf(asked), 'upward')).toHaveLength(2);
  });

  it('takes every sentence of the report word for word from a unit, and the same each time', () => {
    const word = fc.constantFrom(
      ...[
        'tổ chức',
        'xã Bảo Lâm',
        '12',
        'hộ dân',
        'mô hình “Đường hoa”',
        'tiếp tục',
        ';',
        'đề nghị Sở',
        'chưa nộp',
        '1.250',
      ],
      ...[
        'Hạn chế:',
        'nguyên nhân',
        'tăng cường',
        'TP. Lạng Sơn',
        'nhờ đó',
        'kiến nghị Tỉnh ủy',
        ',',
        'rút ngắn',
        'ô E12',
      ],
    );
    const sentence = fc
      .array(word, { minLength: 4, maxLength: 14 })
      .map((words) => `Đơn vị ${words.join(' ')}.`);
    const section = fc.constantFrom(...regime.sections.map(({ id }) => id));
    const code = fc.constantFrom(...regime.units.map((unit) => unit.code));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(code, section, fc.array(sentence, { maxLength: 4 })), { maxLength: 12 }),
        (rows) => {
          const texts: Record<string, Record<string, string[]>> = {};
          for (const [unit, id, sentences] of rows) {
            texts[unit] = {
              ...texts[unit],
              [id]: [...(texts[unit]?.[id] ?? []), sentences.join(' ')],
            };
          }
          const summary = summaryOf(texts);
          const choice = choose(summary);
          const plain = (text: string) => text.toLocaleLowerCase('vi').replace(/[“”"]/g, '"');
          for (const line of outlineOf(summary, 'issued').lines) {
            if (line.kind !== 'said') continue;
            // Several requests of one mould share their first words: each keeps its own last ones.
            const { of, with: others } = line;
            if (others === undefined) expect(plain(of.text)).toContain(plain(line.text.slice(...line.own)));
            else {
              for (const { text, shown } of [of, ...others]) {
                expect(plain(text)).toContain(plain(shown));
                expect(plain(line.text)).toContain(plain(shown.split(' ').slice(-2).join(' ')));
              }
            }
          }
          for (const { unit, section: id, shown, text } of choice.shelves.flatMap((shelf) => shelf.told)) {
            const own = texts[unit.code]?.[id]?.join('\n') ?? '';
            expect(own).toContain(text);
            expect(text.toLocaleLowerCase('vi')).toContain(shown.toLocaleLowerCase('vi'));
          }
          expect(choose(summaryOf(texts))).toEqual(choice);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('what units write under one heading', () => {
  const assessed = (...paragraphs: string[]) =>
    choose(summaryOf({ VPDK: { III: paragraphs } })).all.map(({ part, doubtful, text }) => [
      part,
      doubtful,
      text,
    ]);

  it('is parted by its labels, and by what it says where it has none', () => {
    expect(
      assessed(
        'Thời gian trả kết quả được rút ngắn. Hạn chế: dữ liệu chưa đồng bộ giữa các chi nhánh.',
        'Nguyên nhân chủ yếu là giá đất biến động nhanh. Thời gian tới tập trung số hóa hồ sơ.',
        'Kinh phí thu gom còn hạn hẹp, một số xã chưa chủ động.',
      ),
    ).toEqual([
      ['strengths', true, 'Thời gian trả kết quả được rút ngắn.'],
      ['weaknesses', false, 'Hạn chế: dữ liệu chưa đồng bộ giữa các chi nhánh.'],
      ['weaknesses', true, 'Kinh phí thu gom còn hạn hẹp, một số xã chưa chủ động.'],
      ['causes', false, 'Nguyên nhân chủ yếu là giá đất biến động nhanh.'],
      ['directions', false, 'Thời gian tới tập trung số hóa hồ sơ.'],
    ]);
  });

  it('takes an achievement for no shortcoming, wherever the paragraph began', () => {
    const summary = summaryOf({
      VPS: {
        III: ['Tồn tại: kinh phí tuyên truyền còn hạn chế. Trong đợt 2 đã vận động 5 hộ dân hiến đất.'],
      },
    });
    expect(told(summary, 'weaknesses').join()).not.toContain('hiến đất');
    expect(told(summary, 'strengths')).toEqual([]);
    expect(Object.entries(verdicts(summary)).find(([text]) => text.includes('hiến đất'))?.[1]).toBe(
      'contradicts',
    );
  });

  it('follows headings of its own within the section', () => {
    expect(
      assessed('1. Tồn tại, hạn chế', 'Số hóa hồ sơ mới đạt 40% số xã.', '2. Nguyên nhân:', '- Máy quét ít.'),
    ).toEqual([
      ['weaknesses', false, 'Số hóa hồ sơ mới đạt 40% số xã.'],
      ['causes', false, 'Máy quét ít.'],
    ]);
  });

  it.each([
    ['Kiến nghị Ban Dân vận Tỉnh ủy sớm có hướng dẫn để Sở chủ động triển khai.', 'upward', false],
    ['Đề nghị UBND tỉnh hỗ trợ thùng phân loại rác.', 'upward', false],
    ['Đề nghị Bộ Tài nguyên và Môi trường sớm ban hành hướng dẫn.', 'upward', false],
    ['Đề nghị bố trí kinh phí số hóa hồ sơ.', 'internal', true],
    ['Đề nghị Sở bố trí kinh phí số hóa hồ sơ của tỉnh.', 'internal', false],
    ['Phòng đề nghị các chi nhánh cung cấp hồ sơ địa chính đúng hạn.', 'internal', false],
    ['Đề nghị tăng lịch tiếp nhận hồ sơ lưu động.', 'internal', true],
    ['Đề nghị các huyện sớm hoàn thành hạ tầng khu tái định cư.', 'local', false],
    ['Đề nghị Ủy ban nhân dân các xã hỗ trợ thông báo sớm.', 'local', false],
    ['Đề nghị lãnh đạo, chính quyền xã Bảo Lâm thông báo lịch đo.', 'local', false],
    ['Đề nghị bổ sung máy quét cho các xã vùng cao.', 'internal', true],
    ['Đề nghị UBND tỉnh chỉ đạo UBND các huyện bố trí đất.', 'upward', false],
    ['Đề nghị Sở có văn bản gửi các huyện.', 'internal', false],
  ])('parts what is asked by whom it is asked of: %s', (text, part, doubtful) => {
    expect(assessed(text)).toEqual([[part, doubtful, text]]);
  });

  it.each([
    ['Đề nghị UBND tỉnh: bố trí kinh phí số hóa hồ sơ.', 'Đề nghị UBND tỉnh: bố trí kinh phí số hóa hồ sơ'],
    ['Kiến nghị: Tỉnh ủy sớm ban hành hướng dẫn.', 'Kiến nghị: Tỉnh ủy sớm ban hành hướng dẫn'],
    ['Hạn chế về số hóa: mới đạt 40% số xã.', 'Hạn chế về số hóa: mới đạt 40% số xã'],
    ['Tồn tại, hạn chế: số hóa mới đạt 40% số xã.', 'Số hóa mới đạt 40% số xã'],
    ['Nguyên nhân chủ yếu: máy quét còn thiếu ở các xã.', 'Máy quét còn thiếu ở các xã'],
    ['Nguyên nhân chính là máy quét còn thiếu ở các xã.', 'Máy quét còn thiếu ở các xã'],
  ])('loses nothing but a bare heading, and no word of what is asked of those above: %s', (text, shown) => {
    expect(choose(summaryOf({ VPDK: { III: [text] } })).all.map((each) => each.shown)).toEqual([shown]);
  });

  it('sends to no body above what is asked of districts and communes, unless the office puts it in', () => {
    const asked = { VPDK: { VIII: ['Chi nhánh đề nghị các huyện sớm hoàn thành khu tái định cư.'] } };
    const summary = summaryOf(asked);
    const [{ id = '', verdict = '' } = {}] = choose(summary).all;
    expect([verdict, told(summary, 'local')]).toEqual(['for-localities', []]);
    const lines = (of: Summary, stage: 'draft' | 'issued') =>
      outlineOf(of, stage).lines.map(({ text }) => text);
    expect(lines(summary, 'draft').join('\n')).toContain('có 01 kiến nghị với UBND huyện, xã');
    expect(lines(summary, 'issued').join('\n')).not.toMatch(/tái định cư|Kiến nghị, đề xuất/);
    const pinned = summaryOf(asked, { paper: { ...blankPaper, choices: { in: [id], out: [] } } });
    const issued = lines(pinned, 'issued');
    const at = issued.findIndex((text) => text.endsWith('Kiến nghị, đề xuất'));
    expect(issued[at + 1]).toBe(
      '- Đề nghị các huyện sớm hoàn thành khu tái định cư (Văn phòng Đăng ký đất đai).',
    );
  });

  it('asks in the draft about what is asked of nobody that is named, and sends it upward where the office puts it in', () => {
    const asked = { VPDK: { III: ['Đề nghị sớm có phương án đo tách, bàn giao đất về địa phương.'] } };
    const summary = summaryOf(asked);
    const [{ id = '', verdict = '', doubtful = false } = {}] = choose(summary).all;
    expect([verdict, doubtful]).toEqual(['stays-inside', true]);
    const lines = (of: Summary, stage: 'draft' | 'issued') =>
      outlineOf(of, stage)
        .lines.map(({ text }) => text)
        .join('\n');
    expect(lines(summary, 'draft')).toMatch(
      /chưa rõ gửi cấp trên hay trong nội bộ, chưa đưa vào: “Đề nghị sớm có phương án đo tách, [^”]*địa phương” \(/,
    );
    expect(lines(summary, 'issued')).not.toMatch(/phương án đo tách|chưa rõ/);
    const pinned = summaryOf(asked, { paper: { ...blankPaper, choices: { in: [id], out: [] } } });
    expect(lines(pinned, 'issued')).toContain('- Đề nghị sớm có phương án đo tách');
    expect(lines(pinned, 'draft')).not.toContain('chưa rõ');
  });

  it('does not send upward what is asked of the authority under the heading for those above', () => {
    const summary = summaryOf({
      VPDK: {
        VIII: ['Đề nghị Sở bố trí kinh phí.', 'Đề nghị Tỉnh ủy quan tâm bố trí kinh phí.'],
      },
    });
    expect(told(summary, 'upward')).toEqual(['Đề nghị Tỉnh ủy quan tâm bố trí kinh phí']);
  });
});
