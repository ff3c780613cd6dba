/** Letters of a figure that are seen as another one than their characters are: pictures, and digits set small. */
import type { Doubt } from '../../model/document.ts';
import type { LookedRun } from './letters.ts';

/** Fonts whose digits are pictures. Symbol is none of them: its digits are digits. */
const PICTURES =
  /^(?:wingdings|webdings|marlett|(?:itc ?)?zapf ?dingbats|dingbats|monotype ?sorts|d050000l)/i;

/** Of the digit beside it: one so small stands there for something else, as a note's does. */
const SMALL = 0.6;

export const IN_PICTURES: Doubt = { why: 'pictures', page: 0 };
const IN_TWO_SIZES: Doubt = { why: 'sizes', page: 0 };

/** @param name of a font */
export function isOfPictures(name: string): boolean {
  return PICTURES.test(name);
}

/** What makes the digits of a text doubtful; null for nothing. @param runs those that count, on one line */
export function doubtIn(runs: readonly LookedRun[]): Doubt | null {
  if (runs.some(({ text, look }) => look?.pictures && /\d/.test(text))) return IN_PICTURES;
  const [first, ...others] = runs;
  if (others.every(({ size }) => size === first?.size)) return null;
  let before: number | undefined;
  for (const { text, size } of runs) {
    // Behind letters a digit is a unit's: "m2"; a separator may stand between the digits of a number.
    const [, begins] = /^[.,]?(\d)?/.exec(text) ?? [];
    if (begins !== undefined && before !== undefined && size !== undefined) {
      if (Math.min(before, size) <= SMALL * Math.max(before, size)) return IN_TWO_SIZES;
    }
    if (/\d[.,]?$/.test(text)) before = size;
    else if (!/^[.,]?$/.test(text)) before = undefined;
  }
  return null;
}
