/** What all letters share: the letterhead, the footer, the way in by link and code. */
import type { Regime } from '../../regime/regime.ts';
import { first, type Language, say, second, type Text } from '../../vocabulary/text.ts';
import { deadlineWords } from '../../wording/deadlines.ts';
import { everyMail, personalLink } from '../../wording/mail.ts';
import type { Block, Letter } from './letter.ts';
import { dayOfInstant, writtenInstant } from './notation.ts';

/** A page's address with the token behind `#`, and the same token to be typed; minted for this very mail. */
export interface PersonalLink {
  readonly link: string;
  readonly code: string;
}

/** The authority above the office, and the regime's title. */
export function letterheadOf({ authority, title }: Regime): Letter['letterhead'] {
  return { authority: `${authority.parent} · ${authority.name}`, regime: say(title, first) };
}

/** Who sends automatically and how to ask back, and that nothing secret is sent this way, in both languages. */
export function footerOf({ office }: Regime): string[] {
  const line = (language: Language) =>
    say(everyMail.automatic, language, {
      office: office.name,
      address: office.replyTo,
      phone: office.phone === undefined ? '' : say(everyMail.phone, language, { phone: office.phone }),
    });
  return [
    line(first),
    `${say(everyMail.secrecy, first)}`,
    `${line(second)} ${say(everyMail.secrecy, second)}`,
  ];
}

/** "Kính gửi: …" */
export function greeting(whom: string): Block {
  return { kind: 'paragraph', text: say(everyMail.greeting, first, { whom }) };
}

/** The button, and the code for those whose mail gateway spoils the link. */
export function personalLinkBlocks(label: string, { link, code }: PersonalLink): Block[] {
  const page = link.replace(/(#|%23).*$/s, '');
  return [
    { kind: 'button', label, href: link },
    { kind: 'code', label: say(personalLink.codeLabel, first, { page }), groups: codeGroups(code) },
  ];
}

/** Says in English which page the code is typed into. */
export function enterCodeInEnglish({ link }: PersonalLink): string {
  return say(personalLink.codeLabel, second, { page: link.replace(/(#|%23).*$/s, '') });
}

/** Says until when the link works; `expiresAt` is ISO 8601. */
export function expiry(expiresAt: string, regime: Regime, language: Language): string {
  return say(personalLink.expires, language, { until: writtenInstant(expiresAt, regime.timeZone) });
}

/** The sentence that explains a deadline, where it says more than its date: "before", guidance, more time. */
export function rulesBeyondDate(rule: Text, due: string, { timeZone }: Regime, language: Language): string[] {
  const plain = deadlineWords.by(dayOfInstant(due, timeZone));
  return say(rule, first) === say(plain, first) ? [] : [rule[language]];
}

/** Groups of four: what an eye can carry from a screen to a keyboard. */
function codeGroups(code: string): string[] {
  return code.replace(/[\s-]+/g, '').match(/.{1,4}/gsu) ?? [];
}
