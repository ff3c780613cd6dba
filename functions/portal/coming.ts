/** What the schedule will send, by the code that sends it. */
import { comingMails } from '../../shared/office/chase/coming-mails.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import type { Coming } from './contract/coming.ts';
import type { Answer } from './contract/terms.ts';
import type { Officer, PortalDependencies } from './visitor.ts';

const days = 90;
const named = 20;

/** Of the officer's own regime. */
export async function answerComing(
  dependencies: PortalDependencies,
  { regime }: Officer,
): Promise<Answer<typeof Coming>> {
  const until = new Date(Date.parse(dependencies.clock.now()) + days * 86_400_000).toISOString();
  const { mails, byHand } = await comingMails(dependencies, until, regime.id);
  const names = new Map(regime.office.recipients.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    mails: mails.map(({ at, kind, periods, to }) => ({
      at: inZone(at, regime.timeZone),
      kind,
      periods: [...periods],
      count: to.length,
      to: to.slice(0, named).map(nameOf),
    })),
    byHand: byHand.filter((id) => names.has(id)).map(nameOf),
  };
}
