import { describe, expect, it } from 'vitest';
import { namesDayAfter } from '../../../../shared/summary/choice/named-days.ts';

describe('the days that a sentence names', () => {
  it.each([
    ['Mưa bão kéo dài từ tháng 8, nhiều thửa đất phải đo lại', true],
    ['Từ ngày 15/3/2024 hệ thống bị gián đoạn', true],
    ['Quý II còn 12 vụ việc', true],
    ['Từ tháng 01 năm 2025 thiếu biên chế', true],
    ['Tháng 3 còn 12 vụ việc', false],
    ['Trong quý I, tháng 02/2024 và ngày 14/3/2024 có 12 vụ việc', false],
    ['Hồ sơ trước tháng 12/2023 bị thất lạc, 9 tháng chưa tìm thấy', false],
  ])('tell whether "%s" speaks of what came after the period: %s', (text, after) => {
    expect(namesDayAfter(text, '2024-03-14')).toBe(after);
  });
});
