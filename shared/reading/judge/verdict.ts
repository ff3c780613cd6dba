/** Findings → the state of a file, and the order in which people read them. */
import { findings as words } from '../../wording/findings.ts';
import type { NeutralDocument, Source } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding, Severity, VerdictState } from '../model/reading.ts';

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
  const asked = new Set(findings.map(({ where }) => where));
  const places = new Map<Source, number>();
  if (findings.length > 1) {
    for (const block of document.blocks) {
      for (const { source } of block.kind === 'paragraph' ? [block] : block.cells)
        if (asked.has(source)) places.set(source, places.size);
    }
  }
  const place = ({ where }: Finding) => (where === null ? places.size : (places.get(where) ?? places.size));
  const sorted = (list: readonly Finding[]) =>
    list.toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || place(a) - place(b));
  return sorted(withoutRepeats(sorted(findings)));
}

// Nobody reads the same sentence three hundred times; how often it would come is said once.
const mostOfAKind = 20;
/** Ordinary ways of writing, read without doubt: one example tells it all. */
const toldOnce: ReadonlySet<string> = new Set(['SEPARATOR', 'SEPARATOR_ENGLISH']);

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const byCode = Map.groupBy(findings, ({ code }) => code);
  return [...byCode].flatMap(([code, all]) => {
    const kept = all.slice(0, toldOnce.has(code) ? 1 : mostOfAKind);
    const [like] = kept;
    const more = all.length - kept.length;
    if (like === undefined || more === 0 || toldOnce.has(code)) return kept;
    return [...kept, finding(words.MORE_OF_A_KIND({ like: like.message, count: String(more) }))];
  });
}
