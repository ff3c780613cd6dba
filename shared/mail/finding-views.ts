/** Findings as they stand in a mail: the first five whole, the others counted. */
import type { Source } from '../report/document.ts';
import type { Finding, Severity } from '../report/reading.ts';
import { findingWords as words } from '../wording/mail.ts';
import type { Language, Text } from '../wording/text.ts';
import type { Block, FindingView, Tone } from './letter.ts';
import { cut, fill, oneLine } from './visible-text.ts';

/** More than this many nobody mends from a mail; the page shows all. */
const shownAtMost = 5;

const quoteLimit = 240;

const toneOf: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'late', note: 'open' };

/** `findings` in the order in which they are to be mended: most severe first. */
export function findingsBlock(findings: readonly Finding[], language: Language): Block {
  return {
    kind: 'findings',
    findings: findings.slice(0, shownAtMost).map((finding) => viewOf(finding, language)),
    more: moreOf(findings.slice(shownAtMost), language),
  };
}

function viewOf(
  { severity, message, where, found, expected, fix }: Finding,
  language: Language,
): FindingView {
  const detail = (label: Text, value: string | null) =>
    value === null || value === ''
      ? []
      : [{ label: label[language], value: cut(oneLine(value), quoteLimit) }];
  return {
    tone: toneOf[severity],
    title: oneLine(message[language]),
    details: [
      ...detail(words.where, where && place(where, language)),
      ...detail(words.found, found),
      ...detail(words.expected, expected),
      ...detail(words.fix, fix[language]),
    ],
  };
}

/** Where something stands in the unit's file: "trang tính “Biểu 1”, ô D12". */
export function place(where: Source, language: Language): string {
  if ('sheet' in where) return fill(words.sheetCell[language], { ...where, sheet: oneLine(where.sheet) });
  if ('table' in where) return fill(words.tableCell[language], { ...where });
  return fill(words.paragraph[language], { ...where });
}

function moreOf(rest: readonly Finding[], language: Language): string | null {
  const counted = [
    { severity: 'error', sentence: words.moreErrors },
    { severity: 'warning', sentence: words.moreWarnings },
    { severity: 'note', sentence: words.moreNotes },
  ] as const;
  const list = counted.flatMap(({ severity, sentence }) => {
    const count = rest.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [fill(sentence[language], { count })];
  });
  return list.length === 0 ? null : `… ${fill(words.more[language], { list: list.join(', ') })}`;
}
