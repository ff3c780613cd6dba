/** Numbers as people write them in Vietnamese reports. */

import { NOTE_SIGNS, RAISED } from '../open/looks/raised.ts';
import { factorOf, isMillions } from '../open/number-shapes/multiplied.ts';
import { fold } from './folding.ts';

export interface WrittenNumber {
  readonly value: number;
  /** `point`, `space`: thousands as usual; `comma`: thousands the English way, which a decimal may be meant by. */
  readonly separator: 'none' | 'point' | 'space' | 'comma';
  readonly percent: boolean;
  /** "khoảng 30", "trên 30", "30+". */
  readonly approximate: boolean;
  /** What stands behind the number: the "cuộc" of "12 cuộc"; empty where nothing does. */
  readonly rest: string;
  /** Nothing stands between the digits and that: "12O". */
  readonly joined: boolean;
  /** What stands in brackets behind all of it, without digits: the "mười hai" of "12 (mười hai)". */
  readonly remark: string;
  /** A mark above or below the line stands beside the digits, or an asterisk: it points at a note. */
  readonly marked: boolean;
}

/** Longer texts are prose; nobody's patience is spent on searching a page for one number. */
const longestNumber = 120;

const approximately = /^(khoảng|chừng|độ|gần|hơn|trên|dưới|ước|ước tính|ước đạt|xấp xỉ|tầm|~|≈|>|<|±)\s*/iu;

/** In brackets behind a number: it is not the last word on it. */
const provisional = /^(?:so )?(?:tam tinh|so bo|chua (?:day du|du|chinh xac|chot|tong hop het))$/;

const marksBefore = new RegExp(`^[${RAISED}${NOTE_SIGNS}]+`, 'u');

/** The marks of notes with which the text begins. */
function marksAt(text: string): string {
  return marksBefore.exec(text)?.[0] ?? '';
}

/** Letters that nobody sees. A soft hyphen is ư in an old code, but that was read before. */
const unseen = /\u034f|[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text without letters that nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/**
 * Reads a text that is one number, perhaps with a unit behind it; null for everything else.
 * A lone `1.250` or `1,250` is taken as 1250 when `whole` is asked for, else the comma is decimal.
 */
export function readNumber(text: string, { whole }: { readonly whole: boolean }): WrittenNumber | null {
  if (text.length > longestNumber) return null;
  const plain = withoutUnseen(text)
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  const bracket = /\(([^()\d]*)\)\s*$/u.exec(plain);
  // A note in brackets without digits ("12 (mười hai)") explains; only these words make it another number.
  const explained = bracket?.[1]?.trim() ?? '';
  if (multiplies(explained)) return null;
  let left = bracket ? plain.slice(0, bracket.index).trim() : plain;
  let approximate = approximately.test(`${explained} `) || provisional.test(fold(explained));
  for (let word = approximately.exec(left); word; word = approximately.exec(left)) {
    approximate = true;
    left = left.slice(word[0].length);
  }
  const before = marksAt(left);
  const own = left.slice(before.length);
  // One pattern for all of it would try the spaces between its parts in every way.
  const [digits] = /^-?\d[\d.,]*(?: \d{3}(?!\d))*(?:,\d+)?/.exec(own) ?? [];
  if (digits === undefined) return null;
  const marks = marksAt(own.slice(digits.length));
  const behind = own.slice(digits.length + marks.length);
  const unit = behind.trimStart();
  const plus = unit.startsWith('+') ? '+' : '';
  const share = unit.slice(plus.length).trimStart();
  const percent = share.startsWith('%') ? '%' : '';
  const last = marksAt(share.slice(percent.length));
  const rest = share.slice(percent.length + last.length).trimStart();
  if (/\d/.test(rest)) return null;
  const number = amountOf(digits, whole);
  if (!number || rest.trim().split(/\s+/).length > 5) return null;
  return {
    ...number,
    percent: percent === '%',
    approximate: approximate || plus === '+',
    rest: rest.replace(/^[.,;]+|(?<![.,;])[.,;]+$/g, '').trim(),
    remark: explained,
    joined: unit === behind && marks === '',
    marked: before !== '' || marks !== '' || last !== '',
  };
}

function amountOf(text: string, whole: boolean): Pick<WrittenNumber, 'value' | 'separator'> | null {
  const digits = text.replace(/[.,]$/, '');
  const number = (plain: string, separator: WrittenNumber['separator']) => ({
    value: Number(plain),
    separator,
  });
  if (/^-?\d+$/.test(digits)) return number(digits, 'none');
  if (
    // No thousands begin with 0: 0.125 is a fraction.
    /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(digits)
  ) {
    return number(digits.replaceAll('.', '').replace(',', '.'), 'point');
  }
  if (/^-?\d{1,3}( \d{3})+(,\d+)?$/.test(digits)) {
    return number(digits.replaceAll(' ', '').replace(',', '.'), 'space');
  }
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(digits) || (whole && /^-?[1-9]\d{0,2}(,\d{3})+$/.test(digits))) {
    return number(digits.replaceAll(',', ''), 'comma');
  }
  // Thousands with one separator left out, or three decimals: 1000.000 may be a thousand or a million.
  if (whole && /^-?[1-9]\d{3,}[.,]0{3}$/.test(digits)) return null;
  if (/^-?\d+[.,]\d+$/.test(digits)) return number(digits.replace(',', '.'), 'none');
  return null;
}

/** "12 nghìn", "3 triệu", "2 chục": the figure is another one than its digits. */
export function multiplies(rest: string): boolean {
  const [word = '', next] = fold(rest).split(' ');
  if (word === 'tr' && !isMillions(rest)) return false;
  return factorOf(word) !== undefined && next !== 'le';
}

const nothing = [
  ...['khong', 'khong co', 'ko', 'k', 'chua', 'chua co', 'chua phat sinh', 'khong phat sinh'],
  ...['khong co phat sinh', 'chua co phat sinh', 'nil', 'none', 'khong thuc hien', 'chua thuc hien'],
];

/** "không", "chưa có", "-", "–", "/": nothing to count. */
export function saysNothing(written: string): boolean {
  const text = withoutUnseen(written);
  return /^[-–—_/.…]+$/.test(text.trim()) || nothing.includes(fold(text));
}

/** "……", "____": the line a form draws for what is to be filled in, and nobody has. */
export function isOpenLine(text: string): boolean {
  return /^[.…_\s]*$/.test(text) && /…|_|\.\s*\./.test(text);
}

/** A number as Vietnamese readers expect it: `1234.5` → `1.234,5`. */
export function writeNumber(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1e6) / 1e6).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
