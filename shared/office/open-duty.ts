/** Whether something may be filed or declared now: asked before a file is announced and before a declaration. */

import { deadlineOf } from '../filing/deadline.ts';
import { isAfter } from '../filing/duty.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readFilings } from '../records/filings.ts';
import type { Link } from '../records/rows.ts';
import { dayOf } from '../regime/calendar.ts';
import { isAskedOf } from '../regime/duties.ts';
import { languageOf } from '../regime/language.ts';
import { officeOf } from '../regime/recipients.ts';
import type { Period, Regime, Unit } from '../regime/regime.ts';
import { say } from '../vocabulary/text.ts';
import { lastMoment, shortDay } from '../wording/vietnamese.ts';
import { Refused } from './refused.ts';

/** A unit, under a version of the regime by which it owes its reports. */
export interface Sender {
  readonly unit: Unit;
  readonly regime: Regime;
  readonly regimeHash: string;
  /** The one duty that its link is good for, and what may be done about it; null or absent for everything. */
  readonly scope?: Link['scope'];
  /** Of the link by which it came; kept with what it sends and declares. */
  readonly linkHash?: string;
}

/** The sender's duty of this period. Throws Refused. */
export function dutyOf({ regime, unit, scope }: Sender, period: string): Period {
  if (scope && scope.period !== period) throw new Refused('LINK_OF_OTHER_DUTY', { period });
  const found = regime.periods.find((candidate) => candidate.id === period);
  if (!found || !isAskedOf(found, unit)) throw new Refused('PERIOD_UNKNOWN', { period });
  return found;
}

/**
 * The duty, provided something may be filed for it now. Throws Refused.
 * @param evenLocked for what may be said of a locked period too: asking for it to be unlocked
 */
export async function openDuty(
  { table, clock }: Pick<Dependencies, 'table' | 'clock'>,
  sender: Sender,
  id: string,
  { evenLocked = false } = {},
): Promise<Period> {
  const period = dutyOf(sender, id);
  if (sender.scope?.may === 'look') throw new Refused('LINK_LOOKS_ONLY', { office: officeOf(sender.regime) });
  const { regime, unit } = sender;
  const now = clock.now();
  const today = dayOf(now, regime.timeZone);
  const title = say(period.title, languageOf(regime));
  if (period.opens !== undefined && today < period.opens) {
    throw new Refused('PERIOD_NOT_OPEN', { title, opens: shortDay(period.opens) });
  }
  const pastLock = period.lock !== undefined && today > period.lock;
  if (!pastLock && period.deadline.rule !== 'on-guidance') return period;
  const { decisions } = await readFilings(table, id, unit.code);
  const { lock, guidance } = deadlineOf({ regime, period, unit: unit.code, decisions });
  if (lock !== null && isAfter(now, lock) && !evenLocked) {
    throw new Refused('PERIOD_LOCKED', {
      title,
      lock: lastMoment(lock, regime.timeZone),
      office: officeOf(regime),
    });
  }
  if (period.deadline.rule === 'on-guidance' && guidance === null) {
    throw new Refused('GUIDANCE_AWAITED', { title });
  }
  return period;
}
