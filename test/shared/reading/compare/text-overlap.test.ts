import { describe, expect, it } from 'vitest';
import { textOverlap, undatedWords } from '../../../../shared/reading/compare/text-overlap.ts';

const told =
  'Trong quý I năm 2024, đơn vị đã tổ chức 12 hội nghị tuyên truyền với 1.250 lượt người tham dự, phối hợp giải quyết dứt điểm các kiến nghị của nhân dân tại cơ sở.';

describe('textOverlap', () => {
  it('is 1 for the same text', () => {
    expect(textOverlap([told], [told])).toBe(1);
  });

  it('is 1 for texts that differ by dates, periods and numbers of documents alone', () => {
    const pairs: [string, string][] = [
      [
        'Thực hiện Kế hoạch số 12/KH-STNMT ngày 14 tháng 3 năm 2024',
        'Thực hiện Kế hoạch số 07/KH-STNMT ngày 01/6/2025',
      ],
      ['Kết quả quý I năm 2024 của đơn vị', 'Kết quả 6 tháng đầu năm 2024 của đơn vị'],
      ['Kết quả quý IV/2024 của đơn vị như sau', 'Kết quả quý 1/2025 của đơn vị như sau'],
      [
        'Theo Nghị định 09/2019/NĐ-CP và Chỉ thị 27-CT/TU của Tỉnh ủy',
        'Theo Nghị định 30/2020/NĐ-CP và Chỉ thị 8-CT/TU của Tỉnh ủy',
      ],
      [
        'Báo cáo số:     /BC-STNMT ngày     tháng 02 năm 2024 của Sở',
        'Báo cáo số: 45/BC-STNMT ngày 14 tháng 3 năm 2025 của Sở',
      ],
      ['Kế hoạch tháng 3/2024 và tháng 4 của phòng', 'Kế hoạch tháng 11/2024 và tháng 12 của phòng'],
      ['Tính đến 2024-03-14, đơn vị đã hoàn thành', 'Tính đến 14.6.2024, đơn vị đã hoàn thành'],
    ];
    for (const [one, other] of pairs) expect(textOverlap([one], [other]), `${one} | ${other}`).toBe(1);
  });

  it('ignores marks stored apart, case, punctuation and where paragraphs break', () => {
    const broken = told.normalize('NFD').toUpperCase().replace(', phối', '.\nPhối').split('. ');
    expect(textOverlap([told], broken)).toBe(1);
  });

  it('is 1 for a copy in which letters were changed that nobody sees changed', () => {
    const copies = [
      told.replace(/(\S)(\S+\s+\S+\s+\S+\s)/g, '$1\u200b$2'),
      told.replaceAll('o', '\u043e').replaceAll('a', '\u0430'),
      told.replaceAll('i', 'i\u034f').replace('năm 2024', 'n\u00adăm 20\u200b24'),
    ];
    for (const copy of copies) expect(textOverlap([told], [copy]), copy).toBe(1);
  });

  it('counts figures as words: a changed figure takes itself away and leaves the runs beside it', () => {
    const words = undatedWords([told]).length;
    expect(textOverlap([told], [told.replace('1.250', '1.300')])).toBeCloseTo((words - 1) / words, 2);
  });

  it('is the share of the longer text', () => {
    const own =
      'Bên cạnh đó chúng tôi còn làm rất nhiều việc khác mà chẳng ai trong ngành từng làm trước đây cả';
    const share = undatedWords([told]).length / undatedWords([told, own]).length;
    expect(textOverlap([told, own], [told])).toBeCloseTo(share, 5);
    expect(textOverlap([told], [told, own])).toBeCloseTo(share, 5);
  });

  it('is 0 for texts that share words but no run of five', () => {
    expect(
      textOverlap(
        ['Đơn vị đã tổ chức tuyên truyền và đối thoại với nhân dân'],
        ['Nhân dân đối thoại, tuyên truyền đã được đơn vị tổ chức'],
      ),
    ).toBe(0);
  });

  it('does not let a repeated sentence pass for a copied text', () => {
    expect(textOverlap([told, told, told, told], [told])).toBeCloseTo(0.25, 1);
  });

  it('compares texts shorter than a run as a whole, and finds nothing in none', () => {
    expect(textOverlap(['Không có'], ['không có.'])).toBe(1);
    expect(textOverlap(['Không có'], ['Có'])).toBe(0.5);
    expect(textOverlap([], [told])).toBe(0);
    expect(textOverlap(['—'], [''])).toBe(0);
  });

  it('keeps figures that look like no date', () => {
    expect(undatedWords(['Thu 2.024,5 triệu, 12 cuộc, 2/người, tỷ lệ 98,5%'])).toEqual(
      'thu 2 024 5 trieu 12 cuoc 2 nguoi ty le 98 5 %'.split(' '),
    );
  });

  it('takes a quarter with a page of blanks behind it', () => {
    expect(textOverlap([`quý${' '.repeat(200_000)}x`], ['quý x'])).toBe(1);
  });

  it('takes texts of 100,000 words', () => {
    const long = Array.from({ length: 100_000 }, (_, at) => `từ${at % 977}x${at % 1009}`);
    const other = long.with(50_000, 'khác');
    expect(textOverlap([long.join(' ')], [other.join(' ')])).toBeGreaterThan(0.999);
  });
});
