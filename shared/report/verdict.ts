/** Findings → the state of a file, and the order in which people read them. */
import { findings as words } from '../wording/findings.ts';
import type { NeutralDocument, Source } from './document.ts';
import { finding } from './finding.ts';
import type { Finding, Severity, VerdictState } from './reading.ts';

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Any error rejects; any warning is carried along; notes change nothing. */
export function stateOf(findings: readonly Finding[]): VerdictState {
  if (findings.some(({ severity }) => severity === 'error')) return 'rejected';
  return findings.some(({ severity }) => severity === 'warning') ? 'accepted-with-warnings' : 'accepted';
}

/**
 * Errors, warnings, notes; within one severity in the order of the file, last what has no place in it. Of findings
 * that say the same of many places the first stay, and a note counts the others.
 */
export function inOrder(findings: readonly Finding[], document: NeutralDocument): readonly Finding[] {
  const places = new Map<Source, number>();
  for (const block of document.blocks) {
    for (const piece of block.kind === 'paragraph' ? [block] : block.cells)
      places.set(piece.source, places.size);
  }
  const place = ({ where }: Finding) => (where === null ? places.size : (places.get(where) ?? places.size));
  const sorted = (list: readonly Finding[]) =>
    list.toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || place(a) - place(b));
  return sorted(withoutRepeats(sorted(findings)));
}

// Nobody reads the same sentence three hundred times; how often it would come is said once.
const mostOfAKind = 20;

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  const kept = findings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= mostOfAKind;
  });
  const more = [...seen].filter(([, count]) => count > mostOfAKind);
  return [
    ...kept,
    ...more.map(([code, count]) =>
      finding(words.MORE_OF_A_KIND({ code, count: String(count - mostOfAKind) })),
    ),
  ];
}
