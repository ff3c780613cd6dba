import { describe, expect, it } from 'vitest';
import { changeClause, changeSign } from '../../../shared/wording/changes.ts';

const clause = (now: number, before: number, inPoints = false) =>
  changeClause({ now, before, inPoints }, 'quý trước');
const sign = (now: number, before: number, inPoints = false) => changeSign({ now, before, inPoints });

describe('how a figure stands against an earlier one', () => {
  it.each([
    [1230, 1093.3, 'tăng 12,5% so với quý trước'],
    [80, 100, 'giảm 20,0% so với quý trước'],
    [45, 45, 'bằng quý trước'],
    [0, 0, 'bằng quý trước'],
    [7, 0, 'quý trước không phát sinh'],
    [0, 7, 'quý trước là 07'],
    [0, 120, 'quý trước là 120'],
  ])('%d after %d: %s', (now, before, said) => {
    expect(clause(now, before)).toBe(said);
  });

  it('tells small figures by their difference: from 1 to 2 is no 100%', () => {
    expect(clause(2, 1)).toBe('tăng 01 so với quý trước');
    expect(clause(12, 19)).toBe('giảm 07 so với quý trước');
    expect(clause(21, 20)).toBe('tăng 5,0% so với quý trước');
  });

  it('tells large leaps as how many times', () => {
    expect(clause(500, 100)).toBe('gấp 5 lần quý trước');
    expect(clause(399, 100)).toBe('tăng 299,0% so với quý trước');
  });

  it('never says 0%: what differs less than a tenth of a percent is nearly the same', () => {
    expect(clause(100_001, 100_000)).toBe('gần bằng quý trước');
  });

  it('tells percentages by points', () => {
    expect(clause(98.8, 99.05, true)).toBe('giảm 0,25 điểm phần trăm so với quý trước');
    expect(clause(98.8, 98.8001, true)).toBe('bằng quý trước');
    expect(clause(5, 0, true)).toBe('tăng 5 điểm phần trăm so với quý trước');
  });

  it('says the same in a narrow column', () => {
    expect([sign(1230, 1093.3), sign(80, 100), sign(45, 45), sign(7, 0), sign(2, 5)]).toEqual([
      '+12,5%',
      '−20,0%',
      '=',
      '+7',
      '−3',
    ]);
    expect([sign(500, 100), sign(98.8, 99.05, true)]).toEqual(['5 ×', '−0,25 điểm']);
  });
});
