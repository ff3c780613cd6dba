import { describe, expect, it } from 'vitest';
import { checkFailed } from '../../../shared/wording/check-findings.ts';
import { comparisonFindings } from '../../../shared/wording/comparison-findings.ts';
import type { FindingWords } from '../../../shared/wording/finding-words.ts';
import { findings } from '../../../shared/wording/findings.ts';
import { unreadable, unreadableCodes } from '../../../shared/wording/unreadable-findings.ts';

/** Every parameter that any sentence asks for; a sentence that asks for another shows "undefined". */
const parameters = {
  unit: '‹unit›',
  period: '‹period›',
  kind: { vi: '‹loại›', en: '‹kind›' },
  sections: '‹sections›',
  value: '‹value›',
  authority: '‹authority›',
  cumulative: '‹cumulative›',
  taken: '‹taken›',
  other: '‹other›',
  place: { vi: '‹nơi›', en: '‹place›' },
  indicator: '‹indicator›',
  sheet: '‹sheet›',
  section: '‹section›',
  codes: '‹codes›',
  asks: 'other',
  like: { vi: '‹câu›.', en: '‹sentence›.' },
  count: '‹count›',
  font: '‹font›',
  encoding: '‹encoding›',
  file: '‹file›',
  receipt: '‹receipt›',
  earlier: { vi: '‹kỳ trước›', en: '‹period before›' },
  percent: '‹percent›',
  why: 'column',
  page: 1,
  table: 2,
  rows: [3, 4],
  column: 5,
  text: '‹text›',
  stored: '‹stored›',
  computed: '‹computed›',
  unread: [],
  damage: 'misread',
  active: 'dde',
  kept: 50_000,
  letters: 7,
  places: { vi: '‹các ô›', en: '‹cells›' },
  heading: '‹heading›',
  headings: '‹headings›',
} as const;
const entries: readonly (readonly [string, FindingWords])[] = [
  ...Object.entries({ ...findings, ...comparisonFindings }).map(
    ([key, build]) => [key, build(parameters)] as const,
  ),
  ...unreadableCodes.map((code) => [code, unreadable(code)] as const),
  ...(['error', 'warning'] as const).map(
    (severity) =>
      [
        'X01',
        checkFailed({
          id: 'X01',
          severity,
          message: { vi: '‹vi›', en: '‹en›' },
          about: '‹indicator›',
          places: { vi: 'ô E12', en: 'cell E12' },
        }),
      ] as const,
  ),
];

describe.each(entries)('the finding %s', (key, words) => {
  const sentences = [words.message.vi, words.message.en, words.fix.vi, words.fix.en];

  it('carries its own code', () => {
    expect(words.code).toBe(key);
  });

  it('speaks both languages, composed, without a gap', () => {
    for (const sentence of sentences) {
      expect(sentence).toBe(sentence.normalize('NFC'));
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN/);
      expect(sentence).toMatch(/^[\p{Lu}‹"].*[.%]$/su);
    }
  });

  it('has diacritics in Vietnamese and none in English', () => {
    expect(words.message.vi).toMatch(/[àáảãạăâđèéêìíòóôơùúưỳý]|[\u1EA0-\u1EF9]/iu);
    const own = words.message.en.replace(/‹.*?›|".*?"/gu, '');
    expect(own).not.toMatch(/[\u1EA0-\u1EF9đĐ]/u);
  });

  it('says how to mend it', () => {
    expect(words.fix.vi).not.toBe(words.message.vi);
    expect(words.fix.vi.length).toBeGreaterThan(15);
  });
});

it('a cell that is filled on opening is not laid on a program that did not write the file', () => {
  const { message } = findings.TABLE_IN_DOUBT({ table: 1, page: 0, column: 3, rows: [4], why: 'filled' });
  expect([message.vi, message.en].join(' ')).not.toContain('Word');
});
