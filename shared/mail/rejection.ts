/** The report was rejected, or its file could not be read: what is wrong, where, and how to mend it. */

import { fill, first, type Language, say, second } from '../vocabulary/text.ts';
import { versionFacts as facts, rejection as words } from '../wording/mail.ts';
import { lastMoment } from '../wording/vietnamese.ts';
import { errorsInEnglish, findingBlocks } from './layout/finding-views.ts';
import type { Block, Letter } from './layout/letter.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { readAgain, smallPrint, type Verdict, versionFacts } from './layout/version-facts.ts';
import { oneLine, shortFileName } from './layout/visible-text.ts';
import type { Attachment, Mail } from './mail.ts';

export interface Rejection extends Verdict {
  /** The version accepted earlier, if there is one: it goes on counting. */
  readonly stillCounts?: { readonly fileName: string; readonly receipt: string };
  /** The copy of the file with every finding marked; one too large for a mail is named alone, the page has it. */
  readonly annotated?: Attachment | { readonly fileName: string };
}

/** For the states `rejected` and `unreadable`. */
export function rejectionMail(rejection: Rejection): Mail {
  const { regime, period, unit, version, findings, annotated } = rejection;
  const unreadable = version.state === 'unreadable';
  const about = {
    regime: shortRegimeName(regime),
    period: shortPeriodName(period),
    unit: unit.name,
    remarks: version.again ? ` (${facts.readAgain})` : '',
    count: findings.filter(({ severity }) => severity === 'error').length,
  };
  const title = unreadable ? words.titleUnreadable : words.title;
  const letter: Letter = {
    to: unit.email,
    subject: fill(unreadable ? words.subjectUnreadable : words.subject, about),
    preheader: fill(words.preheader, { file: shortFileName(version.fileName) }),
    letterhead: letterheadOf(regime),
    title: say(title, first),
    blocks: [
      greeting(unit.name),
      ...readAgain(rejection, first),
      {
        kind: 'banner',
        tone: unreadable ? 'late' : 'bad',
        title: unreadable ? words.unreadable : fill(words.rejected, about),
        text: unreadable ? words.unreadableText : words.rejectedText,
      },
      { kind: 'paragraph', text: whatCounts(rejection, first) },
      ...findingBlocks(findings, unreadable ? words.whyUnreadable : words.errors),
      ...markedCopy(rejection, first),
      ...(unreadable ? howToSave : []),
      again(rejection),
      versionFacts(rejection, false),
      smallPrint(rejection),
    ],
    english: {
      title: say(title, second),
      blocks: [
        {
          kind: 'paragraph',
          text: fill(unreadable ? words.english.unreadable : words.english.rejected, {
            count: about.count,
            period: oneLine(say(period.title, second)),
            at: writtenInstant(version.receivedAt, regime.timeZone),
          }),
        },
        ...readAgain(rejection, second),
        ...errorsInEnglish(findings),
        ...markedCopy(rejection, second),
        { kind: 'paragraph', text: whatCounts(rejection, second) },
      ],
    },
    footer: footerOf(regime),
  };
  return post(letter, annotated && 'bytes' in annotated ? [annotated] : []);
}

/** Where the marked copy is, if there is one. */
function markedCopy({ annotated }: Rejection, language: Language): Block[] {
  if (!annotated) return [];
  const sentence = 'bytes' in annotated ? words.copyAttached : words.copyOnPage;
  return [{ kind: 'paragraph', text: say(sentence, language, { file: shortFileName(annotated.fileName) }) }];
}

function again({ version, link }: Rejection): Block {
  if (link === undefined) return { kind: 'paragraph', text: words.noLink };
  const label = version.state === 'unreadable' ? words.buttonUnreadable : words.button;
  return { kind: 'button', label, href: link };
}

/** Which version counts, and until when a corrected one is in time. */
function whatCounts({ stillCounts, unit, timeliness, regime }: Rejection, language: Language): string {
  const counts = stillCounts
    ? say(words.stillCounts, language, {
        file: shortFileName(stillCounts.fileName),
        receipt: stillCounts.receipt,
      })
    : say(words.nothingCounts, language, { unit: unit.name });
  if (!timeliness) return counts;
  const due = lastMoment(timeliness.due, regime.timeZone);
  return `${counts} ${say(timeliness.late ? words.past : words.stillInTime, language, { due: due[language] })}`;
}

const howToSave: readonly Block[] = [
  { kind: 'heading', text: words.howToSave },
  { kind: 'steps', items: [words.saveOld, words.saveScan, words.saveLocked] },
];
