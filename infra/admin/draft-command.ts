/** `report draft`: says what would be drawn up and what is doubtful, and goes on only when somebody says so. */
import { basename } from 'node:path';
import type { Act } from '../../shared/filing/edition.ts';
import type { Paper } from '../../shared/filing/paper.ts';
import { choicesIn } from '../../shared/office/report/choices-file.ts';
import { doubtsOf } from '../../shared/office/report/doubts.ts';
import {
  type DraftPlan,
  drawUp,
  NotIssued,
  planDraft,
  withPaper,
} from '../../shared/office/report/draw-up.ts';
import { documentName, documentsOf } from '../../shared/records/runs.ts';
import { officeItself } from '../../shared/regime/recipients.ts';
import { choose } from '../../shared/summary/choice/choose.ts';
import { isDay } from '../../shared/vocabulary/codes.ts';
import { say, second } from '../../shared/vocabulary/text.ts';
import { askFor, type Output } from './ask.ts';
import { readNamedFile } from './named-files.ts';
import type { System } from './system.ts';

export interface DraftRequest extends Pick<Act, 'actor' | 'reason'> {
  readonly period: string;
  readonly anyway: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Path of the draft's workbook, in which the office wrote which sentences it wants. */
  readonly choices?: string;
  /** What the paper bears, where it is known before it is signed; the day is `yyyy-mm-dd`. */
  readonly number?: string;
  readonly day?: string;
}

/** Throws Unknown, NotIssued, ChoicesUnclear, FileNotUsable; by then the list was said. */
export async function draftCommand(system: System, request: DraftRequest, output: Output): Promise<void> {
  const { period, yes, dryRun, choices, number, day, ...how } = request;
  // Other sentences make another draft, though nothing was filed since.
  const anew = choices !== undefined || number !== undefined || day !== undefined;
  const anyway = how.anyway || anew;
  const found = await orSayHow(planDraft(system, period, { ...how, anyway }));
  const plan = anew ? await withPaper(system, found, await entered(found, request, output)) : found;
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

/** What the office wrote down for the paper. Throws ChoicesUnclear, NotIssued, FileNotUsable. */
async function entered(
  { summary }: DraftPlan,
  { choices: path, number, day }: DraftRequest,
  output: Output,
): Promise<Partial<Paper>> {
  if (day !== undefined && !isDay(day)) throw new NotIssued(`--day ${day} is no day: yyyy-mm-dd`);
  const paper = { ...(number !== undefined && { number }), ...(day !== undefined && { date: day }) };
  if (path === undefined) return paper;
  const file = { fileName: basename(path), bytes: await readNamedFile(path) };
  const { choices, inside } = await choicesIn(file, {
    ...choose(summary),
    chosen: summary.paper.choices,
  });
  output.say(`${file.fileName} takes in ${choices.in.length} sentences and leaves out ${choices.out.length}`);
  for (const id of inside) output.say(`  ! ${id} stays inside: it speaks of the office's own business`);
  return { ...paper, choices };
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
