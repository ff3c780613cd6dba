/** How the consolidated workbook's cells look. */

import type { CellStyle, PlannedCell } from '../../documents/sheet-plan.ts';
import { ink } from '../../documents/table-head.ts';
import { dayNumber, inZone } from '../../regime/calendar.ts';
import type { Indicator } from '../../regime/regime.ts';
import type { Figure } from '../../vocabulary/figure.ts';
import { type Language, say } from '../../vocabulary/text.ts';
import { nameAsPart } from '../../wording/documents.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';

/** Behind a figure that is to be looked at. */
export const markedFill = 'FDE3CF';

export const titleStyle: CellStyle = { bold: true, size: 16, color: ink };
export const plain: CellStyle = { border: 'thin', wrap: true, indent: 1 };
export const centred: CellStyle = { border: 'thin', wrap: true, align: 'center' };

/** Not wrapped: some programs forget the indent of a wrapped number. */
export const amount: CellStyle = { border: 'thin', align: 'right', indent: 1 };

/** An indicator's name; a part ("trong đó") stands under the one it belongs to. */
export function nameCell(indicator: Indicator, language: Language): PlannedCell {
  const indent = nameAsPart(indicator, language) === null ? 1 : 3;
  return { value: withCurlyQuotes(say(indicator.name, language)), style: { ...plain, indent } };
}

/** How Excel shows a figure of this indicator. */
export function numberFormat({ type }: Indicator): string {
  return type === 'percent' ? '#,##0.00' : '#,##0';
}

// Day 0 of Excel's serial numbers is 1899-12-30.
const excelEpoch = 25_569;

const figureStyles = {
  count: { ...amount, format: '#,##0' },
  percent: { ...amount, format: '#,##0.00' },
  day: { ...centred, wrap: false, format: 'dd/mm/yyyy' },
  text: { border: 'thin', wrap: true, size: 9, vertical: 'top' },
} as const satisfies Record<string, CellStyle>;

/** A unit's figure as a cell: a number or a real date where it is one, else its text. Cells alike share their style. */
export function figureCell(figure: Figure, indicator: Indicator): PlannedCell {
  if (typeof figure === 'number') {
    return { value: figure, style: figureStyles[indicator.type === 'percent' ? 'percent' : 'count'] };
  }
  if (figure !== null && /^\d{4}-\d{2}-\d{2}$/.test(figure)) {
    return { value: dayNumber(figure) + excelEpoch, style: figureStyles.day };
  }
  return { value: figure, style: figureStyles.text };
}

/** An instant as a real date with its hour in the zone, so that the column can be sorted; empty for null. */
export function timeOf(instant: string | null, timeZone: string): PlannedCell {
  const style: CellStyle = { border: 'thin', align: 'center', format: 'dd/mm/yyyy hh:mm' };
  if (instant === null) return { value: null, style };
  const [day = '', time = ''] = inZone(instant, timeZone).split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { value: dayNumber(day) + excelEpoch + (hours * 60 + minutes) / 1440, style };
}

/** Where nothing is known. */
export const dash: PlannedCell = { value: '—', style: { ...amount, align: 'center', indent: 0 } };
