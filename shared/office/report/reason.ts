/** Why something is done with a draft, as it goes on record. */
import { printable } from '../../vocabulary/visible-text.ts';
import { Refused } from '../refused.ts';

/** Throws Refused where nothing is said. */
export function reasonOf(typed: string): string {
  const reason = printable(typed).trim();
  if (reason === '') throw new Refused('REASON_MISSING');
  return reason;
}
