import type { CellStyle } from './sheet-plan.ts';

/** The dark of titles, and behind the head of every table, in forms and workbooks alike. */
export const ink = '1F3A5F';
export const head: CellStyle = {
  bold: true,
  align: 'center',
  wrap: true,
  border: 'thin',
  fill: ink,
  color: 'FFFFFF',
};
