/** The office edited the draft and sends it back: what differs is told. */
import type { Dependencies } from '../../ports/dependencies.ts';
import type { NeutralDocument } from '../../reading/model/document.ts';
import { Budget } from '../../reading/open/budget.ts';
import { openArchive } from '../../reading/open/open-archive.ts';
import { UnreadableFile } from '../../reading/open/unreadable-file.ts';
import { readManifest, readRunFile, runDocuments } from '../../records/runs.ts';
import { type Correction, correctionsIn, isFarTooLong } from '../../summary/report/corrections.ts';
import { Refused } from '../refused.ts';
import { readSummary } from './summarise.ts';

/** For whom somebody waits. */
const seconds = 5;

/** What differs between the run's draft and the file, a .docx; stores nothing. Throws Refused. */
export async function compareDraft(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  run: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<readonly Correction[]> {
  const manifest = await readManifest(store, run);
  const budget = () => new Budget({ now: () => Date.parse(clock.now()), seconds });
  const summary = await readSummary(store, manifest);
  const draft = await openDraft(store, run, budget());
  const edited = await openCorrected(bytes, budget(), fileName);
  if (isFarTooLong(draft, edited)) throw new Refused('CORRECTED_TOO_LONG', { file: fileName });
  return correctionsIn(summary, draft, edited);
}

/** The run's draft as it was built. Throws Refused. */
export async function openDraft(
  store: Dependencies['store'],
  run: string,
  budget: Budget,
): Promise<NeutralDocument> {
  const [draft] = runDocuments;
  const built = await readRunFile(store, run, draft);
  if (!built) throw new Refused('DRAFT_NOT_BUILT');
  return openArchive(built, budget, null);
}

/** The draft as it came back. Throws Refused. */
export async function openCorrected(
  bytes: Uint8Array,
  budget: Budget,
  file: string,
): Promise<NeutralDocument> {
  try {
    const document = await openArchive(bytes, budget, null);
    if (document.format === 'docx') return document;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
  throw new Refused('CORRECTED_NOT_WORD', { file });
}
