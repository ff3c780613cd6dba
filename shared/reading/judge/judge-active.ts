/** What a file may do by itself when it is opened: said once for each kind and address. */
import { isActive } from '../../vocabulary/active-content.ts';
import { findings as words } from '../../wording/findings.ts';
import type { NeutralDocument, Skipped } from '../model/document.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/reading.ts';

/** Macros have no finding: the files of many offices carry some, and whoever opens one is asked about them. */
export function judgeActive({ skipped }: NeutralDocument): readonly Finding[] {
  const alike = Map.groupBy(skipped, ({ why, text }) => JSON.stringify([why, text]));
  return [...alike.values()].flatMap((entries) => {
    const [first] = entries;
    if (!first || !isActive(first.why) || /^macro/.test(first.why)) return [];
    const said = words.ACTIVE_CONTENT({ active: first.why, count: String(countOf(entries)) });
    return [finding(said, { where: first.where, found: first.text ?? null })];
  });
}

function countOf(entries: readonly Skipped[]): number {
  return entries.reduce((sum, { count = 1 }) => sum + count, 0);
}
