import type { AnnotatedCopy, ReadingName } from '../../../shared/filing/version.ts';
import { type Attachment, fitsInMail } from '../../../shared/mail/mail.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { annotatedObject } from '../../../shared/records/keys.ts';

/** The annotated copy for a mail: whole where it fits, its name where it is too large, null where there is none. */
export async function annotatedCopy(
  store: Store,
  of: ReadingName,
  copy: AnnotatedCopy | null,
): Promise<Attachment | { fileName: string } | null> {
  if (copy === null) return null;
  const { fileName, contentType, size } = copy;
  if (!fitsInMail([size])) return { fileName };
  const file = await store.get(annotatedObject(of));
  if (!file) throw new Error(`the annotated copy of ${of.upload} is not in the bucket`);
  return { fileName, contentType, bytes: file.bytes };
}
