/** Which of a draft's doubts about units no longer hold: answered, filed, or of a file that another has replaced since. */
import { filingsByUnit } from '../../filing/counting.ts';
import type { Filings } from '../../filing/filings.ts';
import type { Manifest } from '../../filing/manifest.ts';
import { openRequest } from '../../filing/requests.ts';
import type { Period, Regime } from '../../regime/regime.ts';
import { progressOf } from '../../summary/progress.ts';
import type { Summary, UnitLine } from '../../summary/summary.ts';
import type { Text } from '../../vocabulary/text.ts';
import { issueDoubts as words } from '../../wording/issuing.ts';
import { doubtAbout, factsOf, named, openFindings, type UnitFact } from './doubts.ts';

export interface Settled {
  /** As it stands among the doubts. */
  readonly doubt: Text;
  /** What of it no longer holds. */
  readonly what: readonly Text[];
  /** Nothing of it holds any more. */
  readonly whole: boolean;
}

interface Drawn {
  readonly regime: Regime;
  readonly period: Period;
  readonly summary: Summary;
  readonly manifest: Manifest;
  /** ISO 8601. */
  readonly now: string;
}

/** Takes what one unit has filed now. Of a doubt about figures nothing is said: they are compared with those of all others. */
export function settledSince({
  regime,
  period,
  summary,
  manifest,
  now,
}: Drawn): (filed: Filings & { readonly unit: string }) => Settled[] {
  const lines = new Map(summary.units.map((line) => [line.unit.code, line]));
  const frozenOf = filingsByUnit(manifest);
  const known = new Set(manifest.versions.map(({ upload }) => upload));
  return ({ unit, ...filed }) => {
    const line = lines.get(unit);
    if (!line) return [];
    const frozen = frozenOf(unit);
    const facts = factsOf(line, frozen, regime.timeZone);
    const [finding] = openFindings(line);
    if (facts.length === 0 && !finding) return [];
    const question = {
      regime,
      period,
      at: now,
      expected: [unit],
      pending: new Set<string>(),
      findings: new Map(),
    };
    const today = progressOf({ ...question, ...filed }).units[0];
    if (!today) return [];
    const isGone: Record<UnitFact['of'], () => boolean> = {
      status: () => words.notFiled(today.status, null) === null,
      pending: () => filed.versions.some(({ upload }) => !known.has(upload)),
      attempt: () => today.attempt?.upload !== line.attempt?.upload,
      request: () => openRequest(filed, unit)?.decision !== openRequest(frozen, unit)?.decision,
    };
    const gone = facts.filter(({ of }) => isGone[of]());
    const doubt = doubtAbout(named(line), facts);
    return [
      ...(doubt && gone.length > 0
        ? [{ doubt, what: gone.map(({ said }) => said), whole: gone.length === facts.length }]
        : []),
      ...(finding && isReplaced(line, today) ? [{ doubt: finding, what: [], whole: true }] : []),
    ];
  };
}

function isReplaced({ counting: before }: UnitLine, { counting: now }: UnitLine): boolean {
  return before?.upload !== now?.upload;
}
