import { candidates, countingOf, exclusionOf, takenAway } from '../../shared/filing/counting.ts';
import { dayNamed, isUnitsOwn } from '../../shared/filing/decision.ts';
import type { Filings } from '../../shared/filing/filings.ts';
import { rootOf, takenBack } from '../../shared/filing/in-force.ts';
import { timelinessOf } from '../../shared/filing/timeliness.ts';
import type { Version } from '../../shared/filing/version.ts';
import type { DutyDetail } from './contract/duties.ts';
import type { Answer } from './contract/terms.ts';

/** What is judged in time by. */
type OfDuty = Parameters<typeof timelinessOf>[1];

type History = Pick<Answer<typeof DutyDetail>, 'versions' | 'decisions'>;

/** Every file the unit sent and everything decided about the duty, newest first. */
export function historyOf(filings: Filings, unit: string, duty: OfDuty): History {
  const gone = takenBack(filings.decisions);
  const sent = new Set(filings.versions.map(({ upload }) => upload));
  return {
    versions: filings.versions
      .toSorted((a, b) => (a.upload < b.upload ? 1 : -1))
      .map((version) => ({
        uploadId: version.upload,
        fileName: version.fileName,
        size: version.size,
        sha256: version.sha256,
        sender: version.sender,
        ...(version.entered && {
          entered: {
            by: version.entered.actor,
            reason: version.entered.reason,
            standsFor: version.entered.standsFor,
          },
        }),
        sentAt: version.receivedAt,
        state: version.state,
        receipt: version.receipt,
        timeliness: timelinessIn(filings, duty, version),
        counts: version.counts,
        ...standingOf(filings, unit, version),
      })),
    // A day noted for a file that never came is nothing that the unit was told of, nor is its taking back.
    decisions: filings.decisions
      .filter((each) => {
        const root = rootOf(each, filings.decisions);
        return root.kind !== 'received-on' || sent.has(root.upload);
      })
      .toSorted((a, b) => (a.decision < b.decision ? 1 : -1))
      .map((decision) => ({
        decision: decision.decision,
        kind: decision.kind,
        by: isUnitsOwn(decision) ? 'unit' : 'office',
        actor: decision.actor,
        reason: decision.reason,
        decidedAt: decision.decidedAt,
        until: dayNamed(decision),
        ...(decision.kind === 'prolong' && { hours: decision.hours }),
        uploadId: 'upload' in decision ? decision.upload : null,
        undone: decision.kind === 'undo' ? decision.undone : null,
        inForce: !gone.has(decision.decision),
      })),
  };
}

function timelinessIn(filings: Filings, duty: OfDuty, version: Version) {
  const found = timelinessOf(filings, duty, version);
  if (found === null) return null;
  const { rule: _, ...judged } = found;
  return judged;
}

/** Whether the version stands for the unit; if not, why not, and the reason that was given for it. */
function standingOf(
  filings: Filings,
  unit: string,
  { upload }: Version,
): Pick<History['versions'][number], 'standing' | 'reason'> {
  if (!candidates(filings, unit).some(({ ulid }) => ulid === upload))
    return { standing: 'not-accepted', reason: null };
  const taken = takenAway(filings, unit).get(upload);
  if (taken) return { standing: taken.kind === 'return' ? 'returned' : 'excluded', reason: taken.reason };
  const exclusion = exclusionOf(filings, unit);
  if (exclusion) return { standing: 'excluded', reason: exclusion.reason };
  const counting = countingOf(filings, unit);
  if (counting?.kind === 'nil') return { standing: 'nil-declared', reason: null };
  return { standing: counting?.ulid === upload ? 'counts' : 'replaced', reason: null };
}
