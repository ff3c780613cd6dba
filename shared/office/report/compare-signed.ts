/** The signed PDF held against what was to be signed: the draft, or the draft as the office corrected it. */
import type { OfficeFile } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { NeutralDocument } from '../../reading/model/document.ts';
import { Budget } from '../../reading/open/budget.ts';
import { openDocument } from '../../reading/open/open-document.ts';
import { activeInPdf } from '../../reading/open/pdf/read-pdf.ts';
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
  const harm = await harmIn(pdf, budget);
  const signed = await orNotInTime(() => openDocument(pdf, budget));
  const text = signed !== null && isText(signed) ? signed : null;
  const left = text && draftWordsIn(text);
  // What the draft asks the office, and whose figure looks wrong, is nobody's business above.
  if (left !== null) throw new Refused('SIGNED_IS_DRAFT', { line: left });
  if (harm !== null) throw new Refused(harm);
  if (text === null) return null;
  const meant = await orNotInTime(() =>
    corrected ? openCorrected(corrected.bytes, budget, corrected.fileName) : openDraft(store, run, budget),
  );
  if (meant === null) return null;
  return compareTexts(text, meant, signedBy);
}

/**
 * Why it is not mailed in the office's name: nobody can open it, it acts by itself where it is opened, or so much is in it
 * that nobody knows whether it does.
 */
async function harmIn(
  pdf: Uint8Array,
  budget: Budget,
): Promise<'SIGNED_ACTS' | 'SIGNED_NOT_OPENED' | 'SIGNED_NOT_EXAMINED' | null> {
  try {
    return (await activeInPdf(pdf, budget)).length > 0 ? 'SIGNED_ACTS' : null;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unopened.has(error.code) ? 'SIGNED_NOT_OPENED' : 'SIGNED_NOT_EXAMINED';
  }
}

const unopened: ReadonlySet<string> = new Set(['FILE_ENCRYPTED', 'ZIP_DAMAGED']);

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
