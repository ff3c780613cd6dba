/** `report issue`: says what would go to whom and what is doubtful, and goes on only when somebody says so. */
import type { Act } from '../../shared/filing/edition.ts';
import { doubtsOf } from '../../shared/office/doubts.ts';
import { carryOut, type IssuePlan, NotIssued, planIssue } from '../../shared/office/plan-issue.ts';
import { say, second } from '../../shared/vocabulary/text.ts';
import type { System } from './system.ts';

/** Asks whoever sits at the terminal. */
export type Terminal = (question: string) => Promise<string>;

export interface IssueRequest extends Pick<Act, 'actor' | 'reason'> {
  readonly period: string;
  readonly anyway: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

interface Output {
  readonly say: (line: string) => void;
  /** Null where there is none. */
  readonly terminal: Terminal | null;
}

/** Throws Unknown, NotIssued; by then the list was said. */
export async function issueCommand(system: System, request: IssueRequest, output: Output): Promise<void> {
  const { period, yes, dryRun, ...how } = request;
  const plan = await orSayHow(planIssue(system, period, how));
  for (const line of planLines(plan, system.clock.now())) output.say(line);
  if (dryRun) {
    output.say('dry run: nothing was issued');
    return;
  }
  const hindered = plan.hindrances.length > 0 && !how.anyway;
  // What is refused anyway needs no answer: carryOut says why.
  if (!hindered && !yes) await askFor(period, output.terminal);
  const { edition, run } = await orSayHow(carryOut(system, plan, how));
  output.say(`${period} is issued as edition ${edition}: ${run}; its mails are queued`);
}

/** What is refused but may be overruled, with this command's way of doing so. */
async function orSayHow<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof NotIssued) || !error.overrulable) throw error;
    throw new NotIssued(`${error.message}; --anyway issues it all the same`, { overrulable: true });
  }
}

async function askFor(period: string, terminal: Terminal | null): Promise<void> {
  if (terminal === null) {
    throw new NotIssued(
      `${period} is not issued: nobody can be asked here; look at the list, then give --yes`,
    );
  }
  const answer = await terminal(`Mails cannot be taken back. Type ${period} to issue it: `);
  if (answer.trim() !== period) throw new NotIssued(`${period} is not issued`);
}

function planLines(plan: IssuePlan, now: string): string[] {
  const { edition, scheduledAt } = plan.manifest;
  const { id } = plan.issue.period;
  const { rate } = plan.summary;
  const what = {
    finish: `finishes edition ${edition}, which was cut off`,
    send: `sends edition ${edition}, as the office has it, to those who lack it`,
    new: `makes edition ${edition} of what is filed now`,
  }[plan.kind];
  const doubts = doubtsOf(plan, now);
  return [
    `report issue ${id} ${what}: as of ${scheduledAt}, ${rate.filed} of ${rate.expected - rate.excluded} units filed`,
    'Recipients:',
    ...plan.deliveries.map(({ recipient, documents, had }) => {
      const gets = had ? 'was sent it before, gets nothing' : documents.join(', ');
      return `  ${recipient.id.padEnd(10)} ${recipient.name} <${recipient.email}>: ${gets}`;
    }),
    doubts.length === 0 ? 'Nothing is doubtful.' : 'To be looked at first:',
    ...doubts.map((doubt) => `  ! ${say(doubt, second)}`),
    ...(plan.stale ? [`"report status ${id}" lists what has changed`] : []),
  ];
}
