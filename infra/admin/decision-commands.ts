/** `decide extension|return|exclude-version|exclude-unit|guidance`: what an admin enters for the office. */

import { type DecisionRequest, prepareDecision, recordDecision } from '../../shared/office/decide.ts';
import type { Commands, SystemOptions } from './commands.ts';

interface DecideOptions extends SystemOptions {
  readonly reason: string;
  readonly actor: string;
  readonly until?: string;
  readonly receipt?: string;
  readonly dryRun?: boolean;
}

const decisions: readonly (readonly [kind: DecisionRequest['kind'], description: string])[] = [
  ['extension', 'grant a unit more time (--until)'],
  ['return', 'return a version to its unit for correction (--receipt)'],
  ['exclude-version', 'leave a version of a unit out of the report (--receipt)'],
  ['exclude-unit', 'let a unit owe nothing for the period'],
  [
    'guidance',
    'open a review whose guidance has come, for every unit (--until; name number and date in --reason)',
  ],
];

export function addDecisionCommands({ program, onSystem, open, say }: Commands): void {
  const decide = program
    .command('decide')
    .description('enter what the office decided; nothing is ever taken back');
  for (const [kind, description] of decisions) {
    onSystem(decide.command(kind))
      .description(description)
      .argument('<period>')
      .argument('[unit]')
      .requiredOption('--reason <text>', 'why; it is told to the unit and stands in the record')
      .option('--until <yyyy-mm-dd>', 'the new last day')
      .option('--receipt <end>', 'the end of the version’s receipt number')
      .option('--actor <name>', 'who decided', 'admin')
      .option('--dry-run', 'only check it')
      .action(async (period: string, unit: string | undefined, options: DecideOptions) => {
        const { reason, actor, until, receipt, dryRun } = options;
        const system = await open(options);
        const request = { kind, period, unit, reason, actor, until, receipt };
        const decision = await prepareDecision(system, request);
        if (!dryRun) await recordDecision(system, decision);
        say(`${dryRun ? 'would record' : 'recorded'} ${kind} ${period} ${decision.unit}: ${decision.reason}`);
      });
  }
}
