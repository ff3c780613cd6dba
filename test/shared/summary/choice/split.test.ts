import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../shared/summary/choice/split.ts';

describe('the sentences of a paragraph', () => {
  it.each([
    ['Đã tổ chức 02 hội nghị. Có 95 người dự.', ['Đã tổ chức 02 hội nghị.', 'Có 95 người dự.']],
    ['Giải quyết 1.250 hồ sơ, đạt 98,54%. Không có hồ sơ quá hạn.', 2],
    ['Ban hành ngày 05.02.2024. Đã triển khai đến 12 thôn.', 2],
    ['Họp ngày 05. 02. 2024 tại xã Bảo Lâm.', 1],
    ['Trên địa bàn TP. Lạng Sơn và TX. Đồng Đăng có 3 mô hình.', 1],
    ['Do đ/c. Nguyễn Văn A. Hoàng phụ trách.', 1],
    ['Do ThS. Hà và PGS. Nam trình bày.', 1],
    ['Công khai phí, lệ phí, v.v. Người dân đồng tình.', 2],
    ['Theo Chỉ thị số 27-CT/TU… Đã rà soát xong!', 2],
    ['“Ngày Chủ nhật xanh.” Hội viên tham gia đông.', 2],
    ['Kế hoạch số 148-KH/TU; Kết luận số 65-KL/TW.', 1],
  ] as const)('of "%s"', (text, expected) => {
    const found = sentencesOf(text);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  it.each([
    ['1. Đã ban hành 05 văn bản.', 'Đã ban hành 05 văn bản.'],
    ['2.1. Đã ban hành 05 văn bản.', 'Đã ban hành 05 văn bản.'],
    ['a) Công khai phương án.', 'Công khai phương án.'],
    ['- Công khai phương án.', 'Công khai phương án.'],
    ['II. Công khai phương án.', 'Công khai phương án.'],
    ['12 cuộc đối thoại đã được tổ chức.', '12 cuộc đối thoại đã được tổ chức.'],
  ])('without what only counts it: "%s"', (text, expected) => {
    expect(sentencesOf(text)).toEqual([expected]);
  });

  it('are the paragraph’s own words in its own order, whatever the paragraph', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'TP. ',
        '1.250',
        ' v.v. ',
        '. ',
        '; ',
        '? ',
        '- ',
        'a) ',
        '“',
        '”',
        'Xã Bảo Lâm',
        ' đã ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        let from = 0;
        for (const sentence of sentencesOf(text)) {
          const at = text.indexOf(sentence, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + sentence.length;
        }
      }),
    );
  });
});
