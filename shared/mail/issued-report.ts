/** The issued report for those above the office ("để B/c"): a short letter and the .docx, nothing of the office's own. */

import type { Signature } from '../filing/signature.ts';
import type { Recipient } from '../regime/regime.ts';
import type { Changes } from '../summary/changes.ts';
import type { Summary } from '../summary/summary.ts';
import { fill, first, say, second } from '../vocabulary/text.ts';
import { lowerFirst, reportSubject } from '../wording/documents.ts';
import { issuedReport as words } from '../wording/issued-report-mail.ts';
import { shortDay } from '../wording/vietnamese.ts';
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
  /** What it bears, where it is the signed file; null where it is the text that nobody signed. */
  readonly signed: Signed | null;
  /** The unsigned edition that this one replaces, or null. */
  readonly replaces: Changes['since'] | null;
}

interface Signed extends Pick<Signature, 'number' | 'day'> {
  readonly pdf: Pick<Signature['pdf'], 'sha256'>;
  /** The signed report whose place it takes. */
  readonly replaces: Pick<Signature, 'number' | 'day'> | null;
}

/** The same input always gives the same mail. It brings no link: the office's page is not for its reader. */
export function issuedReportMail({ summary, recipient, report, signed, replaces }: IssuedReport): Mail {
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
  const said = signed && saidOf(signed, { ...about, period: named, english: say(title, second) });
  return post(
    {
      to: recipient.email,
      subject: said?.subject ?? fill(words.subject, { ...about, period: say(title, first) }),
      preheader: said?.preheader ?? fill(words.preheader, about),
      letterhead: letterheadOf(regime),
      title: `${named}${about.edition}`,
      blocks: [
        greeting(recipient.name),
        paragraph(said?.lead ?? fill(words.lead, { ...about, period: named })),
        ...(said?.replaces ? [paragraph(said.replaces)] : []),
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
        ...(fits ? attached(report, signed !== null) : [paragraph(fill(words.tooLarge, about))]),
        { kind: 'paragraph', text: said?.sum ?? words.signed, quiet: true },
      ],
      english: {
        title: `${say(title, second)}${edition > 1 ? ` (edition ${edition})` : ''}`,
        blocks: [
          paragraph(
            said?.english ??
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

/** What is said otherwise of a report that was signed. */
function saidOf(
  { number, day, pdf, replaces }: Signed,
  about: Readonly<Record<'regime' | 'authority' | 'whom' | 'period' | 'at' | 'english', string>>,
) {
  const blanks = {
    ...about,
    number: oneLine(number),
    day: shortDay(day),
    before: replaces === null ? '' : oneLine(replaces.number),
    beforeDay: replaces === null ? '' : shortDay(replaces.day),
  };
  return {
    subject: fill(words.signedSubject, blanks),
    preheader: fill(words.signedPreheader, blanks),
    lead: fill(words.signedLead, blanks),
    replaces: replaces === null ? null : fill(words.signedReplaces, blanks),
    sum: fill(words.signedSum, { sum: pdf.sha256 }),
    english: fill(say(words.signedEnglish, second), {
      ...blanks,
      period: about.english,
      day,
      replaces:
        replaces === null
          ? ''
          : fill(words.signedEnglishReplaces, { before: blanks.before, beforeDay: replaces.day }),
    }),
  };
}

function attached({ fileName, bytes }: Attachment, signed: boolean): Block[] {
  return [
    { kind: 'heading', text: words.attached },
    {
      kind: 'links',
      items: [
        {
          label: fileName,
          note: `(${writtenSize(bytes.length)})`,
          href: '',
          purpose: signed ? words.signedFile : words.docx,
        },
      ],
    },
  ];
}
