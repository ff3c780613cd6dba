/** The receipt: the report was accepted, with or without warnings. */
import { findingWords, receipt as words } from '../wording/mail.ts';
import type { Language } from '../wording/text.ts';
import { findingsBlock } from './finding-views.ts';
import type { Block } from './letter.ts';
import type { Mail } from './mail.ts';
import { shortPeriodName, shortRegimeName } from './names.ts';
import { writtenInstant } from './notation.ts';
import { post } from './post.ts';
import { footerOf, greeting, letterheadOf } from './stationery.ts';
import { type Verdict, versionFacts } from './version-facts.ts';
import { fill, shortFileName } from './visible-text.ts';

/** For the states `accepted` and `accepted-with-warnings`. */
export function receiptMail(verdict: Verdict): Mail {
  const { regime, period, unit, version, findings, link } = verdict;
  const about = {
    regime: shortRegimeName(regime),
    period: shortPeriodName(period),
    unit: unit.name,
    receipt: version.receipt,
    count: findings.filter(({ severity }) => severity === 'warning').length,
  };
  const warned = version.state === 'accepted-with-warnings' && about.count > 0;
  return post({
    to: unit.email,
    subject: fill(warned ? words.subjectWarnings : words.subject, about),
    preheader: fill(words.preheader.vi, {
      receipt: version.receipt,
      file: shortFileName(version.fileName),
      at: writtenInstant(version.receivedAt, regime.timeZone),
    }),
    letterhead: letterheadOf(regime),
    title: words.title.vi,
    blocks: [
      greeting(unit.name),
      ...verdictBlocks(verdict, warned, 'vi'),
      ...(link === undefined ? [] : [{ kind: 'button', label: words.look.vi, href: link } as const]),
      { kind: 'paragraph', text: words.keep.vi, quiet: true },
    ],
    english: {
      title: words.title.en,
      blocks: [
        ...verdictBlocks(verdict, warned, 'en'),
        { kind: 'paragraph', text: words.keep.en, quiet: true },
      ],
    },
    footer: footerOf(regime),
  });
}

function verdictBlocks(verdict: Verdict, warned: boolean, language: Language): Block[] {
  const { findings } = verdict;
  const list: Block[] =
    findings.length === 0
      ? []
      : [{ kind: 'heading', text: findingWords.look[language] }, findingsBlock(findings, language)];
  return [
    {
      kind: 'banner',
      tone: warned ? 'late' : 'good',
      title: (warned ? words.warnings : words.accepted)[language],
      text: (warned ? words.warningsText : words.acceptedText)[language],
    },
    versionFacts(verdict, language),
    ...list,
  ];
}
