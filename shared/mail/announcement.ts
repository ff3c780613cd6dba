/** The mail that opens a period: to everybody who owes its report, with the link and the form. */
import type { Period, Regime, Unit } from '../regime/regime.ts';
import { fill, first, type Language, say, second, type Text } from '../vocabulary/text.ts';
import { announcementWords as words } from '../wording/chase-mail.ts';
import { everyMail, personalLink, reminder as reminderWords } from '../wording/mail.ts';
import type { Block } from './layout/letter.ts';
import { periodInSentence, shortRegimeName } from './layout/names.ts';
import { dayOfInstant, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import {
  enterCodeInEnglish,
  expiry,
  footerOf,
  greeting,
  letterheadOf,
  type PersonalLink,
  personalLinkBlocks,
  rulesBeyondDate,
} from './layout/stationery.ts';
import type { Attachment, Mail } from './mail.ts';

export interface Announcement extends PersonalLink {
  readonly regime: Regime;
  readonly unit: Unit;
  readonly period: Period;
  /** Last valid second, ISO 8601 with offset. */
  readonly due: string;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  /** When the link ends, ISO 8601. */
  readonly expiresAt: string;
  /** Filled in with the unit, the period and last period's figures; null where there is none. */
  readonly form: Attachment | null;
}

export function announcementMail(given: Announcement): Mail {
  const { regime, unit, period, due, expiresAt, form } = given;
  const about = { unit: unit.name, office: regime.office.name };
  return post(
    {
      to: unit.email,
      subject: fill(words.subject, {
        regime: shortRegimeName(regime),
        period: periodInSentence(period, first),
        due: dayOfInstant(due, regime.timeZone),
      }),
      preheader: say(words.preheader, first, about),
      letterhead: letterheadOf(regime),
      title: say(words.title, first),
      blocks: [
        greeting(unit.name),
        ...said(given, first),
        ...personalLinkBlocks(say(words.button, first), given),
        { kind: 'paragraph', text: say(reminderWords.otherWays, first) },
        {
          kind: 'paragraph',
          text: `${say(personalLink.private, first, about)} ${say(everyMail.secrecy, first)} ${expiry(expiresAt, regime, first)}`,
          quiet: true,
        },
      ],
      english: {
        title: say(words.title, second),
        blocks: [
          ...said(given, second),
          { kind: 'paragraph', text: `${enterCodeInEnglish(given)} ${expiry(expiresAt, regime, second)}` },
        ],
      },
      footer: footerOf(regime),
    },
    form === null ? [] : [form],
  );
}

function said({ regime, unit, period, due, rule, form }: Announcement, language: Language): Block[] {
  const lead = say(words.lead, language, {
    unit: unit.name,
    period: periodInSentence(period, language),
    due: writtenInstant(due, regime.timeZone),
  });
  return [
    { kind: 'paragraph', text: lead },
    ...rulesBeyondDate(rule, due, regime, language).map(
      (text) => ({ kind: 'paragraph', text, quiet: true }) as const,
    ),
    ...(form === null
      ? []
      : [{ kind: 'paragraph', text: say(words.form, language, { file: form.fileName }) } as const]),
  ];
}
