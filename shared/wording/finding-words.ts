/** What a finding is in words. */
import type { Severity } from '../vocabulary/finding.ts';
import type { Text } from '../vocabulary/text.ts';

/** A finding's words, before it is known where it stands. */
export interface FindingWords {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly fix: Text;
}

/** One sentence pair for what is wrong, one for how to mend it. */
export function findingWords(code: string, severity: Severity, message: Text, fix: Text): FindingWords {
  return { code, severity, message, fix };
}
