import { describe, expect, it } from 'vitest';
import { fill, inEach, languages, localeOf, say } from '../../../shared/vocabulary/text.ts';

const left = { vi: 'còn {days} ngày', en: '{days} days left' };

describe('a text', () => {
  it('is said in one language, and filled where it is given what stands in its braces', () => {
    expect(say(left, 'en')).toBe('{days} days left');
    expect(say(left, 'vi', { days: 3 })).toBe('còn 3 ngày');
  });

  it('can be made for every language, each of which has a locale', () => {
    expect(Object.keys(inEach((language) => language))).toEqual([...languages]);
    expect(Object.keys(localeOf)).toEqual([...languages]);
  });
});

describe('a sentence with places', () => {
  it('is filled, and never sent with a hole', () => {
    expect(fill('{a} và {b}', { a: 1, b: '{c}' })).toBe('1 và {c}');
    expect(() => fill('{a}', {})).toThrow(RangeError);
  });

  it('takes what it is told where a place has no value', () => {
    expect(fill('{a}, {b}', { a: 1 }, (name) => `{${name}}`)).toBe('1, {b}');
  });

  it('takes dollar signs as they are', () => {
    expect(fill('“{file}”', { file: '$& $1.xlsx' })).toBe('“$& $1.xlsx”');
  });
});
