import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import {
  ChecksumAlgorithm,
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3Signer } from '../../../../../../shared/ports/aws/s3-signer.ts';
import { bucket, clientsOf, type Ground, openGround, worker } from '../a-gateway.ts';
import { send, sign, signedSend } from '../signed-fetch.ts';

let ground: Ground;
let s3: ReturnType<typeof clientsOf>['s3'];

beforeAll(async () => {
  ground = await openGround();
  s3 = clientsOf(ground.gateway).s3;
});
afterAll(() => ground.stop());

const textOf = async (key: string) => {
  const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return answer.Body?.transformToString();
};
const exists = async (key: string) =>
  (await signedSend(ground.gateway, { method: 'GET', path: `/${bucket}/${key}` })).status === 200;

describe('PutObject by the SDK', () => {
  it.each([
    ChecksumAlgorithm.CRC32,
    ChecksumAlgorithm.CRC32C,
    ChecksumAlgorithm.SHA1,
    ChecksumAlgorithm.SHA256,
  ])('computes and gives back %s, of a buffer and of a stream', async (algorithm) => {
    const bytes = Buffer.from('báo cáo tháng 3');
    for (const Body of [bytes, Readable.from([bytes.subarray(0, 5), bytes.subarray(5)])]) {
      const put = await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `sum/${algorithm}`,
          Body,
          ContentLength: bytes.length,
          ChecksumAlgorithm: algorithm,
        }),
      );
      const head = await s3.send(
        new HeadObjectCommand({ Bucket: bucket, Key: `sum/${algorithm}`, ChecksumMode: 'ENABLED' }),
      );
      const field = `Checksum${algorithm}` as const;
      expect(head[field]).toBeDefined();
      expect(head[field]).toBe(put[field]);
      // The SDK compares again what it reads.
      expect(await textOf(`sum/${algorithm}`)).toBe('báo cáo tháng 3');
    }
  });

  it('keeps headers and metadata', async () => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: 'headers',
        Body: '{}',
        ContentType: 'application/json',
        CacheControl: 'no-store',
        ContentDisposition: 'attachment',
        Metadata: { unit: 'SNV' },
      }),
    );
    expect(await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'headers' }))).toMatchObject({
      ContentType: 'application/json',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment',
      Metadata: { unit: 'SNV' },
    });
  });

  it('stores an empty object', async () => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'empty', Body: '' }));
    expect(await textOf('empty')).toBe('');
  });

  it.each(['../../../outside', '..', 'a/../../b', '/leading', 'con.txt', 'dấu/+ %2B?&#', 'x'.repeat(1024)])(
    'takes the key %j for a name, never for a path',
    async (key) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: key }));
      expect(await textOf(key)).toBe(key);
      const files = readdirSync(ground.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(ground.stateFolder, join(entry.parentPath, entry.name)))
        .filter((path) => !path.startsWith('gateway.sqlite'));
      for (const path of files) expect(path).toMatch(/^bodies[/\\][0-9a-f]{2}[/\\][0-9a-f]{64}$/);
    },
  );

  it('refuses a key of more than 1,024 bytes', async () => {
    const put = s3.send(new PutObjectCommand({ Bucket: bucket, Key: `đ${'x'.repeat(1023)}`, Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  it('stores nothing over what exists with If-None-Match', async () => {
    const write = (body: string) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'once', Body: body, IfNoneMatch: '*' }));
    const outcomes = await Promise.allSettled([write('a'), write('b'), write('c')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(write('d')).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'once' }));
    await write('e');
    expect(await textOf('once')).toBe('e');
  });

  it('stores once what one signed address sends a hundred times, and tells of one object', async () => {
    const body = Buffer.from('báo cáo');
    const { method, url, headers } = await new S3Signer(s3, bucket).signUpload({
      ...{ key: 'inbox/replayed', size: body.length, contentType: 'text/csv', seconds: 60 },
      sha256: createHash('sha256').update(body).digest('hex'),
    });
    const sent = Array.from(
      { length: 100 },
      async () => (await fetch(url, { method, headers, body })).status,
    );
    expect((await Promise.all(sent)).toSorted()).toEqual([200, ...Array(99).fill(412)]);
    await expect
      .poll(() => ground.events.some(({ detail }) => detail.object.key === 'inbox/replayed'))
      .toBe(true);
    expect(ground.events.filter(({ detail }) => detail.object.key === 'inbox/replayed')).toHaveLength(1);
  });

  it('replaces only what If-Match names', async () => {
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'match', Body: 'a' }));
    const write = (etag: string | undefined) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'match', Body: 'b', IfMatch: etag }));
    await write(ETag);
    await expect(write(ETag)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('copies an object with its headers', async () => {
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: 'source', Body: 'copied', ContentType: 'text/x' }),
    );
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: 'copy', CopySource: `${bucket}/source` }));
    expect(await textOf('copy')).toBe('copied');
    expect(await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'copy' }))).toMatchObject({
      ContentType: 'text/x',
    });
  });

  it('reports a bucket that the template does not have', async () => {
    const put = s3.send(new PutObjectCommand({ Bucket: 'nowhere', Key: 'x', Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

describe('a body that is not what was said of it is refused', () => {
  const wrong = createHash('sha256').update('other').digest('base64');

  it.each([
    ['x-amz-checksum-sha256', wrong, 'BadDigest'],
    ['x-amz-checksum-crc32', 'AAAAAA==', 'BadDigest'],
    ['x-amz-checksum-crc32c', 'AAAAAA==', 'BadDigest'],
    ['content-md5', Buffer.alloc(16).toString('base64'), 'BadDigest'],
    ['x-amz-checksum-sha256', 'short', 'InvalidRequest'],
    ['content-md5', 'short', 'InvalidDigest'],
    ['x-amz-sdk-checksum-algorithm', 'CRC32', 'InvalidRequest'],
    ['x-amz-checksum-crc64nvme', 'AAAAAAAAAAA=', 'NotImplemented'],
    ['x-amz-meta-unit', 'Sở Nội vụ', 'InvalidArgument'],
    ['x-amz-acl', 'public-read', 'NotImplemented'],
    ['x-amz-tagging', 'a=b', 'NotImplemented'],
    ['x-amz-expected-bucket-owner', '999999999999', 'AccessDenied'],
  ])('%s: %s', async (name, value, code) => {
    const request = {
      method: 'PUT',
      path: `/${bucket}/refused`,
      body: 'body',
      headers: { [name]: value },
    };
    expect(await signedSend(ground.gateway, request)).toMatchObject({ code });
    expect(await exists('refused')).toBe(false);
  });

  it('broken off before its announced length', async () => {
    // More than is kept in memory until it is whole.
    const body = 'b'.repeat(300 * 1024);
    const signed = await sign(ground.gateway, { method: 'PUT', path: `/${bucket}/short`, body });
    const outgoing = http.request({
      host: '127.0.0.1',
      port: ground.gateway.port,
      method: 'PUT',
      path: signed.path,
      headers: { ...signed.headers, 'content-length': String(body.length + 5) },
    });
    const closed = new Promise((resolve) => outgoing.on('close', resolve));
    outgoing.on('error', () => undefined);
    outgoing.write(body);
    const arriving = () => readdirSync(join(ground.stateFolder, 'arriving')).length;
    await expect.poll(arriving).toBe(1);
    outgoing.destroy();
    await closed;
    await expect.poll(arriving).toBe(0);
    expect(await exists('short')).toBe(false);
    expect(ground.problems).toEqual([]);
  });

  it('of no announced length', async () => {
    const signed = await sign(ground.gateway, { method: 'PUT', path: `/${bucket}/endless`, body: 'body' });
    const answer = await send(ground.gateway, {
      ...signed,
      headers: { ...signed.headers, 'transfer-encoding': 'chunked' },
    });
    expect(answer).toMatchObject({ status: 411, code: 'MissingContentLength' });
  });
});

describe('what the gateway does not do', () => {
  it.each([
    ['POST', 'big', { uploads: '' }],
    ['PUT', 'big', { partNumber: '1', uploadId: 'x' }],
    ['GET', 'big', { acl: '' }],
    ['GET', 'big', { tagging: '' }],
    ['GET', '', { policy: '' }],
    ['GET', '', {}],
    ['PATCH', 'big', {}],
    ['PUT', '', {}],
    ['POST', '', { delete: '' }],
  ])('%s %s %j says so at once', async (method, key, query) => {
    const path = key === '' ? `/${bucket}` : `/${bucket}/${key}`;
    expect(await signedSend(ground.gateway, { method, path, query })).toMatchObject({
      status: 501,
      code: 'NotImplemented',
    });
  });
});

it('a bucket in the host name is sent to the path, in words', async () => {
  const answer = await signedSend(ground.gateway, {
    method: 'GET',
    path: '/inbox/a',
    headers: { host: `${bucket}.localhost:${ground.gateway.port}` },
  });
  expect(answer).toMatchObject({ status: 400, code: 'InvalidRequest' });
});

describe('a role', () => {
  it('may write only where its policy says', async () => {
    const own = clientsOf(ground.gateway, worker).s3;
    await own.send(new PutObjectCommand({ Bucket: bucket, Key: 'results/a', Body: '{}' }));
    for (const command of [
      new PutObjectCommand({ Bucket: bucket, Key: 'inbox/a', Body: '{}' }),
      new DeleteObjectCommand({ Bucket: bucket, Key: 'results/a' }),
      new CopyObjectCommand({ Bucket: bucket, Key: 'results/b', CopySource: `${bucket}/results/a` }),
    ]) {
      await expect(own.send(command as PutObjectCommand)).rejects.toMatchObject({ name: 'AccessDenied' });
    }
    expect(await exists('results/b')).toBe(false);
  });
});

it('keeps one file for equal bytes until the last object is gone', async () => {
  for (const Key of ['twin-a', 'twin-b'])
    await s3.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'twins' }));
  const name = createHash('sha256').update('twins').digest('hex');
  const file = join(ground.stateFolder, 'bodies', name.slice(0, 2), name);
  await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'twin-a' }));
  expect(readFileSync(file, 'utf8')).toBe('twins');
  await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'twin-b' }));
  expect(() => readFileSync(file)).toThrow('ENOENT');
});
