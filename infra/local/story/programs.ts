import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { RejectError } from '../../../shared/vocabulary/errors.ts';

/** A program ended with an error, or did not end in time. */
export class ProgramFailed extends RejectError {
  override readonly name = 'ProgramFailed';
  readonly code = 'PROGRAM_FAILED';
  readonly mendable = true;
}

const patienceMilliseconds = 120_000;

/** Whether the program lies on the path. */
export async function isInstalled(program: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.com`] : [program];
  for (const file of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

/** Runs a program to its end, two minutes at most. Throws ProgramFailed with what it said. */
export function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: soffice is a script, and its time-out has to end what the script started.
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
    }
    let outOfTime = false;
    const timer = setTimeout(() => {
      outOfTime = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, patienceMilliseconds);
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(new ProgramFailed(`${program} did not start`, { cause }));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else
        reject(
          new ProgramFailed(`${program} ${outOfTime ? 'took too long' : `ended with ${code}`}: ${said}`),
        );
    });
  });
}
