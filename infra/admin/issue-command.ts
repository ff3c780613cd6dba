/** `report issue`: says what would go to whom and what is doubtful, and goes on only when somebody says so. */
import type { Act } from '../../shared/filing/edition.ts';
import { doubtsOf } from '../../shared/office/doubts.ts';
import { carryOut, type IssuePlan, NotIssued, planIssue } from '../../shared/office/plan-issue.ts';
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

interface Console {
  readonly say: (line: string) => void;
  /** Null where there is none. */
  readonly terminal: Terminal | null;
}

/** Throws Unknown, NotIssued; by then the list was said. */
export async function issueCommand(
  system: System,
  request: IssueRequest,
  { say, terminal }: Console,
): Promise<void> {
  const { period, yes, dryRun, ...how } = request;
  const plan = await planIssue(system, period, how);
  for (const line of planLines(plan, system.clock.now())) say(line);
  if (dryRun) {
    say('dry run: nothing was issued');
    return;
  }
  const hindered = plan.hindrances.length > 0 && !how.anyway;
  // What is refused anyway needs no answer: carryOut says why.
  if (!hindered && !yes) await askFor(period, terminal);
  const { edition, run } = await carryOut(system, plan, how);
  say(`${period} is issued as edition ${edition}: ${run}; its mails are queued`);
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
    ...doubts.map((doubt) => `  ! ${doubt}`),
  ];
}
