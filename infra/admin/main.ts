/** `npm run admin -- …`: what an admin does to the running system, the same on AWS and in the local cloud. */
import { Command, Option } from 'commander';
import { PeriodTaken } from '../../shared/records/regimes.ts';
import { RegimeFault } from '../../shared/regime/load.ts';
import { ArchiveBroken, NotBuiltYet } from './archive.ts';
import type { Change } from './changes.ts';
import { NoSuchSpan } from './coming-mails.ts';
import { NotDecided, prepareDecision, recordDecision, type Wish } from './decisions.ts';
import { NotIssued } from './issue.ts';
import {
  addressees,
  codeOf,
  issueByHand,
  issueByMail,
  linksOf,
  listLinks,
  revokeLinks,
  Unknown,
} from './links.ts';
import { AppliedMeanwhile, applyRegime, compareRegime, readRegimeFile } from './regime.ts';
import { addReportCommands } from './report-commands.ts';
import { NoSystem, openLocal, openStack, type System } from './system.ts';

const program = new Command('admin').description(
  'Applies regimes, issues links and reports.\nWithout --outputs it works on the local cloud that "npm start" runs.',
);

const onSystem = (command: Command) =>
  command
    .addOption(
      new Option(
        '--outputs <file>',
        'work on the stack of which "cdk deploy --outputs-file" wrote this file',
      ),
    )
    .addOption(new Option('--local <folder>', 'work on the local cloud of this folder').default('.local'));

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
  .action(async (file: string, options: Options) => {
    const { changes, replaces } = await compareRegime(await open(options), await readRegimeFile(file));
    showChanges(changes, replaces);
  });

onSystem(regime.command('apply'))
  .description('make the regime current; needs no deploy')
  .argument('<file>')
  .option('--dry-run', 'the same as diff')
  .action(async (file: string, options: Options) => {
    const system = await open(options);
    const wanted = await readRegimeFile(file);
    const { changes, replaces, hash } = options.dryRun
      ? await compareRegime(system, wanted)
      : await applyRegime(system, wanted);
    showChanges(changes, replaces);
    say(options.dryRun ? 'dry run: nothing was changed' : `${wanted.id} is current as ${hash.slice(0, 12)}`);
  });

const links = program.command('links').description('issue, list and revoke links');

onSystem(links.command('issue'))
  .description('issue links to units and to the office’s recipients (all of them unless named)')
  .argument('[code...]', 'units or recipients')
  .option('--regime <id>', 'of this regime alone')
  .option('--mail', 'mail each an invitation instead of printing the link')
  .option('--dry-run', 'only say who would get one')
  .action(async (only: string[], options: Options) => {
    const system = await open(options);
    for (const addressee of await addressees(system, { regime: options.regime, only })) {
      const whom = `${codeOf(addressee.holder).padEnd(10)} ${addressee.name}`;
      if (options.dryRun) say(`${whom} <${addressee.email}>`);
      else if (options.mail) {
        await issueByMail(system, addressee);
        say(`${whom} <${addressee.email}>: invitation queued`);
      } else say(`${whom}: ${(await issueByHand(system, addressee)).page}`);
    }
  });

onSystem(links.command('list'))
  .description('list the links that are open')
  .action(async (options: Options) => {
    for (const { hash, holder, regime: of, issuedAt, expiresAt } of await listLinks(await open(options))) {
      say(`${hash.slice(0, 12)}  ${codeOf(holder).padEnd(10)} ${of}  issued ${issuedAt}  until ${expiresAt}`);
    }
  });

onSystem(links.command('revoke'))
  .description('revoke all links of a unit or recipient, or the one whose hash begins so')
  .argument('<code-or-hash>')
  .option('--regime <id>', 'of this regime alone')
  .option('--dry-run', 'only say which would be revoked')
  .action(async (whose: string, options: Options) => {
    const system = await open(options);
    const meant = await linksOf(system, whose, options.regime);
    for (const { hash, holder } of meant) say(`${hash.slice(0, 12)}  ${codeOf(holder)}`);
    say(options.dryRun ? 'dry run: none was revoked' : `${await revokeLinks(system, meant)} revoked`);
  });

addReportCommands({ program, onSystem, open, say });

const decide = program
  .command('decide')
  .description('enter what the office decided; nothing is ever taken back');

const decisions: readonly (readonly [Wish['kind'], string])[] = [
  ['extension', 'grant a unit more time (--until)'],
  ['return', 'return a version to its unit for correction (--receipt)'],
  ['exclude-version', 'leave a version of a unit out of the report (--receipt)'],
  ['exclude-unit', 'let a unit owe nothing for the period'],
  [
    'guidance',
    'open a review whose guidance has come, for every unit (--until; name number and date in --reason)',
  ],
];
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
      const decision = await prepareDecision(system, { kind, period, unit, reason, actor, until, receipt });
      if (!dryRun) await recordDecision(system, decision);
      say(`${dryRun ? 'would record' : 'recorded'} ${kind} ${period} ${decision.unit}: ${decision.reason}`);
    });
}

interface DecideOptions extends Options {
  readonly reason: string;
  readonly actor: string;
  readonly until?: string;
  readonly receipt?: string;
}

interface Options {
  readonly outputs?: string;
  readonly local: string;
  readonly dryRun?: boolean;
  readonly mail?: boolean;
  readonly regime?: string;
}

async function open({ outputs, local }: Options): Promise<System> {
  return outputs === undefined ? openLocal(local) : openStack(outputs);
}

function showChanges(changes: readonly Change[], replaces: string | null): void {
  if (replaces === null) say(`new: ${changes.length} settings`);
  else if (changes.length === 0) say('no difference to what is in force');
  else
    for (const { path, before, after } of changes) {
      if (before !== undefined) say(`- ${path}: ${before}`);
      if (after !== undefined) say(`+ ${path}: ${after}`);
    }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Errors an admin can mend are told in their own words; anything else is a fault of ours, with its stack. */
const mendable = [
  ...[RegimeFault, PeriodTaken, AppliedMeanwhile, Unknown, NotDecided, NoSystem],
  ...[ArchiveBroken, NotBuiltYet, NotIssued, NoSuchSpan],
];

try {
  await program.parseAsync();
} catch (error) {
  if (!mendable.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
