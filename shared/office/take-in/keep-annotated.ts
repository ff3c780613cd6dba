import type { AnnotatedCopy, ReadingName } from '../../filing/version.ts';
import type { Store } from '../../ports/store.ts';
import { type AnnotatedFile, annotateFile } from '../../reading/annotate/annotate.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { annotatedObject } from '../../records/keys.ts';
import { RejectError } from '../../vocabulary/errors.ts';

/** The copy with the findings could not be made; the verdict stands without it. */
export class CopyNotMade extends RejectError {
  override readonly name = 'CopyNotMade';
  readonly code = 'COPY_NOT_MADE';
  readonly mendable = false;
}

/**
 * Writes the copy of the file with every finding marked, and says what it is; null where there is nothing to mark or
 * the format has no room for it. The same bytes and findings give the same copy, so one written before is the one.
 * Throws CopyNotMade, and whatever stands between here and the bucket.
 */
export async function keepAnnotated(
  store: Store,
  upload: ReadingName & { readonly fileName: string },
  bytes: Uint8Array,
  reading: Reading,
): Promise<AnnotatedCopy | null> {
  const copy = await copyOf(bytes, upload.fileName, reading);
  if (copy === null) return null;
  const { fileName, contentType } = copy;
  await store.putOnce(annotatedObject(upload), copy.bytes, contentType);
  return { fileName, contentType, size: copy.bytes.length };
}

async function copyOf(bytes: Uint8Array, fileName: string, reading: Reading): Promise<AnnotatedFile | null> {
  try {
    return await annotateFile(bytes, fileName, reading);
  } catch (cause) {
    throw new CopyNotMade(`no annotated copy of ${reading.format}`, { cause });
  }
}
