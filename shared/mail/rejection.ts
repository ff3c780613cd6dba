/** The report was rejected, or its file could not be read: what is wrong, where, and how to mend it. */
import { rejection as words } from '../wording/mail.ts';
import type { Language } from '../wording/text.ts';
import { findingsBlock } from './finding-views.ts';
import type { Block } from './letter.ts';
import type { Mail } from './mail.ts';
import { shortPeriodName, shortRegimeName } from './names.ts';
import { post } from './post.ts';
import { footerOf, greeting, letterheadOf } from './stationery.ts';
import { type Verdict, versionFacts } from './version-facts.ts';
import { fill, shortFileName } from './visible-text.ts';

export interface Rejection extends Verdict {
  /** The version accepted earlier, if there is one: it goes on counting. */
  readonly stillCounts?: { readonly fileName: string; readonly receipt: string };
}

/** For the states `rejected` and `unreadable`. */
export function rejectionMail(rejection: Rejection): Mail {
  const { regime, period, unit, version, findings, link } = rejection;
  const unreadable = version.state === 'unreadable';
  const about = {
    regime: shortRegimeName(regime),
    period: shortPeriodName(period),
    unit: unit.name,
    count: findings.filter(({ severity }) => severity === 'error').length,
  };
  const again: Block =
    link === undefined
      ? { kind: 'paragraph', text: words.noLink.vi }
      : { kind: 'button', label: (unreadable ? words.buttonUnreadable : words.button).vi, href: link };
  return post({
    to: unit.email,
    subject: fill(unreadable ? words.subjectUnreadable : words.subject, about),
    preheader: fill(words.preheader.vi, { file: shortFileName(version.fileName) }),
    letterhead: letterheadOf(regime),
    title: (unreadable ? words.titleUnreadable : words.title).vi,
    blocks: [greeting(unit.name), ...verdictBlocks(rejection, about.count, 'vi', again)],
    english: {
      title: (unreadable ? words.titleUnreadable : words.title).en,
      blocks: verdictBlocks(rejection, about.count, 'en', null),
    },
    footer: footerOf(regime),
  });
}

function verdictBlocks(
  rejection: Rejection,
  errors: number,
  language: Language,
  again: Block | null,
): Block[] {
  const { version, findings } = rejection;
  const unreadable = version.state === 'unreadable';
  return [
    {
      kind: 'banner',
      tone: unreadable ? 'late' : 'bad',
      title: unreadable ? words.unreadable[language] : fill(words.rejected[language], { count: errors }),
      text: (unreadable ? words.unreadableText : words.rejectedText)[language],
    },
    { kind: 'paragraph', text: whatCounts(rejection, language) },
    ...(findings.length === 0
      ? []
      : [
          {
            kind: 'heading',
            text: (unreadable ? words.whyUnreadable : words.errors)[language],
          } as const,
          findingsBlock(findings, language),
        ]),
    ...(unreadable ? howToSave(language) : []),
    ...(again === null ? [] : [again]),
    versionFacts(rejection, language),
  ];
}

function whatCounts({ stillCounts, unit }: Rejection, language: Language): string {
  if (!stillCounts) return fill(words.nothingCounts[language], { unit: unit.name });
  return fill(words.stillCounts[language], {
    file: shortFileName(stillCounts.fileName),
    receipt: stillCounts.receipt,
  });
}

function howToSave(language: Language): Block[] {
  return [
    { kind: 'heading', text: words.howToSave[language] },
    {
      kind: 'steps',
      items: [words.saveOld[language], words.saveScan[language], words.saveLocked[language]],
    },
  ];
}
