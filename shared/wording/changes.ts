/** How a figure stands against an earlier one, in words: the clauses of a sentence, and the few signs of a table. */
import { localeOf } from '../vocabulary/text.ts';
import { number, numberInText } from './vietnamese.ts';

/** With what a figure is compared: "quý trước", "cùng kỳ năm trước". */
export const baseWords = {
  quarter: 'quý trước',
  month: 'tháng trước',
  period: 'kỳ trước',
  lastYear: 'cùng kỳ năm trước',
  wholeYear: 'năm trước',
  against: (base: string) => ` so với ${base}`,
  /** Of what is counted at one moment, beside which "quý trước" could be taken for all of the quarter. */
  endOf: (base: string) => `cuối ${base}`,
} as const;

const oneDecimal = new Intl.NumberFormat(localeOf.vi, { maximumFractionDigits: 1 });
/** Percentages beside each other are told equally closely. */
const aTenth = new Intl.NumberFormat(localeOf.vi, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Below this a percentage says more than the figures do: 1 to 2 is "tăng 01", not "tăng 100%". */
const smallBase = 20;
/** From here on "gấp … lần" is easier to grasp than a percentage. */
const manyTimes = 300;

export interface ToldChange {
  readonly now: number;
  readonly before: number;
  /** Percentages differ by points. */
  readonly inPoints: boolean;
}

type Kind = 'equal' | 'points' | 'from-nothing' | 'to-nothing' | 'few' | 'times' | 'nearly' | 'percent';

function kindOf({ now, before, inPoints }: ToldChange): Kind {
  const difference = Math.abs(now - before);
  if (rounded(difference, inPoints ? 2 : 6) === 0) return 'equal';
  if (inPoints) return 'points';
  if (before === 0) return 'from-nothing';
  if (now === 0) return 'to-nothing';
  if (Math.abs(before) < smallBase) return 'few';
  const percent = percentOf(now, before);
  if (now > before && percent >= manyTimes) return 'times';
  // A tenth of a percent is the least that is told.
  return rounded(percent, 1) === 0 ? 'nearly' : 'percent';
}

function percentOf(now: number, before: number): number {
  return (100 * Math.abs(now - before)) / Math.abs(before);
}

/** "tăng 12,5% so với quý trước", "bằng quý trước", "quý trước không phát sinh". */
export function changeClause(change: ToldChange, base: string): string {
  const { now, before } = change;
  const way = now > before ? 'tăng' : 'giảm';
  const difference = rounded(Math.abs(now - before), 2);
  switch (kindOf(change)) {
    case 'equal':
      return `bằng ${base}`;
    case 'points':
      return `${way} ${number(difference)} điểm phần trăm${baseWords.against(base)}`;
    case 'from-nothing':
      return `${base} không phát sinh`;
    case 'to-nothing':
      return `${base} là ${numberInText(before)}`;
    case 'few':
      return `${way} ${numberInText(difference)}${baseWords.against(base)}`;
    case 'times':
      return `gấp ${oneDecimal.format(now / before)} lần ${base}`;
    case 'nearly':
      return `gần bằng ${base}`;
    case 'percent':
      return `${way} ${aTenth.format(percentOf(now, before))}%${baseWords.against(base)}`;
  }
}

/** Whether the clause says that nothing differs, or what there was, and not by how much it rose or fell. */
export function isFlat(change: ToldChange): boolean {
  const kind = kindOf(change);
  return isEqual(change) || kind === 'from-nothing' || kind === 'to-nothing';
}

/** Whether the clause says that nothing differs, or next to nothing. */
export function isEqual(change: ToldChange): boolean {
  const kind = kindOf(change);
  return kind === 'equal' || kind === 'nearly';
}

/** The same in a narrow column: "+12,5%", "−3", "=", "+1,2 điểm", "4,2 ×". */
export function changeSign(change: ToldChange): string {
  const { now, before } = change;
  const sign = now > before ? '+' : '−';
  const difference = `${sign}${number(rounded(Math.abs(now - before), 2))}`;
  const kind = kindOf(change);
  if (kind === 'equal') return '=';
  if (kind === 'points') return `${difference} điểm`;
  if (Math.abs(before) < smallBase) return difference;
  if (kind === 'times') return `${oneDecimal.format(now / before)} ×`;
  return `${sign}${aTenth.format(percentOf(now, before))}%`;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
