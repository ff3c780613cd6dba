import { describe, expect, it } from 'vitest';
import { separatorsIn } from '../../../../shared/reading/understand/separators.ts';
import { sheet, type Written } from '../by-hand.ts';

const column = (...written: readonly Written[]) =>
  sheet(
    's',
    written.map((each) => [each]),
  ).cells;

describe('the separators of a column', () => {
  it.each([
    ['vietnamese', ['1.234', '1.234,5']],
    ['vietnamese', ['12,5']],
    ['vietnamese', ['1.234.567']],
    ['english', ['1,234', '1,234.5']],
    ['english', ['98.5']],
    ['english', ['56049100664.36']],
    ['mixed', ['1.234', '1.234,5', '56049100664.36']],
    ['unknown', ['1.234', '1,234', '12', 'không']],
    ['vietnamese', ['khoảng 12,5 cuộc']],
    ['unknown', []],
  ] as const)('are %s of %j', (separators, written) => {
    expect(separatorsIn(column(...written))).toBe(separators);
  });

  it('are not told by numbers that the file stores as such, nor by dates', () => {
    expect(separatorsIn(column(98.5, { text: '12.5', number: 12.5 }))).toBe('unknown');
    expect(separatorsIn(column({ text: '20.02', date: '2024-02-20' }))).toBe('unknown');
  });
});
