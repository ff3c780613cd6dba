import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, by its path. */
export async function filesBelow(below: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(below, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
  const read = paths.map(async (path) => [path.slice(below.length), await readFile(path, 'base64')] as const);
  return new Map(await Promise.all(read));
}
