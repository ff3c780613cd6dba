import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build as esbuild, type Metafile } from 'esbuild';
import { RejectError } from '../shared/vocabulary/errors.ts';
import { compressFiles } from './compressed.ts';
import { firstLoadOf } from './first-load.ts';
import { firstLoadWhole } from './first-load-whole.ts';
import { nodeBuiltins } from './node-builtins.ts';
import { pureSchemas } from './pure-schemas.ts';
import { filesIn, putInPlace } from './put-in-place.ts';

export const functionNames = ['portal', 'ingest', 'schedule', 'deliver'] as const;
export type FunctionName = (typeof functionNames)[number];
/** The functions, and the two that travel to the browser. */
export type BundleName = FunctionName | 'page' | 'engine';

const repository = join(import.meta.dirname, '..');
const output = join(repository, '.build');
const page = join(repository, 'functions', 'portal', 'page');
/** What esbuild said when the bundles were made that lie there. */
const saidOfBundles = join(output, 'metafiles.json');

/** The folder that is deployed as the function `name`. */
export function bundleFolder(name: FunctionName): string {
  return join(output, name);
}

/** Thrown where the page's folder holds a file of which nobody said how it gets into the bundle. */
class UnknownPageFile extends RejectError {
  override readonly name = 'UnknownPageFile';
  readonly code = 'UNKNOWN_PAGE_FILE';
  readonly mendable = true;

  readonly file: string;

  constructor(file: string) {
    super(`${file} is neither a source of the page nor a kind of file that is served as it is`);
    this.file = file;
  }
}

/** What esbuild says of each bundle: which sources went into which output. */
export type Metafiles = Readonly<Record<BundleName, Metafile>>;

/**
 * Bundles the four functions and the portal's page into `.build/`, and says on standard error how large
 * they became. The same sources give the same bytes, and a bundle that did not change is left alone.
 * @throws {UnknownPageFile}
 * @throws esbuild's BuildFailure, for instance where a dependency would load a native module
 */
export async function build(): Promise<Metafiles> {
  await mkdir(output, { recursive: true });
  // Built aside, so that nobody who reads at the same time meets half a bundle, or one that does not compile.
  const aside = await mkdtemp(join(output, '.aside-'));
  try {
    const metafiles = {
      portal: await bundleFunction('portal', join(aside, 'portal')),
      ingest: await bundleFunction('ingest', join(aside, 'ingest')),
      schedule: await bundleFunction('schedule', join(aside, 'schedule')),
      deliver: await bundleFunction('deliver', join(aside, 'deliver')),
      ...(await bundlePage(join(aside, 'portal', 'page'))),
    };
    for (const name of functionNames) {
      await putInPlace(join(aside, name), bundleFolder(name));
      const { bytes } = firstLoadOf(metafiles[name], 'index.mjs');
      process.stderr.write(`${name}: ${kilobytes(bytes)} before its first line\n`);
    }
    await writeFile(
      join(aside, 'metafiles.json'),
      JSON.stringify({ metafiles, sources: await hashOf(metafiles) }),
    );
    await rename(join(aside, 'metafiles.json'), saidOfBundles);
    const firstView = await firstViewSize();
    process.stderr.write(
      `page, first view: ${kilobytes(firstView)} of at most ${kilobytes(largestFirstView)}, gzip\n`,
    );
    return metafiles;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** What esbuild said of the bundles that lie there; null where none do, or those of other sources. */
export async function readMetafiles(): Promise<Metafiles | null> {
  if (!existsSync(saidOfBundles)) return null;
  const { metafiles, sources } = JSON.parse(await readFile(saidOfBundles, 'utf8'));
  return (await hashOf(metafiles)) === sources ? metafiles : null;
}

/** Of the bytes of every source that went into a bundle; one that is gone counts as empty. */
async function hashOf(metafiles: Metafiles): Promise<string> {
  const inputs = new Set(Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs)));
  const hash = createHash('sha256');
  for (const input of [...inputs].sort()) {
    const file = join(repository, input);
    hash.update(`${input}\0`).update(existsSync(file) ? await readFile(file) : '');
  }
  return hash.digest('hex');
}

/** Bytes, compressed, that a unit on a slow line waits for before it sees its duties. */
export const largestFirstView = 60_000;

/** Bytes of the document and of everything it names, compressed with gzip. */
export async function firstViewSize(): Promise<number> {
  const folder = join(bundleFolder('portal'), 'page');
  const index = await readFile(join(folder, 'index.html'));
  const named = [...index.toString().matchAll(/"\/assets\/([^"]+)"/g)].map(([, file = '']) => file);
  const files = [index, ...(await Promise.all(named.map((file) => readFile(join(folder, file)))))];
  return files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}

const common = {
  absWorkingDir: repository,
  bundle: true,
  format: 'esm',
  minify: true,
  // Vietnamese letters take two or three bytes, not the six of their escapes; all of it is served as UTF-8.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

/** What is loaded by its name: the handler's file, and that of a thread. */
const entriesOf: Readonly<Record<FunctionName, readonly string[]>> = {
  portal: ['index.ts'],
  ingest: ['index.ts', 'reader.ts'],
  schedule: ['index.ts'],
  deliver: ['index.ts'],
};

/** Writes the function `name` into the folder: the same bytes of the same sources. */
export async function bundleFunction(name: FunctionName, folder: string): Promise<Metafile> {
  const entries = entriesOf[name].map((entry) => join(repository, 'functions', name, entry));
  const { metafile } = await esbuild({
    ...common,
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // What is imported only when it is needed (the readers of pdf files and old workbooks) costs no cold start.
    splitting: true,
    chunkNames: '[name]-[hash]',
    // Two entries of one function share files, and neither may load the other.
    plugins: [pureSchemas, nodeBuiltins, ...(entries.length === 1 ? entries.map(firstLoadWhole) : [])],
    platform: 'node',
    target: 'node24',
    // ES modules first: their CommonJS twins cannot be tree-shaken and cost up to 39 % more.
    mainFields: ['module', 'main'],
    legalComments: 'none',
  });
  return metafile;
}

const pageEntry = join(page, 'main.tsx');

/** Thrown where a first visit would have to ask for several files of the page. */
class FirstLoadParted extends RejectError {
  override readonly name = 'FirstLoadParted';
  readonly code = 'FIRST_LOAD_PARTED';
  readonly mendable = false;

  constructor(files: number) {
    super(`the page's first view lies in ${files} files instead of one`);
  }
}

/** The engine apart from the page, so that the two share no chunk: the first view must not wait for it. */
async function bundlePage(folder: string): Promise<Pick<Metafiles, 'page' | 'engine'>> {
  const { metafile: pageMetafile } = await esbuild({
    ...common,
    entryPoints: { page: pageEntry },
    outdir: folder,
    platform: 'browser',
    target: ['es2022'],
    splitting: true,
    plugins: [firstLoadWhole(pageEntry)],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
  });
  const { metafile: engine } = await esbuild({
    ...common,
    entryPoints: { engine: join(page, 'checking', 'engine.ts') },
    outdir: folder,
    platform: 'browser',
    target: ['es2022'],
    splitting: true,
    chunkNames: 'engine-[hash]',
    // The page never hands such files to the engine: their readers are too large to travel to every unit.
    external: ['unpdf', '@e965/xlsx'],
    legalComments: 'eof',
  });
  const { outputFiles } = await esbuild({
    ...common,
    entryPoints: { page: join(page, 'page.css') },
    outdir: folder,
    target: ['es2022'],
    write: false,
  });
  const [first, ...more] = firstLoadOf(pageMetafile, 'page.js').files.filter((file) => file !== 'page.js');
  if (first === undefined || more.length > 0) throw new FirstLoadParted(more.length + 1);
  const styles = outputFiles.map(({ text }) => text).join('');
  const index = await readFile(join(page, 'index.html'), 'utf8');
  await writeFile(
    join(folder, 'index.html'),
    index
      .replace('<link rel="stylesheet" href="/assets/page.css" />', () => `<style>${styles}</style>`)
      .replace('/assets/page.js', () => `/assets/${first}`),
  );
  for (const file of await filesIn(page)) {
    if (servedAsIs.has(extname(file))) {
      await cp(join(page, file), join(folder, file));
    } else if (!(compiled.has(extname(file)) || forDevelopers.has(file) || file === 'index.html')) {
      throw new UnknownPageFile(join('functions/portal/page', file));
    }
  }
  await compressFiles(folder);
  return { page: pageMetafile, engine };
}

const servedAsIs = new Set(['.svg', '.txt']);
const compiled = new Set(['.ts', '.tsx', '.css']);
const forDevelopers = new Set(['tsconfig.json', 'README.md']);

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
