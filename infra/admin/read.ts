/** `npm run read -- FILE…`: what the engine reads from any file, for admins and for bug reports. Sends nothing anywhere. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { annotateFile } from '../../shared/reading/annotate/annotate.ts';
import type { NeutralDocument } from '../../shared/reading/model/document.ts';
import { Budget } from '../../shared/reading/open/budget.ts';
import { openDocument } from '../../shared/reading/open/open-document.ts';
import { UnreadableFile } from '../../shared/reading/open/unreadable-file.ts';
import { readDocument, readReport } from '../../shared/reading/read-report.ts';
import type { Period, Regime, Unit } from '../../shared/regime/regime.ts';
import { isMendable, RejectError } from '../../shared/vocabulary/errors.ts';
import { bestFit } from './best-fit.ts';
import { readNamedFile, writeNamedFile } from './named-files.ts';
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
        'Exit code: 0 all accepted, 1 one was rejected or unreadable, 2 a wrong option or a missing file.',
    )
    .argument('<file...>')
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
    const all: FileRead[] = [];
    for (const file of program.args) {
      const read = await readOne(file, regime, given);
      all.push(read);
      say(options.json ? JSON.stringify(read) : printed(read, regime));
      if (options.annotate !== undefined) await writeCopy(file, read, options.annotate);
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

async function readOne(file: string, regime: Regime, given: Given): Promise<FileRead> {
  const bytes = new Uint8Array(await readNamedFile(file));
  const fileName = basename(file);
  const about = {
    ...{ file, size: bytes.length, regime: regime.id },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const began = performance.now();
  const document = await opened(bytes);
  const openedIn = performance.now() - began;
  if (document === null) {
    return { ...about, ...(await unreadable(bytes, fileName, regime)), milliseconds: openedIn };
  }
  const { unit, period, states } = bestFit(document, regime, fileName, given);
  const readFrom = performance.now();
  const reading = readDocument(document, { fileName, regime, unit, period });
  const how = (wasGiven: boolean, isStated: boolean): How =>
    wasGiven ? 'given' : isStated ? 'stated' : 'guessed';
  return {
    ...about,
    milliseconds: openedIn + performance.now() - readFrom,
    unit: { code: unit.code, name: unit.name, how: how(given.unit !== undefined, states.unit) },
    period: { id: period.id, title: period.title.vi, how: how(given.period !== undefined, states.period) },
    reading,
  };
}

/** Whoever waits at a terminal waits longer than a queue. */
function patience(): Budget {
  return new Budget({ now: () => performance.now(), seconds: 60 });
}

async function opened(bytes: Uint8Array): Promise<NeutralDocument | null> {
  try {
    return await openDocument(bytes, patience());
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

/** Whatever duty it is read for, the reading of such a file says why it cannot be opened and nothing else. */
async function unreadable(bytes: Uint8Array, fileName: string, regime: Regime) {
  const [unit] = regime.units;
  const [period] = regime.periods;
  if (!unit || !period) throw new CannotRead(`the regime ${regime.id} has no unit or no period`);
  const reading = await readReport(bytes, { fileName, regime, unit, period }, patience());
  return { unit: null, period: null, reading };
}

/** The copy that a unit would get. Formats without room for marks have none. */
async function writeCopy(file: string, { reading }: FileRead, folder: string): Promise<void> {
  const copy = await annotateFile(new Uint8Array(await readNamedFile(file)), basename(file), reading);
  if (copy) await writeNamedFile(join(folder, copy.fileName), copy.bytes);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), console.log, console.error);
