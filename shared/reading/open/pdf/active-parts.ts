/** What a pdf file may do by itself: scripts, actions that start something, files attached to it. */
import type { SkippedLog } from '../skipped-log.ts';
import type { ActiveNames } from './active-names.ts';
import type { PdfFile } from './pdf-file.ts';

/** The library tells of scripts and attachments by what they are called; what it passes over is known by its kind alone. */
export async function skipActive(
  file: PdfFile,
  names: Pick<ActiveNames, 'found'>,
  skipped: SkippedLog,
): Promise<void> {
  const { scripts, attachments } = await file.active();
  for (const name of scripts) skipped.add('part', 'script', null, 1, name);
  for (const name of attachments) skipped.add('part', 'attached-file', null, 1, name);
  if (scripts.length === 0 && names.found.has('script')) skipped.add('part', 'script', null);
  if (attachments.length === 0 && names.found.has('attached-file'))
    skipped.add('part', 'attached-file', null);
  if (names.found.has('launch')) skipped.add('part', 'launch', null);
}
