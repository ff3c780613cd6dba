/** The mails that hand over a link: to a unit, and to somebody of the office. */

import type { Recipient, Regime, Unit } from '../regime/regime.ts';
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import { fill, first, type Language, say, second, type Text } from '../vocabulary/text.ts';
import {
  everyMail,
  officeInvitation as officeWords,
  personalLink,
  invitation as words,
} from '../wording/mail.ts';
import { dutyStatusWords } from '../wording/statuses.ts';
import type { Block, Tone } from './layout/letter.ts';
import { shortRegimeName } from './layout/names.ts';
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
import { capitalised, oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

export interface DutyLine {
  readonly title: Text;
  /** Last valid second, ISO 8601 with offset; null without a date. */
  readonly due: string | null;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  readonly status: DutyStatus;
}

export interface Invitation extends PersonalLink {
  readonly regime: Regime;
  readonly unit: Unit;
  readonly duties: readonly DutyLine[];
  /** When the link ends, ISO 8601. */
  readonly expiresAt: string;
}

const statusTones: Readonly<Record<DutyStatus, Tone>> = {
  'awaiting-guidance': 'quiet',
  'not-due': 'quiet',
  missing: 'open',
  overdue: 'bad',
  'on-time': 'good',
  late: 'late',
  nil: 'good',
  extended: 'open',
  returned: 'bad',
  excluded: 'quiet',
};

const open: readonly DutyStatus[] = ['missing', 'overdue', 'extended', 'returned'];

/** What the unit owes, how it is sent in three steps, and the link to do it by. */
export function invitationMail(given: Invitation): Mail {
  const { regime, unit, duties, expiresAt } = given;
  const name = shortRegimeName(regime);
  const owed = duties.filter(({ status }) => open.includes(status));
  const [next] = owed
    .filter(({ due }) => due !== null)
    .sort((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? ''));
  const nearest = next?.due ?? undefined;
  const about = { regime: name, unit: unit.name, office: regime.office.name };
  return post({
    to: unit.email,
    subject:
      nearest === undefined
        ? fill(words.subjectNoDate, about)
        : fill(words.subject, {
            ...about,
            open: owed.length,
            due: dayOfInstant(nearest, regime.timeZone),
          }),
    preheader: words.preheader,
    letterhead: letterheadOf(regime),
    title: say(words.title, first, about),
    blocks: [
      greeting(unit.name),
      {
        kind: 'paragraph',
        text: say(words.lead, first, { unit: unit.name, regime: oneLine(say(regime.title, first)) }),
      },
      ...personalLinkBlocks(words.button, given),
      { kind: 'heading', text: words.duties },
      dutyTable(given),
      { kind: 'heading', text: words.how },
      { kind: 'steps', items: [words.step1, words.step2, words.step3] },
      { kind: 'paragraph', text: say(words.nil, first) },
      {
        kind: 'banner',
        tone: 'late',
        title: '',
        text: `${say(personalLink.private, first, about)} ${say(everyMail.secrecy, first)}\n${expiry(expiresAt, regime, first)}`,
      },
    ],
    english: {
      title: say(words.title, second),
      blocks: [
        { kind: 'paragraph', text: say(words.lead, second, { regime: say(regime.title, second) }) },
        {
          kind: 'paragraph',
          text: `${
            next?.due
              ? `${fill(words.next, {
                  open: owed.length,
                  period: oneLine(say(next.title, second)),
                  due: writtenInstant(next.due, regime.timeZone),
                })} `
              : ''
          }${say(words.nil, second)}`,
        },
        {
          kind: 'paragraph',
          text: `${enterCodeInEnglish(given)} ${say(personalLink.private, second, about)} ${expiry(expiresAt, regime, second)}`,
        },
      ],
    },
    footer: footerOf(regime),
  });
}

function dutyTable({ duties, regime }: Invitation): Block {
  return {
    kind: 'table',
    columns: [
      { title: say(everyMail.report, first), align: 'left', width: 52 },
      { title: say(everyMail.due, first), align: 'left', width: 23 },
      { title: say(everyMail.status, first), align: 'left', width: 25 },
    ],
    rows: duties.map(({ title, due, rule, status }) => [
      {
        text: oneLine(say(title, first)),
        strong: true,
        // Without a date the status says what is awaited.
        notes: due === null ? [] : rulesBeyondDate(rule, due, regime, first),
      },
      { text: due === null ? say(everyMail.noDate, first) : writtenInstant(due, regime.timeZone) },
      { text: capitalised(say(dutyStatusWords[status], first)), tone: statusTones[status] },
    ]),
  };
}

export interface OfficeInvitation extends PersonalLink {
  readonly regime: Regime;
  readonly recipient: Recipient;
  /** When the link ends, ISO 8601. */
  readonly expiresAt: string;
}

/** The link by which somebody of the office follows the reports. */
export function officeInvitationMail(given: OfficeInvitation): Mail {
  const { regime, recipient, expiresAt } = given;
  const about = { recipient: recipient.name, office: regime.office.name };
  const private_ = (language: Language) =>
    `${say(officeWords.private, language, about)} ${expiry(expiresAt, regime, language)}`;
  return post({
    to: recipient.email,
    subject: fill(officeWords.subject, { regime: shortRegimeName(regime) }),
    preheader: say(officeWords.preheader, first),
    letterhead: letterheadOf(regime),
    title: say(officeWords.title, first),
    blocks: [
      greeting(recipient.name),
      {
        kind: 'paragraph',
        text: say(officeWords.lead, first, { ...about, regime: oneLine(say(regime.title, first)) }),
      },
      ...personalLinkBlocks(say(officeWords.button, first), given),
      { kind: 'banner', tone: 'late', title: '', text: private_(first) },
    ],
    english: {
      title: say(officeWords.title, second),
      blocks: [
        { kind: 'paragraph', text: say(officeWords.lead, second, { regime: say(regime.title, second) }) },
        { kind: 'paragraph', text: `${enterCodeInEnglish(given)} ${private_(second)}` },
      ],
    },
    footer: footerOf(regime),
  });
}
