/** Reminding: only who still owes the report, and whom the regime has reminded at all. */
import pMap from 'p-map';
import { filingsByUnit } from '../filing/counting.ts';
import { dutyStatus, isOwing } from '../filing/duty.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Table } from '../ports/table.ts';
import { readUnits } from '../records/filings.ts';
import { readExpected } from '../records/openings.ts';
import type { Period, Regime } from '../regime/regime.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { inPages, type Work } from './in-pages.ts';
import { unitsOwing } from './open-period.ts';

interface Hour {
  readonly period: Period;
  /** When the reminder is due, ISO 8601. */
  readonly at: string;
}

/** Units looked at in one Query. */
const atOnce = 200;
const queuedAtOnce = 16;

/** The codes of the units that a reminder of this hour goes to, as things stand now. */
export async function unitsToRemind(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  hour: Hour,
): Promise<string[]> {
  const asked = (await unitsAsked(table, regime, hour)).toSorted();
  const owing: string[] = [];
  for (let first = 0; first < asked.length; first += atOnce) {
    owing.push(...(await owingAmong(table, regime, hour, asked.slice(first, first + atOnce))));
  }
  return owing;
}

/** Queues a reminder for each of them, in pages; deliver asks once more when the mail's turn comes. Throws WorkLeft. */
export async function queueReminders(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: Regime,
  hour: Hour & Pick<Work, 'isOver'>,
): Promise<void> {
  const { table } = dependencies;
  const scheduledAt = new Date(hour.at).toISOString();
  const period = hour.period.id;
  const work = {
    name: `reminder/${period}/${scheduledAt}`,
    items: await unitsAsked(table, regime, hour),
    pageSize: atOnce,
    isOver: hour.isOver,
  };
  await inPages(dependencies, work, async (codes) => {
    const mails = (await owingAmong(table, regime, hour, codes)).map((unit) => {
      return { kind: 'reminder', regime: regime.id, period, unit, scheduledAt } as const;
    });
    await pMap(mails, (mail) => enqueueMail(dependencies, mail), { concurrency: queuedAtOnce });
  });
}

async function unitsAsked(table: Table, regime: Regime, { period, at }: Hour): Promise<string[]> {
  const unasked = new Set(regime.units.filter(({ reminded }) => reminded === false).map(({ code }) => code));
  const expected = (await readExpected(table, period.id)) ?? unitsOwing(regime, period, at);
  return expected.filter((unit) => !unasked.has(unit));
}

/** Of these units, which follow each other in the order of codes, those that still owe. */
async function owingAmong(
  table: Table,
  regime: Regime,
  { period, at }: Hour,
  codes: readonly string[],
): Promise<string[]> {
  const filings = filingsByUnit(await readUnits(table, period.id, codes));
  return codes.filter((unit) => {
    const question = { regime, period, unit, now: at, expected: [unit] };
    return isOwing(dutyStatus({ ...filings(unit), ...question }).status);
  });
}
