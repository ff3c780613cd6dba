/** The receipt: the report was accepted, with or without warnings. */
import { fill, first, say, second } from '../vocabulary/text.ts';
import { versionFacts as facts, receipt as words } from '../wording/mail.ts';
import { findingBlocks } from './layout/finding-views.ts';
import type { Block } from './layout/letter.ts';
import { shortPeriodName, shortRegimeName } from './layout/names.ts';
import { writtenDay, writtenInstant } from './layout/notation.ts';
import { post } from './layout/post.ts';
import { footerOf, greeting, letterheadOf } from './layout/stationery.ts';
import { readAgain, smallPrint, type Verdict, versionFacts } from './layout/version-facts.ts';
import { oneLine, shortFileName } from './layout/visible-text.ts';
import type { Mail } from './mail.ts';

/** For the states `accepted` and `accepted-with-warnings`. */
export function receiptMail(verdict: Verdict): Mail {
  const { regime, period, unit, version, findings, link, timeliness } = verdict;
  const late = timeliness?.late === true;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const remarks = [
    ...(version.again ? [facts.readAgain] : []),
    ...(late ? [words.late] : []),
    ...(warnings > 0 ? [fill(words.warnings, { count: warnings })] : []),
  ].map((remark) => `, ${remark}`);
  const at = writtenInstant(version.receivedAt, regime.timeZone);
  return post({
    to: unit.email,
    subject: fill(words.subject, {
      regime: shortRegimeName(regime),
      remarks: remarks.join(''),
      period: shortPeriodName(period),
      unit: unit.name,
      receipt: version.receipt,
    }),
    preheader: fill(words.preheader, {
      receipt: version.receipt,
      file: shortFileName(version.fileName),
      at,
    }),
    letterhead: letterheadOf(regime),
    title: say(words.title, first),
    blocks: [
      greeting(unit.name),
      ...readAgain(verdict, first),
      {
        kind: 'banner',
        tone: late || warnings > 0 ? 'late' : 'good',
        title: fill(words.accepted, { remarks: remarks.join('') }),
        text: warnings > 0 ? words.warningsText : words.acceptedText,
      },
      versionFacts(verdict, true),
      ...findingBlocks(findings, words.errors),
      ...(link === undefined ? [] : [{ kind: 'button', label: words.look, href: link } as const]),
      { kind: 'paragraph', text: words.keep, quiet: true },
      smallPrint(verdict),
    ],
    english: {
      title: say(words.title, second),
      blocks: [...readAgain(verdict, second), ...digest(verdict, warnings, at)],
    },
    footer: footerOf(regime),
  });
}

function digest({ period, version, timeliness, regime }: Verdict, warnings: number, at: string): Block[] {
  const judged = timeliness
    ? fill(timeliness.late ? words.english.late : words.english.inTime, {
        due: writtenInstant(timeliness.due, regime.timeZone),
      })
    : '';
  const noted =
    timeliness?.notedDay === undefined
      ? ''
      : fill(words.english.noted, { day: writtenDay(timeliness.notedDay) });
  const about = {
    period: oneLine(say(period.title, second)),
    receipt: version.receipt,
    at,
    judged: judged + noted,
  };
  const rest = warnings > 0 ? fill(words.english.warnings, { count: warnings }) : words.english.nothing;
  return [{ kind: 'paragraph', text: `${fill(words.english.accepted, about)} ${rest}` }];
}
