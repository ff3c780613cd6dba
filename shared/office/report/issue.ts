/** Issuing a summary: frozen once under its run's name, then one mail for each recipient it is meant for. */
import { countingOf, filingsByUnit } from '../../filing/counting.ts';
import type { Act, Edition } from '../../filing/edition.ts';
import { issuedLast } from '../../filing/edition.ts';
import type { Filings } from '../../filing/filings.ts';
import { fingerprintOf } from '../../filing/fingerprint.ts';
import type { Manifest } from '../../filing/manifest.ts';
import type { Signature } from '../../filing/signature.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Store } from '../../ports/store.ts';
import type { Table } from '../../ports/table.ts';
import { claimEdition, readEditions, recordAct, sealEdition } from '../../records/editions.ts';
import { outboxId, readMessage } from '../../records/outbox.ts';
import { freezeManifest, keptOf, putRun, runName } from '../../records/runs.ts';
import { dayOf, inZone } from '../../regime/calendar.ts';
import { isOpen } from '../../regime/duties.ts';
import { officeItself, sentOnSchedule } from '../../regime/recipients.ts';
import type { Period, Recipient } from '../../regime/regime.ts';
import { standsAsTold } from '../../summary/matters.ts';
import type { RefusalCode } from '../../wording/refusals.ts';
import { shortDay } from '../../wording/vietnamese.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { Refused } from '../refused.ts';
import type { Owed, RegimeVersion } from '../regimes-in-force.ts';
import { manifestOf } from './freeze.ts';
import { readSummary, reportsAtMost, reportsOf } from './summarise.ts';

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;

/** What is issued: `at` names the run and ends what it takes in. */
export interface Issue {
  readonly regime: RegimeVersion;
  readonly period: Period;
  readonly at: string;
}

/** A draft that somebody asked for, having seen what would be frozen. */
export interface ByHand extends Pick<Act, 'actor' | 'reason'> {
  /** What was shown: it is frozen as it is, whatever came in meanwhile. */
  readonly shown: Manifest;
}

/**
 * The report itself, for the office. Above the office it goes once it was signed (issue-signed.ts), or with the
 * schedule's where the regime says so. Done again under the same `at` it continues, and mails nobody twice.
 */
export async function issueFinal(
  dependencies: Needs,
  issue: Issue,
  byHand: ByHand | null,
): Promise<Manifest> {
  const { table, store } = dependencies;
  const { regime, period, at } = issue;
  const run = runName(period.id, 'final', at);
  const { edition, before } = await claimEdition(table, period.id, { run, scheduledAt: at });
  const issued = before?.run ?? null;
  const manifest = await freezeManifest(
    store,
    byHand
      ? { ...byHand.shown, run, edition, issued }
      : await manifestOf(dependencies, { regime, period, at, run, kind: 'final', edition, issued }),
  );
  if (byHand) {
    const { actor, reason } = byHand;
    await recordAct(table, period.id, edition, {
      actor,
      reason,
      at: dependencies.clock.now(),
      recipients: [],
    });
  }
  // Before the office's mails, which say whether it goes upward.
  for (const { id } of byHand ? [] : await unhindered(store, issue, manifest)) {
    await enqueueMail(dependencies, { kind: 'issued-report', run, recipient: id });
  }
  await announce(dependencies, manifest, officeItself(regime));
  // Last: what was cut off before is still open, and whoever issues next finishes it.
  await sealEdition(table, period.id, { edition, fingerprint: fingerprintOf(manifest) });
  return manifest;
}

/**
 * To whom above the office the report goes by itself: nobody where a figure in it is in doubt, of which nobody has said a
 * word, or where there are more reports than one holds.
 */
async function unhindered(store: Store, issue: Issue, manifest: Manifest): Promise<readonly Recipient[]> {
  const to = hindrances(issue, manifest).length === 0 ? sentOnSchedule(issue.regime, issue.period) : [];
  if (to.length === 0 || reportsOf(manifest) > reportsAtMost) return [];
  return standsAsTold(await readSummary(store, manifest)).length === 0 ? to : [];
}

/** How far an open period has come, for the office alone. */
export async function issueInterim(dependencies: Needs, { regime, period, at }: Issue): Promise<Manifest> {
  const run = runName(period.id, 'interim', at);
  const editions = await readEditions(dependencies.table, period.id);
  const manifest = await freezeManifest(
    dependencies.store,
    await manifestOf(dependencies, {
      regime,
      period,
      at,
      run,
      kind: 'interim',
      edition: editions.length + 1,
      issued: issuedLast(editions)?.run ?? null,
    }),
  );
  await announce(dependencies, manifest, officeItself(regime));
  return manifest;
}

async function announce(dependencies: Needs, manifest: Manifest, to: readonly Recipient[]): Promise<void> {
  const { run, regime, period, kind, edition, scheduledAt } = manifest;
  const documents = [...keptOf(manifest)];
  await putRun(dependencies.table, { run, regime, period, kind, edition, scheduledAt, documents });
  for (const { id } of to) await enqueueMail(dependencies, { kind: 'summary', run, recipient: id });
}

/** Why a report cannot be meant to go out yet, however it was asked for. */
export type Hindrance = 'not-open' | 'nobody-filed';

export const refusedFor = {
  'not-open': 'ISSUE_NOT_OPEN',
  'nobody-filed': 'ISSUE_NOBODY_FILED',
} as const satisfies Record<Hindrance, RefusalCode>;

/** None where the report may go out; `filings` as they are at `at`. */
export function hindrances(
  { regime, period, at }: Issue,
  filings: Filings & Pick<Manifest, 'expected'>,
): Hindrance[] {
  const open = isOpen(period, dayOf(at, regime.timeZone));
  const filingsOf = filingsByUnit(filings);
  const filed = filings.expected.some((unit) => countingOf(filingsOf(unit), unit) !== null);
  return [...(open ? [] : ['not-open' as const]), ...(filed ? [] : ['nobody-filed' as const])];
}

/** Whether the run's report was sent to the recipient, or waits for it in the outbox. */
export async function isAddressed(table: Table, run: string, recipient: string): Promise<boolean> {
  for (const kind of ['issued-report', 'summary'] as const) {
    const row = await readMessage(table, outboxId({ kind, run, recipient }));
    if (row && row.state !== 'superseded') return true;
  }
  return false;
}

/** An issue of this moment, to hold an older one against: what came in the second that runs is taken in. */
export function asThingsStand({ regime, period }: Owed, now: string): Issue {
  return { regime, period, at: inZone(Date.parse(now) + 999, regime.timeZone) };
}

/** What is filed now against what the edition was made of; `at` ends what is taken in. Stores nothing. */
export async function compareWithIssued(
  records: Pick<Needs, 'table' | 'store'>,
  { regime, period, at }: Issue,
  { run: issued, edition, fingerprint }: Edition,
): Promise<{ readonly manifest: Manifest; readonly fingerprint: string; readonly stale: boolean }> {
  const run = runName(period.id, 'correction', at);
  const wanted = { regime, period, at, run, kind: 'interim', edition: edition + 1, issued } as const;
  const manifest = await manifestOf(records, wanted);
  const now = fingerprintOf(manifest);
  return { manifest, fingerprint: now, stale: fingerprint !== null && now !== fingerprint };
}

/** The refusal of what may only be done while the edition is not signed. */
export function alreadyIssued({ edition, number, day }: Signature): Refused {
  return new Refused('ALREADY_ISSUED', { edition: String(edition), number, day: shortDay(day) });
}

/** The refusal of an edition that these above the office, by name, have unsigned. */
export function sentUnsigned({ edition }: Pick<Edition, 'edition'>, to: readonly string[]): Refused {
  return new Refused('SENT_UNSIGNED', { edition: String(edition), to: to.join(', ') });
}
