import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, bundleFolder, functionNames } from '../../infra/build.ts';

beforeAll(build, 120_000);

describe('the build', () => {
  it('runs on the Node that Lambda runs', () => {
    // Without its install script the package "node" silently leaves the system's version in place.
    expect(process.versions.node.split('.')[0]).toBe('24');
  });

  it.each(functionNames)('bundles %s into one ES module without native code or stray files', async (name) => {
    const files = (await readdir(bundleFolder(name))).sort();
    expect(files).toEqual(name === 'portal' ? ['index.mjs', 'page'] : ['index.mjs']);
    const bundle = await readFile(join(bundleFolder(name), 'index.mjs'), 'utf8');
    expect(bundle).toMatch(/export\s*\{[^}]*\bas handler\b[^}]*\}/);
    expect(bundle.match(/["'`][^"'`\n]{1,200}\.node["'`]/g)).toBeNull();
  });

  it('gives the page the files its index asks for', async () => {
    const page = join(bundleFolder('portal'), 'page');
    const index = await readFile(join(page, 'index.html'), 'utf8');
    expect(index).toContain('/assets/page.js');
    expect(index).toContain('/assets/page.css');
    for (const [, asset] of index.matchAll(/"\/assets\/([^"]+)"/g)) {
      expect((await stat(join(page, asset ?? ''))).size).toBeGreaterThan(0);
    }
  });

  it('leaves a bundle alone that did not change', async () => {
    const times = () =>
      Promise.all(
        functionNames.map(async (name) => (await stat(join(bundleFolder(name), 'index.mjs'))).mtimeMs),
      );
    const before = await times();
    await build();
    expect(await times()).toEqual(before);
  });
});
