/** What the objects of a bucket are called as files of an export: a key may be any text, and none may lead out of the folder. */
import { createHash } from 'node:crypto';

/** So long a path, written in ASCII, every file system takes, with some room for the folder of the export before it. */
const longestPath = 180;
/** A name that every file system takes: no star, no dot at the end, no device of Windows. */
const usualName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\w.%~!'()-]*[\w%~!'()-]$/i;

/**
 * By key, the path below the export: as the object is called in the bucket, `objects/runs/Q1-2024-…/manifest.json`. What no
 * file can be called beside the others (as a folder of theirs, as one of them in other capitals), or at all on some file
 * system, is called by the SHA-256 of its key, in a folder that no key can name. Depends on no order of the keys.
 */
export function objectFiles(keys: readonly string[]): ReadonlyMap<string, string> {
  const sorted = keys.toSorted();
  const folders = new Set(sorted.flatMap((key) => foldersOf(alike(plainFile(key)))));
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const key of sorted) {
    const plain = plainFile(key);
    const name = alike(plain);
    const isUsual = plain.length <= longestPath && plain.split('/').every((part) => usualName.test(part));
    const isPlain = isUsual && !folders.has(name) && !taken.has(name);
    if (isPlain) taken.add(name);
    files.set(key, isPlain ? plain : `objects/%apart/${createHash('sha256').update(key).digest('hex')}`);
  }
  return files;
}

/** Where an object lies whose export does not say it. */
export function plainFile(key: string): string {
  return ['objects', ...key.split('/').map(named)].join('/');
}

function named(part: string): string {
  return part === '' ? '%' : encodeURIComponent(part).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
}

/** As some file systems know it, which do not tell capitals from small letters. */
function alike(file: string): string {
  return file.toLowerCase();
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}
