import { describe, expect, it } from 'vitest';
import { firstSentences, sentencesOf } from '../../../../shared/mail/layout/sentences.ts';

describe('sentences', () => {
  it('end where people end them, not at thousands, abbreviations or a list\u2019s number', () => {
    expect(sentencesOf('Đã giải quyết 1.250 hồ sơ tại TP. Lạng Sơn. Không có đơn tồn.')).toEqual([
      'Đã giải quyết 1.250 hồ sơ tại TP. Lạng Sơn.',
      'Không có đơn tồn.',
    ]);
    expect(sentencesOf('1. Công tác chỉ đạo năm 2024. Tốt.')).toEqual([
      '1. Công tác chỉ đạo năm 2024.',
      'Tốt.',
    ]);
  });
});

describe('the beginning of a text', () => {
  const short = 'Đã tổ chức 02 hội nghị.';
  const other = 'Có 58 lượt người dự.';
  const long = `Đã ban hành 08 văn bản chỉ đạo, đôn đốc các phòng; ${'tiếp tục phối hợp với các xã '.repeat(8)}.`;

  it('is two sentences where they fit, also of two paragraphs', () => {
    expect(firstSentences([`${short} ${other}`, short], 160)).toBe(`${short} ${other}`);
    expect(firstSentences([short, other], 160)).toBe(`${short} ${other}`);
  });

  it('is the first alone where both do not fit', () => {
    expect(firstSentences([short, other], 30)).toBe(short);
    expect(firstSentences([short, long], 160)).toBe(short);
  });

  it('keeps a sentence that is a little too long', () => {
    expect(firstSentences([short], 20)).toBe(short);
  });

  it('ends a sentence that is much too long at a clause, and says that it goes on', () => {
    expect(firstSentences([long], 100)).toBe('Đã ban hành 08 văn bản chỉ đạo, đôn đốc các phòng…');
  });

  it('never ends in a word', () => {
    const text = 'nghiêng '.repeat(60).trim();
    for (let limit = 40; limit < 60; limit += 1) {
      expect(firstSentences([text], limit)).toMatch(/^(nghiêng )*nghiêng…$/);
    }
  });

  it('of nothing is nothing', () => {
    expect(firstSentences([], 160)).toBe('');
    expect(firstSentences([' '], 160)).toBe('');
  });
});
