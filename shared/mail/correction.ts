/** The notice that an issued report no longer says what is filed: to the office, once for each set of changes. */

import type { Recipient } from '../regime/regime.ts';
import type { Changes } from '../summary/changes.ts';
import type { Summary } from '../summary/summary.ts';
import { fill, first, say, second } from '../vocabulary/text.ts';
import { correction as words } from '../wording/changes-mail.ts';
import { overview } from '../wording/summary-mail.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenInstant, writtenNumber } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { oneLine } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';
import { changedFigures, changedTexts, changedUnits, extentOf } from './summary/changes-blocks.ts';
import { freshDoubtBlocks } from './summary/doubts.ts';

export interface CorrectionNotice {
  readonly changes: Changes;
  /** What is filed now. */
  readonly now: Summary;
  readonly recipient: Recipient;
  /** The recipient's overview page. */
  readonly portalLink: string;
}

/** The same input always gives the same mail. */
export function correctionMail({ changes, now, recipient, portalLink }: CorrectionNotice): Mail {
  const { regime, period } = now;
  const { edition, scheduledAt } = changes.since;
  const figures = new Set(changes.figures.map(({ indicator }) => indicator)).size;
  const about = {
    regime: shortRegimeName(regime),
    period: shortPeriodName(period),
    edition,
    at: writtenInstant(scheduledAt, regime.timeZone),
    now: writtenInstant(now.scheduledAt, regime.timeZone),
    extent: extentOf(changes),
    what: figures === 0 ? '' : fill(words.subjectFigures, { count: writtenNumber(figures) }),
  };
  return post({
    to: recipient.email,
    subject: fill(words.subject, about),
    preheader: fill(words.preheader, about),
    letterhead: letterheadOf(regime),
    title: say(words.title, first, { period: oneLine(say(period.title, first)) }),
    blocks: [
      greeting(recipient.name),
      {
        kind: 'banner',
        tone: 'late',
        title: fill(words.bannerTitle, about),
        text: fill(words.bannerText, about),
      },
      ...(figures === 0 ? [{ kind: 'paragraph', text: words.noFigure } as const] : []),
      ...changedUnits(changes, now),
      ...changedFigures(changes, now, false),
      ...freshDoubtBlocks(changes, now),
      ...changedTexts(changes, now),
      { kind: 'heading', text: words.what },
      { kind: 'paragraph', text: fill(words.issue, about) },
      { kind: 'button', label: overview.portal, href: portalLink },
    ],
    english: {
      title: say(words.title, second, { period: oneLine(say(period.title, second)) }),
      blocks: [
        {
          kind: 'paragraph',
          text: say(words.english, second, {
            ...about,
            period: oneLine(say(period.title, second)),
            figures,
            units: changes.units.length,
            texts: changes.texts.length,
          }),
        },
      ],
    },
    footer: footerOf(regime),
  });
}
