import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Makes a folder hold what another one does, file by file, and only what differs: builds at the same time must not pull
 * folders from under each other.
 */
export async function putInPlace(fresh: string, place: string): Promise<void> {
  const [wanted, found] = await Promise.all([contentsOf(fresh), contentsOf(place)]);
  for (const [file, bytes] of wanted) {
    if (found.get(file)?.equals(bytes) !== true) {
      await mkdir(dirname(join(place, file)), { recursive: true });
      await rename(join(fresh, file), join(place, file));
    }
  }
  for (const file of found.keys()) {
    if (!wanted.has(file)) {
      await rm(join(place, file), { force: true });
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}

async function contentsOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for (const file of await filesIn(folder)) {
    contents.set(file, await readFile(join(folder, file)));
  }
  return contents;
}

/** Paths below `folder`, sorted; none where it does not exist. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      ignoreMissing(error);
      return [];
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
