import type { Recipient, Regime } from '../../../shared/regime/regime.ts';
import { find } from './letter.ts';

/** What a report says is frozen, where it goes is not: the address is today's. */
export function recipientOf(id: string, today: Regime, then: Regime): Recipient {
  return find([...today.office.recipients, ...then.office.recipients], (each) => each.id === id, id);
}
