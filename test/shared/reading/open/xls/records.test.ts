import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../../../../shared/reading/open/xls/code-page.ts';
import { withoutDefaultPassword } from '../../../../../shared/reading/open/xls/default-password.ts';
import { drawnObjectsIn } from '../../../../../shared/reading/open/xls/drawn-objects.ts';

/** A record: its type, what it holds. */
function record(type: number, ...bytes: number[]): number[] {
  return [type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes];
}

const begin = (version: number) => record(0x0809, version & 255, version >> 8, 5, 0);
const end = record(0x000a);

describe('letters of an old workbook', () => {
  const letters = (version: number, page: number) =>
    lettersOf(Uint8Array.from([...begin(version), ...record(0x0042, page & 255, page >> 8), ...end]));

  it('are those of the code page that a workbook of Excel 5 or 95 names', () => {
    expect(letters(0x0500, 1258)('Ðõn v\u00f2').normalize('NFC')).toBe('Đơn ṿ');
    expect(letters(0x0500, 1252)('M\u00e3')).toBe('Mã');
    expect(letters(0x0500, 1251)('\u00cf')).toBe('П');
    expect(letters(0x0500, 4711)('M\u00e3')).toBe('Mã');
  });

  it('stay as they are in Excel 97 and later, and where they were no single bytes', () => {
    expect(letters(0x0600, 1258)('Ð')).toBe('Ð');
    expect(letters(0x0500, 1258)('Số Ð')).toBe('Số Ð');
  });
});

describe('what lies over the sheets of an old workbook', () => {
  const sheetEntry = (at: number) => record(0x0085, at, 0, 0, 0, 0, 0, 1, 0, 0x53);
  const object = (kind: number) => record(0x005d, 0x15, 0, 0x12, 0, kind, 0);
  const text = (length: number) => record(0x01b6, ...new Array(10).fill(0), length, 0);
  const stream = (...records: number[][]) => {
    const globals = [...begin(0x0600), ...sheetEntry(0), ...end];
    globals[8 + 4] = globals.length;
    return Uint8Array.from([...globals, ...begin(0x0600), ...records.flat(), ...end]);
  };
  const kinds = (...records: number[][]) =>
    drawnObjectsIn(stream(...records)).map(({ sheet, why }) => `${sheet} ${why}`);

  it('are pictures, charts and boxes with text in them', () => {
    expect(kinds(object(8), object(5), object(6), text(3))).toEqual(['S image', 'S chart', 'S text-box']);
    expect(kinds(object(6), text(0))).toEqual([]);
  });

  it('are no notes, and go on behind a chart', () => {
    expect(kinds(object(0x19), text(3))).toEqual([]);
    expect(kinds(object(5), begin(0x0600), end, object(8))).toEqual(['S chart', 'S image']);
  });
});

describe('the protection of an old workbook', () => {
  it('is none, mixed bytes, or another password', () => {
    const stream = (...protection: number[]) => Uint8Array.from([...begin(0x0600), ...protection, ...end]);
    expect(withoutDefaultPassword(stream()).kind).toBe('none');
    expect(withoutDefaultPassword(stream(...record(0x2f, 0, 0, 1, 2, 3, 4))).kind).toBe('mixed');
    const other = (major: number) => record(0x2f, 1, 0, major, 0, 1, 0, ...new Array(48).fill(7));
    expect(withoutDefaultPassword(stream(...other(1))).kind).toBe('password');
    expect(withoutDefaultPassword(stream(...other(2))).kind).toBe('password');
  });
});
