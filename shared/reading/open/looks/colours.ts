/** Letters in the colour of what is behind them: nobody sees them who opens the file. */

/** `RRGGBB`, or a word that equals itself alone (a colour of the file's theme). */
export type Colour = string;

const WHITE: Colour = 'FFFFFF';

/**
 * Whether letters have the colour of what is behind them. Paper and sheets are white.
 * @param behind null where nothing is painted; undefined where that is not known: then letters are taken as seen
 */
export function vanishes(letters: Colour | undefined, behind: Colour | null | undefined): boolean {
  return letters !== undefined && behind !== undefined && letters === (behind ?? WHITE);
}

/** `#ffffff`, `FFFFFF`, `FFFFFFFF` (with an alpha before it) as a colour; undefined for what is none. */
export function colourOf(written: string | undefined): Colour | undefined {
  const digits = /^#?(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(written ?? '')?.[1];
  return digits?.toUpperCase();
}
