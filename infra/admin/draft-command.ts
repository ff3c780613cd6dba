/** `report draft`: says what would be drawn up and what is doubtful, and goes on only when somebody says so. */
import type { Act } from '../../shared/filing/edition.ts';
import { doubtsOf } from '../../shared/office/report/doubts.ts';
import { type DraftPlan, drawUp, NotIssued, planDraft } from '../../shared/office/report/draw-up.ts';
import { documentName, documentsOf } from '../../shared/records/runs.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import { say, second } from '../../shared/vocabulary/text.ts';
import { askFor, type Output } from './ask.ts';
import type { System } from './system.ts';

export interface DraftRequest extends Pick<Act, 'actor' | 'reason'> {
  readonly period: string;
  readonly anyway: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Throws Unknown, NotIssued; by then the list was said. */
export async function draftCommand(system: System, request: DraftRequest, output: Output): Promise<void> {
  const { period, yes, dryRun, ...how } = request;
  const plan = await orSayHow(planDraft(system, period, how));
  for (const line of planLines(plan, system.clock.now())) output.say(line);
  if (dryRun) {
    output.say('dry run: nothing was drawn up');
    return;
  }
  const hindered = plan.hindrances.length > 0 && !how.anyway;
  // What is refused anyway needs no answer: drawUp says why.
  if (!hindered && !yes) await askFor(period, output.terminal);
  const { edition, run } = await orSayHow(drawUp(system, plan, how));
  output.say(
    `the draft of ${period} is drawn up as edition ${edition}: ${run}; the office's mails are queued`,
  );
}

/** What is refused but may be overruled, with this command's way of doing so. */
async function orSayHow<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof NotIssued) || !error.overrulable) throw error;
    throw new NotIssued(`${error.message}; --anyway draws it up all the same`, { overrulable: true });
  }
}

function planLines(plan: DraftPlan, now: string): string[] {
  const { manifest, issue, summary, kind } = plan;
  const { edition, scheduledAt } = manifest;
  const { id } = issue.period;
  const { rate } = summary;
  const what = {
    finish: `finishes edition ${edition}, which was cut off`,
    new: `makes edition ${edition} of what is filed now`,
  }[kind];
  const documents = documentsOf(manifest)
    .map((document) => documentName(manifest, document))
    .join(', ');
  const doubts = doubtsOf({ ...plan, outdated: kind === 'finish' && plan.outdated }, now);
  return [
    `report draft ${id} ${what}: as of ${scheduledAt}, ${rate.filed} of ${rate.expected - rate.excluded} units filed`,
    'Recipients:',
    ...officeItself(issue.regime).map(
      (each) => `  ${each.id.padEnd(10)} ${each.name} <${each.email}>: ${documents}`,
    ),
    doubts.length === 0 ? 'Nothing is doubtful.' : 'To be looked at first:',
    ...doubts.map((doubt) => `  ! ${say(doubt, second)}`),
    ...(plan.stale ? [`"report status ${id}" lists what has changed`] : []),
  ];
}
