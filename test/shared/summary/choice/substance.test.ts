import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../../shared/summary/choice/substance.ts';

describe('the figures that a sentence tells', () => {
  it.each([
    ['Vận động 12 hộ hiến 1.200 m2 đất, đạt 98,5%', [12, 1200, 98.5]],
    ['Thực hiện Điều 5, khoản 2 và điều 17 Luật Đất đai với 40 hộ', [40]],
    ['Ngày 12/02/2024, quý 1 năm 2024, giai đoạn 2021 - 2025: 7 cuộc', [7]],
    ['Quyết định 05/2024/QĐ-UBND, sau 10 năm, nhiệm kỳ 2020-2025', []],
    ['Trong tháng 12/02/2024 40 hộ', [40]],
  ])('are not its days, its articles of law and its numbers of documents: %s', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });
});
