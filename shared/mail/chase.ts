/** The mail to the office of who still owes, with the drafted letter that it may sign. */
import type { Period, Recipient, Regime, Unit } from '../regime/regime.ts';
import type { UpwardBy } from '../regime/upward.ts';
import type { DutyStatus } from '../vocabulary/duty-states.ts';
import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { chaseWords as words } from '../wording/chase-mail.ts';
import { dutyStatusWords } from '../wording/statuses.ts';
import { upwardUntil } from '../wording/upward.ts';
import type { Block } from './layout/letter.ts';
import { periodInSentence, shortRegimeName } from './layout/names.ts';
import { writtenDay, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { capitalised, oneLine } from './layout/visible-text.ts';
import type { Attachment, Mail } from './mail.ts';

/** A period, and who still owes it. */
export interface OwedPeriod {
  readonly period: Period;
  readonly owing: readonly {
    readonly unit: Pick<Unit, 'name' | 'phone'>;
    readonly status: DutyStatus;
    /** Last valid second, ISO 8601 with offset; null without a date. */
    readonly due: string | null;
  }[];
  /** How many more owe it than are listed. */
  readonly more: number;
  /** By when the report goes upward; null where no day is named, or it was issued. */
  readonly upwardBy: UpwardBy | null;
}

export interface Chase {
  readonly regime: Regime;
  readonly recipient: Recipient;
  /** At least one, of which somebody owes each. */
  readonly periods: readonly OwedPeriod[];
  /** ISO 8601. */
  readonly asOf: string;
  readonly portalLink: string;
  /** A drafted letter for each period; none where they are too large for a mail. */
  readonly drafts: readonly Attachment[];
}

export function chaseMail(chase: Chase): Mail {
  const { regime, recipient, periods, drafts, portalLink, asOf } = chase;
  const at = writtenInstant(asOf, regime.timeZone);
  return post(
    {
      to: recipient.email,
      subject: fill(words.subject, {
        regime: shortRegimeName(regime),
        count: periods.reduce((sum, { owing, more }) => sum + owing.length + more, 0),
        period: periods.map(({ period }) => periodInSentence(period, first)).join(', '),
      }),
      preheader: say(words.preheader, first, { at }),
      letterhead: letterheadOf(regime),
      title: say(words.title, first),
      blocks: [
        greeting(recipient.name),
        ...periods.flatMap((owed) => [
          lead(owed, at, first),
          ...upward(owed, first),
          listOf(owed, regime),
          ...rest(owed),
        ]),
        ...drafted(drafts, first),
        { kind: 'button', label: say(words.button, first), href: portalLink },
      ],
      english: {
        title: say(words.title, second),
        blocks: [
          ...periods.flatMap((owed) => [lead(owed, at, second), ...upward(owed, second)]),
          ...drafted(drafts, second),
        ],
      },
      footer: footerOf(regime),
    },
    drafts,
  );
}

function lead({ period, owing, more }: OwedPeriod, at: string, language: Language): Block {
  const count = owing.length + more;
  return {
    kind: 'paragraph',
    text: say(words.lead, language, { at, count, period: periodInSentence(period, language) }),
  };
}

function upward({ upwardBy: by }: OwedPeriod, language: Language): Block[] {
  if (by === null) return [];
  const whom = by.to.map(({ name }) => oneLine(name)).join(', ');
  return [{ kind: 'paragraph', text: say(upwardUntil(whom, writtenDay(by.day), by.left), language) }];
}

function listOf({ owing }: OwedPeriod, { timeZone }: Regime): Block {
  return {
    kind: 'table',
    columns: [
      { title: say(words.unit, first), align: 'left', width: 50 },
      { title: say(words.due, first), align: 'left', width: 25 },
      { title: say(words.status, first), align: 'left', width: 25 },
    ],
    rows: owing.map(({ unit, status, due }) => [
      {
        text: unit.name,
        strong: true,
        notes: unit.phone === undefined ? [] : [say(words.phone, first, { phone: unit.phone })],
      },
      { text: due === null ? '' : writtenInstant(due, timeZone) },
      { text: capitalised(say(dutyStatusWords[status], first)) },
    ]),
  };
}

function rest({ more }: OwedPeriod): Block[] {
  return more === 0 ? [] : [{ kind: 'paragraph', text: say(words.more, first, { count: more }) }];
}

function drafted(drafts: readonly Attachment[], language: Language): Block[] {
  if (drafts.length === 0) return [];
  const file = drafts.map(({ fileName }) => fileName).join(', ');
  return [{ kind: 'paragraph', text: say(words.draft, language, { file }) }];
}
