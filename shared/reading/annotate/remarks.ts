/** Findings → what is written beside a cell or a paragraph. */
import { remark as labels, severityWords } from '../../wording/annotation.ts';
import type { Finding, Severity } from '../model/reading.ts';

/** Vietnamese whole, English in one line: the sentence, as the page shows it, tells the rest. */
export function remarkOf({ severity, message, found, expected, fix }: Finding): {
  readonly head: string;
  readonly lines: readonly string[];
} {
  return {
    head: severityWords[severity].vi,
    lines: [
      message.vi,
      ...(found === null || found === '' ? [] : [`${labels.found.vi}: ${found}`]),
      ...(expected === null || expected === '' ? [] : [`${labels.expected.vi}: ${expected}`]),
      `${labels.fix.vi}: ${fix.vi}`,
      `(${message.en})`,
    ],
  };
}

const gravity: readonly Severity[] = ['error', 'warning', 'note'];

/** The severity whose colour a cell takes on. */
export function gravest(findings: readonly Finding[]): Severity {
  return gravity.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'note';
}
