/** Fields to be filled in whose look is one of before: programs put a value in and leave the letters drawn as they are. */
import { isRecord } from './font.ts';
import type { Glyph } from './page-content.ts';

/**
 * The glyphs, with the digits marked that a field of text shows while it holds another figure; where it shows none
 * and holds one, all that it shows.
 */
export function markStaleFields(glyphs: readonly Glyph[], annotations: readonly unknown[]): readonly Glyph[] {
  const held = new Map<unknown, string>();
  for (const each of annotations) {
    if (isRecord(each) && each.fieldType === 'Tx' && typeof each.fieldValue === 'string') {
      held.set(each.id, each.fieldValue);
    }
  }
  if (held.size === 0) return glyphs;
  const shown = Map.groupBy(glyphs, ({ annotation }) => annotation);
  const stale = new Map<unknown, RegExp>();
  for (const [name, value] of held) {
    const drawn = (shown.get(name) ?? []).map(({ text }) => text).join('');
    if (saysTheSame(drawn, value)) continue;
    if (/\d/.test(drawn)) stale.set(name, /\d/);
    else if (/^\s*[\d.,]*[1-9]/.test(value)) stale.set(name, /\S/);
  }
  if (stale.size === 0) return glyphs;
  return glyphs.map((glyph) =>
    stale.get(glyph.annotation)?.test(glyph.text) ? { ...glyph, mark: 'field' } : glyph,
  );
}

/**
 * A field may show its figure with marks between the thousands, rounded to the decimals shown, a part of one as a
 * percentage, and a day as it is written here.
 */
function saysTheSame(drawn: string, value: string): boolean {
  const [shown, held] = [figureIn(drawn), figureIn(value)];
  if (shown && held) {
    const part = drawn.includes('%') && /^\s*\d(?:[.,]\d+)?\s*$/.test(value);
    return isShownAs(held, shown) || (part && isShownAs(hundredfold(value), shown));
  }
  const day = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(value);
  if (day) return dayIn(drawn) === `${day[3]}/${day[2]}/${day[1]}`;
  return drawn.replace(/\D/g, '') === value.replace(/\D/g, '');
}

/** Digits without noughts that say nothing. */
interface Figure {
  readonly whole: string;
  readonly decimals: string;
  /** How many decimals are written, noughts included. */
  readonly places: number;
}

/**
 * The figure in a text with no other. One mark before three digits stands between thousands.
 * @returns null where there is none or several, and where the marks are none of a figure
 */
function figureIn(text: string): Figure | null {
  const [written, another] = text.match(/\d+(?:[.,\s]\d+)*/g) ?? [];
  if (written === undefined || another !== undefined) return null;
  const groups = written.split(/[.,\s]/);
  const marks = written.match(/[.,\s]/g) ?? [];
  const last = marks.at(-1);
  const isOfThousands = (parts: readonly string[]) =>
    /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => part.length === 3);
  const between = new Set(marks.slice(0, -1));
  if (last === undefined || (isOfThousands(groups) && (between.size === 0 || between.has(last)))) {
    return figureOf(groups.join(''), '');
  }
  const whole = groups.slice(0, -1);
  const isDecimal = /[.,]/.test(last) && between.size <= 1 && !between.has(last);
  if (!isDecimal || (whole.length > 1 && !isOfThousands(whole))) return null;
  return figureOf(whole.join(''), groups.at(-1) ?? '');
}

function figureOf(whole: string, decimals: string): Figure {
  return {
    whole: whole.replace(/^0+(?=\d)/, ''),
    decimals: decimals.replace(/(?<!0)0+$/, ''),
    places: decimals.length,
  };
}

/** A part of one, as programs hold a percentage: its mark is one of decimals, whatever comes behind it. */
function hundredfold(part: string): Figure {
  const [whole = '', decimals = ''] = part.trim().split(/[.,]/);
  const moved = decimals.padEnd(2, '0');
  return figureOf(whole + moved.slice(0, 2), moved.slice(2));
}

function isShownAs(held: Figure, shown: Figure): boolean {
  if (held.whole === shown.whole && held.decimals === shown.decimals) return true;
  if (shown.places === 0 || held.decimals.length <= shown.places) return false;
  const [exact, rounded] = [held, shown].map(({ whole, decimals }) => Number(`${whole}.${decimals}`));
  // A half may be rounded either way, as programs hold it.
  return Math.abs((exact ?? 0) - (rounded ?? 0)) <= 0.500001 * 10 ** -shown.places;
}

/** The day in a text, as 15/02/2024. */
function dayIn(text: string): string | null {
  const parts = text.match(/\d+/g) ?? [];
  return parts.length === 3 ? parts.map((part) => part.padStart(2, '0')).join('/') : null;
}
