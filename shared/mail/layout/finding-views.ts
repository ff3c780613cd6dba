/** Findings as they stand in a mail: the gravest whole, the others counted; notes are only counted. */

import type { Finding, Severity } from '../../vocabulary/finding.ts';
import type { Source } from '../../vocabulary/source.ts';
import { fill, first, type Language, say, second } from '../../vocabulary/text.ts';
import { findingWords as words } from '../../wording/mail.ts';
import { withCurlyQuotes } from '../../wording/vietnamese.ts';
import type { Block, FindingView, Tone } from './letter.ts';
import { cut, oneLine } from './visible-text.ts';

/** More than this many nobody mends from a mail; the page shows all. */
const shownAtMost = 5;

const quoteLimit = 240;

type ShownSeverity = Exclude<Severity, 'note'>;

const toneOf: Readonly<Record<ShownSeverity, Tone>> = { error: 'bad', warning: 'late' };

/** `findings` in the order in which they are to be mended, each kind under its heading; errors under `errors`. */
export function findingBlocks(findings: readonly Finding[], errors: string): Block[] {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
  const room = Math.max(0, shownAtMost - of('error').length);
  const notes = of('note').length;
  return [
    ...listBlocks(errors, of('error'), 'error', shownAtMost),
    ...listBlocks(words.look, of('warning'), 'warning', room),
    ...(notes === 0
      ? []
      : [{ kind: 'paragraph', text: fill(words.notes, { count: notes }), quiet: true } as const]),
  ];
}

function listBlocks(
  heading: string,
  list: readonly Finding[],
  severity: ShownSeverity,
  room: number,
): Block[] {
  const rest = list.length - room;
  if (list.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'findings',
      findings: list.slice(0, room).map((finding) => viewOf(finding, toneOf[severity])),
      more: rest > 0 ? fill(words.more[severity], { count: rest }) : null,
    },
  ];
}

function viewOf({ message, where, found, expected, fix }: Finding, tone: Tone): FindingView {
  const detail = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label, value: cut(oneLine(value), quoteLimit) }];
  return {
    tone,
    title: withCurlyQuotes(oneLine(say(message, first))),
    details: [
      ...detail(words.where, where && place(where, first)),
      ...detail(words.found, found),
      ...detail(words.expected, expected),
      ...detail(words.fix, withCurlyQuotes(say(fix, first))),
    ],
  };
}

/** "1. The file names another unit (sheet “Biểu 1”, cell D12)": the same errors for the English digest, a line each. */
export function errorsInEnglish(findings: readonly Finding[]): Block[] {
  const errors = findings.filter(({ severity }) => severity === 'error').slice(0, shownAtMost);
  const lines = errors.map(({ message, where }, n) => {
    const what = oneLine(say(message, second)).replace(/\.$/, '');
    return `${n + 1}. ${what}${where ? ` (${place(where, second)})` : ''}.`;
  });
  return lines.length === 0 ? [] : [{ kind: 'paragraph', text: lines.join('\n') }];
}

/** Where something stands in the unit's file: "trang tính “Biểu 1”, ô D12". */
export function place(where: Source, language: Language): string {
  if ('sheet' in where) return say(words.sheetCell, language, { ...where, sheet: oneLine(where.sheet) });
  if ('table' in where) return say(words.tableCell, language, { ...where });
  return say(words.paragraph, language, { ...where });
}
