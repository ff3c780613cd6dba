/** The reminder: before the deadline, on its day, and after it. */

import type { TimeLeft } from '../regime/calendar.ts';
import type { Period, Regime, Unit } from '../regime/regime.ts';
import type { VerdictState } from '../vocabulary/states.ts';
import { fill, first, type Language, say, second, type Text } from '../vocabulary/text.ts';
import { everyMail, personalLink, reminderLeft, reminder as words } from '../wording/mail.ts';
import { uploadStateWords } from '../wording/statuses.ts';
import type { Block } from './layout/letter.ts';
import { periodInSentence, shortRegimeName } from './layout/names.ts';
import { dayOfInstant, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import {
  enterCodeInEnglish,
  footerOf,
  greeting,
  letterheadOf,
  type PersonalLink,
  personalLinkBlocks,
  rulesBeyondDate,
} from './layout/stationery.ts';
import { shortFileName } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

/** A report that the unit owes, with the link to send it by. */
export interface RemindedDuty extends PersonalLink {
  readonly period: Period;
  /** Last valid second, ISO 8601 with offset. */
  readonly due: string;
  /** The sentence that explains the deadline. */
  readonly rule: Text;
  readonly left: TimeLeft;
  /** The newest file when it does not count: else the unit believes it has reported. */
  readonly attempt?: {
    readonly fileName: string;
    readonly state: VerdictState;
    /** ISO 8601. */
    readonly receivedAt: string;
  };
}

export interface Reminder {
  readonly regime: Regime;
  readonly unit: Unit;
  /** The most pressing first. */
  readonly duties: readonly [RemindedDuty, ...RemindedDuty[]];
  /** What this step of the chase says besides. */
  readonly words?: Text;
}

/** To a unit that still owes: so many working days before the deadline, on it, or after it; of all its reports one mail. */
export function reminderMail(reminder: Reminder): Mail {
  const { regime, unit, duties } = reminder;
  const [{ period, due, left }] = duties;
  const subject = duties.length > 1 ? words.subjectSeveral : howLong(left).subject;
  const title = left.when === 'after' ? words.titleAfter : words.title;
  const said = (language: Language): Block[] =>
    reminder.words ? [{ kind: 'paragraph', text: say(reminder.words, language) }] : [];
  return post({
    to: unit.email,
    subject: fill(subject, {
      regime: shortRegimeName(regime),
      period: periodInSentence(period, first),
      days: left.workingDays,
      due: dayOfInstant(due, regime.timeZone),
      count: duties.length,
    }),
    preheader: say(words.preheader, first, { unit: unit.name }),
    letterhead: letterheadOf(regime),
    title: say(title, first),
    blocks: [
      greeting(unit.name),
      ...said(first),
      ...duties.flatMap((duty): Block[] => [
        ...appeal(reminder, duty, first),
        ...personalLinkBlocks(
          duties.length > 1
            ? say(words.buttonOf, first, { period: periodInSentence(duty.period, first) })
            : say(words.button, first),
          duty,
        ),
      ]),
      { kind: 'paragraph', text: say(words.otherWays, first) },
      {
        kind: 'paragraph',
        text: `${say(personalLink.private, first, { unit: unit.name, office: regime.office.name })} ${say(everyMail.secrecy, first)}`,
        quiet: true,
      },
    ],
    english: {
      title: say(title, second),
      blocks: [
        ...said(second),
        ...duties.flatMap((duty) => appeal(reminder, duty, second)),
        {
          kind: 'paragraph',
          text: `${say(words.otherWays, second)} ${[...new Set(duties.map(enterCodeInEnglish))].join(' ')}`,
        },
      ],
    },
    footer: footerOf(regime),
  });
}

function appeal({ regime, unit }: Reminder, duty: RemindedDuty, language: Language): Block[] {
  const { period, due, rule, left, attempt } = duty;
  const about = {
    period: periodInSentence(period, language),
    unit: unit.name,
    due: writtenInstant(due, regime.timeZone),
    days: left.workingDays,
  };
  const isOver = left.when === 'after';
  const title = say(howLong(left).title, language, about);
  const text = fill((isOver ? words.afterText : words.beforeText)[language], about);
  const tone = isOver ? 'bad' : left.workingDays <= 1 ? 'late' : 'open';
  return [
    language === 'vi'
      ? { kind: 'banner', tone, title, text }
      : { kind: 'paragraph', text: `${title}. ${text}` },
    ...(attempt
      ? [
          {
            kind: 'paragraph',
            text: say(words.attempt, language, {
              file: shortFileName(attempt.fileName),
              at: writtenInstant(attempt.receivedAt, regime.timeZone),
              state: uploadStateWords[attempt.state][language],
            }),
          } as const,
        ]
      : []),
    ...rulesBeyondDate(rule, due, regime, language).map(
      (sentence) => ({ kind: 'paragraph', text: sentence, quiet: true }) as const,
    ),
  ];
}

function howLong({ when, workingDays }: TimeLeft) {
  if (when === 'on-the-day') return reminderLeft.today;
  if (when === 'before') return workingDays === 0 ? reminderLeft.lastWorkingDay : reminderLeft.before;
  return workingDays === 0 ? reminderLeft.justAfter : reminderLeft.after;
}
