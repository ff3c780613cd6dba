import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, bucket, clientsOf, type Ground, openGround, worker } from './a-gateway.ts';
import { send, sign, signedSend } from './signed-fetch.ts';

const MINUTE = 60_000;
let ground: Ground;
let pipelineNow = Date.parse('2024-03-19T01:00:00Z');

beforeAll(async () => {
  ground = await openGround({ clock: { now: () => pipelineNow } });
  await clientsOf(ground.gateway).s3.send(
    new PutObjectCommand({ Bucket: bucket, Key: 'inbox/báo cáo+1.txt', Body: 'xin chào' }),
  );
});
afterAll(() => ground.stop());

describe('a request signed in its headers', () => {
  const get = { method: 'GET', path: `/${bucket}/inbox/b%C3%A1o%20c%C3%A1o%2B1.txt` };

  it('is answered when the signature is right', async () => {
    const answer = await signedSend(ground.gateway, get);
    expect(answer).toMatchObject({ status: 200, text: 'xin chào' });
  });

  it.each([
    ['a wrong secret', 'SignatureDoesNotMatch', { secretAccessKey: 'guessed' }],
    [
      'an unknown key',
      'InvalidAccessKeyId',
      { principal: { ...admin, accessKeyId: 'AKIAUNKNOWN000000000' } },
    ],
  ])('is refused with %s', async (_, code, how) => {
    expect(await signedSend(ground.gateway, get, how)).toMatchObject({ status: 403, code });
  });

  it('is refused when the path was changed after signing', async () => {
    const signed = await sign(ground.gateway, get);
    const answer = await send(ground.gateway, { ...signed, path: `/${bucket}/inbox/other.txt` });
    expect(answer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('is refused when the query was changed after signing', async () => {
    const signed = await sign(ground.gateway, {
      method: 'GET',
      path: `/${bucket}`,
      query: { 'list-type': '2', prefix: 'a/' },
    });
    const answer = await send(ground.gateway, { ...signed, query: { 'list-type': '2', prefix: '' } });
    expect(answer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('is refused when a signed header was changed', async () => {
    const put = { method: 'PUT', path: `/${bucket}/inbox/x`, body: 'x', headers: { 'x-amz-meta-unit': 'a' } };
    const signed = await sign(ground.gateway, put);
    const answer = await send(ground.gateway, {
      ...signed,
      headers: { ...signed.headers, 'x-amz-meta-unit': 'b' },
    });
    expect(answer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('is refused when an x-amz- header was added that nobody signed', async () => {
    const signed = await sign(ground.gateway, { method: 'PUT', path: `/${bucket}/inbox/x`, body: 'x' });
    const answer = await send(ground.gateway, {
      ...signed,
      headers: { ...signed.headers, 'x-amz-meta-unit': 'b' },
    });
    expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  it('is refused when the body is not the one whose hash was signed, and nothing is stored', async () => {
    const signed = await sign(ground.gateway, {
      method: 'PUT',
      path: `/${bucket}/inbox/swapped`,
      body: 'right',
    });
    const answer = await send(ground.gateway, { ...signed, body: 'wrong' });
    expect(answer).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' });
    expect(
      (await signedSend(ground.gateway, { method: 'GET', path: `/${bucket}/inbox/swapped` })).status,
    ).toBe(404);
  });

  it.each([
    ['sixteen minutes old', -16],
    ['sixteen minutes ahead', 16],
  ])('is refused when it is %s on both clocks', async (_, minutes) => {
    const signingDate = new Date(Date.now() + minutes * MINUTE);
    expect(await signedSend(ground.gateway, get, { signingDate })).toMatchObject({
      status: 403,
      code: 'RequestTimeTooSkewed',
    });
  });

  it.each([
    ["today's date", () => Date.now()],
    ["the pipeline's date", () => pipelineNow],
    ["fourteen minutes from the pipeline's date", () => pipelineNow + 14 * MINUTE],
  ])('is good with %s', async (_, time) => {
    expect((await signedSend(ground.gateway, get, { signingDate: new Date(time()) })).status).toBe(200);
  });

  it('is refused when it is scoped to another service or region', async () => {
    const answer = await signedSend(ground.gateway, get, { service: 'iam' });
    expect(answer).toMatchObject({ status: 400, code: 'AuthorizationHeaderMalformed' });
  });

  it('needs the session token of a principal that has one, and no other', async () => {
    const { sessionToken: _, ...without } = worker;
    expect((await signedSend(ground.gateway, get, { principal: worker })).status).toBe(200);
    for (const principal of [
      without,
      { ...worker, sessionToken: 'stolen' },
      { ...admin, sessionToken: 'made up' },
    ]) {
      expect(await signedSend(ground.gateway, get, { principal })).toMatchObject({
        status: 400,
        code: 'InvalidToken',
      });
    }
  });

  it('is refused without any signature', async () => {
    expect(await send(ground.gateway, get)).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(
      await send(ground.gateway, { method: 'PUT', path: `/${bucket}/inbox/x`, body: 'x' }),
    ).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });

  it('carries the date of the pipeline in its answer', async () => {
    const answer = await signedSend(ground.gateway, get);
    expect(answer.headers.date).toBe('Tue, 19 Mar 2024 01:00:00 GMT');
    expect(answer.headers['last-modified']).toBe('Tue, 19 Mar 2024 01:00:00 GMT');
  });

  it("lets the real client take over the pipeline's time, and follow when that jumps", async () => {
    const { s3 } = clientsOf(ground.gateway, admin, { maxAttempts: 2 });
    const start = pipelineNow;
    for (const days of [0, 0, 1, -1]) {
      pipelineNow = start + days * 24 * 60 * MINUTE;
      const listed = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
      expect(listed.KeyCount).toBe(1);
    }
    pipelineNow = start;
  });
});

describe('a presigned URL', () => {
  const sayHello = (expiresIn: number, signingDate = new Date()) =>
    getSignedUrl(
      clientsOf(ground.gateway, worker).s3,
      new GetObjectCommand({
        Bucket: bucket,
        Key: 'inbox/báo cáo+1.txt',
        ResponseContentType: 'text/plain; charset=utf-8',
        ResponseContentDisposition: "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.txt",
      }),
      { expiresIn, signingDate },
    );

  it('gives the object with the headers it asks for', async () => {
    const answer = await fetch(await sayHello(300));
    expect(await answer.text()).toBe('xin chào');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.txt",
    );
  });

  it.each([
    ['path', (url: URL) => (url.pathname = `/${bucket}/inbox/other`)],
    ['override', (url: URL) => url.searchParams.set('response-content-type', 'text/html')],
    ['life', (url: URL) => url.searchParams.set('X-Amz-Expires', '604800')],
    ['signature', (url: URL) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64))],
  ])('is refused when its %s was changed', async (_, change) => {
    const url = new URL(await sayHello(300));
    change(url);
    const answer = await fetch(url);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('is good for its whole life and no longer', async () => {
    const minted = pipelineNow;
    const url = await sayHello(300, new Date(minted));
    pipelineNow = minted + 299_000;
    expect((await fetch(url)).status).toBe(200);
    pipelineNow = minted + 301_000;
    const late = await fetch(url);
    pipelineNow = minted;
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
  });

  it("is judged by the real clock too, so that today's clients get on", async () => {
    expect((await fetch(await sayHello(300, new Date(Date.now() - 200_000)))).status).toBe(200);
    expect((await fetch(await sayHello(300, new Date(Date.now() - 400_000)))).status).toBe(403);
  });

  it('may not be used for another method', async () => {
    const answer = await fetch(await sayHello(300), { method: 'DELETE' });
    expect(answer.status).toBe(403);
  });

  it('of a PUT made with default settings signs the checksum of an empty body, as with S3', async () => {
    const { s3 } = clientsOf(ground.gateway);
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: 'inbox/put' }), {
      expiresIn: 60,
    });
    const answer = await fetch(url, { method: 'PUT', body: 'not empty' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<Code>BadDigest</Code>');
  });

  it('is refused together with an authorization header', async () => {
    const answer = await fetch(await sayHello(300), {
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=a' },
    });
    expect(answer.status).toBe(400);
  });
});
