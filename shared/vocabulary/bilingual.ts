/** Bilingual text as it is stored and answered. */
import * as z from 'zod';
import type { Language } from './text.ts';

/** A text of which `line` is the shape in each language. */
export const textOf = <Line extends z.ZodType>(line: Line) =>
  z.object({ vi: line, en: line } satisfies Record<Language, Line>);

/** A sentence in Vietnamese and in English. */
export const Text = textOf(z.string());
