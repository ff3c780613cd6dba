/** `export`, `import`: everything a system keeps, out of it and into an empty one. */
import { exportAll, importAll } from './backup.ts';
import type { Commands, SystemOptions } from './commands.ts';

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
    .description('write an export into an empty system, or go on with it; never over anything')
    .argument('<folder>')
    .action(async (folder: string, options: SystemOptions) => {
      const { rows, objects, written } = await importAll(await open(options), folder);
      say(
        `${written.rows} of ${rows} rows and ${written.objects} of ${objects} objects were written, the rest was there`,
      );
    });
}
