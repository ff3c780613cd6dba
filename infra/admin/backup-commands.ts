/** `export`, `import`: everything a system keeps, out of it and into an empty one. */
import { exportAll } from './backup.ts';
import type { Commands, SystemOptions } from './commands.ts';
import { importCommand } from './import-command.ts';

interface ImportOptions extends SystemOptions {
  readonly mailedUntil: string;
  readonly upward?: boolean;
  readonly yes?: boolean;
}

/** `export` and `import`: everything the system holds, into a folder and back. */
export function addBackupCommands({ program, onSystem, open, say }: Commands): void {
  onSystem(program.command('export'))
    .description('write every row and every object, with their sums, into a new folder')
    .argument('<folder>')
    .action(async (folder: string, options: SystemOptions) => {
      const { rows, objects } = await exportAll(await open(options), folder);
      say(`${rows} rows and ${objects} objects are in ${folder}: keep it as you keep the reports themselves`);
    });

  onSystem(program.command('import'))
    .description(
      'list whom an export would mail, and with --yes write it into an empty system, or go on with it; never over anything',
    )
    .argument('<folder>')
    .requiredOption(
      '--mailed-until <instant>',
      'when the lost system mailed last, with its zone: what waited until then, and what was due, goes to nobody',
    )
    .option('--upward', 'what is marked UPWARD never went, and may go')
    .option('--yes', 'import; mails cannot be taken back')
    .action(async (folder: string, { mailedUntil, upward, yes, ...options }: ImportOptions) => {
      const request = { folder, mailedUntil, upward: upward ?? false, yes: yes ?? false };
      await importCommand(await open(options), request, say);
    });
}
