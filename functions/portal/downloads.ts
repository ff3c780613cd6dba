import type { Version } from '../../shared/filing/version.ts';
import { Refused } from '../../shared/office/refused.ts';
import type { Signer } from '../../shared/ports/signer.ts';
import { readReading, readVersion } from '../../shared/records/filings.ts';
import { annotatedObject, inboxObject } from '../../shared/records/keys.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { shortDay } from '../../shared/wording/vietnamese.ts';
import { attachmentNamed } from '../content-disposition.ts';
import type { Answer, Download } from './contract/terms.ts';
import { ownUpload } from './uploads.ts';
import type { PortalDependencies, Visitor } from './visitor.ts';

const linkSeconds = 300;

/** An address of five minutes for an object; `fileName` is what the browser saves it as. */
export async function linkTo(
  signer: Signer,
  key: string,
  fileName: string,
): Promise<Answer<typeof Download>> {
  const contentDisposition = attachmentNamed(fileName);
  return { url: await signer.signDownload({ key, contentDisposition, seconds: linkSeconds }) };
}

/** The unit's own file, as it was sent. Throws Refused. */
export async function linkToFile(
  dependencies: PortalDependencies,
  visitor: Visitor,
  id: string,
): Promise<Answer<typeof Download>> {
  const upload = await ownUpload(dependencies, visitor, id);
  const key = inboxObject(upload.upload);
  if ((await dependencies.store.arrival(key)) === null) {
    refuseErased(visitor, await readVersion(dependencies.table, upload));
    throw new Refused('FILE_NOT_COME');
  }
  return linkTo(dependencies.signer, key, upload.fileName);
}

/** The same file with every finding noted in its place. Throws Refused. */
export async function linkToAnnotated(
  dependencies: PortalDependencies,
  visitor: Visitor,
  id: string,
): Promise<Answer<typeof Download>> {
  const upload = await ownUpload(dependencies, visitor, id);
  const version = await readVersion(dependencies.table, upload);
  refuseErased(visitor, version);
  const reading = version && (await readReading(dependencies.store, version));
  if (!version || !reading?.annotated) throw new Refused('ANNOTATED_NONE');
  return linkTo(dependencies.signer, annotatedObject(version), reading.annotated.fileName);
}

/** Throws Refused. */
function refuseErased({ regime }: Visitor, version: Version | null): void {
  if (version?.erased === undefined) return;
  throw new Refused('FILE_ERASED', { day: shortDay(dayOf(version.erased, regime.timeZone)) });
}
