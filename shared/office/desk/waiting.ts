/** What of units' reports waits for somebody of the office to look or decide. Pure. */
import { takenAway } from '../../filing/counting.ts';
import type { Filings } from '../../filing/filings.ts';
import { openRequest } from '../../filing/requests.ts';
import type { Version } from '../../filing/version.ts';
import { likelyReports } from '../../reading/compare/likely-reports.ts';
import { sketchLikeness } from '../../reading/compare/text-sketch.ts';
import type { Waiting } from '../../records/overviews.ts';
import type { Regime } from '../../regime/regime.ts';
import { misplacedAmong } from '../../summary/matters.ts';
import type { Progress } from '../../summary/progress.ts';

interface Looked extends Pick<Progress, 'units' | 'duties'> {
  readonly regime: Regime;
  /** Of one of the units. */
  readonly filingsOf: (unit: string) => Filings;
}

/** In the order of the units; copies last. In time proportional to what was filed. */
export function waitingAmong({ regime, units, duties, filingsOf }: Looked): readonly Waiting[] {
  const misplaced = new Map(
    misplacedAmong(units, regime).map(({ line, of }) => [line.unit.code, of.unit.code]),
  );
  const each = units.flatMap(({ unit: { code: unit }, status, attempt }): Waiting[] => {
    const filings = filingsOf(unit);
    const request = openRequest(filings, unit);
    const asked: Waiting[] = request
      ? [
          {
            ...nothing,
            kind: 'request',
            unit,
            until: request.until,
            since: request.decidedAt,
            why: { vi: request.reason, en: request.reason },
          },
        ]
      : [];
    if (!attempt || status === 'excluded' || takenAway(filings, unit).has(attempt.upload)) return asked;
    const { state, fileName, receivedAt: since, firstFinding } = attempt;
    if (state !== 'rejected' && state !== 'unreadable') return asked;
    const file = { ...nothing, unit, fileName, why: firstFinding?.message ?? null, since };
    const other = misplaced.get(unit);
    return [...asked, other === undefined ? { ...file, kind: state } : { ...file, kind: 'swapped', other }];
  });
  return [...each, ...copiesAmong(duties)];
}

const nothing = { until: null, other: null, fileName: null, why: null };

/** Texts whose sketches share this much are the same but for a sentence or two. */
const asGoodAsSame = 0.9;

/** Reports that are the same file as another unit's earlier one, or as good as the same text. */
function copiesAmong(duties: Progress['duties']): readonly Waiting[] {
  const counting = duties.flatMap(({ counting: of }) => (of?.kind === 'version' ? [of.version] : []));
  const likely = likelyReports(counting);
  return counting.flatMap((version): Waiting[] => {
    const { unit, fileName, receivedAt: since } = version;
    // Those that are likely at all are only worth reading side by side: that is no accusation yet.
    const other = likely(version).find((each) => each.unit !== unit && isCopy(version, each))?.unit;
    return other === undefined ? [] : [{ ...nothing, kind: 'copied', unit, other, fileName, since }];
  });
}

function isCopy(
  one: Pick<Version, 'sha256' | 'sketch'>,
  other: { readonly sha256: string; readonly sketch?: string | undefined },
): boolean {
  if (one.sha256 === other.sha256) return true;
  return (
    one.sketch !== undefined &&
    other.sketch !== undefined &&
    sketchLikeness(one.sketch, other.sketch) >= asGoodAsSame
  );
}
