/** What whoever issues sends along: the signed PDF, and the draft as it was corrected by hand. */
import { largestSigned, type OfficeFile } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readOfficeFile, sumOf } from '../../records/signatures.ts';
import type { Correction } from '../../summary/report/corrections.ts';
import { Refused } from '../refused.ts';
import { compareDraft } from './compare-draft.ts';

type Needs = Pick<Dependencies, 'store' | 'clock'>;

/** Throws Refused unless what came is the file that was announced, and a whole PDF. */
export async function holdToPdf(
  { store }: Pick<Needs, 'store'>,
  run: string,
  file: OfficeFile,
): Promise<void> {
  if (file.size > largestSigned) throw new Refused('SIGNED_TOO_LARGE');
  const bytes = await readCome(store, run, 'pdf', file);
  if (bytes.length !== file.size) throw new Refused('SIGNED_FILE_NOT_COME', { file: file.fileName });
  if (!isWholePdf(bytes)) throw new Refused('SIGNED_NOT_PDF', { file: file.fileName });
}

/** The file that was announced. Throws Refused where it has not come, or another came. */
export async function readCome(
  store: Dependencies['store'],
  run: string,
  kind: 'pdf' | 'docx',
  file: Pick<OfficeFile, 'fileName' | 'sha256'>,
): Promise<Uint8Array> {
  const bytes = await readOfficeFile(store, run, kind, file);
  if (!bytes || sumOf(bytes) !== file.sha256) {
    throw new Refused('SIGNED_FILE_NOT_COME', { file: file.fileName });
  }
  return bytes;
}

/** Its head as a reader looks for it, and the mark at its end, without which it was cut off. */
function isWholePdf(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => new TextDecoder('latin1').decode(part);
  return /%PDF-\d/.test(text(bytes.subarray(0, 1024))) && text(bytes.subarray(-2048)).includes('%%EOF');
}

/** What the office changed in the draft by hand. Throws Refused. */
export async function correctionsOf(
  { store, clock }: Needs,
  run: string,
  file: Pick<OfficeFile, 'fileName' | 'sha256'>,
): Promise<readonly Correction[]> {
  const bytes = await readCome(store, run, 'docx', file);
  return compareDraft({ store, clock }, run, { fileName: file.fileName, bytes });
}
