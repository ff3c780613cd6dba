import { describe, expect, it } from 'vitest';
import { showsAnother } from '../../../../../shared/reading/open/ods/shown-number.ts';

describe('what a spreadsheet shows for a number', () => {
  it.each([
    [1234.5, '1234.5'],
    [1234.5, '1.234,50'],
    [1234.5, '1 234,5'],
    [1234567, '1.234.567'],
    [1234567, "1'234'567"],
    [1234567, '12,34,567'],
    [1235, '1.235'],
    [1.235, '1.235'],
    [98.456, '98,5'],
    [0.5, '1'],
    [0.5, '0'],
    [2.5, '2'],
    [-15, '(15)'],
    [-15, '15'],
    [7, '7 đ'],
    [5, '$5.00'],
    [5, '000005'],
    [30, '30 m2'],
    [30, 'm2 30'],
    [1234567, '1,23E+06'],
    [1234567, '12,3E5'],
    [1.5e308, '1,5E+308'],
    [1e-7, '1E-07'],
    [5e-324, '5E-324'],
    [0.5, '1/2'],
    [-3.5, '-3 1/2'],
    [0.3333333, '1/3'],
    [0.5, '.5'],
    [0.5, ',50'],
    [-0.5, '-.5'],
    [5, '...5'],
    [500, 'VND500'],
    [1234, 'VNĐ1,234'],
    [30, 'CO2 30'],
    [0, '-'],
    [0, 'Không'],
    [12, ''],
    [12, '###'],
    [0.1 + 0.2, '0.30000000000000004'],
    [12345678901234568, '12345678901234600'],
  ])('%d is %s', (number, shown) => {
    expect(showsAnother(number, shown)).toBe(false);
  });

  it.each([
    ['thousands left out', 1234567, '1.235'],
    ['all but the millions left out', 1234567, '1'],
    ['thousands left out of a small number', 120, '0'],
    ['noughts added', 120, '120000'],
    ['a digit added in front', 20, '120'],
    ['digits added apart', 12, '12 (2024)'],
    ['a word that multiplies', 120, '120 nghìn'],
    ['a text in its place', 1, 'Có'],
    ['another number', 12, '13'],
    ['another decimal', 98.5, '98,6'],
    ['a decimal in place of a whole', 5, '.5'],
    ['a day', 45356, '3/5/24'],
    ['a month', 45356, '3/24'],
    ['a fraction of another number', 5, '5/7'],
    ['a fraction of nothing', 5, '5/0'],
    ['another power of ten', 1234567, '1,23E+05'],
    ['more than any power of ten', 5, '1E+400'],
    ['another amount of a currency', 1234567, 'VND1,235'],
  ])('is another one with %s', (_, number, shown) => {
    expect(showsAnother(number, shown)).toBe(true);
  });
});
