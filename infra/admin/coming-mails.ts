/** Every mail that the schedule will send in the days to come, as things stand now: nothing is queued by asking. */

import { dutyStatus, isOwing } from '../../shared/filing/duty.ts';
import { unitsOwing } from '../../shared/office/freeze.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { readPeriod } from '../../shared/records/filings.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../shared/records/regimes.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import { allWork, type DueWork } from '../../shared/regime/duties.ts';
import { aboveOffice, officeItself } from '../../shared/regime/recipients.ts';
import type { Period, Regime } from '../../shared/regime/regime.ts';
import { RejectError } from '../../shared/vocabulary/errors.ts';
import type { System } from './system.ts';

/** The number of days is none; the message says which there may be. */
export class NoSuchSpan extends RejectError {
  override readonly name = 'NoSuchSpan';
  readonly code = 'NO_SUCH_SPAN';
  readonly mendable = true;
}

/** One line a mail kind and hour, in the order of time: when, what, how many, to whom. Throws NoSuchSpan. */
export async function comingMails(system: System, days: number): Promise<string[]> {
  if (!Number.isInteger(days) || days < 1 || days > 400)
    throw new NoSuchSpan('--days is a number from 1 to 400');
  const now = system.clock.now();
  const until = new Date(Date.parse(now) + days * 86_400_000).toISOString();
  const lines: { readonly at: string; readonly text: string }[] = [];
  const byHand = new Set<string>();
  for (const { hash } of await readCurrentRegimes(system.table)) {
    const regime = await withGuidance(system, await readRegimeVersion(system.store, hash));
    if (regime.upward === 'by-hand') for (const { id } of aboveOffice(regime)) byHand.add(id);
    for (const work of allWork(regime, now, until)) {
      const to = await addresseesOf(system, regime, work);
      if (to.length === 0 || work.kind === 'opening' || work.kind === 'check') continue;
      const at = inZone(work.at, regime.timeZone);
      const what = `${work.kind.padEnd(8)} ${work.period.id.padEnd(10)}`;
      lines.push({ at, text: `${at}  ${what} ${to.length} mails: ${to.join(', ')}` });
    }
  }
  const ordered = lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ text }) => text);
  const above =
    byHand.size === 0
      ? []
      : [`Nothing goes by itself to ${[...byHand].join(', ')}: "report issue PERIOD" sends them the report.`];
  return ordered.length > 0
    ? [...ordered, ...remarks, ...above]
    : [`no mail is due in the next ${days} days`, ...above];
}

const remarks = [
  'Reminders go to those who still owe at their hour: whoever files before gets none.',
  'Besides: receipts and rejections as files arrive, and on working mornings a notice if an issued report is stale.',
];

async function addresseesOf(system: System, regime: Regime, work: DueWork): Promise<readonly string[]> {
  if (work.kind === 'interim') return officeItself(regime).map(({ id }) => id);
  if (work.kind === 'final') {
    const above = regime.upward === 'on-schedule' ? aboveOffice(regime) : [];
    return [...officeItself(regime), ...above].map(({ id }) => id);
  }
  return work.kind === 'reminder' ? owing(system, regime, work.period, work.at) : [];
}

async function owing({ table }: System, regime: Regime, period: Period, at: string): Promise<string[]> {
  const filings = await readPeriod(table, period.id);
  const { expected } = filings;
  return (expected ?? unitsOwing(regime, period, at)).filter(
    (unit) =>
      regime.units.find(({ code }) => code === unit)?.reminded !== false &&
      isOwing(dutyStatus({ ...filings, regime, period, unit, now: at, expected }).status),
  );
}
