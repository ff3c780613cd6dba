import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type BundleName,
  build,
  bundleFolder,
  bundleFunction,
  firstViewSize,
  functionNames,
  largestFirstView,
  type Metafiles,
  readMetafiles,
} from '../../infra/build.ts';
import { type FirstLoad, firstLoadOf } from '../../infra/first-load.ts';
import { deployedStack, synthesize } from '../../infra/local/cloud/synthesize.ts';
import { filesIn } from '../../infra/put-in-place.ts';

/**
 * Bytes of each bundle's entry and of what it imports at once. The functions have budgets: 500 KB for those that somebody
 * waits for or that start every hour, 900 KB for the others; with the slack their ceilings stand there. What travels to
 * the browser stands where it is: lower it when it has become smaller, raise it only for what is worth a slow line's time.
 */
const ceilings = {
  portal: 490_000,
  ingest: 882_000,
  schedule: 490_000,
  deliver: 882_000,
  page: 142_751,
  engine: 254_000,
} as const satisfies Record<BundleName, number>;
/** Of a ceiling, so that an ordinary change does not stop at it. */
const slack = 0.02;

function entryOf(bundle: BundleName): string {
  return bundle === 'page' || bundle === 'engine' ? `${bundle}.js` : 'index.mjs';
}

/** Nothing while the bundle keeps below its ceiling; else what is too large, and the sources that weigh most. */
function complaintsAbout(bundle: BundleName, load: FirstLoad, ceiling: number): string[] {
  const most = Math.floor(ceiling * (1 + slack));
  if (load.bytes <= most) return [];
  return [`${bundle} loads ${load.bytes} bytes before its first line, more than ${most}:${heaviest(load)}`];
}

/** The ten sources that weigh most, one a line. */
function heaviest({ inputs }: FirstLoad): string {
  return inputs
    .slice(0, 10)
    .map(({ path, bytes }) => `\n  ${path} ${bytes}`)
    .join('');
}

let metafiles: Metafiles;
beforeAll(async () => {
  // Made of these sources, if not by another test then now.
  await synthesize(deployedStack);
  metafiles = (await readMetafiles()) ?? (await build());
});

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

  it.each(functionNames)(
    'lets %s ask Node for its own modules, of which an import would read all',
    async (name) => {
      const files = (await readdir(bundleFolder(name))).filter((file) => file.endsWith('.mjs'));
      const modules = await Promise.all(
        files.map((file) => readFile(join(bundleFolder(name), file), 'utf8')),
      );
      expect(modules.join('')).toContain('process.getBuiltinModule("node:crypto")');
      expect(modules.join('').match(/(?:from|import) ?\(?"node:\w+"/g)).toBeNull();
    },
  );

  it.each(['portal', 'schedule', 'deliver'] as const)(
    'loads the first of %s from at most four files',
    (name) => {
      expect(firstLoadOf(metafiles[name], 'index.mjs').files.length).toBeLessThanOrEqual(4);
    },
  );

  it('keeps the reader out of what ingest loads first', async () => {
    const index = await readFile(join(bundleFolder('ingest'), 'index.mjs'), 'utf8');
    expect(index).toContain('./reader.mjs');
    expect(firstLoadOf(metafiles.ingest, 'index.mjs').files).not.toContain('reader.mjs');
  });

  it.each(['index.mjs', 'reader.mjs'])(
    'keeps the readers of pdf files and old workbooks out of what %s loads first',
    async (entry) => {
      const { files } = firstLoadOf(metafiles.ingest, entry);
      const lazy = (await readdir(bundleFolder('ingest'))).filter((file) => !files.includes(file));
      expect(lazy.map((file) => file.replace(/-[A-Z0-9]{8}\.mjs$/, ''))).toEqual(
        expect.arrayContaining(['pdfjs', 'read-old-workbook', 'read-pdf', 'xlsx']),
      );
    },
  );

  it.each(Object.entries(ceilings))('lets %s not grow beyond %i bytes and the slack', (name, ceiling) => {
    const bundle = name as BundleName;
    expect(complaintsAbout(bundle, firstLoadOf(metafiles[bundle], entryOf(bundle)), ceiling)).toEqual([]);
  });

  it('names the bundle, its size and its largest sources where it has grown', () => {
    const load = firstLoadOf(metafiles.ingest, 'index.mjs');
    const [complaint, ...others] = complaintsAbout('ingest', load, 100_000);
    expect(others).toEqual([]);
    expect(complaint).toContain(`ingest loads ${load.bytes} bytes before its first line, more than 102000`);
    expect(complaint).toMatch(/zod\/v4\/core\/schemas\.js \d{5,}/);
  });

  it.each(functionNames)('leaves out of %s the shapes of S3 that it never asks for', async (name) => {
    const files = (await readdir(bundleFolder(name))).filter((file) => file.endsWith('.mjs'));
    const modules = await Promise.all(files.map((file) => readFile(join(bundleFolder(name), file), 'utf8')));
    expect(modules.join('')).toContain('GetObject');
    expect(modules.join('')).not.toContain('AnalyticsConfiguration');
  });

  it('keeps what writes forms, and the clients that not every request needs, out of what the portal loads first', () => {
    const { inputs } = firstLoadOf(metafiles.portal, 'index.mjs');
    const packages = ['docx/', 'hucre/', '@aws-sdk/client-s3/', '@aws-sdk/client-sqs/', 'temporal-polyfill/'];
    for (const name of packages) {
      expect(inputs.filter(({ path }) => path.includes(`node_modules/${name}`))).toEqual([]);
    }
  });

  it('keeps the regime, and the shapes of the contract that describe it, out of what the portal loads first', () => {
    const { inputs } = firstLoadOf(metafiles.portal, 'index.mjs');
    const shapes = ['functions/portal/contract/terms.ts', 'shared/regime/regime.ts', 'node_modules/jsep/'];
    for (const name of shapes) expect(inputs.filter(({ path }) => path.startsWith(name))).toEqual([]);
  });

  it('counts what an entry imports at once, and not what it imports when it is needed', () => {
    const output = (
      bytes: number,
      imports: { path: string; kind: 'import-statement' | 'dynamic-import' }[],
    ) => ({
      ...{ bytes, imports, exports: [] },
      inputs: { [`source-${bytes}`]: { bytesInOutput: bytes } },
    });
    const outputs = {
      'a/index.mjs': output(1, [
        { path: 'a/now.mjs', kind: 'import-statement' },
        { path: 'a/later.mjs', kind: 'dynamic-import' },
      ]),
      'a/now.mjs': output(20, [{ path: 'a/deeper.mjs', kind: 'import-statement' }]),
      'a/deeper.mjs': output(300, [{ path: 'a/now.mjs', kind: 'import-statement' }]),
      'a/later.mjs': output(4000, []),
    };
    expect(firstLoadOf({ inputs: {}, outputs }, 'index.mjs')).toEqual({
      files: ['deeper.mjs', 'index.mjs', 'now.mjs'],
      bytes: 321,
      inputs: [300, 20, 1].map((bytes) => ({ path: `source-${bytes}`, bytes })),
    });
  });

  it('gives the page the files its index asks for', async () => {
    const page = join(bundleFolder('portal'), 'page');
    const index = await readFile(join(page, 'index.html'), 'utf8');
    for (const [, asset] of index.matchAll(/"\/assets\/([^"]+)"/g)) {
      expect((await stat(join(page, asset ?? ''))).size).toBeGreaterThan(0);
    }
  });

  it('keeps the first view light, and the engine out of it', async () => {
    const firstView = await firstViewSize();
    const largest = heaviest(firstLoadOf(metafiles.page, 'page.js'));
    expect(firstView, `gzip, of at most ${largestFirstView}:${largest}`).toBeLessThanOrEqual(
      largestFirstView,
    );
    const index = await readFile(join(bundleFolder('portal'), 'page', 'index.html'), 'utf8');
    expect(index).not.toContain('engine');
  });

  it('asks for one file of the page at the first visit, beside the document and what is due', async () => {
    const index = await readFile(join(bundleFolder('portal'), 'page', 'index.html'), 'utf8');
    expect([...index.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, asked]) => asked)).toEqual([
      expect.stringMatching(/^\/assets\/chunk-[0-9A-Z]{8}\.js$/),
    ]);
    expect(index).toMatch(/<style>[^<]{10000,}<\/style>/);
  });

  it('lets the engine travel light: neither zod nor a polyfill has crept in', async () => {
    const engine = await readFile(join(bundleFolder('portal'), 'page', 'engine.js'));
    expect(gzipSync(engine).length).toBeLessThanOrEqual(70_000);
  });

  it('makes the same bytes of the same sources', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await bundleFunction('schedule', folder);
    const names = await filesIn(folder);
    expect(names).toEqual(await filesIn(bundleFolder('schedule')));
    for (const name of names) {
      const before = await readFile(join(bundleFolder('schedule'), name));
      expect((await readFile(join(folder, name))).equals(before), name).toBe(true);
    }
  });
});
