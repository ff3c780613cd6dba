import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/portal/handler.ts';
import { loadPage } from '../../../functions/portal/page-files.ts';
import { compressFiles } from '../../../infra/compressed.ts';
import { aWorld, type World } from '../a-world.ts';

const script = `console.log("${'xin chào '.repeat(200)}");`;
let world: World;
let folder: string;
let app: Hono;

async function aPage(content: string): Promise<Hono> {
  await writeFile(join(folder, 'index.html'), '<script type="module" src="/assets/page.js"></script>');
  await writeFile(join(folder, 'page.js'), content);
  await compressFiles(folder);
  return createApp({ ...world, page: loadPage(folder, 'https://bucket.example') });
}

beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  app = await aPage(script);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.stop();
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const scriptOf = async (of: Hono) => /src="([^"]+)"/.exec(await (await of.request('/u')).text())?.[1] ?? '';

describe('the page, handed out', () => {
  it('is the same document for a unit, a receipt, and a link whose # was rewritten', async () => {
    const document = await (await get('/u')).text();
    for (const path of ['/', '/r', '/u%23TOKEN']) expect(await (await get(path)).text()).toBe(document);
    expect((await get('/x')).status).toBe(404);
  });

  it('keeps the token from other sites, and lets in no script but its own', async () => {
    const { headers } = await get('/u');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    const policy = headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("connect-src 'self' https://bucket.example;");
    expect(policy).not.toContain('unsafe');
  });

  it('lets in the styles that stand in the document, and no others', async () => {
    const styles = 'p { color: teal }';
    await writeFile(join(folder, 'index.html'), `<style>${styles}</style>`);
    const styled = createApp({ ...world, page: loadPage(folder, 'https://bucket.example') });
    const policy = (await styled.request('/u')).headers.get('Content-Security-Policy');
    const sum = createHash('sha256').update(styles).digest('base64');
    expect(policy).toContain(`style-src 'self' 'sha256-${sum}';`);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const)('comes compressed as "%s" allows', async (accepted, encoding, decompress) => {
    const answer = await get(await scriptOf(app), { 'Accept-Encoding': accepted });
    expect(answer.headers.get('Content-Encoding')).toBe(encoding);
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
    expect(decompress(Buffer.from(await answer.arrayBuffer())).toString()).toBe(script);
  });

  it('comes as it is to whoever takes no encoding', async () => {
    const answer = await get(await scriptOf(app));
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.text()).toBe(script);
  });

  it('is kept by the browser until its content changes, the document never unasked', async () => {
    const before = await scriptOf(app);
    expect((await get(before)).headers.get('Cache-Control')).toContain('immutable');
    expect((await get('/u')).headers.get('Cache-Control')).toBe('no-cache');
    expect(await scriptOf(await aPage('console.log("mới")'))).not.toBe(before);
    const later = await aPage(script);
    expect(await scriptOf(later)).toBe(before);
    // Whoever opened the page before it changed gets what there is now, and does not keep it.
    const stale = await later.request(`/assets/${'0'.repeat(16)}/page.js`);
    expect(stale.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('is not sent again to whoever has it', async () => {
    const tag = (await get('/u')).headers.get('ETag') ?? '';
    const again = await get('/u', { 'If-None-Match': `"other", ${tag}`, 'Accept-Encoding': 'br' });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });
});

describe('an answer of the API', () => {
  it('is compressed too', async () => {
    const answer = await get('/api/openapi.json', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(JSON.parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString())).toMatchObject({
      openapi: '3.1.0',
    });
  });
});
