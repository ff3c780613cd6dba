import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, bundleFolder, firstViewSize, functionNames, largestFirstView } from '../../infra/build.ts';

beforeAll(build, 120_000);

describe('the build', () => {
  it('runs on the Node that Lambda runs', () => {
    // Without its install script the package "node" silently leaves the system's version in place.
    expect(process.versions.node.split('.')[0]).toBe('24');
  });

  it.each(functionNames)('bundles %s into ES modules without native code or stray files', async (name) => {
    const files = (await readdir(bundleFolder(name))).filter((file) => file !== 'page');
    // Ingest reads in a thread, whose file it names.
    const entries = name === 'ingest' ? ['index.mjs', 'reader.mjs'] : ['index.mjs'];
    expect(files.filter((file) => !/-[A-Z0-9]{8}\.mjs$/.test(file)).sort()).toEqual(entries);
    const bundle = await readFile(join(bundleFolder(name), 'index.mjs'), 'utf8');
    expect(bundle).toMatch(/export\s*\{[^}]*\bas handler\b[^}]*\}/);
    const modules = await Promise.all(files.map((file) => readFile(join(bundleFolder(name), file), 'utf8')));
    for (const module of modules) expect(module.match(/["'`][^"'`\n]{1,200}\.node["'`]/g)).toBeNull();
  });

  it('keeps the reader out of what ingest loads first', async () => {
    const index = await readFile(join(bundleFolder('ingest'), 'index.mjs'), 'utf8');
    expect(index).toContain('./reader.mjs');
    expect(index).not.toMatch(/(?:from|import)\s*"\.\/reader\.mjs"/);
  });

  it.each(['index.mjs', 'reader.mjs'])(
    'keeps the readers of pdf files and old workbooks out of what %s loads first',
    async (entry) => {
      const folder = bundleFolder('ingest');
      const loaded = new Set<string>();
      const load = async (file: string): Promise<void> => {
        if (loaded.has(file)) return;
        loaded.add(file);
        const source = await readFile(join(folder, file), 'utf8');
        for (const [, other = ''] of source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.mjs)"/g))
          await load(other);
      };
      await load(entry);
      const lazy = (await readdir(folder)).filter((file) => !loaded.has(file));
      expect(lazy.map((file) => file.replace(/-[A-Z0-9]{8}\.mjs$/, ''))).toEqual(
        expect.arrayContaining(['pdfjs', 'read-old-workbook', 'read-pdf', 'xlsx']),
      );
      const sizes = await Promise.all([...loaded].map(async (file) => (await stat(join(folder, file))).size));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
    },
  );

  it('gives the page the files its index asks for', async () => {
    const page = join(bundleFolder('portal'), 'page');
    const index = await readFile(join(page, 'index.html'), 'utf8');
    expect(index).toContain('/assets/page.js');
    expect(index).toContain('/assets/page.css');
    for (const [, asset] of index.matchAll(/"\/assets\/([^"]+)"/g)) {
      expect((await stat(join(page, asset ?? ''))).size).toBeGreaterThan(0);
    }
  });

  it('keeps the first view light, and the engine out of it', async () => {
    expect(await firstViewSize()).toBeLessThanOrEqual(largestFirstView);
    const index = await readFile(join(bundleFolder('portal'), 'page', 'index.html'), 'utf8');
    expect(index).toContain('rel="modulepreload"');
    expect(index).not.toContain('engine');
  });

  it('lets the engine travel light: neither zod nor a polyfill has crept in', async () => {
    const engine = await readFile(join(bundleFolder('portal'), 'page', 'engine.js'));
    expect(gzipSync(engine).length).toBeLessThanOrEqual(70_000);
  });

  it('leaves a bundle alone that did not change', { timeout: 120_000 }, async () => {
    const times = () =>
      Promise.all(
        functionNames.map(async (name) => (await stat(join(bundleFolder(name), 'index.mjs'))).mtimeMs),
      );
    const before = await times();
    await build();
    expect(await times()).toEqual(before);
  });
});
