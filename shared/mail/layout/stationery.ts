/** What all letters share: the letterhead, the footer, the way in by link and code. */
import type { Regime } from '../../regime/regime.ts';
import type { Language, Text } from '../../vocabulary/text.ts';
import { deadlineWords } from '../../wording/deadlines.ts';
import { everyMail, wayIn } from '../../wording/mail.ts';
import type { Block, Letter } from './letter.ts';
import { dayOfInstant, writtenInstant } from './notation.ts';
import { fill } from './visible-text.ts';

/** A page's address with the token behind `#`, and the same token to be typed; minted for this very mail. */
export interface WayIn {
  readonly link: string;
  readonly code: string;
}

export function letterheadOf({ authority, title }: Regime): Letter['letterhead'] {
  return { authority: `${authority.parent} · ${authority.name}`, regime: title.vi };
}

export function footerOf({ office }: Regime): string[] {
  const line = (language: Language) =>
    fill(everyMail.automatic[language], {
      office: office.name,
      address: office.replyTo,
      phone: office.phone === undefined ? '' : fill(everyMail.phone[language], { phone: office.phone }),
    });
  return [line('vi'), `${everyMail.secrecy.vi}`, `${line('en')} ${everyMail.secrecy.en}`];
}

export function greeting(whom: string): Block {
  return { kind: 'paragraph', text: fill(everyMail.greeting.vi, { whom }) };
}

/** The button, and the code for those whose mail gateway spoils the link. */
export function wayInBlocks(label: string, { link, code }: WayIn): Block[] {
  const page = link.replace(/(#|%23).*$/s, '');
  return [
    { kind: 'button', label, href: link },
    { kind: 'code', label: fill(wayIn.codeLabel.vi, { page }), groups: codeGroups(code) },
  ];
}

export function enterCodeInEnglish({ link }: WayIn): string {
  return fill(wayIn.codeLabel.en, { page: link.replace(/(#|%23).*$/s, '') });
}

export function expiry(expiresAt: string, regime: Regime, language: Language): string {
  return fill(wayIn.expires[language], { until: writtenInstant(expiresAt, regime.timeZone) });
}

/** The sentence that explains a deadline, where it says more than its date: "before", guidance, more time. */
export function rulesBeyondDate(rule: Text, due: string, { timeZone }: Regime, language: Language): string[] {
  const plain = deadlineWords.by(dayOfInstant(due, timeZone));
  return rule.vi === plain.vi ? [] : [rule[language]];
}

/** Groups of four: what an eye can carry from a screen to a keyboard. */
function codeGroups(code: string): string[] {
  return code.replace(/[\s-]+/g, '').match(/.{1,4}/gsu) ?? [];
}
