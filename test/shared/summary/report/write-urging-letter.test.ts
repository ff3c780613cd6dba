import { describe, expect, it } from 'vitest';
import { writeUrgingLetter } from '../../../../shared/summary/report/write-urging-letter.ts';
import { paragraphsOf } from '../../documents/reopened.ts';
import { periodOf, regime } from '../sample.ts';

const owing = [{ name: 'Thanh tra Sở', status: 'missing', due: null }] as const;

const letter = async (period: string, due: string | null) =>
  paragraphsOf(
    await writeUrgingLetter({ regime, period: periodOf(period), due, owing, at: '2024-03-20T02:00:00Z' }),
  ).join('\n');

describe('the drafted letter to who still owes', () => {
  it('names the report, its common date, and how many owe it in two digits', async () => {
    const text = await letter('Q1-2024', '2024-03-15T16:59:59Z');
    expect(text).toContain('V/v đôn đốc nộp báo cáo kết quả công tác dân vận quý I năm 2024');
    expect(text).toContain('quý I năm 2024, thời hạn hết ngày 15/3/2024.');
    expect(text).toMatch(/còn 01 phòng, đơn vị chưa có báo cáo được tiếp nhận/);
  });

  it('names the hour of a deadline that is not a day’s, and each unit’s own', async () => {
    const due = '2024-03-15T05:00:00Z';
    const own = [{ name: 'Thanh tra Sở', status: 'returned', due: '2024-03-22T16:59:59Z' }] as const;
    const lines = paragraphsOf(
      await writeUrgingLetter({
        ...{ regime, period: periodOf('Q1-2024'), due, owing: own, at: '2024-03-20T02:00:00Z' },
      }),
    );
    expect(lines.join('\n')).toContain('thời hạn 12 giờ 00 phút, ngày 15/3/2024.');
    expect(lines.slice(lines.indexOf('Thanh tra Sở') + 1).slice(0, 2)).toEqual([
      'hết ngày 22/3/2024',
      'Yêu cầu chỉnh lý',
    ]);
  });

  it('calls a plan a plan, and speaks of no date where none is common to all', async () => {
    const text = await letter('KH2024', null);
    expect(text).toContain('V/v đôn đốc nộp kế hoạch dân vận 2024 của đơn vị');
    expect(text).toContain('đã yêu cầu các phòng, đơn vị nộp kế hoạch dân vận 2024 của đơn vị.');
    expect(text).toContain('chưa có kế hoạch được tiếp nhận');
    expect(text).not.toMatch(/báo cáo kế hoạch|thời hạn|gửi báo cáo/);
  });

  it('says what it is about below its number, before whom it is addressed to', async () => {
    const text = await letter('Q1-2024', null);
    const places = ['Số:', 'V/v', 'DỰ THẢO', 'Kính gửi:'].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
