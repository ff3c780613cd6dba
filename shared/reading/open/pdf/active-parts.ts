/** What a pdf file may do by itself: scripts, actions that start something, files attached to it. */
import type { SkippedLog } from '../skipped-log.ts';
import type { PdfFile } from './pdf-file.ts';

const CHUNK = 4 * 1024 * 1024;
const OVERLAP = 64;
const LAUNCH = /\/S\s{0,4}\/Launch\b/;

/** The library tells of scripts and attachments wherever they are packed; of actions only those that hang on a page. */
export async function skipActive(bytes: Uint8Array, file: PdfFile, skipped: SkippedLog): Promise<void> {
  const { scripts, attachments } = await file.active();
  for (const name of scripts) skipped.add('part', 'script', null, 1, name);
  for (const name of attachments) skipped.add('part', 'attached-file', null, 1, name);
  if (launches(bytes)) skipped.add('part', 'launch', null);
}

function launches(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('windows-1252');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    if (LAUNCH.test(latin.decode(bytes.subarray(from, from + CHUNK + OVERLAP)))) return true;
  }
  return false;
}
