import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RejectError } from '../../shared/vocabulary/errors.ts';

const usualFolder = join(import.meta.dirname, '..', '..', '.local');
const usualPort = 4310;

export const help = `npm start -- [options]

Runs the whole system on this machine: builds the functions, interprets the synthesized stack, applies the sample
regime, plays the sample story through the front door, and stays up. Everything is kept in .local/.

  --once         play the story, then stop; exit code 0 only if every report arrived and the summary was sent
  --fresh        empty .local/ first
  --empty        no story: only the regime and the units' links
  --port N       portal on N, gateway on N+1, inbox on N+2, control on N+3 (${usualPort} unless told; 0: free ones)
  --now ISO      what the system's clock shows, such as 2024-03-19T08:00+07:00; time flows from there
  --seed N       draw what is random from N and let the clock stand between steps: two runs give the same mails
  --folder DIR   keep everything there instead of in .local/
  --help         this text

infra/local/README.md tells about the control port: setting the clock, waiting for idleness, faults on demand.`;

/** An option that there is not, or whose value makes no sense. */
export class WrongOption extends RejectError {
  override readonly name = 'WrongOption';
  readonly code = 'WRONG_OPTION';
  readonly mendable = true;
}

/** What was asked for on the command line. */
export interface LocalOptions {
  readonly help: boolean;
  /** Play the story, then stop. */
  readonly once: boolean;
  readonly fresh: boolean;
  /** No story. */
  readonly empty: boolean;
  /** The portal's; 0 for free ones. */
  readonly port: number;
  /** ISO 8601 with offset. */
  readonly now: string | undefined;
  readonly seed: string | undefined;
  /** Absolute. */
  readonly folder: string;
}

/** @throws WrongOption */
export function readCommandLine(args: readonly string[]): LocalOptions {
  const { port: written, ...flags } = readFlags(args);
  const port = Number(written);
  if (!Number.isInteger(port) || port < 0 || port > 65_532)
    throw new WrongOption(`--port ${written} is no port`);
  const { now, seed, folder } = flags;
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new WrongOption(`--now ${now} is no ISO 8601 date and time`);
  return { ...flags, port, now, seed, folder: resolve(folder) };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        port: { type: 'string', default: String(usualPort) },
        now: { type: 'string' },
        seed: { type: 'string' },
        folder: { type: 'string', default: usualFolder },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new WrongOption(`${cause.message}\n--help tells what there is.`, { cause });
  }
}
