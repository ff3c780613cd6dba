import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  atHour,
  dayNumber,
  dayOf,
  endOfDay,
  inZone,
  isAstray,
  isWorkingDay,
  lastDay,
  summaryHour,
  timeLeft,
} from '../../../shared/regime/calendar.ts';
import type { Holiday } from '../../../shared/regime/regime.ts';
import { periodOf, regime } from '../summary/sample.ts';

const zone = 'Asia/Ho_Chi_Minh';
const off = (date: string): Holiday => ({ date, kind: 'off', name: 'nghỉ' });
const work = (date: string): Holiday => ({ date, kind: 'work', name: 'làm bù' });

describe('a day', () => {
  it('is that of the regime’s zone, to the second', () => {
    expect(dayOf('2024-03-18T16:59:59Z', zone)).toBe('2024-03-18');
    expect(dayOf('2024-03-18T17:00:00Z', zone)).toBe('2024-03-19');
    expect(dayOf(Date.parse('2024-12-31T17:00:00Z'), zone)).toBe('2025-01-01');
    expect(inZone('2024-03-18T16:59:59.999Z', zone)).toBe('2024-03-18T23:59:59+07:00');
    expect(atHour('2024-03-19', '09:00', zone)).toBe('2024-03-19T09:00:00+07:00');
    expect(endOfDay('2024-03-18', zone)).toBe('2024-03-18T23:59:59+07:00');
    // Asked again, and of the same hour elsewhere.
    expect(endOfDay('2024-03-18', zone)).toBe('2024-03-18T23:59:59+07:00');
    expect(endOfDay('2024-03-18', 'Asia/Tokyo')).toBe('2024-03-18T23:59:59+09:00');
  });

  it('is counted over the ends of months, years and February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  });

  it('is a slip where it lies far from the regime’s year', () => {
    const days = ['2022-12-31', '2023-01-01', '2039-12-31', '2040-01-01'];
    expect(days.map((day) => isAstray(day, { year: 2024 }))).toEqual([true, false, false, true]);
  });
});

describe('working days', () => {
  it('are Monday to Friday, but for what the regime declares off or worked', () => {
    const declared = [off('2024-03-20'), work('2024-03-23')];
    const week = ['18', '19', '20', '21', '22', '23', '24'].map((day) => `2024-03-${day}`);
    expect(week.filter((day) => isWorkingDay(day, []))).toEqual(week.slice(0, 5));
    expect(week.filter((day) => isWorkingDay(day, declared))).toEqual([
      '2024-03-18',
      '2024-03-19',
      '2024-03-21',
      '2024-03-22',
      '2024-03-23',
    ]);
  });

  it('are added from any day, forward and back; none is the day itself', () => {
    expect(addWorkingDays('2024-03-23', 0, [])).toBe('2024-03-23');
    expect(addWorkingDays('2024-03-22', 1, [])).toBe('2024-03-25');
    expect(addWorkingDays('2024-03-25', -1, [])).toBe('2024-03-22');
    expect(addWorkingDays('2024-03-22', 2, [off('2024-03-25')])).toBe('2024-03-27');
    expect(addWorkingDays('2024-03-22', 1, [work('2024-03-23')])).toBe('2024-03-23');
  });

  it.each([
    ['2024-03-18', '2024-03-18', 'on-the-day', 0, []],
    ['2024-03-18', '2024-03-22', 'before', 4, []],
    ['2024-03-22', '2024-03-25', 'before', 1, []],
    ['2024-03-22', '2024-03-25', 'before', 0, [off('2024-03-25')]],
    ['2024-03-25', '2024-03-21', 'after', 2, []],
    // Saturday behind a Friday, and Friday before a Sunday: none to count, and not the day itself.
    ['2024-03-23', '2024-03-22', 'after', 0, []],
    ['2024-03-22', '2024-03-24', 'before', 0, []],
  ] as const)('on %s, %s is %s, with %i counted', (today, day, when, workingDays, holidays) => {
    expect(timeLeft(today, day, holidays)).toEqual({ when, workingDays });
  });
});

describe('a deadline', () => {
  it('has its last day, or none', () => {
    expect(lastDay({ rule: 'by', date: '2024-03-01' })).toBe('2024-03-01');
    expect(lastDay({ rule: 'before', date: '2024-03-01' })).toBe('2024-02-29');
    expect(lastDay({ rule: 'on-guidance' })).toBeNull();
  });

  it('is followed by the summary, so many working days later', () => {
    const quarter = periodOf('Q1-2024');
    const summary = { workingDaysAfterDue: 5, at: '10:00' };
    expect(summaryHour({ ...quarter, summary }, regime)).toBe('2024-03-25T10:00:00+07:00');
    expect(summaryHour({ ...quarter, summary: undefined }, regime)).toBeNull();
    expect(summaryHour({ ...quarter, deadline: { rule: 'on-guidance' } }, regime)).toBeNull();
  });
});
