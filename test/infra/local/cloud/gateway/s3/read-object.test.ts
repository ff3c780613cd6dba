import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, clientsOf, type Ground, openGround, worker } from '../a-gateway.ts';
import { signedSend } from '../signed-fetch.ts';

let ground: Ground;
let s3: ReturnType<typeof clientsOf>['s3'];
const key = 'inbox/digits';

beforeAll(async () => {
  ground = await openGround();
  s3 = clientsOf(ground.gateway).s3;
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '0123456789' }));
});
afterAll(() => ground.stop());

const get = (headers: Record<string, string>, method = 'GET') =>
  signedSend(ground.gateway, { method, path: `/${bucket}/${key}`, headers });

describe('a range', () => {
  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s gives that part', async (range, text, contentRange) => {
    const answer = await get({ range });
    expect(answer).toMatchObject({ status: 206, text });
    expect(answer.headers['content-range']).toBe(contentRange);
  });

  it.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])('%s past the end is refused', async (range) => {
    const answer = await get({ range });
    expect(answer).toMatchObject({ status: 416, code: 'InvalidRange' });
    expect(answer.headers['content-range']).toBe('bytes */10');
  });

  it.each(['bytes=4-2', 'bytes=0-1,4-5', 'lines=1-2'])('%s is none and gives everything', async (range) => {
    expect(await get({ range })).toMatchObject({ status: 200, text: '0123456789' });
  });
});

describe('a condition', () => {
  it('on the ETag spares the transfer or refuses it', async () => {
    const { ETag = '' } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    expect(await get({ 'if-none-match': ETag })).toMatchObject({ status: 304, text: '' });
    expect(await get({ 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
    expect(await get({ 'if-match': ETag })).toMatchObject({ status: 200 });
    expect(await get({ 'if-match': '"other"' })).toMatchObject({ status: 412, code: 'PreconditionFailed' });
  });

  it('on the date does so too', async () => {
    const future = new Date(Date.now() + 3_600_000).toUTCString();
    expect((await get({ 'if-modified-since': future })).status).toBe(304);
    expect((await get({ 'if-unmodified-since': 'Tue, 19 Mar 2019 01:00:00 GMT' })).status).toBe(412);
  });
});

describe('a key that is missing', () => {
  it('is 404 for who may list, 403 for who may not', async () => {
    const [asAdmin, asWorker] = [s3, clientsOf(ground.gateway, worker).s3];
    const missing = { Bucket: bucket, Key: 'inbox/missing' };
    await expect(asAdmin.send(new GetObjectCommand(missing))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(asAdmin.send(new HeadObjectCommand(missing))).rejects.toMatchObject({ name: 'NotFound' });
    await expect(asWorker.send(new GetObjectCommand(missing))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(asWorker.send(new HeadObjectCommand(missing))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('and one the policy does not name are both 403', async () => {
    const { s3: own } = clientsOf(ground.gateway, worker);
    const get = own.send(new GetObjectCommand({ Bucket: bucket, Key: 'results/x' }));
    await expect(get).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('versions', () => {
  it('are all kept, each readable by its id, a deletion too', async () => {
    const Key = 'versions/one';
    const put = async (Body: string) =>
      (await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))).VersionId;
    const [first, second] = [await put('first'), await put('second')];
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });

    const read = async (VersionId: string | undefined) => {
      const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId }));
      return answer.Body?.transformToString();
    };
    expect([await read(first), await read(second)]).toEqual(['first', 'second']);
    await expect(read(marker.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    await expect(read('unknown')).rejects.toMatchObject({ name: 'NoSuchVersion' });

    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'versions/' }));
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [second, false],
      [first, false],
    ]);
    expect(listed.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }]);

    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId: marker.VersionId }));
    expect(await read(undefined)).toBe('second');
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId: second }));
    expect(await read(undefined)).toBe('first');
  });

  it('are listed page by page', async () => {
    for (const body of ['a', 'b', 'c']) {
      for (const Key of ['pages/1', 'pages/2'])
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: body }));
    }
    const seen: (string | undefined)[] = [];
    let page: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    for (;;) {
      const answer = await s3.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'pages/', MaxKeys: 4, ...page }),
      );
      seen.push(...(answer.Versions ?? []).map(({ VersionId }) => VersionId));
      if (!answer.IsTruncated) break;
      page = { KeyMarker: answer.NextKeyMarker, VersionIdMarker: answer.NextVersionIdMarker };
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it('do not exist in a bucket without versioning: the newest replaces', async () => {
    for (const Body of ['a', 'b']) await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'x', Body }));
    const answer = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'x' }));
    expect(await answer.Body?.transformToString()).toBe('b');
    expect(answer.VersionId).toBeUndefined();
    await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'x' }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount).toBe(0);
  });
});

describe('ListObjectsV2', () => {
  const keys = [
    'list/a',
    'list/b/1',
    'list/b/2',
    'list/c',
    'list/d/1',
    'list/e+ f&<g>.txt',
    'list/đ',
    'list/😀',
  ];
  beforeAll(async () => {
    for (const Key of [...keys, 'list/deleted', 'lisu']) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }));
    }
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'list/deleted' }));
  });

  async function pages(options: {
    Delimiter?: string;
    MaxKeys?: number;
    StartAfter?: string;
    EncodingType?: 'url';
  }) {
    const found: string[] = [];
    const folded: string[] = [];
    let ContinuationToken: string | undefined;
    let count = 0;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: 'list/', ...options, ContinuationToken }),
      );
      found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
      folded.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix));
      ContinuationToken = page.NextContinuationToken;
      count += 1;
    } while (ContinuationToken !== undefined);
    return { found, folded, count };
  }

  it('gives the current objects in byte order of their keys', async () => {
    expect(await pages({})).toEqual({ found: keys, folded: [], count: 1 });
  });

  it('gives the same in pages of any size, with and without folding', async () => {
    for (const MaxKeys of [1, 2, 3, 7]) {
      expect((await pages({ MaxKeys })).found).toEqual(keys);
      const { found, folded } = await pages({ MaxKeys, Delimiter: '/' });
      expect(folded).toEqual(['list/b/', 'list/d/']);
      expect(found).toEqual(keys.filter((one) => one.split('/').length === 2));
    }
  });

  it('begins after a key, and encodes on request', async () => {
    expect((await pages({ StartAfter: 'list/c' })).found).toEqual(keys.slice(4));
    const { found } = await pages({ EncodingType: 'url' });
    expect(found).toContain('list/e%2B%20f%26%3Cg%3E.txt');
  });

  it('needs the right to list', async () => {
    const listed = clientsOf(ground.gateway, worker).s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    await expect(listed).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('refuses a token it did not give', async () => {
    const listed = s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: 'bm9uc2Vuc2U' }));
    await expect(listed).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});

describe('CORS', () => {
  const origin = 'http://127.0.0.1:4000';
  const ask = (headers: Record<string, string>) =>
    fetch(`${ground.gateway.url}/${bucket}`, { method: 'OPTIONS', headers });

  it('lets the portal post, as the bucket is configured', async () => {
    const answer = await ask({
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '300',
    });
  });

  it.each([
    ['another origin', { origin: 'http://evil.example', 'access-control-request-method': 'POST' }],
    ['another method', { origin, 'access-control-request-method': 'PUT' }],
  ])('keeps out %s', async (_, headers) => {
    const answer = await ask(headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('AccessForbidden');
  });

  it('marks answers and refusals alike, so that the page can read why', async () => {
    const answer = await fetch(`${ground.gateway.url}/${bucket}`, {
      method: 'POST',
      headers: { origin },
      body: new FormData(),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it('says nothing to other origins', async () => {
    const answer = await fetch(`${ground.gateway.url}/${bucket}`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('an address that is no proper encoding is refused', async () => {
  expect((await fetch(`${ground.gateway.url}/${bucket}/%E0%A4%A`)).status).toBe(400);
  expect((await fetch(`${ground.gateway.url}/${bucket}?prefix=%FF`)).status).toBe(400);
});
