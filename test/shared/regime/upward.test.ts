import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../shared/regime/calendar.ts';
import { readRegime } from '../../../shared/regime/load.ts';
import type { Period } from '../../../shared/regime/regime.ts';
import { upwardBy } from '../../../shared/regime/upward.ts';
import { leftWords } from '../../../shared/wording/upward.ts';

const file = new URL('../../../infra/regimes/dan-van-2024.yaml', import.meta.url);
const regime = readRegime(readFileSync(file, 'utf8'), 'dan-van-2024.yaml');
const [quarter] = regime.periods.filter(({ id }) => id === 'Q1-2024');
if (!quarter) throw new Error('the sample regime has its first quarter');
const by = (period: Partial<Period>, today = '2024-03-15', of: Partial<typeof regime> = {}) =>
  upwardBy({ ...regime, ...of }, { ...quarter, ...period }, today);

describe('by when a report goes upward', () => {
  it('is the day that the regime names, or so many working days after the units’ own, with how many are left', () => {
    expect(by({})).toMatchObject({
      day: '2024-03-20',
      left: { when: 'before', workingDays: 3 },
      to: [{ name: 'Ban Dân vận Tỉnh ủy' }],
    });
    // Over a weekend.
    expect(by({ officeDue: { workingDaysAfterDue: 5 } })).toMatchObject({
      day: '2024-03-25',
      left: { when: 'before', workingDays: 6 },
    });
    expect(by({}, '2024-03-20')?.left.when).toBe('on-the-day');
    expect(by({}, '2024-03-22')?.left).toEqual({ when: 'after', workingDays: 2 });
  });

  it('is nothing where a regime of before names none, or nobody is above', () => {
    const { officeDue: _, ...before } = quarter;
    expect(upwardBy(regime, before, '2024-03-15')).toBeNull();
    const recipients = regime.office.recipients.filter(({ role }) => role !== 'issued-report');
    expect(by({}, undefined, { office: { ...regime.office, recipients } })).toBeNull();
    expect(by({ officeDue: { workingDaysAfterDue: 2 }, deadline: { rule: 'on-guidance' } })).toBeNull();
  });

  it.each([
    ['2024-03-18', 'còn 2 ngày làm việc'],
    ['2024-03-20', 'hôm nay là ngày cuối'],
    ['2024-03-21', 'đã quá 1 ngày làm việc'],
  ])('on %s is told as "%s"', (today, said) => {
    expect(leftWords(timeLeft(today, '2024-03-20', [])).vi).toBe(said);
  });

  it.each([
    ['2024-09-20', 'hôm nay là ngày cuối'],
    ['2024-09-21', 'đã quá hạn'],
    ['2024-09-22', 'đã quá hạn'],
    ['2024-09-23', 'đã quá 1 ngày làm việc'],
  ])('that is a Friday is told on %s as "%s"', (today, said) => {
    expect(leftWords(timeLeft(today, '2024-09-20', [])).vi).toBe(said);
  });

  it('that is a Sunday is not told on Friday as today', () => {
    expect(leftWords(timeLeft('2024-09-20', '2024-09-22', [])).vi).toBe(
      'sau hôm nay không còn ngày làm việc nào',
    );
  });
});
