/** By what the office takes a sentence in or out, the same for the same sentence in every draft. */
import { createHash } from 'node:crypto';
import { fold } from '../../reading/understand/folding.ts';
import type { Statement } from './statements.ts';

/** Unit, section and the sentence itself, in letters that can be typed. */
export function idOf({ unit, section, text }: Statement): string {
  const sum = createHash('sha256').update(fold(text)).digest('hex');
  return `${unit.code}-${section}-${sum.slice(0, 12)}`;
}
