/** How the form's cells look. */

import type { CellStyle } from '../documents/sheet-plan.ts';

const tint = 'FFF8E1';
export const band = 'DCE6F1';
export const label: CellStyle = { border: 'thin', wrap: true, indent: 1 };
export const middle: CellStyle = { border: 'thin', wrap: true, align: 'center' };
export const closed: CellStyle = { border: 'thin', fill: 'E3E6EA' };
export const computed: CellStyle = { border: 'thin', fill: 'E8F3EA', align: 'right', indent: 1 };
export const said: CellStyle = { bold: true, color: 'B3261E' };
export const input: CellStyle = { border: 'thin', fill: tint, unlocked: true, wrap: true };

// Not wrapped: some programs forget the indent of a wrapped number.
export const amount: CellStyle = { ...input, wrap: false, align: 'right', indent: 1 };
