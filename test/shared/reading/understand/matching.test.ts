import { describe, expect, it } from 'vitest';
import { RowMatcher } from '../../../../shared/reading/understand/matching.ts';
import { taskOf } from '../by-hand.ts';

const matcher = new RowMatcher(taskOf());
const own = 'Số văn bản lãnh đạo, chỉ đạo, triển khai công tác dân vận đã ban hành';

describe('a name is exact', () => {
  it.each([
    ['as the regime has it', own, true],
    ['in capitals and numbered', `1. ${own.toUpperCase()}`, true],
    ['after its own code', `A01. ${own}`, true],
    ['after the code of another', `A02. ${own}`, false],
    ['as a code alone', 'A01. ', true],
    ['with a word more', `${own} trong tỉnh`, false],
    ['for the words of none', 'Tổng cộng', false],
    ['with nothing in it', ' ', false],
  ])('%s', (_, name, is) => {
    expect(matcher.isExact(name)).toBe(is);
    expect(matcher.match(null, name, null)?.name === 'exact').toBe(is);
  });
});

it('thousands of names later a name means what it meant', () => {
  const before = matcher.match(null, own, null);
  for (let n = 0; n < 3000; n++) matcher.isExact(`Dòng ${n}`);
  expect(matcher.match(null, own, null)).toEqual(before);
  expect(new RowMatcher(taskOf()).match(null, own, null)?.indicator.code).toBe('A01');
});
