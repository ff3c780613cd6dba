import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageFiles {
  find(path: string): PageFile | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The built page, read once when the function starts: `/`, `/u` and `/r` (and what link rewriters make of `/u#…`) are
 * the document, `/assets/…` its files. `uploadOrigin` is where the browser may send files besides this site.
 */
export function loadPage(folder: string, uploadOrigin: string): PageFiles {
  const secure = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
  const document: PageFile = {
    body: readFileSync(join(folder, 'index.html'), 'utf8'),
    headers: {
      ...secure,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ${uploadOrigin}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  };
  const assets = new Map<string, PageFile>();
  for (const file of readdirSync(folder)) {
    const contentType = contentTypes[extname(file)];
    if (contentType === undefined) continue;
    assets.set(`/assets/${file}`, {
      body: readFileSync(join(folder, file), 'utf8'),
      headers: { ...secure, 'Content-Type': contentType },
    });
  }
  return {
    find: (path) => (/^\/([ur]([#%].*)?)?$/.test(path) ? document : (assets.get(path) ?? null)),
  };
}
