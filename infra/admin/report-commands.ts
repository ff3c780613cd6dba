/** `report status|issue|archive` and `mails`: what an admin asks of the reports. */
import { createInterface } from 'node:readline/promises';
import { Option } from 'commander';
import { type Edition, issuedLast, takenBackBy } from '../../shared/filing/edition.ts';
import { type ReportStatus, reportStatus, runOf } from '../../shared/office/report/issued-reports.ts';
import { signForms } from '../../shared/regime/signing.ts';
import type { Changes, FigureChange, UnitChange } from '../../shared/summary/changes.ts';
import { askedEach } from '../../shared/vocabulary/asked-doubts.ts';
import { writeArchive } from './archive.ts';
import type { Terminal } from './ask.ts';
import { comingMailLines } from './coming-mails.ts';
import type { Commands, SystemOptions } from './commands.ts';
import { draftCommand } from './draft-command.ts';
import { writeFigures } from './figures-command.ts';
import { issueCommand } from './issue-command.ts';
import { writeWholeFile } from './whole-file.ts';

interface Options extends SystemOptions {
  readonly anyway?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly actor?: string;
  readonly reason?: string;
  readonly number?: string;
  readonly day?: string;
  readonly signed?: string;
  readonly signer?: string;
  readonly signerForm?: (typeof signForms)[number];
  readonly signerRole?: string;
  readonly corrected?: string;
  readonly choices?: string;
  readonly figuresReason?: string;
  readonly lackingReason?: string;
  readonly answer?: readonly string[];
  readonly out?: string;
  readonly days?: string;
}

/** `report`: status, draft, issue, archive, figures. */
export function addReportCommands({ program, onSystem, open, say }: Commands): void {
  const report = program.command('report').description('issued reports: status, the next edition, archive');

  onSystem(report.command('status'))
    .description('list the issued reports, and what has changed since')
    .argument('[period]')
    .action(async (period: string | undefined, options: Options) => {
      for (const status of await reportStatus(await open(options), period)) {
        for (const line of statusLines(status)) say(line);
      }
    });

  onSystem(report.command('draft'))
    .description('draw up the next edition now, as a draft for the office alone')
    .argument('<period>')
    .option('--dry-run', 'only list what would be drawn up, and what is doubtful')
    .option('--yes', 'without asking at the terminal')
    .option('--choices <file>', 'the draft’s workbook, with what the office wrote into “Câu chọn”')
    .option('--number <number>', 'the number that it is to bear, where it is known already')
    .option('--day <day>', 'the day that it is to bear, yyyy-mm-dd')
    .option('--anyway', 'though nobody has filed, the period is not open, or nothing has changed')
    .option('--actor <name>', 'who wants it, as it shall stand in the record', 'admin')
    .option('--reason <text>', 'why; it stands in the record')
    .action(async (period: string, options: Options) => {
      const { anyway = false, yes = false, dryRun = false, actor = 'admin', reason = null } = options;
      const { choices, number, day } = options;
      const paper = { ...(choices && { choices }), ...(number && { number }), ...(day && { day }) };
      const wanted = { period, anyway, yes, dryRun, actor, reason, ...paper };
      await draftCommand(await open(options), wanted, { say, terminal: terminalOf(process) });
    });

  onSystem(report.command('issue'))
    .description('send the signed report to those named "để B/c"')
    .argument('<period>')
    .option('--number <number>', 'the number of the document, such as 125/BC-STNMT')
    .option('--day <day>', 'the day it bears, yyyy-mm-dd')
    .option('--signed <file>', 'the signed report, a PDF of at most 7 MB')
    .option('--signer <name>', 'who signed; needed where the regime names nobody')
    .addOption(new Option('--signer-form <form>', 'by which form in the head’s place').choices(signForms))
    .option('--signer-role <title>', 'the title of who signed in the head’s place, such as "PHÓ GIÁM ĐỐC"')
    .option('--corrected <file>', 'the draft as it was corrected, a .docx')
    .option(
      '--answer <text...>',
      `a word on each doubt that needs one, in their order; the ${askedEach + 1}th for all the others`,
    )
    .option('--figures-reason <text>', 'why it has other figures than the units reported, where it has')
    .option('--lacking-reason <text>', 'why the signed report lacks much of the draft, where it does')
    .option('--dry-run', 'only list who would get what, and what is doubtful')
    .option('--yes', 'without asking at the terminal')
    .option('--anyway', 'though nobody has filed, or the period is not open')
    .option('--actor <name>', 'who issues it, as it shall stand in the record', 'admin')
    .option('--reason <text>', 'why; it stands in the record')
    .action(async (period: string, options: Options) => {
      const { anyway = false, yes = false, dryRun = false, actor = 'admin', ...given } = options;
      const wanted = { ...given, period, anyway, yes, dryRun, actor };
      await issueCommand(await open(options), wanted, { say, terminal: terminalOf(process) });
    });

  onSystem(report.command('archive'))
    .description('write a .zip of exactly the files a report was made of, with what was issued')
    .argument('<run-or-period>', 'a run, or a period: then the edition issued last')
    .option('--out <file>', 'the file to write (by default the run’s name)')
    .action(async (wanted: string, options: Options) => {
      const system = await open(options);
      const run = await runOf(system, wanted);
      const file = options.out ?? `${run}.zip`;
      const { files, bytes } = await writeWholeFile(file, (out) => writeArchive(system.store, run, out));
      say(`${file}: ${files} files, ${bytes} bytes; check with unzip and "sha256sum -c SHA256SUMS"`);
    });

  onSystem(report.command('figures'))
    .description('write every figure that counts in a period as CSV, one a row, however many units there are')
    .argument('<period>')
    .option('--out <file>', 'the file to write (by default the period’s name)')
    .action(async (period: string, options: Options) => {
      const file = options.out ?? `${period}.csv`;
      const system = await open(options);
      say(`${file}: ${await writeWholeFile(file, (out) => writeFigures(system, period, out))} rows`);
    });

  onSystem(program.command('mails'))
    .description('show every mail that the schedule will send, as things stand now')
    .option('--days <number>', 'how far to look ahead', '30')
    .action(async (options: Options) => {
      for (const line of await comingMailLines(await open(options), Number(options.days))) say(line);
    });
}

/** Null where nobody sits at one. */
function terminalOf({ stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>): Terminal | null {
  if (!stdin.isTTY || !stdout.isTTY) return null;
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}

function statusLines({ period, editions, changes }: ReportStatus): string[] {
  if (editions.length === 0) return [`${period.id}: not issued yet`];
  return [
    ...editions.map((each) => {
      const { edition, run, scheduledAt } = each;
      const state = each === issuedLast(editions) ? (changes ? 'STALE' : 'holds') : stateOf(each, editions);
      return `${period.id} edition ${edition}  as of ${scheduledAt}  ${run}  ${state}`;
    }),
    ...(changes === null ? [] : [...changeLines(changes), `  draw up the next: report draft ${period.id}`]),
  ];
}

/** Of an edition that is not the one in force. */
function stateOf(each: Edition, editions: readonly Edition[]): string {
  const { edition, fingerprint } = each;
  if (takenBackBy(each) !== null) return 'taken back';
  if (fingerprint !== null) return 'replaced';
  return edition === editions.at(-1)?.edition ? 'being issued' : 'never issued';
}

function changeLines({ figures, units, texts, comparisons }: Changes): string[] {
  const written = (value: number | null) => (value === null ? '—' : String(Math.round(value * 100) / 100));
  const figure = ({ indicator, column, from, to, units: whose }: FigureChange) => {
    const by = whose.map((each) => `${each.unit} ${written(each.from)} → ${written(each.to)}`).join(', ');
    const what = `${indicator} ${column === 'value' ? 'in the period' : 'cumulative'}`;
    return `  ${what}: ${written(from)} → ${written(to)}${by === '' ? '' : ` (${by})`}`;
  };
  const stands = (line: UnitChange['from']) =>
    line === null ? 'not expected' : `${line.status}${line.counting ? ` (${line.counting.receipt})` : ''}`;
  return [
    ...figures.map(figure),
    ...units.map(({ unit, from, to }) => `  ${unit.code}: ${stands(from)} → ${stands(to)}`),
    ...texts.map(
      ({ section, units: of }) => `  text of ${section}: ${of.map(({ code }) => code).join(', ')}`,
    ),
    ...comparisons.map(({ period, indicators }) => `  compared with ${period}: ${indicators.join(', ')}`),
  ];
}
