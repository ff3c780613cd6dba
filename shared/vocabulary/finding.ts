/** What a person should know of a file. */
import * as z from 'zod';
import { Text } from './bilingual.ts';
import type { Frozen } from './frozen.ts';
import { Source } from './source.ts';

/** The most severe first. One error rejects the file; a warning asks to look again; a note asks for nothing. */
export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.output<typeof Severity>;

/**
 * Something a person should know, and how to mend it. `code` stands in shared/wording/findings.ts, in
 * unreadable-findings.ts there, or is the id of one of the regime's checks.
 */
export const Finding = z.object({
  code: z.string().describe('For programs; for a failed check, the check’s id.'),
  severity: Severity,
  where: Source.nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  message: Text,
  fix: Text,
});
export type Finding = Frozen<z.output<typeof Finding>>;
