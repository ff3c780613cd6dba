/** What a unit's file says of an indicator. */
import * as z from 'zod';
import type { Frozen } from './frozen.ts';
import { Source } from './source.ts';

/**
 * A number, an ISO date (`yyyy-mm-dd`), text, or null where the unit left the cell blank: blank is not 0. A percentage
 * is in percent, 98.5 for 98,5 %.
 */
export const Figure = z.union([z.number(), z.string()]).nullable();
export type Figure = z.output<typeof Figure>;

/** An indicator's two figures, in its unit of measure, and where each was read. */
export const Value = z.object({
  indicator: z.string().describe('The indicator’s code.'),
  value: Figure.describe('In the period (trong kỳ).'),
  source: Source.nullable(),
  cumulative: Figure.describe('Since the beginning of the reporting year (lũy kế).'),
  cumulativeSource: Source.nullable(),
});
export type Value = Frozen<z.output<typeof Value>>;
