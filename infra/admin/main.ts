/** `npm run admin -- …`: what an admin does to the running system, the same on AWS and in the local cloud. */
import { Command } from 'commander';
import { isMendable } from '../../shared/vocabulary/errors.ts';
import { addBackupCommands } from './backup-commands.ts';
import { onSystem, open, say } from './commands.ts';
import { addDecisionCommands } from './decision-commands.ts';
import { addEraseCommand } from './erase-command.ts';
import { addLinkCommands } from './link-commands.ts';
import { addRedriveCommand } from './redrive.ts';
import { addRegimeCommands } from './regime-commands.ts';
import { addReplayCommand } from './replay-command.ts';
import { addReportCommands } from './report-commands.ts';

const program = new Command('admin').description(
  'Applies regimes, issues links and reports.\nWithout --outputs it works on the local cloud that "npm start" runs.',
);
const commands = { program, onSystem, open, say };

addRegimeCommands(commands);
addLinkCommands(commands);
addReportCommands(commands);
addDecisionCommands(commands);
addBackupCommands(commands);
addReplayCommand(commands);
addEraseCommand(commands);
addRedriveCommand(commands);

try {
  await program.parseAsync();
} catch (error) {
  // What an admin can mend is told in its own words; anything else is a fault of ours, with its stack.
  if (!isMendable(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
