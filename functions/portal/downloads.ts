import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { readReading } from '../../shared/records/filings.ts';
import { annotatedObject, inboxObject } from '../../shared/records/keys.ts';
import { arrivalOf, type Store } from '../../shared/records/store.ts';
import { attachmentNamed } from '../content-disposition.ts';
import type { Answer, Download } from './contract/terms.ts';
import { Refused } from './refused.ts';
import { ownUpload } from './uploads.ts';
import type { Doorway, Visitor } from './visitor.ts';

const linkSeconds = 300;

/** An address of five minutes for an object; `fileName` is what the browser saves it as. */
export async function linkTo(store: Store, key: string, fileName: string): Promise<Answer<typeof Download>> {
  const download = new GetObjectCommand({
    Bucket: store.bucket,
    Key: key,
    // Not kept with the object: S3 takes 2 KB of such headers, and a long Vietnamese name is more.
    ResponseContentDisposition: attachmentNamed(fileName),
  });
  return { url: await getSignedUrl(store.client, download, { expiresIn: linkSeconds }) };
}

/** The unit's own file, as it was sent. Throws Refused. */
export async function linkToFile(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
): Promise<Answer<typeof Download>> {
  const upload = await ownUpload(doorway, visitor, id);
  const key = inboxObject(upload.upload);
  if ((await arrivalOf(doorway.store, key)) === null) throw new Refused('FILE_NOT_COME');
  return linkTo(doorway.store, key, upload.fileName);
}

/** The same file with every finding noted in its place. Throws Refused. */
export async function linkToAnnotated(
  doorway: Doorway,
  visitor: Visitor,
  id: string,
): Promise<Answer<typeof Download>> {
  const upload = await ownUpload(doorway, visitor, id);
  const reading = await readReading(doorway.store, upload.upload);
  if (!reading?.annotated) throw new Refused('ANNOTATED_NONE');
  return linkTo(doorway.store, annotatedObject(upload.upload), reading.annotated.fileName);
}
