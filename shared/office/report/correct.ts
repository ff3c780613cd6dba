/** Correcting: the office hears of every set of changes that made an issued report stale. */
import { issuedLast } from '../../filing/edition.ts';
import { fingerprintOf } from '../../filing/fingerprint.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readEditions } from '../../records/editions.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import type { Message } from '../../records/rows.ts';
import { freezeManifest } from '../../records/runs.ts';
import { officeItself } from '../../regime/recipients.ts';
import type { Period } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { inPages, type Work } from '../in-pages.ts';
import type { RegimeVersion } from '../regimes-in-force.ts';
import { fingerprintNow } from './fingerprint-now.ts';
import { compareWithIssued } from './issue.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;

/** After a year nobody corrects a report any more, and each look at it reads a whole period. */
const lookedAfter = 366 * 86_400_000;

/**
 * Tells the office once of every set of changes that made an issued report stale; all of a day in one mail. Period by
 * period, the cursor kept. Throws WorkLeft.
 */
export async function queueCorrections(
  dependencies: Needs,
  regime: RegimeVersion,
  { at, isOver }: { readonly at: string } & Pick<Work, 'isOver'>,
): Promise<void> {
  const periods = new Map(regime.periods.map((period) => [period.id, period]));
  const name = `check/${regime.id}/${new Date(at).toISOString()}`;
  await inPages(
    dependencies,
    { name, items: [...periods.keys()], pageSize: 1, isOver },
    async ([id = '']) => {
      const period = periods.get(id);
      if (period) await queueCorrection(dependencies, { regime, period, at });
    },
  );
}

async function queueCorrection(
  dependencies: Needs,
  issue: { readonly regime: RegimeVersion; readonly period: Period; readonly at: string },
): Promise<void> {
  const edition = issuedLast(await readEditions(dependencies.table, issue.period.id));
  if (edition === null) return;
  const age = Date.parse(issue.at) - Date.parse(edition.scheduledAt);
  if (age <= 0 || age > lookedAfter) return;
  // Unit by unit: most mornings nothing has changed, and nothing is held.
  if ((await fingerprintNow(dependencies.table, issue.period, issue.at)) === edition.fingerprint) return;
  const { manifest, fingerprint, stale } = await compareWithIssued(dependencies, issue, edition);
  if (!stale) return;
  const about = { kind: 'correction', run: manifest.run, issued: edition.run, fingerprint } as const;
  const unnotified: Extract<Message, { kind: 'correction' }>[] = [];
  for (const { id } of officeItself(issue.regime)) {
    const message = { ...about, recipient: id };
    if ((await readMessage(dependencies.table, outboxId(message))) === null) unnotified.push(message);
  }
  if (unnotified.length === 0) return;
  // Another that runs the same hour may have frozen it first: then both tell of the same changes.
  const held = fingerprintOf(await freezeManifest(dependencies.store, manifest));
  for (const message of unnotified) await enqueueMail(dependencies, { ...message, fingerprint: held });
}
