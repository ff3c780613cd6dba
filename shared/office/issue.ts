/** Issuing a summary: frozen once under its run's name, then one mail for each recipient it is meant for. */

import { fingerprintOf } from '../filing/fingerprint.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { claimEdition, issuedLast, readEditions, sealEdition } from '../records/editions.ts';
import { outboxId, putMessage } from '../records/outbox.ts';
import type { Edition, Manifest, Message } from '../records/rows.ts';
import { freezeManifest, putRun, runName } from '../records/runs.ts';
import { wakeDeliver } from '../records/wake.ts';
import type { Period, Recipient, Regime } from '../regime/regime.ts';
import { manifestOf, type RegimeVersion } from './freeze.ts';

export type Issuer = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;

/** What is issued: `at` names the run and ends what it takes in. */
export interface Issue {
  readonly regime: RegimeVersion;
  readonly period: Period;
  readonly at: string;
}

/** The report itself, for every recipient. Done again under the same `at` it continues, and mails nobody twice. */
export async function issueFinal(issuer: Issuer, { regime, period, at }: Issue): Promise<Manifest> {
  const { table, store } = issuer;
  const run = runName(period.id, 'final', at);
  const { edition, before } = await claimEdition(table, period.id, { run, scheduledAt: at });
  const issued = before?.run ?? null;
  const manifest = await freezeManifest(
    store,
    await manifestOf(issuer, { regime, period, at, run, kind: 'final', edition, issued }),
  );
  await announce(issuer, manifest, regime.office.recipients);
  // Last: what was cut off before is still open, and whoever issues next finishes it.
  await sealEdition(table, period.id, { edition, fingerprint: fingerprintOf(manifest) });
  return manifest;
}

/** How far an open period has come, for the office alone. */
export async function issueInterim(issuer: Issuer, { regime, period, at }: Issue): Promise<Manifest> {
  const run = runName(period.id, 'interim', at);
  const editions = await readEditions(issuer.table, period.id);
  const manifest = await freezeManifest(
    issuer.store,
    await manifestOf(issuer, {
      ...{ regime, period, at, run, kind: 'interim', edition: editions.length + 1 },
      issued: issuedLast(editions)?.run ?? null,
    }),
  );
  await announce(issuer, manifest, officeItself(regime));
  return manifest;
}

async function announce(issuer: Issuer, manifest: Manifest, to: readonly Recipient[]): Promise<void> {
  const { run, regime, period, kind, edition, scheduledAt } = manifest;
  await putRun(issuer.table, { run, regime, period, kind, edition, scheduledAt });
  for (const { id } of to) await queueMail(issuer, { kind: 'summary', run, recipient: id });
}

/** The recipients of everything: who is named "để B/c" gets nothing but the issued report. */
export function officeItself({ office }: Regime): readonly Recipient[] {
  return office.recipients.filter(({ receives }) => receives === 'everything');
}

/** What is filed now against what the edition was made of; `at` ends what is taken in. Stores nothing. */
export async function compareWithIssued(
  records: Pick<Issuer, 'table' | 'store'>,
  { regime, period, at }: Issue,
  { run: issued, edition, fingerprint }: Edition,
): Promise<{ readonly manifest: Manifest; readonly fingerprint: string; readonly stale: boolean }> {
  const run = runName(period.id, 'correction', at);
  const wanted = { regime, period, at, run, kind: 'interim', edition: edition + 1, issued } as const;
  const manifest = await manifestOf(records, wanted);
  const now = fingerprintOf(manifest);
  return { manifest, fingerprint: now, stale: fingerprint !== null && now !== fingerprint };
}

/** Puts the mail into the outbox and wakes deliver; once for the same mail, however often it is asked for. */
export async function queueMail({ table, outbox, clock }: Issuer, message: Message): Promise<void> {
  const id = outboxId(message);
  await putMessage(table, id, message, clock.now());
  await wakeDeliver(outbox, id);
}
