import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { httpApi } from '../../../../../infra/local/cloud/http-api/server.ts';
import { listen } from '../../../../../infra/local/cloud/listen.ts';
import { startFixture } from '../../fixture/cloud.ts';

/** What the function was handed; it says it back. */
async function handedOver(answer: Response): Promise<APIGatewayProxyEventV2> {
  const { event } = (await answer.json()) as { event: APIGatewayProxyEventV2 };
  return event;
}

describe('the HTTP API', () => {
  it('hands a request over in payload format 2.0', async () => {
    const { endpoints } = await startFixture();
    const answer = await fetch(`${endpoints.portal}/api/b%C3%A1o?x=1&x=2&y=%26`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Own': 'a', cookie: 'a=1; b=2' },
      body: '{"ế":1}',
    });
    const event = await handedOver(answer);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /{proxy+}',
      rawPath: '/api/báo',
      rawQueryString: 'x=1&x=2&y=%26',
      queryStringParameters: { x: '1,2', y: '&' },
      pathParameters: { proxy: 'api/báo' },
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-own': 'a' },
      body: '{"ế":1}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST', path: '/api/báo', sourceIp: '127.0.0.1' } },
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('hands binary bodies over in base64, and turns base64 answers into bytes', async () => {
    const { endpoints } = await startFixture();
    const body = new Uint8Array([0, 255]);
    const asked = await fetch(`${endpoints.portal}/x`, { method: 'POST', body });
    expect(await handedOver(asked)).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    const answered = await fetch(`${endpoints.portal}/binary`);
    expect(new Uint8Array(await answered.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]));
    expect(answered.headers.get('content-type')).toBe('application/octet-stream');
    expect(answered.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
  });

  it('shows the time of the pipeline, to the function and to the caller', async () => {
    const { endpoints } = await startFixture({ now: '2024-03-19T08:00+07:00' });
    const answer = await fetch(`${endpoints.portal}/x`);
    expect(answer.headers.get('date')).toMatch(/^Tue, 19 Mar 2024 01:00:/);
    expect(await answer.json()).toMatchObject({
      now: expect.stringMatching(/^2024-03-19T01:00:/),
      name: 'api',
    });
  });

  it('answers 500 for a function that throws or answers too much, 404 without a route', async () => {
    const { endpoints } = await startFixture();
    for (const path of ['/throw', '/huge']) {
      const answer = await fetch(`${endpoints.portal}${path}`);
      expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    }
    expect((await fetch(endpoints.portal)).status).toBe(404);
  });

  it('refuses bodies over 6 MB', async () => {
    const { endpoints } = await startFixture();
    const answer = await fetch(`${endpoints.portal}/x`, {
      method: 'POST',
      body: Buffer.alloc(7 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
  });

  it('throttles as the stage says', async () => {
    const plan = { id: 'api', routes: new Map([['$default', 'f']]), throttle: { rate: 0.001, burst: 2 } };
    const deps = { account: '0', now: () => 0, invoke: async () => 'ok', onProblem: () => undefined };
    const server = await listen('portal', 0, httpApi(plan, deps));
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await fetch(server.url)).status);
    await server.close();
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('throttles a route with a limit of its own apart from all others', async () => {
    const routes = new Map(['$default', 'ANY /api/{proxy+}', 'GET /api/free'].map((key) => [key, 'f']));
    const throttles = new Map([['ANY /api/{proxy+}', { rate: 0.001, burst: 1 }]]);
    const plan = { id: 'api', routes, throttles, throttle: { rate: 0.001, burst: 2 } };
    const deps = { account: '0', now: () => 0, invoke: async () => 'ok', onProblem: () => undefined };
    const server = await listen('portal', 0, httpApi(plan, deps));
    const statuses = [];
    for (const path of ['/api/a', '/api/b', '/u', '/api/free', '/x']) {
      statuses.push((await fetch(`${server.url}${path}`)).status);
    }
    await server.close();
    expect(statuses).toEqual([200, 429, 200, 200, 429]);
  });
});
