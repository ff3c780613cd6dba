import { Validator } from '@seriousme/openapi-schema-validator';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createApp } from '../../../functions/portal/handler.ts';
import { describeApi } from '../../../functions/portal/openapi.ts';
import { operations } from '../../../functions/portal/operations.ts';
import { statusOf } from '../../../functions/portal/refused.ts';
import { aWorld, type World } from '../a-world.ts';

let world: World;
let app: Hono;

beforeAll(async () => {
  world = await aWorld('2024-03-15T12:00:00+07:00');
  app = createApp({ ...world, page: { find: async () => null } });
});
afterAll(() => world.stop());

describe('the OpenAPI document', () => {
  it('is handed out to anybody, and is what OpenAPI 3.1 asks of a document', async () => {
    const answer = await app.request('/api/openapi.json');
    expect(answer.status).toBe(200);
    const document = z.record(z.string(), z.unknown()).parse(await answer.json());
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  it('lists every route of the API, and none that is not there', () => {
    const served = app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:\w+/g, '{}')}`)
      .filter((route) => route !== 'get /api/openapi.json');
    const described = operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(described.toSorted()).toEqual(served.toSorted());
  });

  it('describes each parameter of a path', () => {
    for (const { path, parameters } of operations) {
      expect(Object.keys(parameters)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('points to nothing that it does not hold', async () => {
    const document = await describeApi();
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(operations.length);
    const held = { ...document.components.schemas, ...document.components.parameters };
    for (const [, , name] of refs) expect(Object.keys(held)).toContain(name);
  });

  it('tells every refusal that somebody with a link can meet', async () => {
    const text = JSON.stringify((await describeApi()).paths);
    // Whoever meets this one has left the document's paths.
    const told = Object.keys(statusOf).filter((code) => code !== 'ROUTE_UNKNOWN');
    for (const code of told) expect(text).toContain(`\`${code}\`:`);
  });

  it('is of the version that every answer tells in its header, a refusal too', async () => {
    const { version } = (await describeApi()).info;
    for (const path of ['/api/openapi.json', '/api/duties', '/api/nothing', '/api/receipts/none']) {
      expect((await app.request(path)).headers.get('Api-Version'), path).toBe(version);
    }
  });

  it('is of the same version as long as no list of names gains or loses one', async () => {
    // Pages in use know these: whoever changes a list raises apiVersion (contract/version.ts) with this test.
    const { info, components } = await describeApi();
    const lists = ['DutyStatus', 'VerdictState', 'Standing', 'PeriodKind'].map((name) => [
      name,
      components.schemas[name]?.enum,
    ]);
    expect({ version: info.version, ...Object.fromEntries(lists) }).toEqual({
      version: '6',
      DutyStatus: [
        ...['awaiting-guidance', 'not-due', 'missing', 'overdue', 'on-time'],
        ...['late', 'nil', 'extended', 'returned', 'excluded'],
      ],
      VerdictState: ['accepted', 'accepted-with-warnings', 'rejected', 'unreadable'],
      Standing: ['counts', 'replaced', 'nil-declared', 'returned', 'excluded', 'not-accepted'],
      PeriodKind: ['plan', 'periodic', 'review'],
    });
  });

  it('forbids no further fields, because answers may grow', async () => {
    expect(JSON.stringify(await describeApi())).not.toContain('"additionalProperties":false');
  });
});
