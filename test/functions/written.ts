import type { Letter, LetterDependencies } from '../../functions/deliver/letters/letter.ts';
import { writeLetter } from '../../functions/deliver/letters/write-letter.ts';
import type { OutboxRow } from '../../shared/records/rows.ts';

/** The letter of a row that is about one; null where it is no longer needed. */
export async function written(dependencies: LetterDependencies, row: OutboxRow): Promise<Letter | null> {
  const letter = await writeLetter(dependencies, row);
  if (letter === 'done') throw new Error(`${row.id} brings no letter of its own`);
  return letter;
}
