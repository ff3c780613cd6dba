/** What holds for whatever is drawn next on a page, until it is restored (ISO 32000-1, 8.4 and 9.3). */
import { type Colour, colourOf } from '../looks/colours.ts';
import { type Area, everywhere, isSeeThrough } from './areas.ts';
import { type Font, plainFont } from './font.ts';
import { identity, type Matrix } from './matrix.ts';

/** Saved and restored together. */
export interface GraphicsState {
  transform: Matrix;
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 for letters as wide as they are. */
  stretch: number;
  /** Nothing outside of it is drawn: left, top, right, bottom. */
  clip: Area;
  leading: number;
  rise: number;
  mode: number;
  /** What is painted lets through what lies below it. */
  seeThrough: boolean;
  /** Letters and areas are filled with this; null for a pattern. */
  fill: Colour | null;
  /** As `fill`, of what is stroked. */
  stroke: Colour | null;
  /** How much of what is filled, and of what is stroked, shows: 1 for all. */
  alpha: number;
  strokeAlpha: number;
  /** The same of the groups around. */
  groupAlpha: number;
}

export const atFirst: GraphicsState = {
  transform: identity,
  font: plainFont,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  clip: everywhere,
  leading: 0,
  rise: 0,
  mode: 0,
  seeThrough: false,
  fill: '000000',
  stroke: '000000',
  alpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
};

/** Text rendering modes: letters that are filled and stroked look bold; those of modes 3 and 7 are not drawn. */
const FILLED = 0;
const STROKED = 1;
const FILL_AND_STROKE = 2;
const NOT_DRAWN: ReadonlySet<number> = new Set([3, 7]);
/** What shows less is not seen. */
const LEAST_ALPHA = 0.1;

export function looksBold({ font, mode }: GraphicsState): boolean {
  return font.bold || mode === FILL_AND_STROKE;
}

/** Whether letters leave nothing on the page. */
export function drawsNothing({ mode, alpha, strokeAlpha, groupAlpha }: GraphicsState): boolean {
  if (groupAlpha < LEAST_ALPHA) return true;
  if (mode === FILLED) return alpha < LEAST_ALPHA;
  return NOT_DRAWN.has(mode) || (mode === STROKED && strokeAlpha < LEAST_ALPHA);
}

/** The one colour of letters; null where it is not known, or they have two. */
export function letterColour({ mode, fill, stroke }: GraphicsState): Colour | null {
  if (mode === FILLED) return fill;
  return mode === STROKED || (mode === FILL_AND_STROKE && fill === stroke) ? stroke : null;
}

/** What holds at the beginning of a group that is drawn as one (ISO 32000-1, 11.6.6). */
export function inGroup({
  alpha,
  groupAlpha,
}: GraphicsState): Pick<GraphicsState, 'alpha' | 'strokeAlpha' | 'groupAlpha'> {
  return { alpha: 1, strokeAlpha: 1, groupAlpha: groupAlpha * alpha };
}

/** Sets what an operator says of letters and colours; others change nothing. */
export function set(state: GraphicsState, operator: string, values: readonly unknown[]): void {
  const [first] = values;
  const number = typeof first === 'number' && Number.isFinite(first) ? first : 0;
  switch (operator) {
    case 'setCharSpacing':
      state.characterSpacing = number;
      return;
    case 'setWordSpacing':
      state.wordSpacing = number;
      return;
    case 'setHScale':
      state.stretch = number / 100;
      return;
    case 'setLeading':
      state.leading = number;
      return;
    case 'setTextRise':
      state.rise = number;
      return;
    case 'setTextRenderingMode':
      state.mode = number;
      return;
    case 'setFillRGBColor':
      state.fill = (typeof first === 'string' ? colourOf(first) : undefined) ?? null;
      return;
    case 'setStrokeRGBColor':
      state.stroke = (typeof first === 'string' ? colourOf(first) : undefined) ?? null;
      return;
    case 'setStrokeColorN':
      state.stroke = null;
      return;
    case 'setFillColorN':
      state.fill = null;
      return;
    case 'setGState':
      if (Array.isArray(first)) {
        state.seeThrough = isSeeThrough(first, state.seeThrough);
        state.alpha = alphaIn(first, 'ca') ?? state.alpha;
        state.strokeAlpha = alphaIn(first, 'CA') ?? state.strokeAlpha;
      }
      return;
  }
}

function alphaIn(settings: readonly unknown[], key: 'ca' | 'CA'): number | undefined {
  for (const setting of settings) {
    if (!Array.isArray(setting)) continue;
    const [name, value]: readonly unknown[] = setting;
    if (name === key && typeof value === 'number') return value;
  }
  return undefined;
}
