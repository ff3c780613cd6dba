import { describe, expect, it } from 'vitest';
import { wordsAsked, wordsOnEach } from '../../../shared/vocabulary/asked-doubts.ts';

describe('the words on what is doubtful', () => {
  it('are one each, and from the sixth on one for all the others', () => {
    expect([0, 1, 5, 6, 7, 30].map(wordsAsked)).toEqual([0, 1, 5, 6, 6, 6]);
    expect(wordsOnEach(8, ['a', 'b', 'c', 'd', 'e', ' f '])).toEqual([...'abcdefff']);
  });

  it('are never taken for another doubt than they were written for', () => {
    expect(wordsOnEach(3, ['Đã hỏi lại đơn vị'])).toEqual(['Đã hỏi lại đơn vị', '', '']);
    expect(wordsOnEach(7, ['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'b', 'c', 'd', 'e', '', '']);
    expect(wordsOnEach(1, ['a', 'b'])).toEqual(['a']);
  });
});
