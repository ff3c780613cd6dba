import { describe, expect, it } from 'vitest';
import { dateTime, daysUntil, fileSize, number, say } from '../../../../functions/portal/page/words.ts';
import * as pageWords from '../../../../shared/wording/page.ts';
import * as officeWords from '../../../../shared/wording/page-office.ts';
import * as uploadWords from '../../../../shared/wording/page-upload.ts';
import { dutyStatusWords, uploadStateWords } from '../../../../shared/wording/statuses.ts';

const groups = { ...pageWords, ...uploadWords, ...officeWords, dutyStatusWords, uploadStateWords };
const texts = Object.entries(groups).flatMap(([group, words]) =>
  Object.entries(words).map(([name, text]) => ({ name: `${group}.${name}`, text })),
);
const blanksOf = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe('the words of the page', () => {
  it('are many, so that an empty list cannot pass for a whole one', () => {
    expect(texts.length).toBeGreaterThan(150);
  });

  it.each(texts)(
    '$name says the same in both languages, composed (NFC), without stray spaces',
    ({ text }) => {
      for (const sentence of [text.vi, text.en]) {
        expect(sentence).not.toBe('');
        expect(sentence).toBe(sentence.normalize('NFC').trim());
        expect(sentence).not.toMatch(/ {2}/);
      }
      expect(blanksOf(text.en)).toEqual(blanksOf(text.vi));
    },
  );

  it('leave no Vietnamese in the English and no mark of TCVN3', () => {
    for (const { name, text } of texts) {
      expect(text.en, name).not.toMatch(/[ăâđêôơưạ-ỹ]/i);
      expect(text.vi, name).not.toMatch(/[©®«»¸µ¶]/);
    }
  });

  it('keep missing, nil, returned, extended and excluded apart', () => {
    const { missing, nil, returned, extended, excluded } = dutyStatusWords;
    for (const language of ['vi', 'en'] as const) {
      const words = [missing, nil, returned, extended, excluded].map((text) => text[language]);
      expect(new Set(words).size).toBe(5);
    }
  });
});

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
  it("are shown in Vietnam's time wherever the reader sits", () => {
    expect(dateTime('2024-03-18T23:59:59+07:00')).toBe('18/03/2024 23:59');
    expect(dateTime('2024-03-18T17:00:00Z')).toBe('19/03/2024 00:00');
    expect(dateTime('no date')).toBeNull();
  });

  it('are counted in calendar days of Vietnam, not in periods of 24 hours', () => {
    const due = '2024-03-18T23:59:59+07:00';
    expect(daysUntil(due, Date.parse('2024-03-18T00:00:00+07:00'))).toBe(0);
    expect(daysUntil(due, Date.parse('2024-03-17T23:59:00+07:00'))).toBe(1);
    expect(daysUntil(due, Date.parse('2024-03-19T00:00:01+07:00'))).toBe(-1);
    expect(daysUntil(due, Date.parse('2024-02-28T12:00:00+07:00'))).toBe(19);
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
