import { describe, expect, it } from 'vitest';
import {
  writtenFigure,
  writtenInstant,
  writtenNumber,
  writtenRatio,
  writtenSize,
} from '../../../../shared/mail/layout/notation.ts';

describe('numbers', () => {
  it('are written the Vietnamese way, and the English way in English', () => {
    expect([writtenNumber(1230), writtenNumber(1234567.891)]).toEqual(['1.230', '1.234.567,89']);
    expect(writtenNumber(1230, 'en')).toBe('1,230');
  });

  it('as a rate have at most one decimal, and "—" where there is none', () => {
    expect([12 / 14, 1, 0, null].map((ratio) => writtenRatio(ratio))).toEqual(['85,7%', '100%', '0%', '—']);
    expect(writtenRatio(12 / 14, 'en')).toBe('85.7%');
  });
});

describe('figures', () => {
  it('follow the indicator’s type; blank is not 0', () => {
    expect(writtenFigure(98.5, 'percent')).toBe('98,5%');
    expect(writtenFigure('2024-02-28', 'date')).toBe('28/02/2024');
    expect(writtenFigure('đã tổng kết', 'text')).toBe('đã tổng kết');
    expect(writtenFigure(0, 'count')).toBe('0');
    expect(writtenFigure(null, 'count')).toBe('—');
  });
});

describe('times', () => {
  it('stand in the regime’s zone, whatever the machine’s is', () => {
    expect(writtenInstant('2024-03-18T16:59:59.000Z', 'Asia/Ho_Chi_Minh')).toBe('18/03/2024 23:59');
    expect(writtenInstant('2024-03-18T17:00:00Z', 'Asia/Ho_Chi_Minh')).toBe('19/03/2024 00:00');
    expect(writtenInstant('2024-03-18T17:00:00Z', 'Europe/Paris')).toBe('18/03/2024 18:00');
  });
});

describe('sizes', () => {
  it('have a unit that fits', () => {
    expect([812, 1024, 250_000, 1_258_291, 52_428_800].map((size) => writtenSize(size))).toEqual([
      '812 byte',
      '1 KB',
      '244 KB',
      '1,2 MB',
      '50 MB',
    ]);
  });
});
