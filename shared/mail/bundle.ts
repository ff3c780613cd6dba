/** To somebody of the office: all that units declared, and what was read again, within one hour. */
import type { Decision } from '../filing/decision.ts';
import type { Version } from '../filing/version.ts';
import type { Period, Recipient, Regime, Unit } from '../regime/regime.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { decisionFacts, bundle as words } from '../wording/decision-mail.ts';
import { uploadStateWords } from '../wording/statuses.ts';
import type { Block } from './layout/letter.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenDay, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

/** A mail of more would be read by nobody; the page has them all. */
export const toldAtMost = 100;

/** One thing of the hour. */
export type Told = { readonly unit: Unit; readonly period: Period } & (
  | { readonly decision: Extract<Decision, { kind: 'nil' | 'extension-request' }> }
  | { readonly version: Version; readonly reason: string }
);

export interface Bundle {
  readonly regime: Regime;
  readonly recipient: Recipient;
  /** The office's page, minted for this mail. */
  readonly link: string;
  /** When the hour began, ISO 8601. */
  readonly from: string;
  readonly told: readonly Told[];
  /** How many there are in all. */
  readonly count: number;
}

export function bundleMail({ regime, recipient, link, from, told, count }: Bundle): Mail {
  const until = new Date(Date.parse(from) + 3_600_000).toISOString();
  const about = {
    regime: shortRegimeName(regime),
    count: String(count),
    from: writtenInstant(from, regime.timeZone),
    until: writtenInstant(until, regime.timeZone),
  };
  const blocks = (language: Language): Block[] => [
    { kind: 'paragraph', text: fill(words.text[language], about) },
    {
      kind: 'facts',
      rows: told.map((each) => ({
        label: `${oneLine(each.unit.name)}, ${shortPeriodName(each.period)}`,
        value: whatHappened(each, language),
      })),
    },
    ...(count > told.length
      ? [{ kind: 'paragraph', text: fill(words.more[language], { count: count - told.length }) } as const]
      : []),
  ];
  return post({
    to: recipient.email,
    subject: fill(words.subject, about),
    preheader: oneLine(told.map(({ unit }) => unit.name).join(', ')).slice(0, 120),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(recipient.name),
      ...blocks(first),
      { kind: 'button', label: say(decisionFacts.overlook, first), href: link },
    ],
    english: { title: say(words.title, second), blocks: blocks(second) },
    footer: footerOf(regime),
  });
}

function whatHappened(told: Told, language: Language): string {
  if ('version' in told) {
    const { state, receipt } = told.version;
    return say(words.reading, language, {
      state: say(uploadStateWords[state], language),
      receipt,
      reason: oneLine(told.reason),
    });
  }
  const { decision } = told;
  const until = decision.kind === 'extension-request' ? writtenDay(decision.until) : '';
  return say(words[decision.kind], language, { until, reason: oneLine(decision.reason) });
}
