import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import {
  builtInShape,
  type DateShape,
  shapeOf,
} from '../../../../../shared/reading/open/xlsx/number-format.ts';
import { showIso, showSerial } from '../../../../../shared/reading/open/xlsx/serial-date.ts';
import { buildWorkbook } from './build-workbook.ts';

function dateShape(code: string): DateShape {
  const shape = shapeOf(code);
  if (typeof shape === 'string' || 'code' in shape) throw new Error(`${code} is no date`);
  return shape;
}

describe('the shape of a number format', () => {
  it.each([
    ...['0" nghìn"', '0,"k"', '#,##0,', '0.0,,', '0"0"', '0\\5', '"9"0', '""', ';;;@'],
    ...['[=120]"không";0', '[<100]0;"nhiều"', '[>=1000]#,##0,"k";0'],
  ])('is a disguise where another number is shown, or none: %s', (code) => {
    expect(shapeOf(code)).toEqual({ code });
  });

  it.each([
    ...['General', 'General" "', '#,##0', '0;-0;;@', '#,##0.00', '0" người"', '0" tỉnh"', '"Khoảng "0', '@'],
    ...['#,##0 "m2"', '0.0" km2"', '0" tỷ lệ"', '[=0]"-";#,##0', '[=0]"";General'],
    ...['_-* #,##0_-', '[$₫-42A]#,##0', '0_);[Red]0', '# ?/8', '##0.0E+0', '00000'],
  ])('is a number where words and signs leave it as it is: %s', (code) => {
    expect(shapeOf(code)).toBe('number');
  });

  it('is a date only where the code shows a date or time outside quotes, colours and conditions', () => {
    for (const code of [
      'dd/mm/yyyy',
      '[$-42A]d mmmm yyyy;@',
      'yyyy\\-mm\\-dd',
      'h:mm AM/PM',
      '[h]:mm',
      'mm:ss.0',
    ]) {
      expect(shapeOf(code), code).toBeTypeOf('object');
    }
    for (const code of [
      'General',
      '#,##0',
      '0.00E+00',
      '0" days"',
      '[Red]0',
      '#,##0\\d',
      '_(* #,##0_)',
      '@',
      '[>1000]0',
    ]) {
      expect(shapeOf(code), code).toBe('number');
    }
    expect(shapeOf('0.00%')).toBe('percent');
    expect([9, 10].map(builtInShape)).toEqual(['percent', 'percent']);
    expect(builtInShape(14)).toMatchObject({ day: true, month: true, year: true, time: false });
    expect(builtInShape(3)).toBe('number');
  });
});

describe('a serial date', () => {
  it('reads as its format shows it, day first', () => {
    const show = (serial: number, code: string) => showSerial(serial, dateShape(code), false);
    expect(show(45366, 'dd/mm/yyyy')).toEqual({ text: '15/03/2024', date: '2024-03-15' });
    expect(show(45366.35416666666, 'd/m/yyyy h:mm')).toEqual({
      text: '15/03/2024 08:30',
      date: '2024-03-15',
    });
    expect(show(45366, 'mm/yyyy')).toEqual({ text: '03/2024', date: '2024-03-15' });
    expect(show(0.5, 'h:mm:ss')).toEqual({ text: '12:00:00' });
    expect(show(1.25, '[h]:mm')).toEqual({ text: '30:00' });
    expect(show(45365.999999999, 'dd/mm/yyyy')?.date).toBe('2024-03-15');
  });

  it('keeps the two days around the leap day that never was', () => {
    const date = (serial: number) => showSerial(serial, dateShape('dd/mm/yyyy'), false)?.date;
    expect([1, 59, 60, 61, 2_958_465, 2_958_466, -1].map(date)).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '9999-12-31',
      undefined,
      undefined,
    ]);
  });

  it('counts from 1904 where the workbook says so', async () => {
    const bytes = buildWorkbook({
      date1904: true,
      sheets: [{ rows: '<row><c s="0"><v>0</v></c><c s="0"><v>43904</v></c></row>' }],
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    });
    const { blocks } = await openDocument(bytes);
    expect(blocks).toMatchObject([
      { cells: [{ date: '1904-01-01', text: '01/01/1904' }, { date: '2024-03-15' }] },
    ]);
  });
});

describe('an ISO date cell', () => {
  it('reads as a date, with its time where it has one', async () => {
    expect(showIso('2024-03-15')).toEqual({ text: '15/03/2024', date: '2024-03-15' });
    expect(showIso('2024-03-15T00:00:00')).toEqual({ text: '15/03/2024', date: '2024-03-15' });
    expect(showIso('2024-03-15T08:30:00.000Z')).toEqual({ text: '15/03/2024 08:30:00', date: '2024-03-15' });
    expect(showIso('2024-02-30')).toBeNull();
    const bytes = buildWorkbook({
      sheets: [{ rows: '<row><c t="d"><v>2024-03-15</v></c><c t="d"><v>15-3</v></c></row>' }],
    });
    const { blocks } = await openDocument(bytes);
    expect(blocks).toMatchObject([{ cells: [{ date: '2024-03-15' }, { text: '15-3' }] }]);
  });
});
