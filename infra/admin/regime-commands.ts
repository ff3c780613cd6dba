/** `regime check|diff|apply`: what an admin does to regimes. */

import type { Amendment } from '../../shared/regime/amendment.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import type { Change } from './changes.ts';
import type { Commands, SystemOptions } from './commands.ts';
import { applyRegime, compareRegime, readRegimeFor, sharedPeriods } from './regime.ts';
import { NoSystem, type System } from './system.ts';

interface ApplyOptions extends SystemOptions {
  readonly dryRun?: boolean;
}

/** `regime`: check, compare, apply. */
export function addRegimeCommands({ program, onSystem, open, say }: Commands): void {
  const regime = program.command('regime').description('check, compare and apply regimes');

  onSystem(regime.command('check'))
    .description(
      'read regimes and say what is wrong, with path and line; against the system, where one is found',
    )
    .argument('<file...>')
    .action(async (files: string[], options: SystemOptions) => {
      const system = await openIfThere(open, options);
      for (const line of await checkFiles(system, files, options)) say(line);
    });

  onSystem(regime.command('diff'))
    .description('show what applying would change, and change nothing')
    .argument('<file>')
    .action(async (file: string, options: SystemOptions) => {
      const system = await open(options);
      const { regime: wanted } = await readRegimeFor(system, file, { mailsPeople: mailsPeople(options) });
      const { changes, replaces, kept } = await compareRegime(system, wanted);
      for (const line of [...changeLines(changes, replaces), ...keptLines(kept)]) say(line);
    });

  onSystem(regime.command('apply'))
    .description('make the regime current; needs no deploy')
    .argument('<file>')
    .option('--dry-run', 'the same as diff')
    .action(async (file: string, options: ApplyOptions) => {
      const system = await open(options);
      const { regime: wanted } = await readRegimeFor(system, file, { mailsPeople: mailsPeople(options) });
      const { changes, replaces, hash, kept } = options.dryRun
        ? await compareRegime(system, wanted)
        : await applyRegime(system, wanted);
      for (const line of [...changeLines(changes, replaces), ...keptLines(kept)]) say(line);
      say(
        options.dryRun ? 'dry run: nothing was changed' : `${wanted.id} is current as ${hash.slice(0, 12)}`,
      );
    });
}

/** A line for each file that is sound. Throws RegimeFault for the first that is not. */
async function checkFiles(
  system: System | null,
  files: readonly string[],
  options: SystemOptions,
): Promise<string[]> {
  const checked: Regime[] = [];
  for (const file of files) {
    const { regime, throwFor } = await readRegimeFor(system, file, { mailsPeople: mailsPeople(options) });
    throwFor(checked.flatMap((other) => sharedPeriods(regime, other)));
    checked.push(regime);
  }
  return [
    ...checked.map(
      ({ id, units, periods, indicators, checks }, n) =>
        `${files[n]}: ${id} is sound: ${units.length} units, ${periods.length} periods, ` +
        `${indicators.length} indicators, ${checks.length} checks`,
    ),
    ...(system === null
      ? ['no system was found (npm start, or --outputs): ids that its regimes use are not known']
      : []),
  ];
}

/** Null where the local cloud does not run. A stack that was named must be there. */
async function openIfThere(open: Commands['open'], options: SystemOptions): Promise<System | null> {
  try {
    return await open(options);
  } catch (error) {
    if (!(error instanceof NoSystem) || options.outputs !== undefined) throw error;
    return null;
  }
}

/** A stack's mails reach people, unless an emulator on this very machine plays AWS. */
function mailsPeople({ outputs }: SystemOptions): boolean {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  const isHere = endpoint !== undefined && /^https?:\/\/(127\.|localhost\b|\[::1\])/.test(endpoint);
  return outputs !== undefined && !isHere;
}

function changeLines(changes: readonly Change[], replaces: string | null): string[] {
  if (replaces === null) return [`new: ${changes.length} settings`];
  if (changes.length === 0) return ['no difference to what is in force'];
  return changes.flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [`- ${path}: ${before}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${after}`]),
  ]);
}

function keptLines(kept: readonly Amendment[]): string[] {
  return kept.map(({ change, actor, madeAt, reason }) => {
    const by = `by ${actor} on ${madeAt.slice(0, 10)}: ${reason}`;
    if (change.kind === 'duty') return `= kept, opened ${by}: the period ${change.period.id}`;
    if (change.kind !== 'contact') return `= kept, ${change.kind} ${by}`;
    const phone = change.phone === '' ? 'no telephone' : change.phone;
    const reached = [change.email, phone].filter((each) => each !== undefined).join(', ');
    return `= kept, changed ${by}: ${change.unit} is reached at ${reached}`;
  });
}
