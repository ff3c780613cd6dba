import type { CellValue } from '../sheets/finish-sheets.ts';
import type { Disguise } from './number-format.ts';

/** The number with the code that shows another one: no figure, and not to be taken for one. */
export function disguised(number: number, { code }: Disguise): CellValue {
  return { text: `${number} [${code.trim()}]` };
}
