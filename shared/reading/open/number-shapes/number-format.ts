import { MULTIPLIED, SIGNS } from './multiplied.ts';

/**
 * How a cell's number format makes its number read; everything but percentages, dates and disguises is a plain number.
 * `percent-sign`: the number as it is, with "%" as a word behind it.
 */
export type Shape = 'number' | 'percent' | 'percent-sign' | DateShape | Disguise;

/** A format that shows another number than the cell's. */
export interface Disguise {
  readonly code: string;
}

/** Which parts of a point in time the format shows. */
export interface DateShape {
  readonly day: boolean;
  readonly month: boolean;
  readonly year: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
  /** `[h]`: hours that run past 24. */
  readonly elapsed: boolean;
}

/** Excel's own programs take 255 letters; the rest of a longer code says nothing. */
const LONGEST_CODE = 500;

const PLAIN_DATE = dateShape('dmy');

/**
 * The formats that have a number and no code in the file (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 are dates or
 * times only in East Asian versions, but no version uses them for anything else.
 */
const BUILT_IN: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [9, 'percent'],
  [10, 'percent'],
  [14, PLAIN_DATE],
  [15, PLAIN_DATE],
  [16, dateShape('dm')],
  [17, dateShape('my')],
  [18, dateShape('h')],
  [19, dateShape('hs')],
  [20, dateShape('h')],
  [21, dateShape('hs')],
  [22, dateShape('dmyh')],
  ...[27, 28, 29, 30, 31, 34, 35, 36].map((id): [number, Shape] => [id, PLAIN_DATE]),
  [32, dateShape('h')],
  [33, dateShape('hs')],
  [45, dateShape('hs')],
  [46, dateShape('[h]s')],
  [47, dateShape('hs')],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, Shape] => [id, PLAIN_DATE]),
]);

/** The shape of a format known by its number alone. */
export function builtInShape(id: number): Shape {
  return BUILT_IN.get(id) ?? 'number';
}

/** The shape a format code gives, judged by its first section (the one for positive numbers). */
export function shapeOf(code: string): Shape {
  // Quoted words, escaped letters, padding and colours are ornament; `[h]`, `[mm]`, `[s]` are elapsed time.
  const bare = code
    .slice(0, LONGEST_CODE)
    .toLowerCase()
    .replace(/"[^"]*"?|\\.|_.|\*./gsu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/g, '');
  const section = bare.split(';', 1)[0] ?? '';
  if (/[ymdhs]/.test(section) && !section.includes('%')) return dateShape(section);
  if (isDisguise(code)) return { code };
  if (section.includes('%')) return 'percent';
  const [positive = ''] = sectionsOf(code);
  return literalsOf(positive).some((each) => each.includes('%')) ? 'percent-sign' : 'number';
}

/** Literals of a code: in quotation marks, behind a backslash. */
const LITERAL = /"([^"]*)"?|\\(.)/gsu;
/** Digits that are none of a unit ("m2", "CO2"), and words that make it another number. */
const CHANGES = new RegExp(`(?<![\\p{L}\\d])\\d|‰|${MULTIPLIED}`, 'iu');
/** Beside digits they are a sign, brackets around a negative number, or a letter that looks like a digit. */
const SIGN = new RegExp(`^\\s*[${SIGNS}]|[${SIGNS}]\\s*$|^\\s*\\(\\s*$|^[OolI]$`, 'u');
/** Beside a number they make it a bound. */
const BOUND = /[<>≤≥]/;
/** Letters of the paper's colour. */
const WHITE = /\[(?:white|colou?r ?2)\]/i;
/** Bare, they need no quotation marks. */
const BARE_SIGN = new RegExp(`[${SIGNS}(]`, 'u');
/** A mark among the digits that is none of the number's own: `0"."0` is "1.2" for 12; three noughts behind it are thousands. */
const MARKED = /[0#?](?:"\s*[.,/:]\s*"?|\\[.,/:])(?![0#?]{3}(?![0#?]))[0#?]/u;
/** Which numbers a section is for. */
const CONDITION = /\[\s*(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\s*\]/;

/**
 * Whether a code adds digits, a sign or words like "nghìn" to some number that is not 0, leaves out thousands (`0,`), or
 * shows a text in place of it, or nothing that is seen on paper.
 */
function isDisguise(code: string): boolean {
  if (showsNothing(code)) return false;
  const sections = sectionsOf(code);
  return forPositive(sections).some((section) => {
    const literals = literalsOf(section);
    const bare = section.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/gsu, '');
    const isText = bare.trim() === '' && (section.trim() !== '' || sections.length > 1);
    const signed = BARE_SIGN.test(bare.replace(/e[-+]/gi, '')) || literals.some((each) => SIGN.test(each));
    return (
      signed ||
      MARKED.test(section) ||
      bare.includes('‰') ||
      [bare, ...literals].some((each) => BOUND.test(each)) ||
      WHITE.test(section) ||
      literals.some((each) => CHANGES.test(each)) ||
      /[0#?.],+(?![0#?,])/.test(bare) ||
      isText
    );
  });
}

function sectionsOf(code: string): readonly string[] {
  const short = code.slice(0, LONGEST_CODE).normalize('NFC');
  return short.replace(LITERAL, (literal) => literal.replaceAll(';', ' ')).split(';');
}

/** The sections that may be for numbers above 0: without any condition the first; programs differ in some of the others. */
function forPositive(sections: readonly string[]): readonly string[] {
  const conditions = sections.map((section) => {
    const [, sign = '', limit] = CONDITION.exec(section) ?? [];
    return { sign, isAbove: Number(limit) > 0 };
  });
  if (conditions.every(({ sign }) => sign === '')) return sections.slice(0, 1);
  const last = conditions.findIndex(({ sign, isAbove }) => ['>', '>=', '<>'].includes(sign) && !isAbove);
  return sections.slice(0, last < 0 ? 3 : last + 1).filter((_, n) => {
    const { sign = '', isAbove } = conditions[n] ?? {};
    return isAbove || !['<', '<=', '='].includes(sign);
  });
}

/** Programs escape a word letter by letter (`\l\ượ\t`): what stands together is one. */
function literalsOf(section: string): readonly string[] {
  const found: string[] = [];
  let end = -1;
  for (const { index, 0: literal, 1: quoted = '', 2: escaped = '' } of section.matchAll(LITERAL)) {
    const before = index === end ? (found.pop() ?? '') : '';
    found.push(before + quoted + escaped);
    end = index + literal.length;
  }
  return found;
}

/** `;;;`: whatever stands in the cell, nobody sees it. */
export function showsNothing(code: string): boolean {
  return /^\s*(;\s*){2,3}$/.test(code);
}

/** A number beside a sign that multiplies nothing: 98.5 → `98,5%`. */
export function withPercentSign(number: number): string {
  return `${String(number).replace('.', ',')}%`;
}

/** 0.07 × 100 is 7.000000000000001 in binary; 15 digits are what a spreadsheet itself keeps. */
export function showPercent(number: number): string {
  return `${String(Number((number * 100).toPrecision(15))).replace('.', ',')}%`;
}

/**
 * As `showPercent`, by moving the point: `0.985` → `98,5%`.
 * @param decimal one that `shortDecimal` knows
 */
export function showPercentOf(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const point = decimal.indexOf('.');
  const whole = decimal.slice(sign.length, point < 0 ? undefined : point);
  const places = point < 0 ? '' : decimal.slice(point + 1);
  if (whole === '0' && places === '') return '0%';
  const moved = places.length > 1 ? places.slice(0, 2) : places.padEnd(2, '0');
  const percent = whole !== '0' ? whole + moved : moved.startsWith('0') ? moved.slice(1) : moved;
  return places.length > 2 ? `${sign}${percent},${places.slice(2)}%` : `${sign}${percent}%`;
}

function dateShape(section: string): DateShape {
  const day = section.includes('d');
  const year = section.includes('y');
  const seconds = section.includes('s');
  const time = seconds || section.includes('h') || section.includes('[m');
  // `m` is a minute only beside hours or seconds.
  const month = section.includes('m') && (day || year || !time);
  return { day, month, year, time, seconds, elapsed: section.includes('[') };
}
