/** To the office: a draft of a report was taken back before it was signed. */
import { recipientBy } from '../regime/recipients.ts';
import type { Period, Recipient, Regime } from '../regime/regime.ts';
import { fill, first, say, second } from '../vocabulary/text.ts';
import { draftMail as words } from '../wording/draft-mail.ts';
import { shortRegimeName } from './layout/names.ts';
import { writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

export interface DraftTakenBack {
  readonly regime: Regime;
  readonly recipient: Recipient;
  readonly period: Period;
  readonly edition: number;
  readonly by: { readonly actor: string; readonly reason: string; readonly at: string };
}

export function draftTakenBackMail({ regime, recipient, period, edition, by }: DraftTakenBack): Mail {
  const who = recipientBy(regime, by.actor)?.name ?? by.actor;
  const blanks = { edition, title: oneLine(say(period.title, first)) };
  const inEnglish = { edition, title: oneLine(say(period.title, second)) };
  const facts = [
    { label: say(words.by, first), value: who, mono: false },
    { label: say(words.at, first), value: writtenInstant(by.at, regime.timeZone), mono: false },
    { label: say(words.reason, first), value: oneLine(by.reason), mono: false },
  ];
  return post({
    to: recipient.email,
    subject: fill(words.subject, { ...blanks, regime: shortRegimeName(regime) }),
    preheader: say(words.text, first, blanks),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(recipient.name),
      { kind: 'paragraph', text: say(words.text, first, blanks) },
      { kind: 'facts', rows: facts },
      { kind: 'paragraph', text: say(words.next, first), quiet: true },
    ],
    english: {
      title: say(words.title, second),
      blocks: [
        { kind: 'paragraph', text: say(words.text, second, inEnglish) },
        { kind: 'paragraph', text: say(words.next, second) },
      ],
    },
    footer: footerOf(regime),
  });
}
