/** What reading a file yields besides its figures and findings: its text, and the account of every piece. */
import * as z from 'zod';
import type { Frozen } from './frozen.ts';
import { Source } from './source.ts';

/** The text under one heading of the outline. */
export const NarrativeSection = z.object({
  section: z.string().describe('The outline’s section, such as `II.1`.'),
  paragraphs: z.array(z.object({ text: z.string(), source: Source })),
});
export type NarrativeSection = Frozen<z.output<typeof NarrativeSection>>;

/** A piece of the file that was not turned into anything, and why: a code, whose words stand in shared/wording/page-skipped.ts. */
export const Skipped = z.object({
  what: z.enum(['cell', 'paragraph', 'sheet', 'image', 'deleted-text', 'note', 'part']),
  why: z.string(),
  where: Source.nullable(),
  count: z
    .int()
    .nonnegative()
    .exactOptional()
    .describe('How many pieces this entry stands for; absent means one.'),
});
export type Skipped = Frozen<z.output<typeof Skipped>>;

/** In pieces (filled cells and paragraphs): read + skipped = total. */
export const PieceCounts = z.object({
  read: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type PieceCounts = Frozen<z.output<typeof PieceCounts>>;

/** Why a piece was passed over; machine-readable, like the readers' own reasons. */
export type PassedOver =
  | 'remark-column'
  | 'other-column'
  | 'row-without-indicator'
  | 'caption'
  | 'below-the-form'
  | 'outside-the-outline'
  | 'closing-block'
  | 'beyond-the-limit'
  | 'introduction'
  | 'hidden-sheet'
  | 'own-sheet'
  | 'not-part-of-the-form';
