/** What the schedule will send, by the code that sends it. */
import { comingMails } from '../../shared/office/chase/coming-mails.ts';
import { inZone } from '../../shared/regime/calendar.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import { comingWords } from '../../shared/wording/page-coming.ts';
import type { Coming } from './contract/coming.ts';
import type { Answer } from './contract/terms.ts';
import type { Officer, PortalDependencies } from './visitor.ts';

const days = 90;
const named = 20;

/** Of the officer's own regime. */
export async function answerComing(
  dependencies: PortalDependencies,
  { regime }: Officer,
  language: Language,
): Promise<Answer<typeof Coming>> {
  const until = new Date(Date.parse(dependencies.clock.now()) + days * 86_400_000).toISOString();
  const { mails, byHand } = await comingMails(dependencies, until, regime.id);
  const nameOf = namesIn(regime, language);
  const titles = new Map(regime.periods.map(({ id, title }) => [id, title[language]]));
  return {
    mails: mails.map(({ at, kind, periods, to, kept }) => ({
      at: inZone(at, regime.timeZone),
      kind,
      periods: [...periods],
      titles: periods.map((id) => titles.get(id) ?? id),
      count: to.length,
      to: to.slice(0, named).map(nameOf),
      kept: kept.slice(0, named).map(nameOf),
    })),
    unreminded: regime.units.filter(({ reminded }) => !reminded).map(({ name }) => name),
    byHand: byHand.map(nameOf),
  };
}

/** What people call the codes, and the codes with an address, to which mails go. */
function namesIn({ units, office }: Regime, language: Language): (to: string) => string {
  const names = new Map(
    [...units, ...office.recipients].map((each) => ['code' in each ? each.code : each.id, each.name]),
  );
  const heads = new Set(
    units.flatMap(({ contacts = [] }) =>
      contacts.flatMap((each) => (each.role === 'head' ? [each.email] : [])),
    ),
  );
  return (to) => {
    const [, code = to, email] = /^(\S+) <(.*)>$/.exec(to) ?? [];
    const name = names.get(code) ?? code;
    if (email === undefined) return name;
    return say(heads.has(email) ? comingWords.head : comingWords.contact, language, { name, email });
  };
}
