/** `decide …`: what an admin enters for the office, by the rules of the office's own page. */

import { everyUnit } from '../../shared/filing/decision.ts';
import {
  type DecisionRequest,
  type Prepared,
  prepareDecision,
  recordDecision,
} from '../../shared/office/decide.ts';
import { decideInPeriods } from '../../shared/office/desk/decide-in-periods.ts';
import { periodInForce } from '../../shared/office/regimes-in-force.ts';
import { isAskedOf } from '../../shared/regime/duties.ts';
import { mostHours } from '../../shared/vocabulary/hours.ts';
import type { Commands, SystemOptions } from './commands.ts';
import type { System } from './system.ts';

interface DecideOptions extends SystemOptions {
  readonly reason: string;
  readonly actor: string;
  readonly until?: string;
  readonly receipt?: string;
  readonly undone?: string;
  readonly dryRun?: boolean;
}

interface ProlongOptions extends SystemOptions {
  readonly hours: number;
  readonly reason: string;
  readonly press: string;
  readonly actor: string;
}

const decisions: readonly (readonly [
  kind: Exclude<DecisionRequest['kind'], 'prolong'>,
  description: string,
])[] = [
  ['extension', 'grant a unit more time (--until)'],
  ['return', 'return a version to its unit for correction (--receipt)'],
  ['exclude-version', 'leave a version of a unit out of the report (--receipt)'],
  ['exclude-unit', 'let a unit owe nothing for the period'],
  ['extension-refusal', 'refuse a unit the time it asked for'],
  ['accept-late', 'take the late report that counts as it is; it stays late'],
  ['waive', 'let a rejected version count although checks do not hold (--receipt)'],
  ['nil', 'declare in a unit’s place that it has nothing to report'],
  ['hold-reminders', 'let a unit that owes not be reminded of the period up to a day (--until)'],
  ['undo', 'take another decision back (--undone)'],
  [
    'guidance',
    'open a review whose guidance has come, for every unit (--until; name number and date in --reason)',
  ],
];

/** `decide`: what the office decided on paper or by telephone, entered by an admin. */
export function addDecisionCommands({ program, onSystem, open, say }: Commands): void {
  const decide = program
    .command('decide')
    .description('enter what the office decided; nothing is deleted, and undo takes a decision back');
  for (const [kind, description] of decisions) {
    onSystem(decide.command(kind))
      .description(description)
      .argument('<period>')
      .argument('[unit]')
      .requiredOption('--reason <text>', 'why; it is told to the unit and stands in the record')
      .option('--until <yyyy-mm-dd>', 'the new last day, or the last without a reminder')
      .option('--receipt <end>', 'the end of the version’s receipt number')
      .option('--undone <decision>', 'the id of the decision that is taken back')
      .option('--actor <name>', 'who decided', 'admin')
      .option('--dry-run', 'only check it')
      .action(async (period: string, unit: string | undefined, options: DecideOptions) => {
        const { reason, actor, until, receipt, undone, dryRun } = options;
        const system = await open(options);
        // Who names one unit means it, filed or not.
        const request = { kind, period, unit, reason, actor, until, receipt, undone, evenFiled: true };
        const prepared = await prepareDecision(system, request);
        const { decision } = prepared;
        const { id } = dryRun ? { id: null } : { id: await record(system, prepared) };
        say(
          `${id === null ? 'would record' : `recorded ${id}:`} ${kind} ${period} ${decision.unit}: ${decision.reason}`,
        );
      });
  }
  onSystem(decide.command('prolong'))
    .description(
      'give so many hours more, for a fault that was not theirs, to a unit or to all who owe or filed late',
    )
    .argument('<period>')
    .argument('[unit]')
    .requiredOption('--hours <n>', `1 to ${mostHours}`, Number)
    .requiredOption('--reason <text>', 'why; it is told to the units and stands in the record')
    .requiredOption('--press <name>', 'names this giving: said again with the same, nothing is given twice')
    .option('--actor <name>', 'who decided', 'admin')
    .action(async (period: string, unit: string | undefined, options: ProlongOptions) => {
      const { hours, reason, press, actor } = options;
      const note = (message: string) => say(message);
      const logger = { info: note, warn: note, error: note };
      const system = await open(options);
      const owed = await periodInForce(system, period);
      const asked = owed.regime.units.filter((each) => isAskedOf(owed.period, each));
      const outcomes = await decideInPeriods(
        { ...system, logger },
        { regime: owed.regime, periods: [owed.period] },
        { kind: 'prolong', hours, reason, press, actor },
        unit === undefined ? asked.map(({ code }) => code) : [unit],
      );
      for (const { unit: code, refused } of outcomes) {
        say(refused ? `${code}: ${refused.words.en}` : `${code}: ${hours} hours more (press ${press})`);
      }
    });
}

/** What concerns every unit is told to all who owe the period. */
async function record(system: System, prepared: Prepared): Promise<string> {
  const { period: id, unit } = prepared.decision;
  const { regime, period } = await periodInForce(system, id);
  const owing = regime.units.filter((unit) => isAskedOf(period, unit)).map(({ code }) => code);
  return (await recordDecision(system, prepared, unit === everyUnit ? owing : [])).decision;
}
