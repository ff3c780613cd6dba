/** The issued report for those above the office ("để B/c"): a short letter and the .docx, nothing of the office's own. */

import type { Recipient } from '../regime/regime.ts';
import type { Changes } from '../summary/changes.ts';
import type { Summary } from '../summary/summary.ts';
import { fill, first, say, second } from '../vocabulary/text.ts';
import { lowerFirst, reportSubject } from '../wording/documents.ts';
import { issuedReport as words } from '../wording/issued-report-mail.ts';
import type { Block } from './layout/letter.ts';
import { periodInSentence, shortRegimeName } from './layout/names.ts';
import { writtenInstant, writtenSize } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { oneLine } from './layout/visible-text.ts';
import { type Attachment, fitsInMail, type Mail } from './mail.ts';

export interface IssuedReport {
  readonly summary: Summary;
  readonly recipient: Recipient;
  /** The report itself; the office's workbook does not belong here. */
  readonly report: Attachment;
  /** The edition that this one replaces, or null. */
  readonly replaces: Changes['since'] | null;
}

/** The same input always gives the same mail. It brings no link: the office's page is not for its reader. */
export function issuedReportMail({ summary, recipient, report, replaces }: IssuedReport): Mail {
  const { regime, period, edition, scheduledAt } = summary;
  const fits = fitsInMail([report.bytes.length]);
  const about = {
    regime: shortRegimeName(regime),
    authority: oneLine(regime.authority.name),
    whom: oneLine(recipient.name),
    period: periodInSentence(period, first),
    edition: edition > 1 ? fill(words.edition, { edition }) : '',
    office: oneLine(regime.office.name),
    at: writtenInstant(scheduledAt, regime.timeZone),
  };
  const title = { vi: oneLine(say(period.title, first)), en: oneLine(say(period.title, second)) };
  // As the report itself is entitled: whoever stands outside does not know whose quarter it is.
  const named =
    period.kind === 'periodic'
      ? `Báo cáo ${lowerFirst(oneLine(reportSubject(regime, period)))}`
      : say(title, first);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return post(
    {
      to: recipient.email,
      subject: fill(words.subject, { ...about, period: say(title, first) }),
      preheader: fill(words.preheader, about),
      letterhead: letterheadOf(regime),
      title: `${named}${about.edition}`,
      blocks: [
        greeting(recipient.name),
        paragraph(fill(words.lead, { ...about, period: named })),
        ...(replaces === null
          ? []
          : [
              paragraph(
                fill(words.replaces, {
                  before: replaces.edition,
                  at: writtenInstant(replaces.scheduledAt, regime.timeZone),
                }),
              ),
            ]),
        ...(fits ? attached(report) : [paragraph(fill(words.tooLarge, about))]),
        { kind: 'paragraph', text: words.signed, quiet: true },
      ],
      english: {
        title: `${say(title, second)}${edition > 1 ? ` (edition ${edition})` : ''}`,
        blocks: [
          paragraph(
            fill(fits ? say(words.english, second) : words.englishTooLarge, {
              ...about,
              period: say(title, second),
            }),
          ),
        ],
      },
      footer: footerOf(regime),
    },
    fits ? [report] : [],
  );
}

function attached({ fileName, bytes }: Attachment): Block[] {
  return [
    { kind: 'heading', text: words.attached },
    {
      kind: 'links',
      items: [{ label: fileName, note: `(${writtenSize(bytes.length)})`, href: '', purpose: words.docx }],
    },
  ];
}
