import { describe, expect, it } from 'vitest';
import { onlyTyped, progressOf, workedOut } from '../../../../../functions/portal/page/typing/worked-out.ts';

const figure = (value: string, cumulative = '') => ({ value, cumulative });
const share = { formula: '100 * B13 / B12' };
const about = (code: string, formula?: string) => ({
  ...{ code, section: 'II.2', name: code, unitOfMeasure: 'vụ', type: 'count' as const },
  ...(formula !== undefined && { formula }),
});
const indicators = [about('B12'), about('B13'), about('B14', share.formula)];

describe('a share of what is typed', () => {
  it.each([
    ['12', '9', 75],
    ['3', '1', 33.33],
    ['1.200', '300', 25],
    ['12,5', '5', 40],
    ['0', '0', null],
    ['12', '', null],
    // Could be read in two ways: the engine says so, and the page guesses nothing.
    ['1.5', '1', null],
    ['khoảng 12', '9', null],
  ])('of %s and %s is %s', (whole, part, said) => {
    expect(workedOut(share, { figures: { B12: figure(whole), B13: figure(part) } }, 'value')).toBe(said);
  });

  it('since the opening is of the figures since the opening', () => {
    const figures = { B12: figure('10', '40'), B13: figure('5', '30') };
    expect(workedOut(share, { figures }, 'cumulative')).toBe(75);
  });
});

describe('what was typed', () => {
  const figures = { B12: figure('12'), B13: figure('  '), B14: figure('75') };

  it('is counted of all that is reported, as the check counts it: a share once its parts are there', () => {
    expect(progressOf(indicators, { figures })).toEqual({ done: 1, all: 3 });
    expect(progressOf(indicators, { figures: { ...figures, B13: figure('9') } })).toEqual({
      done: 3,
      all: 3,
    });
    expect(progressOf(indicators, { figures: { B12: figure('', '12') } })).toEqual({ done: 1, all: 3 });
  });

  it('holds no share that was typed once, which nobody sees any more', () => {
    const kept = onlyTyped(indicators, { figures, texts: { 'II.2': 'Lời' } });
    expect(kept).toEqual({ figures: { B12: figures.B12, B13: figures.B13 }, texts: { 'II.2': 'Lời' } });
  });
});
