/** `npm run read -- FILE…`: what the engine reads from any file, for admins and for bug reports. Sends nothing anywhere. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { annotateFile } from '../../shared/reading/annotate/annotate.ts';
import { Budget } from '../../shared/reading/open/budget.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../shared/reading/open/unreadable-file.ts';
import { readDocument } from '../../shared/reading/read-report.ts';
import { unreadableReading } from '../../shared/reading/unreadable-reading.ts';
import { languageOf } from '../../shared/regime/language.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';
import { isMendable, RejectError } from '../../shared/vocabulary/errors.ts';
import { say } from '../../shared/vocabulary/text.ts';
import { bestFit } from './best-fit.ts';
import { isFolder, readNamedFile, writeNamedFile } from './named-files.ts';
import { printedList } from './print-list.ts';
import { type FileRead, type How, printed } from './print-reading.ts';
import { readRegimeFile } from './regime.ts';

/** What was asked for cannot be done: a wrong option, a file or a regime that is not there. */
class CannotRead extends RejectError {
  override readonly name = 'CannotRead';
  readonly code = 'CANNOT_READ';
  readonly mendable = true;
}

interface Options {
  readonly unit?: string;
  readonly period?: string;
  readonly regime: string;
  readonly annotate?: string;
  readonly json?: true;
}

interface Given {
  readonly unit?: Unit;
  readonly period?: Period;
}

/** @returns the process's exit code: 0 all accepted, 1 one was rejected or unreadable, 2 nothing could be done */
export async function main(
  args: readonly string[],
  say: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const program = new Command('read')
    .description(
      'Prints what the engine reads from files: format, unit, period, figures with their places, text, what was ' +
        'skipped, and every finding. Without --unit and --period it reads each file as what its title says.\n' +
        'Of several files, or a folder with all that is in it, a table with one line for each comes first.\n' +
        'Exit code: 0 all accepted, 1 one was rejected or unreadable, 2 a wrong option or a missing file.',
    )
    .argument('<file...>', 'files, or folders with files')
    .option('--unit <code>', 'read as a report of this unit')
    .option('--period <id>', 'read as a report for this period')
    .option('--regime <file>', 'the regime to read by', 'infra/regimes/dan-van-2024.yaml')
    .option('--annotate <folder>', 'write a copy of each file with its findings marked into this folder')
    .option('--json', 'print everything as JSON, one line for each file')
    .configureOutput({ writeOut: say, writeErr: complain })
    .exitOverride();
  try {
    program.parse(args, { from: 'user' });
    const options = program.opts<Options>();
    const regime = await readRegimeFile(options.regime);
    const given = resolve(options, regime);
    const files = await filesIn(program.args);
    if (files.length === 0) throw new CannotRead(`no file in ${program.args.join(', ')}`);
    const all: FileRead[] = [];
    for (const file of files) {
      const read = await readOne(file, regime, given);
      all.push(read);
      if (options.json) say(JSON.stringify(read));
      if (options.annotate !== undefined) await writeCopy(file, read, options.annotate);
    }
    if (!options.json) {
      if (all.length > 1) say(printedList(all, regime));
      for (const read of all) if (program.args.includes(read.file)) say(printed(read, regime));
    }
    const fine = all.every(
      ({ reading: { state } }) => state === 'accepted' || state === 'accepted-with-warnings',
    );
    return fine ? 0 : 1;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Anything else is a fault of ours, with its stack.
    if (!isMendable(error)) throw error;
    complain(error.message);
    return 2;
  }
}

function resolve(options: Options, regime: Regime): Given {
  const unit = regime.units.find(({ code }) => code === options.unit);
  if (options.unit !== undefined && !unit) {
    throw new CannotRead(
      `no unit ${options.unit}; there are ${regime.units.map(({ code }) => code).join(', ')}`,
    );
  }
  const period = regime.periods.find(({ id }) => id === options.period);
  if (options.period !== undefined && !period) {
    throw new CannotRead(
      `no period ${options.period}; there are ${regime.periods.map(({ id }) => id).join(', ')}`,
    );
  }
  return { ...(unit && { unit }), ...(period && { period }) };
}

/** Opens the file once and judges it once, whatever had to be found out in between. */
async function readOne(file: string, regime: Regime, given: Given): Promise<FileRead> {
  const bytes = new Uint8Array(await readNamedFile(file));
  const fileName = basename(file);
  const about = {
    file,
    size: bytes.length,
    regime: regime.id,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const budget = patience();
  const began = performance.now();
  try {
    const document = await openDocument(bytes, budget);
    const openedIn = performance.now() - began;
    const { unit, period, states } = bestFit(document, regime, fileName, given, budget);
    const readFrom = performance.now();
    const reading = readDocument(document, { fileName, regime, unit, period }, budget);
    const how = (wasGiven: boolean, isStated: boolean): How =>
      wasGiven ? 'given' : isStated ? 'stated' : 'guessed';
    return {
      ...about,
      milliseconds: openedIn + performance.now() - readFrom,
      unit: { code: unit.code, name: unit.name, how: how(given.unit !== undefined, states.unit) },
      period: {
        id: period.id,
        title: say(period.title, languageOf(regime)),
        how: how(given.period !== undefined, states.period),
      },
      reading,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const milliseconds = performance.now() - began;
    const reading = unreadableReading(error.code, error.seen);
    return { ...about, milliseconds, unit: null, period: null, reading };
  }
}

/** Whoever waits at a terminal waits longer than a queue. */
function patience(): Budget {
  return new Budget({ now: () => performance.now(), seconds: 60 });
}

/** The files that were named; of a folder all in it and below, but for hidden ones. */
async function filesIn(named: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of named) {
    if (!(await isFolder(path))) {
      found.push(path);
      continue;
    }
    const inside = (await readdir(path, { withFileTypes: true }))
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
      .map(({ name }) => join(path, name));
    if (inside.length === 0) continue;
    found.push(...(await filesIn(inside.sort((a, b) => a.localeCompare(b, 'vi', { numeric: true })))));
  }
  return found;
}

/** The copy that a unit would get. Formats without room for marks have none. */
async function writeCopy(file: string, { reading }: FileRead, folder: string): Promise<void> {
  const copy = await annotateFile(new Uint8Array(await readNamedFile(file)), basename(file), reading);
  if (copy) await writeNamedFile(join(folder, copy.fileName), copy.bytes);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), console.log, console.error);
