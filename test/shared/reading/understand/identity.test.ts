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

/** Findings about a workbook whose title block is `lines`. */
function identity(lines: readonly (string | readonly string[])[], unit = 'VPDK', period = 'Q1-2024') {
  const rows = lines.map((line) => (typeof line === 'string' ? [line] : line));
  const task = taskOf(unit, period);
  const reading = read(workbook(sheet('Số liệu', [...rows, header, ...formRows()]), narrative), task);
  return codes(reading).filter((code) => !code.includes('CUMULATIVE'));
}

const quarter = 'BÁO CÁO Kết quả công tác dân vận quý I năm 2024';
const unit = 'Đơn vị báo cáo: Văn phòng Đăng ký đất đai';

describe('the unit', () => {
  it.each([
    'Đơn vị báo cáo: Văn phòng Đăng ký đất đai',
    'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI',
    'Đơn vị: VPĐKĐĐ',
    'Số: 12/BC-VPDK',
    'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\nVĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI',
    'Văn phòng đăng ký đất đai tỉnh Lạng Sơn'.normalize('NFD'),
  ])('is known from "%s"', (line) => {
    expect(identity([line, quarter])).toEqual([]);
  });

  it('is known from a label with the name in the next cell', () => {
    expect(identity([['Đơn vị báo cáo:', 'Văn phòng Đăng ký đất đai'], quarter])).toEqual([]);
  });

  it.each<[string, readonly (string | readonly string[])[]]>([
    ['lines of a cell', ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\nPHÒNG\nKẾ HOẠCH - TÀI CHÍNH']],
    ['cells', ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'PHÒNG', 'KẾ HOẠCH - TÀI CHÍNH']],
    [
      'cells beside the motto',
      [
        ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['PHÒNG', 'Độc lập - Tự do - Hạnh phúc'],
        ['KẾ HOẠCH', 'Lạng Sơn, ngày 14 tháng 3 năm 2024'],
        ['TÀI CHÍNH'],
      ],
    ],
    ['cells, one with the label', ['Đơn vị báo cáo: Phòng', 'Kế hoạch - Tài chính']],
  ])('is known from a name split over %s', (_, lines) => {
    expect(identity([...lines, quarter], 'KHTC')).toEqual([]);
    expect(identity([...lines, quarter], 'VPDK')).toEqual(['e:OTHER_UNIT']);
  });

  it('is known from a name split over paragraphs', () => {
    const told = (unitCode: string) =>
      codes(
        read(
          word('PHÒNG', 'KẾ HOẠCH - TÀI CHÍNH', 'BÁO CÁO', 'Quý I năm 2024', [
            header.map(String),
            ...formRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
          ]),
          taskOf(unitCode),
        ),
      ).filter((code) => code.includes('UNIT'));
    expect(told('KHTC')).toEqual([]);
    expect(told('VPDK')).toEqual(['e:OTHER_UNIT']);
  });

  it('is not put together from lines that are no name', () => {
    expect(identity(['VĂN PHÒNG', 'BÁO CÁO', 'ĐĂNG KÝ ĐẤT ĐAI', quarter])).toEqual(['w:UNIT_NOT_STATED']);
  });

  it.each([
    'Đơn vị báo cáo: Chi cục Bảo vệ môi trường',
    'CHI CỤC BẢO VỆ MÔI TRƯỜNG',
    'Số: 05/BC-CCBVMT',
    'Đơn vị báo cáo: Chi nhánh VPĐKĐĐ huyện Cao Lộc',
    'Chi nhánh Văn phòng Đăng ký đất đai huyện Cao Lộc',
    'Chi nhánh VPĐKĐĐ huyện Chi Lăng',
  ])('is another by "%s"', (line) => {
    expect(identity([line, quarter])).toEqual(['e:OTHER_UNIT']);
  });

  it('is told with what was found and what was expected', () => {
    const task = taskOf();
    const rows = [['Đơn vị báo cáo: Thanh tra Sở'], [quarter], header, ...formRows()];
    expect(findingOf(read(workbook(sheet('Số liệu', rows), narrative), task), 'OTHER_UNIT')).toMatchObject({
      where: { sheet: 'Số liệu', cell: 'A1' },
      found: 'Đơn vị báo cáo: Thanh tra Sở',
      expected: 'Văn phòng Đăng ký đất đai (VPDK)',
      message: {
        vi: 'Tệp này là báo cáo của Thanh tra Sở (TTRA), không phải của Văn phòng Đăng ký đất đai (VPDK).',
      },
      fix: { vi: expect.stringMatching(/^Hãy chọn đúng tệp báo cáo của đơn vị mình\./) },
    });
  });

  it('is told by name where the name stands beside its label, or belongs to no unit that is known', () => {
    const told = (row: readonly string[]) => {
      const rows = [row, [quarter], header, ...formRows()];
      const { found, message } = findingOf(read(workbook(sheet('Số liệu', rows), narrative)), 'OTHER_UNIT');
      return [found, message.vi];
    };
    expect(told(['Đơn vị báo cáo:', 'Thanh tra Sở'])).toEqual([
      'Đơn vị báo cáo: Thanh tra Sở',
      'Tệp này là báo cáo của Thanh tra Sở (TTRA), không phải của Văn phòng Đăng ký đất đai (VPDK).',
    ]);
    expect(told(['Chi nhánh VPĐKĐĐ huyện Chi Lăng'])).toEqual([
      'Chi nhánh VPĐKĐĐ huyện Chi Lăng',
      'Tệp này là báo cáo của “Chi nhánh VPĐKĐĐ huyện Chi Lăng”, không phải của Văn phòng Đăng ký đất đai (VPDK).',
    ]);
  });

  it.each([
    'Đơn vị báo cáo: Chi nhánh VPĐKĐĐ huyện Cao Lộc (CN-CLO)',
    'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI\nCHI NHÁNH HUYỆN CAO LỘC',
    'CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH TẠI HUYỆN CAO LỘC',
  ])('may be a branch, whose parent is no other unit: "%s"', (line) => {
    expect(identity([line, quarter], 'CN-CLO')).toEqual([]);
  });

  it('is not a branch where only its parent or its sister is named', () => {
    expect(identity([unit, quarter], 'CN-CLO')).toEqual(['e:OTHER_UNIT']);
    expect(identity(['Chi nhánh VPĐKĐĐ huyện Hữu Lũng', quarter], 'CN-CLO')).toEqual(['e:OTHER_UNIT']);
  });

  it('is not the one the letter is addressed to', () => {
    expect(identity(['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', quarter, 'Kính gửi: Văn phòng Sở'])).toEqual([]);
    expect(identity([quarter, 'Kính gửi:', '- Văn phòng Sở;', '- Thanh tra Sở.'])).toEqual([
      'w:UNIT_NOT_STATED',
    ]);
  });

  it('may be Văn phòng Sở, whose name runs into the authority’s', () => {
    expect(identity(['VĂN PHÒNG SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', quarter], 'VPS')).toEqual([]);
  });

  it('is warned about where it is not stated; the authority alone states none', () => {
    expect(identity(['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', quarter])).toEqual(['w:UNIT_NOT_STATED']);
  });

  it('is warned about where another stands beside it', () => {
    expect(identity(['CHI CỤC BẢO VỆ MÔI TRƯỜNG', unit, quarter])).toEqual(['w:UNIT_ALSO_NAMED']);
  });
});

describe('the period', () => {
  it.each([
    'Kỳ báo cáo: Báo cáo quý I (Q1-2024)',
    'BÁO CÁO CÔNG TÁC DÂN VẬN QUÝ I NĂM 2024',
    'Báo cáo quý 1/2024',
    'BÁO CÁO 3 tháng đầu năm 2024',
    'Báo cáo quý I; phương hướng, nhiệm vụ quý II năm 2024',
    'Báo cáo kết quả quý I, so với cùng kỳ năm 2023',
    'Kỳ báo cáo: Quý I (từ 15/12/2023 đến 14/3/2024)',
    'Báo cáo quý I theo Nghị định 09/2019/NĐ-CP, giai đoạn 2021-2025',
  ])('is the first quarter by "%s"', (line) => {
    expect(identity([unit, line])).toEqual([]);
  });

  it.each([
    'Kỳ báo cáo: Báo cáo 6 tháng (6T-2024)',
    'BÁO CÁO CÔNG TÁC DÂN VẬN 6 THÁNG ĐẦU NĂM 2024',
    'Báo cáo sáu tháng đầu năm 2024',
    'BÁO CÁO công tác dân vận quý I năm 2023',
    'Kỳ báo cáo: Báo cáo quý I (Q1-2023)',
    'Kỳ báo cáo: Báo cáo 6 tháng (6T-2023)',
    'Kỳ báo cáo: Q1/2023',
    'Kỳ báo cáo: Quý I công tác dân vận 2023',
    'Mã kỳ: N-2023',
    'Báo cáo Q1-2023',
    'BÁO CÁO QUÝ I CÔNG TÁC DÂN VẬN 2023',
    'BÁO CÁO tổng kết năm 2024',
    'Báo cáo 9 tháng năm 2024',
    'BÁO CÁO công tác dân vận năm 2023',
    'KẾ HOẠCH công tác dân vận năm 2024',
    'BÁO CÁO Tổng kết 10 năm thực hiện Chỉ thị số 27-CT/TU',
  ])('is another by "%s"', (line) => {
    expect(identity([unit, line])).toEqual(['e:OTHER_PERIOD']);
  });

  it('is not told by dates, nor by the year alone', () => {
    expect(identity([unit, 'BÁO CÁO', 'Lạng Sơn, ngày 20 tháng 6 năm 2024'])).toEqual([
      'w:PERIOD_NOT_STATED',
    ]);
    expect(identity([unit, 'BÁO CÁO', 'Kết quả công tác dân vận năm 2024'])).toEqual(['w:PERIOD_NOT_STATED']);
  });

  it('of the year is told by the year', () => {
    expect(identity([unit, 'BÁO CÁO công tác dân vận năm 2024'], 'VPDK', 'N-2024')).toEqual([]);
  });

  it('is warned about where an old title was left beside the right one', () => {
    expect(identity([unit, 'Kỳ báo cáo: Báo cáo quý I (Q1-2024)', 'BÁO CÁO quý I năm 2023'])).toEqual([
      'w:PERIOD_ALSO_NAMED',
    ]);
  });

  it('is warned about where the figures were taken between other dates', () => {
    const halfYear = 'Số liệu từ ngày 01/01/2024 đến ngày 31/03/2024';
    expect(identity([unit, quarter, halfYear])).toEqual(['w:OTHER_WINDOW']);
    expect(identity([unit, quarter, 'Số liệu từ 15/12/2023 đến hết ngày 14/3/2024'])).toEqual([]);
  });

  it('of a plan is its year, and a report is no plan', () => {
    const told = (...lines: readonly string[]) =>
      codes(read(word(...lines, 'II.1. Tăng cường lãnh đạo', 'Một.'), taskOf('VPDK', 'KH2024')));
    expect(told('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH công tác dân vận năm 2024')).toEqual([]);
    expect(told('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH công tác dân vận năm 2023')).toEqual([
      'e:OTHER_PERIOD',
    ]);
    expect(told('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'KẾ HOẠCH công tác dân vận (KH2023)')).toEqual([
      'e:OTHER_PERIOD',
    ]);
    expect(told('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'BÁO CÁO quý I năm 2024')).toEqual(['e:OTHER_PERIOD']);
  });

  it('of a review is told by the document reviewed', () => {
    const told = (line: string) =>
      codes(read(word('THANH TRA SỞ', line, 'II.4. Sơ kết, tổng kết', 'Một.'), taskOf('TTRA', 'CD-27CT')));
    expect(told('BÁO CÁO Tổng kết 10 năm thực hiện Chỉ thị số 27-CT/TU')).toEqual([]);
    expect(told('BÁO CÁO Tổng kết 10 năm thực hiện Kết luận số 133-KL/TU')).toEqual(['e:OTHER_PERIOD']);
  });
});
