/** To the office: nothing arrives at an address any more. */
import type { Recipient, Regime } from '../regime/regime.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { bounceWords as words } from '../wording/chase-mail.ts';
import type { Block } from './layout/letter.ts';
import { shortRegimeName } from './layout/names.ts';
import { writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import type { Mail } from './mail.ts';

export interface BouncedAddress {
  readonly regime: Regime;
  readonly recipient: Recipient;
  /** The names of whose address it is; at least one. */
  readonly whose: readonly string[];
  readonly address: string;
  readonly kind: 'hard' | 'soft' | 'complaint';
  /** ISO 8601. */
  readonly since: string;
  /** What the other side said; null where it said nothing. */
  readonly said: string | null;
  readonly portalLink: string;
}

export function bounceMail(given: BouncedAddress): Mail {
  const { regime, recipient, whose, portalLink } = given;
  return post({
    to: recipient.email,
    subject: fill(words.subject, { regime: shortRegimeName(regime), whose: whose.join(', ') }),
    preheader: say(words.preheader, first),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(recipient.name),
      ...told(given, first),
      { kind: 'button', label: say(words.button, first), href: portalLink },
    ],
    english: { title: say(words.title, second), blocks: told(given, second) },
    footer: footerOf(regime),
  });
}

function told(given: BouncedAddress, language: Language): Block[] {
  const { regime, whose, address, kind, since, said } = given;
  const about = { whose: whose.join(', '), address, since: writtenInstant(since, regime.timeZone) };
  return [
    {
      kind: 'banner',
      tone: 'bad',
      title: say(words.title, language),
      text: say(words[kind], language, about),
    },
    ...(said === null
      ? []
      : [{ kind: 'paragraph', text: say(words.said, language, { said }), quiet: true } as const]),
    { kind: 'paragraph', text: say(words.todo, language, about) },
  ];
}
