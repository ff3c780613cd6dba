import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalCloudError } from './errors.ts';
import { openDatabase } from './gateway/database.ts';

/** `--fresh` was asked for a folder that no local cloud has written. */
export class NotALocalCloud extends LocalCloudError {
  override readonly name = 'NotALocalCloud';
  readonly code = 'NOT_A_LOCAL_CLOUD';
  override readonly mendable = true;

  constructor(folder: string) {
    super(`${folder} holds files but no local cloud; it is not emptied`);
  }
}

/** Where a local cloud keeps what. */
export class CloudFolder {
  readonly path: string;
  readonly state: string;
  readonly mail: string;
  readonly logs: string;
  readonly clock: string;
  readonly keys: string;
  readonly endpoints: string;
  readonly outputs: string;

  constructor(path: string) {
    this.path = path;
    this.state = join(path, 'state');
    this.mail = join(path, 'mail');
    this.logs = join(path, 'logs');
    this.clock = join(path, 'clock.json');
    this.keys = join(path, 'keys');
    this.endpoints = join(path, 'endpoints.json');
    this.outputs = join(path, 'outputs.json');
  }

  /**
   * Makes the folder ready for a start; `fresh` empties it first.
   * @throws NotALocalCloud, StateInUse where another local cloud runs on it
   */
  async prepare(fresh: boolean): Promise<void> {
    await mkdir(this.path, { recursive: true });
    const names = await readdir(this.path);
    if (fresh && names.length > 0 && !names.includes('keys')) throw new NotALocalCloud(this.path);
    // Before anything is deleted from under somebody.
    openDatabase(this.state).close();
    if (fresh) {
      for (const name of names) await rm(join(this.path, name), { recursive: true, force: true });
    }
    await rm(this.endpoints, { force: true });
    await mkdir(this.mail, { recursive: true });
  }
}

/** Writes JSON so that a reader sees the whole file or none. */
export async function writeWhole(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
