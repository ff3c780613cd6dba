import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../shared/summary/report/outline.ts';
import { shortcomings } from '../../../../shared/summary/report/shortcomings.ts';
import type { Summary, Total } from '../../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../../shared/summary/workbook/write-workbook.ts';
import { sheetsOf } from '../../documents/reopened.ts';
import { sampleSummary } from '../sample.ts';

const sample = sampleSummary();

/** The sample with these totals, each given by all. */
function having(
  figures: Readonly<Record<string, number>>,
  blank: Readonly<Record<string, string[]>> = {},
): Summary {
  const totals = sample.totals.map(
    (total): Total => ({
      ...total,
      value: figures[total.indicator] ?? total.value,
      blank: blank[total.indicator] ?? [],
    }),
  );
  return { ...sample, totals };
}
const told = (summary: Summary) => shortcomings(summary).map(({ text }) => text);

describe('what figures tell among the shortcomings', () => {
  it('is told where there is more left than there was, and fewer were answered than received', () => {
    const summary = having({ B08: 40, B09: 129, B10: 121, B11: 48, C01: 200, C02: 186 });
    expect(told(summary)).toEqual([
      '- Đơn thư còn tồn cuối kỳ 48 đơn, nhiều hơn số đơn kỳ trước chuyển sang (40 đơn).',
      '- Mới trả lời 186/200 ý kiến, kiến nghị của công chức, viên chức, người lao động và Nhân dân.',
    ]);
    const lines = outlineOf(summary, 'issued').lines.map(({ text }) => text);
    const heading = lines.findIndex((text) => text.endsWith('Tồn tại, hạn chế'));
    expect(lines[heading + 1]).toMatch(/^- Đơn thư còn tồn cuối kỳ 48 đơn/);
  });

  it('is not told where it is not so', () => {
    expect(told(having({ B08: 40, B09: 129, B10: 129, B11: 40, C01: 200, C02: 200 }))).toEqual([]);
  });

  it('is not told of figures that not the same units gave', () => {
    const figures = { B08: 40, B09: 129, B10: 129, B11: 40, C01: 200, C02: 186 };
    expect(told(having(figures, { C02: ['KHTC'] }))).toEqual([]);
  });

  it('is what got worse against the period before, of the same units, and reckoned in the workbook', async () => {
    const before: Readonly<Record<string, number>> = { B12: 119_631, B13: 118_688, B14: 99.21 };
    const compared = (of: Readonly<Record<string, number>>, rest = {}) => {
      const summary = having(of);
      const totals = summary.totals.map((total): Total => {
        const then = before[total.indicator];
        if (then === undefined) return total;
        const none = { before: null, delta: null, percent: null };
        return { ...total, previous: { value: { ...none, before: then }, cumulative: none, ...rest } };
      });
      return { ...summary, totals };
    };
    const late = (summary: Summary) => told(summary).filter((text) => text.includes('quá hạn'));
    const worse = compared({ B12: 156_227, B13: 154_348, B14: 98.8 });
    const text =
      'Số hồ sơ thủ tục hành chính giải quyết quá hạn của kỳ này là 1.879 (kỳ trước là 943); tỷ lệ trước hạn và đúng hạn giảm từ 99,21% xuống 98,80%.';
    expect(late(worse)).toEqual([`- ${text}`]);
    expect(late(compared({ B12: 156_227, B13: 155_000, B14: 99.21 }))).toEqual([]);
    const ofOthers = compared({ B12: 156_227, B13: 154_348, B14: 98.8 }, { otherUnits: true, ofBoth: null });
    expect(late(ofOthers)).toEqual([]);
    const notices = Object.values(sheetsOf(await writeWorkbook(worse))['Lưu ý'] ?? {}).map(
      ({ value }) => value,
    );
    expect(notices[notices.indexOf(text) + 1]).toContain('{= B12 - B13}');
    expect(told(having({ B12: 156_227, B13: 154_348, B14: 98.8 })).join()).not.toContain('quá hạn');
  });

  it('is the regime’s to say', () => {
    const summary = having({ C01: 200, C02: 186 });
    const { shortcomings: _, ...report } = summary.regime.report;
    expect(told({ ...summary, regime: { ...summary.regime, report } })).toEqual([]);
  });
});
