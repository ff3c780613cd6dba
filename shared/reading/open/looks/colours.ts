/** Letters in the colour of what is behind them, or next to it: nobody sees them who opens the file. */

/** `RRGGBB`, or a word that equals itself alone (a colour of the file's theme). */
export type Colour = string;

const WHITE: Colour = 'FFFFFF';
/** Of 255: colours that differ by less in red, green and blue are one to the eye. */
const ALIKE = 16;
/** Or by less than this, where one is hardly lighter than the other: white on the cream of a form's cells. */
const OF_ONE_TINT = 48;
const HARDLY = 1.1;

/**
 * Whether letters have the colour of what is behind them. Paper and sheets are white.
 * @param behind null where nothing is painted; undefined where that is not known: then letters are taken as seen
 */
export function vanishes(letters: Colour | undefined, behind: Colour | null | undefined): boolean {
  return letters !== undefined && behind !== undefined && areAlike(letters, behind ?? WHITE);
}

/** Whether an eye takes two colours for one. */
export function areAlike(one: Colour, other: Colour): boolean {
  if (one === other) return true;
  if (!(isMixed(one) && isMixed(other))) return false;
  const [a, b] = [channelsOf(one), channelsOf(other)];
  const apart = Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? 0))));
  return apart < ALIKE || (apart < OF_ONE_TINT && contrastOf(a, b) < HARDLY);
}

function channelsOf(colour: Colour): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** How much lighter one is than the other, from 1 to 21, as WCAG 2 defines it. */
function contrastOf(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function isMixed(colour: Colour): boolean {
  return /^[0-9A-F]{6}$/.test(colour);
}

/** `#ffffff`, `FFFFFF`, `FFFFFFFF` (with an alpha before it) as a colour; undefined for what is none. */
export function colourOf(written: string | undefined): Colour | undefined {
  const digits = /^#?(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(written ?? '')?.[1];
  return digits?.toUpperCase();
}
