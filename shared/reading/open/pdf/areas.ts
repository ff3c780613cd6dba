/** Areas of a page in which something is seen, or that are painted over what was drawn before. */
import { apply, type Matrix } from './matrix.ts';

/** Left, top, right, bottom. */
export type Area = readonly [number, number, number, number];

export const everywhere: Area = [-Infinity, -Infinity, Infinity, Infinity];

/** The frame of a path on the page. */
export function frameOf(frame: unknown, transform: Matrix): Area | null {
  if (!(frame instanceof Float32Array)) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = frame;
  return areaBetween(apply(transform, left, top), apply(transform, right, bottom));
}

/** The area of which two corners lie across from each other. */
export function areaBetween(
  [x, y]: readonly [number, number],
  [endX, endY]: readonly [number, number],
): Area {
  return [Math.min(x, endX), Math.min(y, endY), Math.max(x, endX), Math.max(y, endY)];
}

/** Where both are; turned inside out where they have nothing in common. */
export function common([l, t, r, b]: Area, [left, top, right, bottom]: Area): Area {
  return [Math.max(l, left), Math.max(t, top), Math.min(r, right), Math.min(b, bottom)];
}

/** Whether what is filled is transparent, or blended with what lies below it, once these settings hold. */
export function isSeeThrough(settings: readonly unknown[], before: boolean): boolean {
  let seeThrough = before;
  for (const setting of settings) {
    if (!Array.isArray(setting)) continue;
    const [name, value]: readonly unknown[] = setting;
    if (name === 'ca') seeThrough = typeof value === 'number' && value < 1;
    if (name === 'BM') seeThrough ||= value !== 'source-over' && value !== 'Normal';
  }
  return seeThrough;
}

/** Borders belong to it. */
export function isWithin([left, top, right, bottom]: Area, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
