import { begins } from '../../vocabulary/formats.ts';
import type { NeutralDocument } from '../model/document.ts';
import type { Budget } from './budget.ts';
import { readCsv } from './csv/read-csv.ts';
import { knownFileIn, unknownFileIn } from './other-kinds/known-files.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Turns what is neither an archive nor a container into the neutral document: a table as text, or a rich text.
 * @throws UnreadableFile with the code that tells the unit why, and what else the file was seen to be
 */
export async function openText(bytes: Uint8Array, budget: Budget): Promise<NeutralDocument> {
  if (begins('rich-text', bytes)) {
    const { readRichText } = await import('./rtf/read-rich-text.ts');
    return readRichText(bytes, budget);
  }
  const known = knownFileIn(bytes);
  const table = known ? null : readCsv(bytes, budget);
  if (table) return table;
  const kind = known ?? unknownFileIn(bytes);
  throw new UnreadableFile(kind?.code ?? 'FILE_UNKNOWN', firstBytes(bytes), kind ? { seen: kind.seen } : {});
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
