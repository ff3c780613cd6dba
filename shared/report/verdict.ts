/** Findings → the state of a file, and the order in which people read them. */
import type { NeutralDocument, Source } from './document.ts';
import type { Finding, Severity, VerdictState } from './reading.ts';

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Any error rejects; any warning is carried along; notes change nothing. */
export function stateOf(findings: readonly Finding[]): VerdictState {
  if (findings.some(({ severity }) => severity === 'error')) return 'rejected';
  return findings.some(({ severity }) => severity === 'warning') ? 'accepted-with-warnings' : 'accepted';
}

/** Errors, warnings, notes; within one severity in the order of the file, last what has no place in it. */
export function inOrder(findings: readonly Finding[], document: NeutralDocument): readonly Finding[] {
  const places = new Map<Source, number>();
  for (const block of document.blocks) {
    for (const piece of block.kind === 'paragraph' ? [block] : block.cells)
      places.set(piece.source, places.size);
  }
  const place = ({ where }: Finding) => (where === null ? places.size : (places.get(where) ?? places.size));
  return findings.toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || place(a) - place(b));
}
