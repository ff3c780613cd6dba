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

/** "tăng 12,5% so với quý trước", "bằng quý trước", "quý trước không phát sinh". */
export function changeClause({ now, before, inPoints }: ToldChange, base: string): string {
  const difference = Math.abs(now - before);
  const way = now > before ? 'tăng' : 'giảm';
  if (rounded(difference, 6) === 0) return `bằng ${base}`;
  if (inPoints) {
    const points = rounded(difference, 2);
    return points === 0 ? `bằng ${base}` : `${way} ${number(points)} điểm phần trăm so với ${base}`;
  }
  if (before === 0) return `${base} không phát sinh`;
  if (now === 0) return `${base} là ${numberInText(before)}`;
  if (Math.abs(before) < smallBase) return `${way} ${numberInText(rounded(difference, 2))} so với ${base}`;
  const percent = (100 * difference) / Math.abs(before);
  if (now > before && percent >= manyTimes) return `gấp ${oneDecimal.format(now / before)} lần ${base}`;
  // A tenth of a percent is the least that is told.
  if (rounded(percent, 1) === 0) return `gần bằng ${base}`;
  return `${way} ${aTenth.format(percent)}% so với ${base}`;
}

/** Whether the clause says that nothing differs, or what there was, and not by how much it rose or fell. */
export function isFlat(change: ToldChange): boolean {
  return !/^(?:tăng|giảm|gấp) /.test(changeClause(change, baseWords.period));
}

/** Whether the clause says that nothing differs, or next to nothing. */
export function isEqual(change: ToldChange): boolean {
  return /^(?:gần )?bằng /.test(changeClause(change, baseWords.period));
}

/** The same in a narrow column: "+12,5%", "−3", "=", "+1,2 điểm", "4,2 ×". */
export function changeSign({ now, before, inPoints }: ToldChange): string {
  const difference = Math.abs(now - before);
  const sign = now > before ? '+' : '−';
  if (rounded(difference, inPoints ? 2 : 6) === 0) return '=';
  if (inPoints) return `${sign}${number(rounded(difference, 2))} điểm`;
  if (before === 0 || Math.abs(before) < smallBase) return `${sign}${number(rounded(difference, 2))}`;
  const percent = (100 * difference) / Math.abs(before);
  if (now > before && percent >= manyTimes) return `${oneDecimal.format(now / before)} ×`;
  return `${sign}${aTenth.format(percent)}%`;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
