/** `erase`: says what is past its time, and erases it only where told to. */
import {
  type ErasurePlan,
  erase,
  keepings,
  objectsOf,
  planErasures,
} from '../../shared/office/upkeep/erase.ts';
import type { Commands, SystemOptions } from './commands.ts';
import type { WholeSystem } from './system.ts';

interface EraseOptions extends SystemOptions {
  readonly yes?: boolean;
  readonly actor?: string;
  readonly reason?: string;
}

export interface EraseRequest {
  readonly period?: string | undefined;
  /** Null to look alone. */
  readonly by: { readonly actor: string; readonly reason: string } | null;
}

export function addEraseCommand({ program, onSystem, open, say }: Commands): void {
  onSystem(program.command('erase'))
    .description(
      'list the files and names that are past the time for which the regime keeps them ("keep"), and with --yes erase ' +
        'them for good: files, copies and readings in every version, names in rows. Receipts, verdicts and reports stay.',
    )
    .argument('[period]', 'of this period alone')
    .option('--yes', 'erase what is listed; it cannot be taken back')
    .option('--actor <name>', 'who has it done, as it shall stand in the record')
    .option('--reason <text>', 'by which decision; it stands in the record')
    .action(async (period: string | undefined, { yes, actor, reason, ...options }: EraseOptions) => {
      if (yes && (actor === undefined || reason === undefined)) {
        program.error('error: --yes needs --actor and --reason: both stand in the record');
      }
      const by = yes && actor !== undefined && reason !== undefined ? { actor, reason } : null;
      await eraseCommand(await open(options), { period, by }, say);
    });
}

/** Throws Refused. */
export async function eraseCommand(
  system: WholeSystem,
  { period, by }: EraseRequest,
  say: (line: string) => void,
): Promise<void> {
  const plans = await planErasures(system, period);
  for (const plan of plans) for (const line of planLines(plan)) say(line);
  if (plans.length === 0) {
    say('nothing is past its time');
    for (const { period: id, until } of await keepings(system)) {
      if (period === undefined || id === period) say(`  ${id} is kept until ${until}`);
    }
    return;
  }
  if (by === null) {
    say('dry run: nothing was erased; --yes --actor … --reason … erases it for good');
    return;
  }
  for (const plan of plans) {
    await erase(system, plan, by);
    say(`${plan.period} is erased`);
  }
  say(
    'exports and backups of before still hold it: table backups for 35 days, exports as long as you keep them',
  );
}

function planLines(plan: ErasurePlan): string[] {
  const { period, keptUntil, files, changes, manifests } = plan;
  return [
    `${period}: kept until ${keptUntil}. To be erased: ${files.length} files and what was read in them ` +
      `(${objectsOf(plan).length} objects, each in every version), names in ${changes.length} rows and ${manifests.length} manifests`,
    ...files.map(
      ({ receipt, unit, fileName, receivedAt }) => `  ${receipt}  ${unit}  ${receivedAt}  ${fileName}`,
    ),
  ];
}
