/** What all commands of `npm run admin` share: which system they work on, and how they speak. */
import { type Command, Option } from 'commander';
import { openLocal, openStack, type WholeSystem } from './system.ts';

/** The options by which every command names its system. */
export interface SystemOptions {
  readonly outputs?: string;
  readonly local: string;
}

/** What a group of commands is added to, and works with. */
export interface Commands {
  readonly program: Command;
  /** Adds the options that name the system. */
  readonly onSystem: (command: Command) => Command;
  /** Throws NoSystem. */
  readonly open: (options: SystemOptions) => Promise<WholeSystem>;
  /** Prints a line. */
  readonly say: (line: string) => void;
}

/** Adds the options that name the system. */
export function onSystem(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--outputs <file>',
        'work on the stack of which "cdk deploy --outputs-file" wrote this file',
      ),
    )
    .addOption(new Option('--local <folder>', 'work on the local cloud of this folder').default('.local'));
}

/** Throws NoSystem. */
export async function open({ outputs, local }: SystemOptions): Promise<WholeSystem> {
  return outputs === undefined ? openLocal(local) : openStack(outputs);
}

/** Prints one line to standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
