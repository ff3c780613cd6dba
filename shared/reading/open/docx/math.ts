/** Formulas of Word's (OMML): what stands above, below or over something else is no neighbour of it on the line. */
import type { Look } from '../looks/letters.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

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

/** Frames with lines through what they hold, and room that is kept for what is not shown. */
const BOXES: readonly string[] = ['m:borderBox', 'm:phant'];

/** The boxes of a formula around the place that is read, and what they do to the letters in them. */
export class MathBoxes {
  readonly #open: { struck: boolean; hidden: boolean }[] = [];

  /** @returns what to do at the element's end; null where it is no box */
  enter(name: string): (() => void) | null {
    if (!BOXES.includes(name)) return null;
    this.#open.push({ struck: false, hidden: false });
    return () => this.#open.pop();
  }

  /** One child of a box's properties. */
  describe(name: string, parent: string, { 'm:val': value = '1' }: XmlAttributes): void {
    const box = this.#open.at(-1);
    const isOn = !/^(?:0|off|false)$/.test(value);
    if (!box) return;
    if (parent === 'm:borderBoxPr' && name.startsWith('m:strike')) box.struck ||= isOn;
    if (parent === 'm:phantPr' && name === 'm:show') box.hidden = !isOn;
  }

  get struck(): boolean {
    return this.#open.some(({ struck }) => struck);
  }

  get hidden(): boolean {
    return this.#open.some(({ hidden }) => hidden);
  }
}
