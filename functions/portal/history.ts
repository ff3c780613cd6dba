import { countingOf, exclusionOf, takenAway } from '../../shared/filing/counting.ts';
import type { Decision } from '../../shared/filing/decision.ts';
import type { Filings } from '../../shared/filing/filings.ts';
import type { Version } from '../../shared/filing/version.ts';
import type { DutyDetail } from './contract/duties.ts';
import type { Answer } from './contract/terms.ts';

type History = Pick<Answer<typeof DutyDetail>, 'versions' | 'decisions'>;

/** Every file the unit sent and everything decided about the duty, newest first. */
export function historyOf(filings: Filings, unit: string): History {
  return {
    versions: filings.versions
      .toSorted((a, b) => (a.upload < b.upload ? 1 : -1))
      .map((version) => ({
        uploadId: version.upload,
        fileName: version.fileName,
        size: version.size,
        sha256: version.sha256,
        sender: version.sender,
        sentAt: version.receivedAt,
        state: version.state,
        receipt: version.receipt,
        counts: version.counts,
        ...standingOf(filings, unit, version),
      })),
    decisions: filings.decisions
      .toSorted((a, b) => (a.decision < b.decision ? 1 : -1))
      .map((decision) => ({
        decision: decision.decision,
        kind: decision.kind,
        by: isOwn(decision) ? 'unit' : 'office',
        actor: decision.actor,
        reason: decision.reason,
        decidedAt: decision.decidedAt,
        until: 'until' in decision ? decision.until : null,
        uploadId: 'upload' in decision ? decision.upload : null,
      })),
  };
}

/** Whether the version stands for the unit; if not, why not, and the reason that was given for it. */
function standingOf(
  filings: Filings,
  unit: string,
  { upload, state }: Version,
): Pick<History['versions'][number], 'standing' | 'reason'> {
  if (state === 'rejected' || state === 'unreadable') return { standing: 'not-accepted', reason: null };
  const taken = takenAway(filings, unit).get(upload);
  if (taken) return { standing: taken.kind === 'return' ? 'returned' : 'excluded', reason: taken.reason };
  const exclusion = exclusionOf(filings, unit);
  if (exclusion) return { standing: 'excluded', reason: exclusion.reason };
  const counting = countingOf(filings, unit);
  if (counting?.kind === 'nil') return { standing: 'nil-declared', reason: null };
  return { standing: counting?.ulid === upload ? 'counts' : 'replaced', reason: null };
}

function isOwn({ kind }: Decision): boolean {
  return kind === 'nil' || kind === 'extension-request';
}
