import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { filesIn, putInPlace } from '../../infra/put-in-place.ts';

let fresh: string;
let place: string;
const lay = async (folder: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'in-place-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  [fresh, place] = [join(folder, 'fresh'), join(folder, 'place')];
});

describe('a folder that is put in place', () => {
  it('is there whole where nothing was', async () => {
    await lay(fresh, { 'index.mjs': 'a', 'page/index.html': 'b' });
    await putInPlace(fresh, place);
    expect(await filesIn(place)).toEqual(['index.mjs', join('page', 'index.html')]);
    expect(await readFile(join(place, 'page', 'index.html'), 'utf8')).toBe('b');
  });

  it('leaves alone what did not change, brings what did, and takes away what is there no more', async () => {
    await lay(place, { 'index.mjs': 'a', 'chunk.mjs': 'old', 'gone.mjs': 'c' });
    const longAgo = new Date('2024-01-01T00:00:00Z');
    await utimes(join(place, 'index.mjs'), longAgo, longAgo);
    await lay(fresh, { 'index.mjs': 'a', 'chunk.mjs': 'new' });
    await putInPlace(fresh, place);
    expect(await filesIn(place)).toEqual(['chunk.mjs', 'index.mjs']);
    expect((await stat(join(place, 'index.mjs'))).mtime).toEqual(longAgo);
    expect(await readFile(join(place, 'chunk.mjs'), 'utf8')).toBe('new');
  });
});
