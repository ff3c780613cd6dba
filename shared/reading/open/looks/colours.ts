/** Letters in the colour of what is behind them, or next to it: nobody sees them who opens the file. */

/** `RRGGBB`, or a word that equals itself alone (a colour of the file's theme). */
export type Colour = string;

const WHITE: Colour = 'FFFFFF';
/** Of 255: colours that differ by less in red, green and blue are one to the eye. */
const ALIKE = 16;

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
  return [0, 2, 4].every((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return a !== undefined && b !== undefined && Math.abs(a - b) < ALIKE;
  });
}

function isMixed(colour: Colour): boolean {
  return /^[0-9A-F]{6}$/.test(colour);
}

/** `#ffffff`, `FFFFFF`, `FFFFFFFF` (with an alpha before it) as a colour; undefined for what is none. */
export function colourOf(written: string | undefined): Colour | undefined {
  const digits = /^#?(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(written ?? '')?.[1];
  return digits?.toUpperCase();
}
