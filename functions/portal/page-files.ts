import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** One answer in the forms a browser may ask for. */
export interface PageFile {
  readonly plain: Uint8Array;
  /** Where compressing is worth it, by the name of the encoding. */
  readonly encoded: Readonly<Partial<Record<Encoding, Uint8Array>>>;
  /** Of the content, whatever its encoding. */
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** In the order in which they are preferred. */
export const encodings = ['br', 'gzip'] as const;
type Encoding = (typeof encodings)[number];

export interface PageFiles {
  find(path: string): Promise<PageFile | null>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Asked for anew each time, and answered by a 304 where nothing has changed. */
const asked = { 'Cache-Control': 'no-cache' };
const kept = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * The built page, read once when the function starts: `/`, `/u` and `/r` (and what link rewriters make of `/u#…`) are
 * the document, `/assets/…` its files, which the build compressed. The document names them below the version of them
 * all, so that a browser keeps them; whoever still has an older document gets today's. `uploadOrigin` is where the
 * browser may send files besides this site.
 */
export function loadPage(folder: string, uploadOrigin: string): PageFiles {
  const names = readdirSync(folder).filter((file) => contentTypes[extname(file)] !== undefined);
  const assets = new Map(names.map((name) => [name, loadAsset(folder, name)]));
  const version = tagOf(
    names
      .toSorted()
      .map((name) => `${name} ${assets.get(name)?.tag}`)
      .join(),
  );
  const document = documentOf(
    readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('"/assets/', `"/assets/${version}/`),
    uploadOrigin,
  );
  return {
    async find(path) {
      if (/^\/([ur]([#%].*)?)?$/.test(path)) return document;
      const [, of, name = ''] = /^\/assets\/(?:([0-9a-f]{16})\/)?([^/]+)$/.exec(path) ?? [];
      const asset = assets.get(name);
      if (!asset) return null;
      return { ...asset, headers: { ...asset.headers, ...(of === version ? kept : asked) } };
    },
  };
}

function loadAsset(folder: string, name: string): PageFile {
  const plain = readFileSync(join(folder, name));
  return {
    plain,
    encoded: { br: readFileSync(join(folder, `${name}.br`)), gzip: readFileSync(join(folder, `${name}.gz`)) },
    tag: tagOf(plain),
    headers: {
      'Content-Type': contentTypes[extname(name)] ?? '',
      // A worker lives by the policy of its own script: the reading engine may fetch nothing.
      'Content-Security-Policy': "default-src 'none'; script-src 'self'",
    },
  };
}

function documentOf(html: string, uploadOrigin: string): PageFile {
  const plain = Buffer.from(html);
  return {
    plain,
    encoded: { br: brotliCompressSync(plain), gzip: gzipSync(plain) },
    tag: tagOf(plain),
    headers: {
      ...asked,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self'${stylesIn(html)}`,
        "worker-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ${uploadOrigin}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  };
}

/** The styles that stand in the document, by their sums: none but these may stand there. */
function stylesIn(html: string): string {
  return html
    .split('<style>')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('</style>')))
    .map((style) => ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    .join('');
}

function tagOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
