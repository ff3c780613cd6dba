/** Findings → what is written beside a cell or a paragraph. */
import { first, languages, say, second, type Text } from '../../vocabulary/text.ts';
import { remark as labels, severityWords } from '../../wording/annotation.ts';
import type { Finding, Severity } from '../model/reading.ts';

/** The first language whole, the second in one line: the sentence, as the page shows it, tells the rest. */
export function remarkOf({ severity, message, found, expected, fix }: Finding): {
  readonly head: string;
  readonly lines: readonly string[];
} {
  return {
    head: say(severityWords[severity], first),
    lines: [
      say(message, first),
      ...(found === null || found === '' ? [] : [`${say(labels.found, first)}: ${found}`]),
      ...(expected === null || expected === '' ? [] : [`${say(labels.expected, first)}: ${expected}`]),
      `${say(labels.fix, first)}: ${say(fix, first)}`,
      `(${say(message, second)})`,
    ],
  };
}

/** A heading of few words, in all languages. */
export function inBoth(text: Text, between = ' / '): string {
  return [...new Set(languages.map((language) => say(text, language)))].join(between);
}

const gravity: readonly Severity[] = ['error', 'warning', 'note'];

/** The severity whose colour a cell takes on. */
export function gravest(findings: readonly Finding[]): Severity {
  return gravity.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'note';
}
