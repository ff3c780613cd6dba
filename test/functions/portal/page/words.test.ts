import { describe, expect, it } from 'vitest';
import {
  dateTime,
  dayAfter,
  daysUntil,
  exactTime,
  fileSize,
  longDay,
  number,
  say,
  shortDay,
} from '../../../../functions/portal/page/words.ts';

describe('a sentence with blanks', () => {
  it('is filled, and shows a blank that nobody filled', () => {
    const text = { vi: 'còn {days} ngày, {more}', en: '{days} days left, {more}' };
    expect(say(text, 'vi', { days: 3 })).toBe('còn 3 ngày, {more}');
    expect(say(text, 'en', { days: 3, more: 'and more' })).toBe('3 days left, and more');
  });

  it('takes dollar signs and braces of a file name as they are', () => {
    expect(say({ vi: '“{file}”', en: '' }, 'vi', { file: '$& {file}.xlsx' })).toBe('“$& {file}.xlsx”');
  });
});

describe('dates', () => {
  const zone = 'Asia/Ho_Chi_Minh';

  it("are shown in the regime's time wherever the reader sits", () => {
    expect(dateTime('2024-03-18T17:00:00Z', 'Europe/Berlin')).toBe('18/03/2024 18:00');
    expect(dateTime('2024-03-18T23:59:59+07:00', zone)).toBe('18/03/2024 23:59');
    expect(dateTime('2024-03-18T17:00:00Z', zone)).toBe('19/03/2024 00:00');
    expect(dateTime('no date', zone)).toBeNull();
  });

  it('that prove something are told to the second', () => {
    expect(exactTime('2024-03-18T16:59:05.731Z', zone)).toBe('18/03/2024 23:59:05');
    expect(exactTime('no date', zone)).toBeNull();
  });

  it('without a time are written day first, and other words are left alone', () => {
    expect(shortDay('2024-03-25')).toBe('25/03/2024');
    expect(shortDay('25/3, như đã hẹn')).toBe('25/3, như đã hẹn');
  });

  it('begin for the one who asks for more time with tomorrow, as the regime counts', () => {
    expect(dayAfter(Date.parse('2024-02-28T17:30:00Z'), zone)).toBe('2024-03-01');
    expect(dayAfter(Date.parse('2024-02-28T16:30:00Z'), zone)).toBe('2024-02-29');
  });

  it('stand with their weekday inside a sentence', () => {
    expect(longDay('2024-03-22', 'vi')).toBe('thứ Sáu, 22/03/2024');
    expect(longDay('2024-03-24', 'vi')).toBe('chủ Nhật, 24/03/2024');
    expect(longDay('2024-03-22', 'en')).toBe('Friday, 22/03/2024');
  });

  it('are counted in calendar days of the regime, not in periods of 24 hours', () => {
    const due = '2024-03-18T23:59:59+07:00';
    expect(daysUntil(due, Date.parse('2024-03-18T00:00:00+07:00'), zone)).toBe(0);
    expect(daysUntil(due, Date.parse('2024-03-17T23:59:00+07:00'), zone)).toBe(1);
    expect(daysUntil(due, Date.parse('2024-03-19T00:00:01+07:00'), zone)).toBe(-1);
    expect(daysUntil(due, Date.parse('2024-02-28T12:00:00+07:00'), zone)).toBe(19);
  });
});

describe('figures', () => {
  it('wear the separators of the language', () => {
    expect(number(1250.5, 'vi')).toBe('1.250,5');
    expect(number(1250.5, 'en')).toBe('1,250.5');
    expect(fileSize(0, 'vi')).toBe('0 B');
    expect(fileSize(843_776, 'vi')).toBe('824 KB');
    expect(fileSize(4_404_019, 'vi')).toBe('4,2 MB');
    expect(fileSize(52_428_800, 'en')).toBe('50 MB');
  });
});
