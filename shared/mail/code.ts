/** The code with which somebody of the office may decide on one device. */
import type { Recipient, Regime } from '../regime/regime.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { codeMail as words } from '../wording/code-mail.ts';
import { shortRegimeName } from './layout/names.ts';
import { writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import type { Mail } from './mail.ts';

export interface CodeLetter {
  readonly regime: Regime;
  readonly recipient: Recipient;
  /** Six digits. */
  readonly code: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly minutes: number;
  readonly hours: number;
}

/** To the recipient's own address. The subject and the preview say nothing of the code: they show on locked screens. */
export function codeMail({ regime, recipient, code, expiresAt, minutes, hours }: CodeLetter): Mail {
  const blanks = { minutes: String(minutes), hours: String(hours) };
  const told = (text: { vi: string; en: string }, language: Language) => fill(say(text, language), blanks);
  return post({
    to: recipient.email,
    subject: fill(words.subject, { regime: shortRegimeName(regime) }),
    preheader: told(words.preheader, first),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(recipient.name),
      { kind: 'paragraph', text: say(words.lead, first) },
      {
        kind: 'facts',
        rows: [
          { label: say(words.code, first), value: `${code.slice(0, 3)} ${code.slice(3)}`, mono: true },
          {
            label: say(words.until, first),
            value: writtenInstant(expiresAt, regime.timeZone),
            mono: false,
          },
        ],
      },
      { kind: 'paragraph', text: told(words.once, first) },
      { kind: 'banner', tone: 'late', title: '', text: say(words.notYou, first) },
    ],
    english: {
      title: say(words.title, second),
      blocks: [
        { kind: 'paragraph', text: `${say(words.lead, second)} ${code}. ${told(words.once, second)}` },
        { kind: 'paragraph', text: say(words.notYou, second) },
      ],
    },
    footer: footerOf(regime),
  });
}
