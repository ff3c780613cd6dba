/** What the schedule will send, as things stand now, by the rules it sends by: nothing is queued by asking. */
import type { Dependencies } from '../ports/dependencies.ts';
import { readCurrentRegimes, readRegimeVersion } from '../records/regimes.ts';
import { allWork, type DueWork } from '../regime/duties.ts';
import { aboveOffice, officeItself, sentOnSchedule } from '../regime/recipients.ts';
import type { Regime } from '../regime/regime.ts';
import { withGuidance } from './guidance.ts';
import { unitsToRemind } from './remind.ts';

/** The mails of one kind and hour. */
export interface ComingMails {
  readonly regime: Regime;
  readonly work: Extract<DueWork, { kind: 'reminder' | 'interim' | 'final' }>;
  /** Codes of units, or ids of recipients; at least one. */
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
    for (const work of allWork(regime, now, until)) {
      if (work.kind === 'opening' || work.kind === 'check') continue;
      const to = await addresseesOf(dependencies, regime, work);
      if (to.length > 0) mails.push({ regime, work, to });
    }
  }
  return {
    mails: mails.sort((a, b) => Date.parse(a.work.at) - Date.parse(b.work.at)),
    byHand: [...byHand],
  };
}

async function addresseesOf(
  dependencies: Pick<Dependencies, 'table'>,
  regime: Regime,
  work: ComingMails['work'],
): Promise<readonly string[]> {
  switch (work.kind) {
    case 'interim':
      return officeItself(regime).map(({ id }) => id);
    case 'final':
      return [...officeItself(regime), ...sentOnSchedule(regime)].map(({ id }) => id);
    case 'reminder':
      return unitsToRemind(dependencies, regime, work);
  }
}
