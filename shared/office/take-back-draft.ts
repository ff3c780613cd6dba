/** The office edited the draft and sends it back: what differs is told, and it is kept as the edition's text. */
import { createHash } from 'node:crypto';
import type { Store } from '../ports/store.ts';
import { openDocument } from '../reading/open/open-document.ts';
import { correctedDocument, keepRunFile, readManifest, readRunFile, runDocuments } from '../records/runs.ts';
import { type Correction, correctionsIn } from '../summary/report/corrections.ts';
import { RejectError } from '../vocabulary/errors.ts';
import { formats } from '../vocabulary/formats.ts';
import { readSummary } from './summarise.ts';

/** There is no draft to hold it against, or figures were changed and nobody said why. */
export class DraftNotTaken extends RejectError {
  override readonly name = 'DraftNotTaken';
  readonly code = 'DRAFT_NOT_TAKEN';
  readonly mendable = true;
}

/** What differs between the run's draft and the file; stores nothing. Throws DraftNotTaken, UnreadableFile. */
export async function compareDraft(
  { store }: { readonly store: Store },
  run: string,
  bytes: Uint8Array,
): Promise<readonly Correction[]> {
  const manifest = await readManifest(store, run);
  const [draft] = runDocuments;
  const built = await readRunFile(store, run, draft);
  if (!built) throw new DraftNotTaken(`${draft} of ${run} is built with its first mail; try again then`);
  const summary = await readSummary(store, manifest);
  return correctionsIn(summary, await openDocument(built), await openDocument(bytes));
}

/**
 * Keeps the file as the text of the run's edition; the same bytes once. A figure changed by hand against the sources
 * needs `reason`. Throws DraftNotTaken, UnreadableFile.
 */
export async function takeBackDraft(
  dependencies: { readonly store: Store },
  run: string,
  { bytes, reason }: { readonly bytes: Uint8Array; readonly reason: string | null },
): Promise<{ readonly corrections: readonly Correction[]; readonly file: string; readonly sha256: string }> {
  const corrections = await compareDraft(dependencies, run, bytes);
  const figures = corrections.filter(({ kind }) => kind === 'figure');
  if (figures.length > 0 && !reason?.trim()) {
    const told = figures.flatMap((each) => (each.kind === 'figure' ? [`${each.from} → ${each.to}`] : []));
    throw new DraftNotTaken(`figures were changed by hand, and no reason is given: ${told.join('; ')}`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = correctedDocument(sha256);
  await keepRunFile(dependencies.store, run, { name, bytes, contentType: formats.docx.contentType });
  return { corrections, file: name, sha256 };
}
