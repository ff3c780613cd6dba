/** Drawing up a draft by hand, before or after the schedule's: first what would be made, then, once seen, the act. */

import type { Act, Edition } from '../../filing/edition.ts';
import { issuedLast } from '../../filing/edition.ts';
import { fingerprintOf } from '../../filing/fingerprint.ts';
import type { Manifest } from '../../filing/manifest.ts';
import { blankPaper, type Paper } from '../../filing/paper.ts';
import type { Version } from '../../filing/version.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readEditions } from '../../records/editions.ts';
import { findManifest, runName } from '../../records/runs.ts';
import { inZone } from '../../regime/calendar.ts';
import type { Summary } from '../../summary/summary.ts';
import { RejectError } from '../../vocabulary/errors.ts';
import type { Text } from '../../vocabulary/text.ts';
import { hindranceWords, notIssuedWords as words } from '../../wording/issuing.ts';
import { owedWithGuidance } from '../guidance.ts';
import { periodInForce, type RegimeVersion } from '../regimes-in-force.ts';
import { manifestOf } from './freeze.ts';
import {
  asThingsStand,
  compareWithIssued,
  type Hindrance,
  hindrances,
  type Issue,
  issueFinal,
} from './issue.ts';
import { reportsLikeTotals } from './issued-totals.ts';
import { countingVersions, readSummary } from './summarise.ts';

/** Nothing was drawn up or issued; the message says why. */
export class NotIssued extends RejectError {
  override readonly name = 'NotIssued';
  readonly code = 'NOT_ISSUED';
  readonly mendable = true;
  /** Whether it is issued all the same where `anyway` is asked for. */
  readonly overrulable: boolean;

  constructor(said: Text | string, { overrulable = false } = {}) {
    super(said);
    this.overrulable = overrulable;
  }
}

type Needs = Pick<Dependencies, 'table' | 'store' | 'outbox' | 'clock'>;

export interface DraftPlan {
  /** `finish`: an edition that was cut off; `new`: the next edition, of what is filed now. */
  readonly kind: 'finish' | 'new';
  readonly issue: Issue & { readonly regime: RegimeVersion };
  /** What is frozen, or would be. */
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** Each has to be overruled. */
  readonly hindrances: readonly Hindrance[];
  /** The edition issued last, where what is filed now differs from it. */
  readonly stale: Edition | null;
  /** Of what was filed when the plan was made. */
  readonly fingerprint: string;
  /** What was filed then is not what the edition was frozen of. */
  readonly outdated: boolean;
  /** The reports that count and give the totals of an edition drawn up before they came. */
  readonly likeTotals: readonly Version[];
}

interface Asked {
  /** Though nobody has filed, the period is not open, or nothing has changed since the last edition. */
  readonly anyway: boolean;
}

/**
 * What drawing up the period's report would do now; stores and sends nothing. Throws Unknown, and NotIssued where there
 * is nothing to do.
 */
export async function planDraft(dependencies: Needs, id: string, { anyway }: Asked): Promise<DraftPlan> {
  const { regime, period } = await owedWithGuidance(dependencies, await periodInForce(dependencies, id));
  const editions = await readEditions(dependencies.table, id);
  const last = issuedLast(editions);
  const instant = dependencies.clock.now();
  const now: Issue = { regime, period, at: inZone(instant, regime.timeZone) };
  const next = await manifestNow(dependencies, now, editions);
  const fingerprint = fingerprintOf(next);
  const stale =
    last && (await compareWithIssued(dependencies, asThingsStand(now, instant), last)).stale ? last : null;
  const make = async (kind: DraftPlan['kind'], at: string, wanted: Manifest): Promise<DraftPlan> => {
    const manifest = (await findManifest(dependencies.store, wanted.run)) ?? wanted;
    const issue = { regime, period, at };
    return {
      kind,
      issue,
      manifest,
      stale,
      fingerprint,
      summary: await readSummary(dependencies.store, manifest),
      likeTotals: await reportsLikeTotals(dependencies.store, {
        regime,
        editions,
        versions: countingVersions(manifest),
      }),
      hindrances: hindrances(issue, manifest),
      outdated: fingerprintOf(manifest) !== fingerprint,
    };
  };

  // One that a newer edition has overtaken is not sent after it.
  const unfinished = editions.at(-1);
  if (unfinished?.fingerprint === null) {
    const { run, edition, scheduledAt: at } = unfinished;
    return make('finish', at, {
      ...(await manifestNow(dependencies, { ...now, at }, editions)),
      run,
      edition,
    });
  }
  if (last && !stale && !anyway) {
    throw new NotIssued(words.nothingNew(last.edition, id), { overrulable: true });
  }
  // One that was taken back keeps its name too.
  if (editions.some(({ run }) => run === next.run)) {
    throw new NotIssued(words.thisMinute(id, next.run));
  }
  return make('new', now.at, next);
}

/** The plan with what the office chose and entered for it. Throws NotIssued where its edition is frozen already. */
export async function withPaper(
  { store }: Pick<Needs, 'store'>,
  plan: DraftPlan,
  entered: Partial<Pick<Paper, 'choices' | 'number' | 'date'>>,
): Promise<DraftPlan> {
  const { manifest, issue } = plan;
  if (plan.kind === 'finish') throw new NotIssued(words.cutOff(issue.period.id, manifest.edition));
  const paper = { ...blankPaper, ...manifest.paper, ...entered };
  const changed = { ...manifest, paper };
  return { ...plan, manifest: changed, summary: await readSummary(store, changed) };
}

/** The manifest of the edition that would come next, of what is filed at `at`; not yet stored. */
export function manifestNow(
  dependencies: Needs,
  issue: Issue,
  editions: readonly Edition[],
): Promise<Manifest> {
  return manifestOf(dependencies, {
    ...issue,
    run: runName(issue.period.id, 'final', issue.at),
    kind: 'final',
    edition: (editions.at(-1)?.edition ?? 0) + 1,
    issued: issuedLast(editions)?.run ?? null,
  });
}

/**
 * Does what was planned, for the office alone, and keeps on record who did it and why. Throws NotIssued where the plan is hindered and not
 * overruled, or where something was filed, decided or issued since it was shown.
 */
export async function drawUp(
  dependencies: Needs,
  plan: DraftPlan,
  { anyway, actor, reason }: Asked & Pick<Act, 'actor' | 'reason'>,
): Promise<Manifest> {
  const { issue, manifest } = plan;
  if (plan.hindrances.length > 0 && !anyway) {
    const why = plan.hindrances.map((hindrance) => hindranceWords[hindrance]);
    throw new NotIssued(words.hindered(issue.period.id, why), { overrulable: true });
  }
  const now = dependencies.clock.now();
  const editions = await readEditions(dependencies.table, issue.period.id);
  const filed = await manifestNow(
    dependencies,
    { ...issue, at: inZone(now, issue.regime.timeZone) },
    editions,
  );
  const known = editions.at(-1);
  const overtaken = known !== undefined && known.edition >= manifest.edition && known.run !== manifest.run;
  if (overtaken || fingerprintOf(filed) !== plan.fingerprint) {
    throw new NotIssued(words.changed(issue.period.id));
  }
  return issueFinal({ ...dependencies, clock: { now: () => now } }, issue, {
    actor,
    reason,
    shown: manifest,
  });
}
