import { type Colour, colourOf } from '../looks/colours.ts';

/** White and black are written in several ways; other colours of the palette and the theme equal themselves. */
export function colourIn({
  rgb,
  indexed,
  theme,
  tint = '0',
}: Readonly<Record<string, string | undefined>>): Colour | undefined {
  if (rgb !== undefined) return colourOf(rgb);
  if (indexed !== undefined) return GREYS_OF_PALETTE.get(indexed) ?? `indexed ${indexed}`;
  if (theme === undefined) return undefined;
  // The first two are the paper's and the letters': white and black in nearly every theme.
  if (theme === '0') return greyOf(1 + Math.min(0, Number(tint)));
  return theme === '1' ? greyOf(Math.max(0, Number(tint))) : `theme ${theme} ${tint}`;
}

const GREYS_OF_PALETTE: ReadonlyMap<string, Colour> = new Map([
  ...['1', '9', '65'].map((index): [string, Colour] => [index, 'FFFFFF']),
  ...['0', '8', '64'].map((index): [string, Colour] => [index, '000000']),
]);

/** @param light from 0 for black to 1 for white */
function greyOf(light: number): Colour {
  const channel = Math.round(255 * Math.min(1, Math.max(0, light || 0)));
  return channel.toString(16).toUpperCase().padStart(2, '0').repeat(3);
}
