import { describe, expect, it } from 'vitest';
import { blankPaper } from '../../../../shared/filing/paper.ts';
import type { NeutralDocument } from '../../../../shared/reading/model/document.ts';
import { openDocument } from '../../../../shared/reading/open/open-document.ts';
import { compareTexts, draftWordsIn, lacksMuch } from '../../../../shared/summary/report/signed-text.ts';
import { writeReport } from '../../../../shared/summary/report/write-report.ts';
import { draftWords } from '../../../../shared/wording/report.ts';
import { sampleSummary } from '../sample.ts';

const sample = sampleSummary();
const [told] = sample.narrative;
const summary = {
  ...sample,
  narrative: [
    {
      ...{ section: told?.section ?? '', groups: [] },
      entries: (told?.entries ?? []).slice(0, 1).map((entry) => ({
        ...entry,
        paragraphs: [
          {
            text: 'Đã góp ý 12 dự thảo văn bản của xã Bảo Lâm, giảm -5 điểm nóng tại thôn Nà Pàn, đất ở đã đo xong.',
            source: { paragraph: 1 },
          },
        ],
      })),
    },
  ],
};
const draft = await openDocument(await writeReport(summary));
const entered = { ...summary, paper: { ...blankPaper, number: '125', date: '2024-03-20' } };
const issued = await openDocument(await writeReport(entered, 'issued'));

it('knows the lines of a draft that were left in, and none in what was to be signed', () => {
  expect(draftWordsIn(issued)).toBeNull();
  expect(draftWordsIn(draft)).toBe('DỰ THẢO');
  const withoutMark = draft.blocks.filter((block) => block.kind !== 'table');
  expect(draftWordsIn({ ...draft, blocks: withoutMark })).toMatch(
    /^\(Căn cứ chưa ghi số.* trước khi trình ký\.\)$/,
  );
  for (const words of [
    draftWords.noRequests,
    draftWords.localRequests(2),
    draftWords.unaddressed([draftWords.request('Đề nghị tăng lịch tiếp nhận.', 'Văn phòng Sở')], 2),
    draftWords.signOrWait(3, 14),
    draftWords.doubtful(['12 (?)'], 0),
  ]) {
    const lines = words.match(/.{1,40}(?: |$)/g) ?? [];
    const blocks = lines.map((text) => ({ kind: 'paragraph', text, source: { paragraph: 1 } }) as const);
    expect(draftWordsIn({ ...issued, blocks: [...issued.blocks, ...blocks] }), words).not.toBeNull();
  }
});

it('quotes such a line from its own bracket on, a long one by its beginning and its end', () => {
  const quoted = (words: string) => {
    const text = `Đã họp dân (lần hai). ${words}`;
    return draftWordsIn({
      ...issued,
      blocks: [...issued.blocks, { kind: 'paragraph', text, source: { paragraph: 1 } }],
    });
  };
  const nested = draftWords.untoldAnswers('x (y)', ['A (B)'], false);
  expect(quoted(nested)).toBe(nested);
  const long = draftWords.unnumbered(Array(9).fill('Kế hoạch triển khai công tác dân vận (đợt 1)'));
  expect(quoted(long)).toMatch(
    /^\(Căn cứ chưa ghi số, .{50,70} … .{30,60}đề nghị .* trước khi trình ký\.\)$/,
  );
});

describe('the mark of a draft', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', text, source: { paragraph: 1 } }) as const;
  const below = (text: string) => draftWordsIn({ ...issued, blocks: [...issued.blocks, paragraph(text)] });
  const above = (text: string) => draftWordsIn({ ...issued, blocks: [paragraph(text), ...issued.blocks] });

  it('is no heading that speaks of another draft', () => {
    expect(below('3. LẤY Ý KIẾN NHÂN DÂN VÀO DỰ THẢO VĂN KIỆN ĐẠI HỘI XIV CỦA ĐẢNG')).toBeNull();
    expect(below('Dự thảo')).toBeNull();
  });

  it('is found in one piece with what stands beside it in the letterhead, and by itself wherever it stands', () => {
    expect(above('Số: /BC-STNMT DỰ THẢO')).toBe('DỰ THẢO');
    expect(above('Số: /BC-STNMT DỰ THẢO (lần 2) Lạng Sơn, ngày')).toBe('DỰ THẢO');
    expect(below('DỰ  THẢO'.normalize('NFD'))).toBe('DỰ THẢO');
    expect(below('(DỰ THẢO LẦN 2)')).toBe('DỰ THẢO');
    expect(below('DỰ THẢO (lần 2)')).toBe('DỰ THẢO');
  });
});

/** Its paragraphs torn into lines, as some programs tell them of a print, and its texts changed by hand. */
function printed(change: (text: string) => string | null): NeutralDocument {
  const blocks = issued.blocks.flatMap((block): NeutralDocument['blocks'] => {
    if (block.kind === 'table') {
      return [{ ...block, cells: block.cells.map((cell) => ({ ...cell, text: change(cell.text) ?? '' })) }];
    }
    const lines = change(block.text)?.match(/.{1,70}(?: |$)/g) ?? [];
    return lines.map((text) => ({ kind: 'paragraph', text, source: { paragraph: 1 } }));
  });
  return { ...issued, blocks };
}
const lacking = (change: (text: string) => string | null) => compareTexts(printed(change), draft).lacking;

describe('a signed report', () => {
  it('has everything that its draft had to say, wherever its lines are broken', () => {
    const { lacking: lost, passages } = compareTexts(issued, draft);
    expect(lost).toEqual([]);
    expect(lacking((text) => text)).toEqual([]);
    // Another paper lacks all of them: what is told beside what is lacking.
    expect(lacking(() => null)).toHaveLength(passages);
  });

  it('lacks a paragraph that was struck, and one whose words stand in another order', () => {
    const plan = [expect.stringContaining('theo Kế hoạch của Sở')];
    expect(lacking((text) => (text.includes('theo Kế hoạch của Sở') ? null : text))).toEqual(plan);
    const turned = (text: string) =>
      text.includes('theo Kế hoạch của Sở') ? text.split(' ').reverse().join(' ') : text;
    expect(lacking(turned)).toEqual(plan);
  });

  it.each([
    ['12\u00a0dự thảo', '13\u00a0dự thảo'],
    ['-5 điểm', '+5 điểm'],
    ['đất ở đã', 'đất ô đã'],
    ['đã đo xong', 'chưa đo xong'],
  ])('lacks a paragraph of which one thing was changed: %s to %s', (from, to) => {
    expect(lacking((text) => text.replace(from, to))).toEqual([
      expect.stringContaining(from.replace('\u00a0', ' ')),
    ]);
  });

  it('lacks title or name of who signed where another stands at its end', () => {
    const by = (lines: readonly string[]) =>
      compareTexts(
        printed((text) => text),
        draft,
        lines,
      ).lacking;
    expect(by(['GIÁM ĐỐC'])).toEqual([]);
    expect(by(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn An'])).toEqual([
      ...['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Văn An'],
    ]);
    const named = printed((text) => text.replace('GIÁM ĐỐC', 'GIÁM ĐỐC\nNguyễn Văn An'));
    expect(compareTexts(named, draft, ['GIÁM ĐỐC', 'Nguyễn Văn An']).lacking).toEqual([]);
  });

  it('lacks a row of figures though each of them stands elsewhere', () => {
    const total = (code: string) => summary.totals.find(({ indicator }) => indicator === code)?.value ?? 0;
    const [one, other] = [String(total('A01')), String(total('A02'))];
    const swapped = lacking((text) => (text === one ? other : text === other ? one : text));
    expect(swapped).toContainEqual(expect.stringMatching(/^1 \| Số văn bản lãnh đạo/));
    expect(swapped).toContainEqual(expect.stringMatching(/^2 \| Số hội nghị/));
  });
});

describe('lacking much', () => {
  it.each([
    [48, 52, true],
    [10, 50, true],
    [9, 50, false],
    // Title and name of who signed, or a line put otherwise: a short report is no other paper for that.
    [2, 6, false],
    [3, 6, true],
    [0, 0, false],
  ])('%d of %d: %s', (lacking, passages, much) => {
    expect(lacksMuch({ lacking: Array.from({ length: lacking }, String), passages })).toBe(much);
  });
});
