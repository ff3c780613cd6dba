import { issuedLast } from '../../shared/filing/edition.ts';
import { fingerprintOf } from '../../shared/filing/fingerprint.ts';
import type { RegimeVersion } from '../../shared/office/freeze.ts';
import { compareWithIssued, queueMail } from '../../shared/office/issue.ts';
import { readEditions } from '../../shared/records/editions.ts';
import { outboxId, readMessage } from '../../shared/records/outbox.ts';
import type { Message } from '../../shared/records/rows.ts';
import { freezeManifest } from '../../shared/records/runs.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import type { Period } from '../../shared/regime/regime.ts';
import type { Office } from './due-work.ts';

/** After a year nobody corrects a report any more, and each look at it reads a whole period. */
const lookedAfter = 366 * 86_400_000;

/** Tells the office once of every set of changes that made an issued report stale; all of a day in one mail. */
export async function queueCorrections(
  office: Office,
  regime: RegimeVersion,
  { at }: { readonly at: string },
): Promise<void> {
  for (const period of regime.periods) await queueCorrection(office, { regime, period, at });
}

async function queueCorrection(
  office: Office,
  issue: { readonly regime: RegimeVersion; readonly period: Period; readonly at: string },
): Promise<void> {
  const edition = issuedLast(await readEditions(office.table, issue.period.id));
  if (edition === null) return;
  const age = Date.parse(issue.at) - Date.parse(edition.scheduledAt);
  if (age <= 0 || age > lookedAfter) return;
  const { manifest, fingerprint, stale } = await compareWithIssued(office, issue, edition);
  if (!stale) return;
  const about = { kind: 'correction', run: manifest.run, issued: edition.run, fingerprint } as const;
  const untold: Extract<Message, { kind: 'correction' }>[] = [];
  for (const { id } of officeItself(issue.regime)) {
    const message = { ...about, recipient: id };
    if ((await readMessage(office.table, outboxId(message))) === null) untold.push(message);
  }
  if (untold.length === 0) return;
  // Another that runs the same hour may have frozen it first: then both tell of the same changes.
  const held = fingerprintOf(await freezeManifest(office.store, manifest));
  for (const message of untold) await queueMail(office, { ...message, fingerprint: held });
}
