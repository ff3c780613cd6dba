import { expect, it } from 'vitest';
import { vanishes } from '../../../../../shared/reading/open/looks/colours.ts';

it('letters vanish in the colour of what is behind them, or in one that no eye tells from it', () => {
  expect(vanishes('FFFFFF', null)).toBe(true);
  expect(vanishes('FAFEF5', null)).toBe(true);
  expect(vanishes('FF0000', 'F80407')).toBe(true);
  expect(vanishes('FFFFFF', 'FFF8E1')).toBe(true);
  expect(vanishes('EEEEEE', null)).toBe(false);
  expect(vanishes('000000', '202020')).toBe(false);
  expect(vanishes('FFFF00', null)).toBe(false);
  expect(vanishes('theme 1', 'theme 2')).toBe(false);
  expect(vanishes('FFFFFF', undefined)).toBe(false);
});
