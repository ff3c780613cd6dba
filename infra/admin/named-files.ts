/** Files that somebody named on the command line. */
import { type FileHandle, open, readFile, stat, writeFile } from 'node:fs/promises';
import { RejectError } from '../../shared/vocabulary/errors.ts';

/** A file that was named is not there, is a folder, or may not be touched; the message names it. */
export class FileNotUsable extends RejectError {
  override readonly name = 'FileNotUsable';
  readonly code = 'FILE_NOT_USABLE';
  readonly mendable = true;
}

/** @throws FileNotUsable */
export async function readNamedFile(file: string): Promise<Buffer> {
  return readFile(file).catch(explained);
}

/** Empties it where it is there. @throws FileNotUsable where its folder is none, too */
export async function openNamedFile(file: string): Promise<FileHandle> {
  return open(file, 'w').catch(explained);
}

/** @throws FileNotUsable where its folder is none, too */
export async function writeNamedFile(file: string, bytes: Uint8Array): Promise<void> {
  return writeFile(file, bytes).catch(explained);
}

/** @throws FileNotUsable */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(explained)).isDirectory();
}

function explained(cause: NodeJS.ErrnoException): never {
  if (!/^(ENOENT|EISDIR|EACCES)$/.test(cause.code ?? '')) throw cause;
  throw new FileNotUsable(cause.message, { cause });
}
