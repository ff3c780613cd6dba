/** Formulas of Word's (OMML): what stands above, below or over something else is no neighbour of it on the line. */
import type { Look } from '../looks/letters.ts';

/** Parts that are written off the line, and change nothing of what stands beside them. */
export const MATH_PLACES: Readonly<Record<string, Look['place'] | undefined>> = {
  'm:sub': 'below',
};

/** Signs that are drawn, not written, where a part begins, and where it ends. */
const BEGINS: Readonly<Record<string, string | undefined>> = {
  'm:sup': '^',
  'm:den': '/',
  'm:rad': '√',
  'm:nary': '∑',
  'm:d': '(',
};
const ENDS: Readonly<Record<string, string | undefined>> = { 'm:d': ')' };
/** Their parts stand below or beside each other. */
const PARTED = /^m:(eqArr|mr|lim(Low|Upp))$/;

export function signBefore(name: string, parent: string): string {
  return BEGINS[name] ?? (PARTED.test(parent) && /^m:(e|lim)$/.test(name) ? '\n' : '');
}

export function signBehind(name: string): string {
  return ENDS[name] ?? '';
}
