import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../functions/portal/handler.ts';
import { operations } from '../../../functions/portal/operations.ts';
import type { PageFile } from '../../../functions/portal/page-files.ts';
import { memoryDependencies } from '../../doubles/memory-dependencies.ts';

const world = memoryDependencies({ now: () => '2024-03-15T05:00:00.000Z' }, randomBytes);
const file: PageFile = {
  plain: Buffer.from('x'),
  encoded: {},
  tag: '0',
  headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" },
};
const app = createApp({
  ...world,
  page: { find: async (path) => (path.startsWith('/assets/') ? file : null) },
});

const required = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
];

async function missing(path: string, init: RequestInit = {}): Promise<{ status: number; missing: string[] }> {
  const { status, headers } = await app.request(path, init);
  return { status, missing: required.filter((name) => !headers.get(name)) };
}

describe('every answer says what a browser may do with it', () => {
  const routes = operations.map(
    ({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'X')] as const,
  );

  it.each(routes)('%s %s, refused', async (method, path) => {
    expect((await missing(path, { method })).missing).toEqual([]);
  });

  it.each([
    ['the description of the API', '/api/openapi.json', 200],
    ['a static file', '/assets/page.js', 200],
    ['what there is not', '/nothing', 404],
  ])('%s', async (_, path, status) => {
    expect(await missing(path)).toEqual({ status, missing: [] });
  });

  it('a static file that the browser has', async () => {
    const headers = { 'If-None-Match': 'W/"0"' };
    expect(await missing('/assets/page.js', { headers })).toEqual({ status: 304, missing: [] });
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s, which nothing answers to', async (method) => {
    expect((await missing('/api/uploads', { method })).missing).toEqual([]);
  });

  it('a fault', async () => {
    vi.spyOn(world.table, 'get').mockRejectedValueOnce(new Error('the table is gone'));
    const headers = { Authorization: `Bearer ${'0'.repeat(26)}` };
    expect(await missing('/api/duties', { headers })).toEqual({ status: 500, missing: [] });
  });
});

describe('a policy', () => {
  let policies: (string | null)[];
  beforeAll(async () => {
    const answers = await Promise.all(
      ['/assets/page.js', '/api/openapi.json'].map((path) => app.request(path)),
    );
    policies = answers.map(({ headers }) => headers.get('Content-Security-Policy'));
  });

  it('of a file is its own, of an answer to a program allows nothing', () => {
    expect(policies).toEqual([
      file.headers['Content-Security-Policy'],
      "default-src 'none'; frame-ancestors 'none'",
    ]);
  });
});
