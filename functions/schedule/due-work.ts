import type { Logger } from '@aws-lambda-powertools/logger';
import { dutyStatus, isOwing } from '../../shared/consolidation/duty.ts';
import { type Doorbell, ringOutbox } from '../../shared/records/doorbell.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { outboxId, putMessage } from '../../shared/records/outbox.ts';
import { openPeriod } from '../../shared/records/regimes.ts';
import { type Filings, type Manifest, type Message, nothingEarlier } from '../../shared/records/rows.ts';
import { freezeManifest, putRun, runName } from '../../shared/records/runs.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Table } from '../../shared/records/table.ts';
import { dayOf } from '../../shared/regime/calendar.ts';
import { type DueWork, expectedUnits } from '../../shared/regime/duties.ts';
import type { Period, Regime } from '../../shared/regime/regime.ts';
import { unreadUploads } from './unread-uploads.ts';

export interface Office {
  readonly table: Table;
  readonly store: Store;
  readonly outbox: Doorbell;
  readonly arrivals: Doorbell;
  readonly logger: Logger;
  readonly now: () => string;
}

type RegimeVersion = Regime & { readonly hash: string };
type Due<Kind extends DueWork['kind']> = Extract<DueWork, { kind: Kind }>;

/** Opening a period freezes the units that owe it. */
export async function openDuePeriod(
  office: Office,
  regime: Regime,
  { period, at }: Due<'opening'>,
): Promise<void> {
  await openPeriod(office.table, period.id, unitsOwing(regime, period, at));
}

/** Only who still owes the report is reminded; deliver asks once more when the mail's turn comes. */
export async function queueReminders(office: Office, regime: Regime, work: Due<'reminder'>): Promise<void> {
  const { period, at } = work;
  const filings = await readPeriod(office.table, period.id);
  const { expected } = filings;
  for (const unit of expected ?? unitsOwing(regime, period, at)) {
    if (regime.units.find(({ code }) => code === unit)?.reminded === false) continue;
    const { status } = dutyStatus({ ...filings, regime, period, unit, now: at, expected });
    if (!isOwing(status)) continue;
    await queue(office, {
      ...{ kind: 'reminder', regime: regime.id, period: period.id, unit },
      scheduledAt: new Date(at).toISOString(),
    });
  }
}

/** Freezes what the summary is made of, then queues one mail a recipient. */
export async function queueSummary(
  office: Office,
  regime: RegimeVersion,
  work: Due<'summary'>,
): Promise<void> {
  const { period, at } = work;
  const run = runName(period.id, 'final', at);
  const manifest = await freezeManifest(office.store, await manifestOf(office, regime, work, run));
  await putRun(office.table, { run, regime: regime.id, period: period.id, kind: 'final', scheduledAt: at });
  for (const { id } of regime.office.recipients) {
    await queue(office, { kind: 'summary', run: manifest.run, recipient: id });
  }
}

async function manifestOf(
  office: Office,
  regime: RegimeVersion,
  { period, at }: Due<'summary'>,
  run: string,
): Promise<Manifest> {
  const inTime = (instant: string) => Date.parse(instant) <= Date.parse(at);
  // First what is unread, then what was read: a version recorded in between is then in both lists, never in neither.
  const unread = await unreadUploads(office, at);
  const filings = await readPeriod(office.table, period.id);
  const read = new Set(filings.versions.map(({ upload }) => upload));
  return {
    run,
    regime: regime.id,
    regimeHash: regime.hash,
    period: period.id,
    scheduledAt: at,
    ...{ kind: 'final', edition: 1, earlier: nothingEarlier, issued: null },
    expected: [...new Set([...(filings.expected ?? unitsOwing(regime, period, at)), ...filed(filings)])],
    versions: filings.versions.filter(({ receivedAt }) => inTime(receivedAt)),
    decisions: filings.decisions.filter(({ decidedAt }) => inTime(decidedAt)),
    pending: unread
      .filter(
        ({ upload, receivedAt }) =>
          upload.period === period.id && inTime(receivedAt) && !read.has(upload.upload),
      )
      .map(({ upload }) => ({ upload: upload.upload, unit: upload.unit, fileName: upload.fileName })),
  };
}

/** A unit that joined after the opening and has filed all the same is not left out. */
function filed({ versions }: Filings): string[] {
  return versions.map(({ unit }) => unit);
}

function unitsOwing(regime: Regime, period: Period, at: string): string[] {
  return expectedUnits(regime, period, dayOf(at, regime.timeZone)).map(({ code }) => code);
}

async function queue(office: Office, message: Message): Promise<void> {
  const id = outboxId(message);
  await putMessage(office.table, id, message, office.now());
  await ringOutbox(office.outbox, id);
}
