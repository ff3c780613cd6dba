/** `regime check|diff|apply`: what an admin does to regimes. */
import type { Change } from './changes.ts';
import type { Commands, SystemOptions } from './commands.ts';
import { applyRegime, compareRegime, readRegimeFile } from './regime.ts';

interface ApplyOptions extends SystemOptions {
  readonly dryRun?: boolean;
}

export function addRegimeCommands({ program, onSystem, open, say }: Commands): void {
  const regime = program.command('regime').description('check, compare and apply regimes');

  regime
    .command('check')
    .description('read regimes and say what is wrong, with path and line')
    .argument('<file...>')
    .action(async (files: string[]) => {
      for (const file of files) {
        const { id, units, periods, indicators, checks } = await readRegimeFile(file);
        say(
          `${file}: ${id} is sound: ${units.length} units, ${periods.length} periods, ` +
            `${indicators.length} indicators, ${checks.length} checks`,
        );
      }
    });

  onSystem(regime.command('diff'))
    .description('show what applying would change, and change nothing')
    .argument('<file>')
    .action(async (file: string, options: SystemOptions) => {
      const { changes, replaces } = await compareRegime(await open(options), await readRegimeFile(file));
      for (const line of changeLines(changes, replaces)) say(line);
    });

  onSystem(regime.command('apply'))
    .description('make the regime current; needs no deploy')
    .argument('<file>')
    .option('--dry-run', 'the same as diff')
    .action(async (file: string, options: ApplyOptions) => {
      const system = await open(options);
      const wanted = await readRegimeFile(file);
      const { changes, replaces, hash } = options.dryRun
        ? await compareRegime(system, wanted)
        : await applyRegime(system, wanted);
      for (const line of changeLines(changes, replaces)) say(line);
      say(
        options.dryRun ? 'dry run: nothing was changed' : `${wanted.id} is current as ${hash.slice(0, 12)}`,
      );
    });
}

function changeLines(changes: readonly Change[], replaces: string | null): string[] {
  if (replaces === null) return [`new: ${changes.length} settings`];
  if (changes.length === 0) return ['no difference to what is in force'];
  return changes.flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [`- ${path}: ${before}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${after}`]),
  ]);
}
