/** To the office in place of a summary: the period has more reports than one holds. */
import type { Period, Recipient, Regime } from '../regime/regime.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { tooLarge as words } from '../wording/summary-mail.ts';
import type { Block } from './layout/letter.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenInstant, writtenNumber } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { cut, oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

export interface TooLarge {
  readonly regime: Regime;
  readonly period: Period;
  readonly recipient: Recipient;
  readonly reports: number;
  /** As many a summary holds. */
  readonly most: number;
  /** Units of which a report or a nil counts, and units that were asked. */
  readonly filed: number;
  readonly expected: number;
  /** ISO 8601. */
  readonly at: string;
  readonly portalLink: string;
  /** Who is above the office and gets none of it by this run. */
  readonly without: readonly Recipient[];
}

export function tooLargeMail(given: TooLarge): Mail {
  const { regime, period, recipient, filed, expected, portalLink } = given;
  const names = { regime: shortRegimeName(regime), period: shortPeriodName(period) };
  const counts = { filed: writtenNumber(filed), expected: writtenNumber(expected) };
  const title = (language: Language) =>
    say(words.title, language, { period: oneLine(say(period.title, language)) });
  return post({
    to: recipient.email,
    subject: fill(words.subject, { ...names, ...counts }),
    preheader: say(words.banner, first),
    letterhead: letterheadOf(regime),
    title: title(first),
    blocks: [
      greeting(recipient.name),
      ...told(given, first),
      { kind: 'button', label: say(words.button, first), href: portalLink },
    ],
    english: { title: title(second), blocks: told(given, second) },
    footer: footerOf(regime),
  });
}

function told(given: TooLarge, language: Language): Block[] {
  const { regime, period, reports, most, filed, expected, at, without } = given;
  const whom = cut(without.map(({ name }) => oneLine(name)).join(', '), namesLimit);
  const about = {
    reports: writtenNumber(reports),
    most: writtenNumber(most),
    filed: writtenNumber(filed),
    expected: writtenNumber(expected),
    at: writtenInstant(at, regime.timeZone),
    id: period.id,
  };
  return [
    {
      kind: 'banner',
      tone: 'late',
      title: say(words.banner, language),
      text: say(words.why, language, about),
    },
    { kind: 'paragraph', text: say(words.todo, language, about) },
    ...(without.length > 0
      ? [{ kind: 'paragraph', text: say(words.without, language, { whom }) } as const]
      : []),
  ];
}

const namesLimit = 400;
