/** The signed PDF held against what was to be signed: the draft, or the draft as the office corrected it. */
import type { OfficeFile } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { NeutralDocument } from '../../reading/model/document.ts';
import { Budget } from '../../reading/open/budget.ts';
import { openDocument } from '../../reading/open/open-document.ts';
import { UnreadableFile } from '../../reading/open/unreadable-file.ts';
import { compareTexts, draftWordsIn, type SignedComparison } from '../../summary/report/signed-text.ts';
import { Refused } from '../refused.ts';
import { openCorrected, openDraft } from './compare-draft.ts';
import { readCome } from './office-files.ts';

/** For whom somebody waits, who waits for all the rest of the issue too: for both files together. */
const seconds = 8;

export interface SignedFiles {
  readonly pdf: Pick<OfficeFile, 'fileName' | 'sha256'>;
  readonly corrected: Pick<OfficeFile, 'fileName' | 'sha256'> | null;
  /** Title and name, a line each. */
  readonly signedBy: readonly string[];
}

/** As of bytes at hand (compareSignedBytes), of files that lie in the store. Throws Refused. */
export async function compareSigned(
  dependencies: Pick<Dependencies, 'store' | 'clock'>,
  run: string,
  { pdf, corrected, signedBy }: SignedFiles,
): Promise<SignedComparison | null> {
  const { store } = dependencies;
  const bytes = await readCome(store, run, 'pdf', pdf);
  const draft = corrected && {
    fileName: corrected.fileName,
    bytes: await readCome(store, run, 'docx', corrected),
  };
  return compareSignedBytes(dependencies, run, { pdf: bytes, corrected: draft, signedBy });
}

/**
 * Paragraphs and rows that the PDF lacks; null where it cannot be compared: pages of it are scanned, a scanner's program
 * made its letters out, or it or what it is held against cannot be opened in time. Stores nothing. Throws Refused.
 */
export async function compareSignedBytes(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  run: string,
  {
    pdf,
    corrected,
    signedBy,
  }: {
    readonly pdf: Uint8Array;
    readonly corrected: { readonly fileName: string; readonly bytes: Uint8Array } | null;
    readonly signedBy: readonly string[];
  },
): Promise<SignedComparison | null> {
  const budget = new Budget({ now: () => Date.parse(clock.now()), seconds });
  const signed = await orNotInTime(() => openDocument(pdf, budget));
  if (signed === null || !isText(signed)) return null;
  const left = draftWordsIn(signed);
  // What the draft asks the office, and whose figure looks wrong, is nobody's business above.
  if (left !== null) throw new Refused('SIGNED_IS_DRAFT', { line: left });
  const meant = await orNotInTime(() =>
    corrected ? openCorrected(corrected.bytes, budget, corrected.fileName) : openDraft(store, run, budget),
  );
  if (meant === null) return null;
  return compareTexts(signed, meant, signedBy);
}

function isText({ recognised, skipped }: NeutralDocument): boolean {
  return !recognised && !skipped.some(({ why }) => why === 'scanned-page');
}

/** A comparison that cannot be made keeps nobody from issuing what is signed. */
async function orNotInTime(open: () => Promise<NeutralDocument>): Promise<NeutralDocument | null> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}
