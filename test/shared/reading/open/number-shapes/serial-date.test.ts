import { describe, expect, it } from 'vitest';
import { type DateShape, shapeOf } from '../../../../../shared/reading/open/number-shapes/number-format.ts';
import { showIso, showSerial } from '../../../../../shared/reading/open/number-shapes/serial-date.ts';
import { openDocument } from '../../../../../shared/reading/open/open-document.ts';
import { buildWorkbook } from '../xlsx/build-workbook.ts';

function dateShape(code: string): DateShape {
  const shape = shapeOf(code);
  if (typeof shape === 'string' || 'code' in shape) throw new Error(`${code} is no date`);
  return shape;
}

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
