/** Where something stands in a unit's own file. */
import * as z from 'zod';
import type { Frozen } from './frozen.ts';

/** A cell of a sheet, a cell of a table of text, or a paragraph; table, row, column and paragraph count from 1. */
export const Source = z.union([
  z.object({ sheet: z.string(), cell: z.string().describe('Such as `D14`.') }),
  z.object({ table: z.int(), row: z.int(), column: z.int() }),
  z.object({ paragraph: z.int() }),
]);
export type Source = Frozen<z.output<typeof Source>>;
