import { describe, expect, it } from 'vitest';
import { builtInShape, shapeOf } from '../../../../../shared/reading/open/number-shapes/number-format.ts';

describe('the shape of a number format', () => {
  it.each([
    ...['0" nghìn"', '0,"k"', '#,##0,', '0.0,,', '0"0"', '0\\5', '"9"0', '""', ';;;@'],
    ...['-0', '0-', '"-"0', '\\-#,##0', '0"-"', '+0;-0', '(#,##0)', '"("0")"', '0"O"'],
    ...[
      '0\\ \\n\\g\\h\\ì\\n',
      '\\(0\\)',
      '0\\O',
      '0\\l',
      '0\\ \\1\\2',
      '0"–"',
      '0" trđ"',
      '0" tr"',
      '0" tr hồ sơ"',
    ],
    ...['[<0]0;-0', '[>10]0;-0', '[>=0]-0;0', '[<5]-0;0', '[>100]0;-0;0', '[>0]0,;0'],
    ...['[=120]"không";0', '[<100]0;"nhiều"', '[>=1000]#,##0,"k";0'],
    ...['0‰', '0"‰"', '–0', '0"."0', '0\\,00', '#"."##0"."##', '0"/"00'],
    '[White]0',
    '[>0][Color2]0;0',
    '"<"0',
    '\\≥0',
  ])('is a disguise where another number is shown, or none: %s', (code) => {
    expect(shapeOf(code)).toEqual({ code });
  });

  it.each([
    ...['General', 'General" "', '#,##0', '0;-0;;@', '#,##0.00', '0" người"', '0" tỉnh"', '"Khoảng "0', '@'],
    ...['#,##0 "m2"', '0.0" km2"', '0" tỷ lệ"', '[=0]"-";#,##0', '[=0]"";General'],
    ...['0" (lượt)"', '0.00E-00', '#,##0_);(#,##0)', '0" cán bộ - công chức"', '#,##0_-;\\-#,##0_-'],
    ...['0\\ \\l\\ượ\\t', '0\\ lượ\\t', '0\\ \\l', '#,##0_)\\ \\(\\l\\)', '0\\ \\m\\2', '0" tr.hợp"'],
    ...['[>=0]#,##0;-#,##0', '[>0]#,##0;-#,##0;0', '[Red][<0]-#,##0;#,##0', '[<=0]"-";0', '[<>0]0;"-"'],
    ...['[>0]0;"-";;"chữ"', '[=-1]"-";0', '#"."##0"."##0', '0\\,000', '0"."'],
    ...['_-* #,##0_-', '[$₫-42A]#,##0', '0_);[Red]0', '# ?/8', '##0.0E+0', '00000'],
  ])('is a number where words and signs leave it as it is: %s', (code) => {
    expect(shapeOf(code)).toBe('number');
  });

  it.each(['0.0"%"', '0\\%', '0" %"', '0"%";-0', '[Red]0"%"'])(
    'is a number with the sign of a share as a word behind it: %s',
    (code) => {
      expect(shapeOf(code)).toBe('percent-sign');
    },
  );

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
      '0;-0;[White]0',
      '[Blue]0',
    ]) {
      expect(shapeOf(code), code).toBe('number');
    }
    expect(shapeOf('0.00%')).toBe('percent');
    expect([9, 10].map(builtInShape)).toEqual(['percent', 'percent']);
    expect(builtInShape(14)).toMatchObject({ day: true, month: true, year: true, time: false });
    expect(builtInShape(3)).toBe('number');
  });
});
