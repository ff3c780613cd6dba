/** What the schedule will send, by the code that sends it. */
import { comingMails, goesToUnits } from '../../shared/office/chase/coming-mails.ts';
import { withGuidance } from '../../shared/office/guidance.ts';
import { Refused } from '../../shared/office/refused.ts';
import { atHour, dayOf, inZone } from '../../shared/regime/calendar.ts';
import { ownReminderDays } from '../../shared/regime/ladder.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { isDay } from '../../shared/vocabulary/codes.ts';
import { type Language, say } from '../../shared/vocabulary/text.ts';
import { comingWords } from '../../shared/wording/page-coming.ts';
import type { Coming, NextReminder } from './contract/coming.ts';
import type { Answer } from './contract/terms.ts';
import { periodOf } from './desk.ts';
import type { Officer, PortalDependencies } from './visitor.ts';

const days = 90;
const named = 20;
const othersNamed = 3;

/** Of the officer's own regime. */
export async function answerComing(
  dependencies: PortalDependencies,
  { regime }: Officer,
  language: Language,
): Promise<Answer<typeof Coming>> {
  const until = new Date(Date.parse(dependencies.clock.now()) + days * 86_400_000).toISOString();
  const { mails, byHand } = await comingMails(dependencies, until, regime.id);
  const unitOf = (code: string) => ({ code, name: unitName(regime, code, language) });
  const titles = new Map(regime.periods.map(({ id, title }) => [id, title[language]]));
  const otherReminders = (code: string, until: string, held: readonly string[]) =>
    mails
      .filter(
        ({ kind, at, periods, to }) =>
          kind === 'reminder' &&
          dayOf(at, regime.timeZone) <= until &&
          !periods.every((id) => held.includes(id)) &&
          to.some((each) => codeIn(each) === code),
      )
      .slice(0, othersNamed)
      .map(({ at, periods }) => ({
        at: inZone(at, regime.timeZone),
        titles: periods.map((id) => titles.get(id) ?? id),
      }));
  return {
    mails: mails.map(({ at, kind, periods, to, kept, held }) => {
      const reminded = kind === 'reminder' ? [...new Set(to.map(codeIn))] : [];
      const nameOf = (each: string) =>
        goesToUnits(kind) ? unitName(regime, each, language) : recipientName(regime, each);
      return {
        at: inZone(at, regime.timeZone),
        kind,
        periods: [...periods],
        titles: periods.map((id) => titles.get(id) ?? id),
        count: to.length,
        to: to.slice(0, named).map(nameOf),
        keptCount: kept.length,
        kept: kept.slice(0, named).map(nameOf),
        units: reminded.slice(0, named).map(unitOf),
        unitCount: reminded.length,
        heldCount: held.length,
        held: held.slice(0, named).map(({ unit, until: day, decision }) => {
          return {
            unit: unitOf(unit),
            until: day,
            decision,
            others: otherReminders(unit, day, periods),
          };
        }),
      };
    }),
    unreminded: regime.units.filter(({ reminded }) => !reminded).map(({ name }) => name),
    byHand: byHand.map((id) => recipientName(regime, id)),
  };
}

/** When a unit that had until the end of that day from now on would be reminded first. Throws Refused. */
export async function answerNextReminder(
  dependencies: PortalDependencies,
  officer: Officer,
  asked: { readonly period: string; readonly until: string },
): Promise<Answer<typeof NextReminder>> {
  if (!isDay(asked.until)) throw new Refused('DATE_INVALID');
  const regime = await withGuidance(dependencies, officer.regime);
  const { timeZone, reminders } = regime;
  const own = { day: asked.until, since: dayOf(dependencies.clock.now(), timeZone) };
  const days = ownReminderDays(regime, periodOf({ regime }, asked.period), own);
  const next = days.find(({ to }) => to.includes('clerk'));
  return { next: next ? atHour(next.day, reminders.at, timeZone) : null };
}

function recipientName({ office }: Regime, id: string): string {
  return office.recipients.find((each) => each.id === id)?.name ?? id;
}

/** The unit's code, of one with an address too. */
function codeIn(to: string): string {
  return to.split(' ')[0] ?? to;
}

/** What people call a unit by its code; with an address that is not the registered one, with whose that is. */
function unitName({ units }: Regime, to: string, language: Language): string {
  const [, code = to, email] = /^(\S+) <(.*)>$/.exec(to) ?? [];
  const unit = units.find((each) => each.code === code);
  const name = unit?.name ?? code;
  if (email === undefined) return name;
  const isHead = unit?.contacts?.some((each) => each.role === 'head' && each.email === email) ?? false;
  return say(isHead ? comingWords.head : comingWords.contact, language, { name, email });
}
