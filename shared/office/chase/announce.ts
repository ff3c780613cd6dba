/** Who is told that a period has opened. */
import pMap from 'p-map';
import { countingOf, exclusionOf, filingsByUnit } from '../../filing/counting.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Table } from '../../ports/table.ts';
import { readUnits } from '../../records/filings.ts';
import type { Message } from '../../records/rows.ts';
import { dayOf } from '../../regime/calendar.ts';
import { addressesOf } from '../../regime/contacts.ts';
import type { DueWork } from '../../regime/duties.ts';
import type { Regime } from '../../regime/regime.ts';
import { enqueueMail } from '../enqueue-mail.ts';
import { inPages, type Work } from '../in-pages.ts';
import { expectedAt } from '../open-period.ts';
import { atOnce, leftBy, queuedAtOnce } from './remind.ts';

type Announcement = Extract<DueWork, { kind: 'announcement' }>;
type AnnouncementMail = Extract<Message, { kind: 'announcement' }>;

/** The mails that tell everybody who owes the period, reminded or not, that it has opened; as things stand now. */
export async function announcementsDue(
  { table }: Pick<Dependencies, 'table'>,
  regime: Regime,
  work: Announcement,
): Promise<readonly AnnouncementMail[]> {
  const codes = (await expectedAt(table, regime, work)).toSorted();
  const mails: AnnouncementMail[] = [];
  for (let first = 0; first < codes.length; first += atOnce) {
    mails.push(...(await announcementsFor(table, regime, work, codes.slice(first, first + atOnce))));
  }
  return mails;
}

/** Queues them, in pages. Throws WorkLeft. */
export async function queueAnnouncements(
  dependencies: Pick<Dependencies, 'table' | 'outbox' | 'clock'>,
  regime: Regime,
  work: Announcement & Pick<Work, 'isOver'>,
): Promise<void> {
  const items = await expectedAt(dependencies.table, regime, work);
  const name = `announcement/${work.period.id}/${new Date(work.at).toISOString()}`;
  await inPages(dependencies, { name, items, pageSize: atOnce, isOver: work.isOver }, async (codes) => {
    const mails = await announcementsFor(dependencies.table, regime, work, codes);
    await pMap(mails, (mail) => enqueueMail(dependencies, mail), { concurrency: queuedAtOnce });
  });
}

/** To these units, which follow each other in the order of codes, but for who has filed, was left out or has left. */
async function announcementsFor(
  table: Table,
  regime: Regime,
  { period, at }: Announcement,
  codes: readonly string[],
): Promise<readonly AnnouncementMail[]> {
  const units = new Map(regime.units.map((unit) => [unit.code, unit]));
  const filings = filingsByUnit(await readUnits(table, period.id, codes));
  const gone = leftBy(regime, at);
  const told = codes.filter(
    (code) =>
      !gone.has(code) &&
      countingOf(filings(code), code) === null &&
      exclusionOf(filings(code), code) === null,
  );
  return told.flatMap((code) => {
    const unit = units.get(code);
    const addresses = unit ? addressesOf(unit, 'clerk', dayOf(at, regime.timeZone)) : [];
    return addresses.map(({ email, registered }) => ({
      kind: 'announcement',
      regime: regime.id,
      period: period.id,
      unit: code,
      scheduledAt: new Date(at).toISOString(),
      ...(registered ? {} : { contact: email }),
    }));
  });
}
