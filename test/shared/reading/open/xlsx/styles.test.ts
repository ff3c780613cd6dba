import { expect, it } from 'vitest';
import { vanishes } from '../../../../../shared/reading/open/looks/colours.ts';
import { colourIn } from '../../../../../shared/reading/open/xlsx/colour-in.ts';

it('white and black are the same in every way of writing them, and greys of the theme are told', () => {
  const unseen = (letters: Record<string, string>, ground: Record<string, string>) =>
    vanishes(colourIn(letters), colourIn(ground));
  expect(unseen({ theme: '1' }, { rgb: 'FF000000' })).toBe(true);
  expect(unseen({ indexed: '8' }, { theme: '1' })).toBe(true);
  expect(unseen({ indexed: '64' }, { indexed: '64' })).toBe(true);
  expect(unseen({ theme: '0', tint: '-0.04999' }, { theme: '0' })).toBe(true);
  expect(unseen({ theme: '0', tint: '-0.35' }, { theme: '0' })).toBe(false);
  expect(unseen({ theme: '1', tint: '0.5' }, { theme: '1' })).toBe(false);
  expect(unseen({ theme: '1' }, { theme: '0' })).toBe(false);
  expect(unseen({ theme: '4' }, { theme: '4', tint: '0.8' })).toBe(false);
});
