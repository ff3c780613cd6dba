/** What was filed and decided after an edition was frozen and makes it say otherwise than what counts, each with its hour. */
import { filingsByUnit } from '../../filing/counting.ts';
import { type Decision, dayNamed } from '../../filing/decision.ts';
import type { Filings } from '../../filing/filings.ts';
import { partOf } from '../../filing/fingerprint.ts';
import type { Manifest } from '../../filing/manifest.ts';
import type { Version } from '../../filing/version.ts';
import { fillEach, inEach, type Text } from '../../vocabulary/text.ts';
import { sinceDraft as words } from '../../wording/issuing.ts';
import { decisionWords } from '../../wording/page-history.ts';
import { shortDay } from '../../wording/vietnamese.ts';

export interface CameSince {
  readonly unit: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: Text;
}

/** Takes what one unit has filed now; gives none of a unit whose part in the report is as it was frozen. */
export function cameSince(
  manifest: Pick<Manifest, 'versions' | 'decisions' | 'scheduledAt'>,
): (now: Filings & { readonly unit: string }) => CameSince[] {
  const frozenOf = filingsByUnit(manifest);
  return ({ unit, ...now }) => {
    const frozen = frozenOf(unit);
    if (partOf(frozen, unit, 'own') === partOf(now, unit, 'own')) return [];
    const readings = new Map(frozen.versions.map(({ upload, again }) => [upload, again?.reading]));
    const decided = new Set(frozen.decisions.map(({ decision }) => decision));
    const files = now.versions.flatMap(
      (version) => fileChange(version, readings, manifest.scheduledAt) ?? [],
    );
    const decisions = now.decisions
      .filter(({ decision }) => !decided.has(decision))
      .map((each) => ({ at: each.decidedAt, what: decisionNamed(each, now.decisions) }));
    return [...files, ...decisions].map((change) => ({ unit, ...change }));
  };
}

/** Null where the file stands as it was frozen. */
function fileChange(
  { upload, again, fileName, state, receivedAt, recordedAt }: Version,
  frozen: ReadonlyMap<string, string | undefined>,
  frozenAt: string,
): Omit<CameSince, 'unit'> | null {
  if (!frozen.has(upload)) {
    // One that had come and was not read is told by the hour at which it was.
    const came = Date.parse(receivedAt) > Date.parse(frozenAt);
    return { at: came ? receivedAt : recordedAt, what: words.filed(fileName, state) };
  }
  if (again === undefined || again.reading === frozen.get(upload)) return null;
  return { at: again.readAt, what: words.readAgain(fileName, state) };
}

function decisionNamed(decision: Decision, among: readonly Decision[]): Text {
  const undone = decision.kind === 'undo' && among.find((each) => each.decision === decision.undone);
  if (undone) return words.takenBack(decisionNamed(undone, among));
  const until = dayNamed(decision) ?? '';
  const named = fillEach(decisionWords[decision.kind], {
    until: { vi: shortDay(until), en: until },
    hours: decision.kind === 'prolong' ? decision.hours : 0,
  });
  // It stands behind a name.
  return inEach((language) => named[language].slice(0, 1).toLowerCase() + named[language].slice(1));
}
