import { describe, expect, it } from 'vitest';
import { doubtsIn, figureDoubts } from '../../../shared/summary/matters.ts';
import { nilDatedIn } from '../../../shared/summary/nil-dated.ts';
import { doubted } from '../../../shared/summary/report/doubted.ts';
import { outlineOf } from '../../../shared/summary/report/outline.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { writeWorkbook } from '../../../shared/summary/workbook/write-workbook.ts';
import { sheetsOf } from '../documents/reopened.ts';
import { sampleSummary } from './sample.ts';

const sample = sampleSummary();
const plan = sample.totals.find(({ indicator }) => indicator === 'E02');
const [first] = (plan?.contributions ?? []).filter(({ value }) => typeof value === 'string');
const unit = first?.unit ?? '';
const countIn = (summary: Summary) =>
  outlineOf(summary, 'issued')
    .lines.map(({ text }) => /(\d+) đơn vị đã ban hành kế hoạch dân vận/.exec(text)?.[1])
    .find(Boolean);

describe('a day in a period of which its unit declared that it had nothing to report', () => {
  const asked: Summary = { ...sample, nil: [{ unit, periods: ['Q1-2024'] }] };

  it('is put before whoever signs, in the workbook too, and counted nowhere', async () => {
    expect(nilDatedIn(asked)).toContainEqual({
      unit,
      indicator: 'E02',
      day: first?.value,
      period: 'Q1-2024',
    });
    const told = figureDoubts(doubtsIn(asked)).map((doubt) => doubted(asked, doubt));
    expect(told.join('\n')).toMatch(/khai không phát sinh quý I năm 2024 nhưng ghi ngày ban hành kế hoạch/);
    const notices = Object.values(sheetsOf(await writeWorkbook(asked))['Lưu ý'] ?? {}).map(
      ({ value }) => value,
    );
    expect(notices.join('\n')).toMatch(
      /E02: đơn vị khai không phát sinh báo cáo quý I năm 2024 nhưng ghi ngày/,
    );
    expect(Number(countIn(asked))).toBe(Number(countIn(sample)) - 1);
  });

  it('is none of another period', () => {
    expect(nilDatedIn({ ...sample, nil: [{ unit, periods: ['9T-2024'] }] })).toEqual([]);
    expect(nilDatedIn(sample)).toEqual([]);
  });
});
