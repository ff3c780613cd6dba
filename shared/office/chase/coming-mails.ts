/** What the schedule will send, as things stand now, by the rules it sends by: nothing is queued by asking. */
import type { Dependencies } from '../../ports/dependencies.ts';
import { readCurrentRegimes, readRegimeVersion } from '../../records/regimes.ts';
import { allWork, type DueWork } from '../../regime/duties.ts';
import { aboveOffice, officeItself, sentOnSchedule } from '../../regime/recipients.ts';
import type { Regime } from '../../regime/regime.ts';
import { withGuidance } from '../guidance.ts';
import { announcementsDue, byHour, chaseMails, remindersDue, unitsStillOwing } from './remind.ts';

/** The mails of one kind and hour. */
export interface ComingMails {
  readonly regime: Regime;
  /** `chase`: to the office, of who still owes. */
  readonly kind: 'announcement' | 'reminder' | 'chase' | 'interim' | 'final';
  /** ISO 8601 with offset. */
  readonly at: string;
  /** Ids; of reminders all that fall on this hour. */
  readonly periods: readonly string[];
  /** Codes of units, each with its address where that is not the registered one, or ids of recipients; at least one. */
  readonly to: readonly string[];
}

export interface Outlook {
  /** In the order of their hours. */
  readonly mails: readonly ComingMails[];
  /** Ids of the recipients to whom nothing goes by itself. */
  readonly byHand: readonly string[];
}

/** The mails due in (now, until]; `until` is ISO 8601. */
export async function comingMails(
  dependencies: Pick<Dependencies, 'table' | 'store' | 'clock'>,
  until: string,
): Promise<Outlook> {
  const now = dependencies.clock.now();
  const mails: ComingMails[] = [];
  const byHand = new Set<string>();
  for (const { hash } of await readCurrentRegimes(dependencies.table)) {
    const regime = await withGuidance(dependencies, await readRegimeVersion(dependencies.store, hash));
    if (regime.upward === 'by-hand') for (const { id } of aboveOffice(regime)) byHand.add(id);
    const work = allWork(regime, now, until);
    const found = [
      ...(await remindersIn(dependencies, regime, work)),
      ...(await Promise.all(work.map((each) => othersIn(dependencies, regime, each)))).flat(),
    ];
    mails.push(...found.filter(({ to }) => to.length > 0));
  }
  return {
    mails: mails.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    byHand: [...byHand],
  };
}

async function remindersIn(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  work: readonly DueWork[],
): Promise<readonly ComingMails[]> {
  const hours = byHour(work);
  const found = await Promise.all(
    hours.map(async (hour): Promise<ComingMails[]> => {
      const about = { regime, at: hour.at, periods: hour.works.map(({ period }) => period.id) };
      const mails = await remindersDue(dependencies, regime, hour);
      const chase = chaseMails(regime, hour);
      const owed = await chaseOwing(dependencies, regime, chase);
      return [
        { ...about, kind: 'reminder', to: mails.map(addressIn) },
        { ...about, kind: 'chase', to: owed ? chase.map(({ recipient }) => recipient) : [] },
      ];
    }),
  );
  return found.flat();
}

/** Whether the office has anybody to chase then. */
async function chaseOwing(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  [mail]: ReturnType<typeof chaseMails>,
): Promise<boolean> {
  for (const id of mail?.periods ?? []) {
    const period = regime.periods.find((each) => each.id === id);
    if (!mail || !period) continue;
    if ((await unitsStillOwing(dependencies, regime, { period, at: mail.scheduledAt })).length > 0)
      return true;
  }
  return false;
}

async function othersIn(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  work: DueWork,
): Promise<readonly ComingMails[]> {
  if (work.kind === 'opening' || work.kind === 'check' || work.kind === 'reminder') return [];
  const about = { regime, kind: work.kind, at: work.at, periods: [work.period.id] };
  switch (work.kind) {
    case 'announcement':
      return [{ ...about, to: (await announcementsDue(dependencies, regime, work)).map(addressIn) }];
    case 'interim':
      return [{ ...about, to: officeItself(regime).map(({ id }) => id) }];
    case 'final':
      return [
        {
          ...about,
          to: [...officeItself(regime), ...sentOnSchedule(regime, work.period)].map(({ id }) => id),
        },
      ];
  }
}

function addressIn({
  unit,
  contact,
}: {
  readonly unit: string;
  readonly contact?: string | undefined;
}): string {
  return contact === undefined ? unit : `${unit} <${contact}>`;
}
