import { describe, expect, it } from 'vitest';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  sheet,
  taskOf,
  word,
  workbook,
} from '../by-hand.ts';

const quarter = 'BÁO CÁO Kết quả công tác dân vận quý I năm 2024';
const authority = 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG';
const superior = 'UBND TỈNH LẠNG SƠN';
const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

const reading = (lines: readonly (string | readonly string[])[], unit = 'VPDK') =>
  read(
    workbook(
      sheet('Số liệu', [
        ...lines.map((line) => (typeof line === 'string' ? [line] : line)),
        header,
        ...formRows(),
      ]),
      narrative,
    ),
    taskOf(unit),
  );
const told = (lines: readonly (string | readonly string[])[], unit?: string) =>
  codes(reading(lines, unit)).filter((code) => /UNIT|ISSUED|CONSOLIDATED/.test(code));

describe('a document that the authority itself issues is no unit’s report', () => {
  it.each<[string, readonly (string | readonly string[])[]]>([
    ['its number', [authority, 'Số: 145/BC-STNMT', quarter]],
    ['its number, left blank', [authority, 'Số:        /BC-STNMT', quarter]],
    ['its number, written with dashes and spaces', [authority, 'Số 145 / BC – STNMT', quarter]],
    ['its number, with the day behind it', [authority, 'Số: 145/BC-STNMT ngày 19/3/2024', quarter]],
    ['its number as a plan has it', [authority, 'Số: 7/KH-STNMT', quarter]],
    [
      'its number, though the subject names the unit',
      [authority, 'Số: 145/BC-STNMT', `${quarter} của Thanh tra Sở`],
    ],
    ['the body above it', [superior, authority, quarter]],
    ['the body above it, in the same cell', [`${superior}\n${authority}`, quarter]],
    [
      'the body above it, beside the motto',
      [[superior, motto], [authority, 'Độc lập - Tự do - Hạnh phúc'], quarter],
    ],
    [
      'the title of a workbook',
      ['Sở Tài nguyên và Môi trường', 'Tổng hợp: Kết quả công tác dân vận quý I năm 2024'],
    ],
    ['the title of a sheet of all units', ['Số liệu từng đơn vị: Kết quả công tác dân vận quý I năm 2024']],
  ])('known by %s', (_, lines) => {
    expect(told(lines, 'TTRA')).toEqual(['e:ISSUED_BY_AUTHORITY']);
  });

  it('says where that stands, and whose report is expected', () => {
    const { where, found, expected, message } = findingOf(
      reading([superior, authority, 'Số: 145/BC-STNMT', quarter]),
      'ISSUED_BY_AUTHORITY',
    );
    expect({ where, found, expected }).toEqual({
      where: { sheet: 'Số liệu', cell: 'A3' },
      found: 'Số: 145/BC-STNMT',
      expected: 'Văn phòng Đăng ký đất đai (VPDK)',
    });
    expect(message.vi).toContain('cơ quan ban hành là Sở Tài nguyên và Môi trường');
  });

  it('is the first thing that is said of a document', () => {
    const document = word(
      [
        [`${superior}\n${authority}`, motto],
        ['Số: 145/BC-STNMT', 'Lạng Sơn, ngày 19 tháng 3 năm 2024'],
      ],
      'BÁO CÁO',
      'Kết quả công tác dân vận quý I năm 2024',
    );
    expect(codes(read(document, taskOf('VPS')))[0]).toBe('e:ISSUED_BY_AUTHORITY');
  });
});

describe('a unit’s report stays one', () => {
  it.each<[string, readonly (string | readonly string[])[]]>([
    ['below the authority', [authority, 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'Số: 12/BC-VPDK', quarter]],
    [
      'below the authority and the body above it',
      [superior, authority, 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', quarter],
    ],
    ['in the authority’s cell', [`${authority}\nVĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI`, 'Số:     /BC-VPDK', quarter]],
    [
      'with a number left over from the authority’s paper',
      [authority, 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'Số: /BC-STNMT', quarter],
    ],
    ['by its label', [superior, authority, quarter, 'Đơn vị báo cáo: Văn phòng Đăng ký đất đai']],
    ['in the subject', [superior, authority, quarter, 'của Văn phòng Đăng ký đất đai']],
    [
      'with a number that goes on behind the authority',
      [authority, 'Số: 12/BC-STNMT-VPDK', 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', quarter],
    ],
    [
      'with the authority’s paper as its reason',
      [authority, 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', quarter, 'Thực hiện Công văn số 145/STNMT-VP'],
    ],
  ])('named %s', (_, lines) => {
    expect(told(lines)).toEqual([]);
  });

  it('named over several lines, the last of which sounds like a title', () => {
    expect(told([superior, authority, 'PHÒNG', 'KẾ HOẠCH - TÀI CHÍNH', quarter], 'KHTC')).toEqual([]);
    expect(told([authority, 'PHÒNG', 'KẾ HOẠCH - TÀI CHÍNH', 'Số: /BC-STNMT', quarter], 'KHTC')).toEqual([]);
  });

  it('with sums of its own branches', () => {
    const sums = 'Tổng hợp: Kết quả công tác dân vận quý I năm 2024';
    expect(told([authority, 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', sums])).toEqual([]);
    expect(told(['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'Số liệu từng đơn vị: quý I năm 2024'])).toEqual([]);
    expect(told([sums])).toEqual(['w:UNIT_NOT_STATED']);
  });

  it('unnamed below the authority alone: a warning, as ever', () => {
    expect(told([authority, quarter])).toEqual(['w:UNIT_NOT_STATED']);
  });
});
