import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAlike, patternOf } from '../../../shared/summary/alike.ts';
import type { NarrativeEntry } from '../../../shared/summary/summary.ts';
import { regime } from './sample.ts';

const common =
  'Việc sơ kết, tổng kết các nghị quyết, chỉ thị, kết luận được thực hiện theo hướng dẫn của Ban Dân vận Tỉnh ủy; số liệu đã được rà soát, gửi về Văn phòng Sở đúng thời gian quy định.';
const entry = (at: number, ...texts: string[]): NarrativeEntry => {
  const { code = '', name = '' } = regime.units[at] ?? {};
  return {
    unit: { code, name },
    upload: String(at),
    paragraphs: texts.map((text, n) => ({ text, source: { paragraph: n + 1 } })),
  };
};
const names = new Map(regime.units.map(({ code, name, aliases }) => [code, patternOf([name, ...aliases])]));
const folded = (entries: readonly NarrativeEntry[]) =>
  foldAlike(entries, names).map((group) => [group.entry, ...group.alike].map(({ unit }) => unit.code));

describe('texts that say the same', () => {
  it('are told once, under the first unit of the regime', () => {
    expect(folded([entry(0, common), entry(1, 'Chưa triển khai.'), entry(2, common)])).toEqual([
      ['VPS', 'KHTC'],
      ['TTRA'],
    ]);
  });

  it('are the same whatever their dates, their documents’ numbers, their marks and the unit’s own name', () => {
    const said = (at: number, number: string, day: string) =>
      entry(at, `${regime.units[at]?.name} thực hiện Kế hoạch số ${number} ngày ${day}. ${common}`);
    expect(
      folded([said(0, '12/KH-VPS', '05/02/2024'), said(1, '7/KH-TTRA', '11/3/2024'), entry(2, common)]),
    ).toEqual([['VPS', 'TTRA'], ['KHTC']]);
    expect(
      folded([entry(0, common), entry(1, common.replace('thời gian', 'THỜI GIAN').normalize('NFD'))]),
    ).toEqual([['VPS', 'TTRA']]);
  });

  it('are not the same with another figure in them, however much else they share', () => {
    const said = (at: number, figure: string) =>
      entry(
        at,
        `${common} Đã tổ chức ${figure} hội nghị quán triệt, tuyên truyền đến toàn thể công chức, viên chức.`,
      );
    expect(folded([said(0, '03'), said(1, '05'), said(2, '3')])).toEqual([['VPS', 'KHTC'], ['TTRA']]);
  });

  it('are not the same where they speak of something else', () => {
    const said = (at: number, of: string) =>
      entry(
        at,
        `Luật Thực hiện dân chủ ở cơ sở được thực hiện nghiêm túc trong ${of}; quy trình được niêm yết.`,
      );
    expect(
      folded([said(0, 'đo đạc, lập bản đồ địa chính'), said(1, 'phân loại rác tại nguồn')]),
    ).toHaveLength(2);
  });

  it('stand in groups that hold every text once, and that nothing but the regime’s order decides', () => {
    const text = fc.constantFrom(common, `${common} Hết.`, 'Không có gì.', 'Đang làm.', '');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
        const entries = texts.map((each, at) => entry(at, each));
        const groups = folded(entries);
        expect(groups.flat().toSorted()).toEqual(entries.map(({ unit }) => unit.code).toSorted());
        expect(new Set(groups.flat()).size).toBe(entries.length);
        for (const [first = ''] of groups) {
          expect(groups.filter((group) => group.includes(first))).toHaveLength(1);
        }
      }),
    );
  });
});
