import { describe, expect, it } from 'vitest';
import { scaleIn } from '../../../../shared/reading/understand/scales.ts';
import {
  codes,
  findingOf,
  formRows,
  header,
  narrative,
  read,
  sheet,
  title,
  valueFor,
  type Written,
  word,
  workbook,
} from '../by-hand.ts';

const withUnit = (code: string, unit: string) =>
  formRows().map((row) => (row[1] === code ? row.with(3, unit) : row));
const book = (...rows: readonly (readonly Written[])[]) => read(workbook(sheet('Số liệu', rows), narrative));

describe('a unit that multiplies', () => {
  it.each(['nghìn lượt người', 'Nghìn lượt', '1.000 lượt người', 'triệu lượt', '100 lượt', 'chục lượt'])(
    'beside a figure makes it none: %s',
    (unit) => {
      const reading = book(...title, header, ...withUnit('A03', unit));
      expect(valueFor(reading, 'A03')).toMatchObject({ value: null, cumulative: null });
      expect(findingOf(reading, 'UNIT_MULTIPLIES')).toMatchObject({ severity: 'error', found: unit });
      expect(valueFor(reading, 'A01').value).toBe(3);
    },
  );

  it('in a heading makes all figures below it none, and no others', () => {
    const reading = book(...title, header.with(4, 'Trong kỳ (nghìn)'), ...formRows());
    expect(valueFor(reading, 'A03')).toMatchObject({ value: null, cumulative: 120 });
    expect(reading.findings.filter(({ code }) => code === 'UNIT_MULTIPLIES')).toHaveLength(1);
  });

  it.each(['(nghìn)', '(ĐVT: trăm lượt)', '(đơn vị tính 1.000 lượt)'])(
    'behind a name makes the figures of its row none: %s',
    (unit) => {
      const rows = formRows().map((row) => (row[1] === 'A03' ? row.with(2, `${row[2]} ${unit}`) : row));
      const reading = book(...title, header, ...rows);
      expect(valueFor(reading, 'A03')).toMatchObject({ value: null, cumulative: null });
      expect(reading.findings.filter(({ code }) => code === 'UNIT_MULTIPLIES')).toHaveLength(1);
      expect(valueFor(reading, 'A01').value).toBe(3);
    },
  );

  it('is no number in a remark behind a name', () => {
    const rows = formRows().map((row) =>
      row[1] === 'A03' ? row.with(2, `${row[2]} (trên 1.000 người)`) : row,
    );
    expect(valueFor(book(...title, header, ...rows), 'A03').value).toBe(120);
  });

  it('in a line above the table makes all its figures none', () => {
    const above = book(...title, ['Đơn vị tính: nghìn lượt'], header, ...formRows());
    expect(valueFor(above, 'A03').value).toBeNull();
    expect(codes(above)).toContain('e:UNIT_MULTIPLIES');
    const texts = [header, ...formRows()].map((row) =>
      row.map((cell) => (cell === null ? '' : String(cell))),
    );
    const inWord = read(word(...title.map(([line]) => String(line)), '(ĐVT: 1.000 người)', texts));
    expect(valueFor(inWord, 'A03').value).toBeNull();
  });

  it('takes no cell’s own finding away, and is said instead of a unit that differs', () => {
    const rows = withUnit('A03', 'nghìn lượt').map((row) =>
      row[1] === 'A03' ? row.with(4, '12O').with(5, '1.250') : row,
    );
    const reading = book(...title, header, ...rows);
    expect(codes(reading)).toEqual(
      expect.arrayContaining(['e:NOT_A_NUMBER', 'e:UNIT_MULTIPLIES', 'n:SEPARATOR']),
    );
    expect(codes(reading)).not.toContain('w:UNIT_DIFFERS');
  });

  it('multiplies nothing where no figure could be read', () => {
    const rows = withUnit('A03', 'nghìn lượt').map((row) =>
      row[1] === 'A03' ? row.with(4, '12O').with(5, null) : row,
    );
    const said = codes(book(...title, header, ...rows));
    expect(said).toEqual(expect.arrayContaining(['e:NOT_A_NUMBER', 'w:UNIT_DIFFERS']));
    expect(said).not.toContain('e:UNIT_MULTIPLIES');
  });

  it.each([
    ...['tr.đồng', 'tr đồng', 'Tr. đ', 'trđ', 'tr/năm', '(tr)', 'tr. VNĐ', 'tr. lượt', 'tr, lượt', 'tr. bài'],
    ...[
      'tr. hồ sơ',
      'tr hồ sơ',
      'tr (lượt người)',
      'tr. văn bản',
      'tr. hợp đồng',
      'tr. hop dong',
      'tr. hộp',
      'tr. đơn',
    ],
    ...[
      'tr. học sinh',
      'tr. hoc sinh',
      'tr. xã viên',
      'tr. sinh viên',
      'tr. trường hợp',
      'tr. phong bì',
      'tr-đồng',
      'tr. tấm',
    ],
  ])('is told by any of the words that multiply, shortened, too: %s', (unit) => {
    expect(scaleIn(unit)).toBe(scaleIn('triệu đồng'));
    const reading = book(...title, [`ĐVT: ${unit}`], header, ...formRows());
    expect(valueFor(reading, 'A03').value).toBeNull();
  });

  it('is refused beside its figure where its words are the regime’s but for that', () => {
    const reading = book(...title, header, ...withUnit('B12', 'tr. hồ sơ'));
    expect(valueFor(reading, 'B12').value).toBeNull();
    expect(findingOf(reading, 'UNIT_MULTIPLIES').found).toBe('tr. hồ sơ');
  });

  it('is the same however it is written', () => {
    expect(['ngàn', 'nghin', '1.000', '1000'].map(scaleIn)).toEqual(Array(4).fill(scaleIn('nghìn')));
    expect(scaleIn('tỉ đồng')).toBe(scaleIn('tỷ đồng'));
    expect(scaleIn('nghìn năm 2024')).toBe(scaleIn('nghìn'));
  });

  it('is no name of a place in such a line', () => {
    const lines = ['Đơn vị: Ủy ban nhân dân xã Triệu Phong', 'Đơn vị tính: lượt'];
    for (const line of lines) {
      const reading = book(...title, [line], header, ...formRows());
      expect(valueFor(reading, 'A03').value).toBe(120);
    }
  });

  it('says nothing of a 0, nor of days and answers', () => {
    const rows = withUnit('B01', 'nghìn').map((row) =>
      row[1] === 'A03' ? row.with(4, 0).with(5, 0).with(3, 'nghìn') : row,
    );
    expect(codes(book(...title, header, ...rows))).not.toContain('e:UNIT_MULTIPLIES');
  });

  it.each([
    'trạm y tế',
    'công ty',
    'tổ chức',
    'ngân hàng',
    'tỷ lệ',
    'lượt người',
    'm2',
    'Trong kỳ quý I/2024',
    '10 điều',
    'So với tr. kỳ',
    'tr. hợp',
    'Tr.hợp',
    'Tr.đó: nữ',
    'tr. cấp',
    'sổ gốc tr. 12',
    'tr.5-7',
    'tr. năm',
    'Tr.kì',
    'tr. quý I',
    'Tr. do: nu',
    'tr.bình',
    'tr. tháng',
    ...[
      'Tr.học',
      'tr.em',
      'Tr.tâm',
      'Tr.tâm hành chính công',
      'tr. trường',
      'Tr.THCS',
      'tr. tiểu học',
      'tr. mầm non',
    ],
    ...['tr.đại học', 'Tr. ĐH', 'tr. nghề', 'tr. dạy nghề', 'tr sinh', 'tr. chính trị', 'tr.cao đẳng'],
    ...['tr.ương', 'tr.xã', 'tr.phòng', 'tr. hoc', 'Tr-UBND', 'Kết quả Tr-UBND'],
  ])('is none of: %s', (unit) => {
    expect(scaleIn(unit)).toBe('');
  });
});
