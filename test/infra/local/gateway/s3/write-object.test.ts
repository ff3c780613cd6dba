import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  ChecksumAlgorithm,
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, bucket, clientsOf, type Ground, openGround, region, worker } from '../a-gateway.ts';
import { type RawRequest, send, sign, signedSend } from '../signed-fetch.ts';

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
        .filter((path) => !path.startsWith('dynamodb') && !path.startsWith('gateway.sqlite'));
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

  it('shorter than announced', async () => {
    const signed = await sign(ground.gateway, { method: 'PUT', path: `/${bucket}/short`, body: 'body' });
    const broken = send(ground.gateway, { ...signed, headers: { ...signed.headers, 'content-length': '9' } });
    // The client cannot end the request it announced: the connection is the only thing it gets to see.
    await Promise.race([broken.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 200))]);
    expect(await exists('short')).toBe(false);
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

describe('an aws-chunked body', () => {
  const data = Buffer.from('0123456789'.repeat(20_000));
  const crc = 'x-amz-checksum-crc32';

  it('signed chunk by chunk is put together', async () => {
    const request = await chunked({ key: 'signed', chunks: split(data, 65_536) });
    expect(await send(ground.gateway, request)).toMatchObject({ status: 200 });
    expect(await textOf('signed')).toBe(data.toString());
  });

  it('signed with a signed trailer is put together and its checksum kept', async () => {
    const trailer = { name: crc, value: crcOf('hello') };
    const request = await chunked({
      key: 'trailed',
      chunks: [Buffer.from('hel'), Buffer.from('lo')],
      trailer,
    });
    expect(await send(ground.gateway, request)).toMatchObject({ status: 200 });
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: 'trailed', ChecksumMode: 'ENABLED' }),
    );
    expect(head.ChecksumCRC32).toBe(trailer.value);
  });

  it('loses its own encoding and keeps the others', async () => {
    const request = await chunked({ key: 'gz', chunks: [Buffer.from('x')], encoding: 'aws-chunked,gzip' });
    await send(ground.gateway, request);
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'gz' }));
    expect(head.ContentEncoding).toBe('gzip');
  });

  it.each([
    ['a changed chunk', 'SignatureDoesNotMatch', { tamper: 'chunk' as const }],
    [
      'a changed trailer',
      'SignatureDoesNotMatch',
      { tamper: 'trailer' as const, trailer: { name: crc, value: crcOf('hello') } },
    ],
    ['a wrong checksum in the trailer', 'BadDigest', { trailer: { name: crc, value: crcOf('other') } }],
    ['a trailer that is missing', 'MalformedTrailerError', { announce: crc }],
    ['another length than announced', 'IncompleteBody', { decodedLength: 4 }],
    ['more than announced', 'IncompleteBody', { decodedLength: 6 }],
  ])('with %s is refused', async (_, code, change) => {
    const request = await chunked({ key: 'never', chunks: [Buffer.from('hello')], ...change });
    expect(await send(ground.gateway, request)).toMatchObject({ code });
    expect(await exists('never')).toBe(false);
  });

  it('of an unsigned kind is held against its trailer', async () => {
    const put = (value: string) => unsignedChunked('unsigned', 'hello', { name: crc, value });
    expect(await send(ground.gateway, await put(crcOf('other')))).toMatchObject({ code: 'BadDigest' });
    expect(await exists('unsigned')).toBe(false);
    expect(await send(ground.gateway, await put(crcOf('hello')))).toMatchObject({ status: 200 });
    expect(await textOf('unsigned')).toBe('hello');
  });

  it('that is no such thing is refused', async () => {
    const request = await unsignedChunked('junk', 'hello', { name: crc, value: crcOf('hello') });
    const answer = await send(ground.gateway, { ...request, body: 'this is not chunked' });
    expect(answer).toMatchObject({ status: 400, code: 'IncompleteBody' });
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

function split(bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return chunks;
}

function crcOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
}

interface ChunkedUpload {
  readonly key: string;
  readonly chunks: readonly Buffer[];
  readonly trailer?: { readonly name: string; readonly value: string };
  readonly announce?: string;
  readonly encoding?: string;
  readonly decodedLength?: number;
  readonly tamper?: 'chunk' | 'trailer';
}

/** Builds a signed aws-chunked request by the rules of the SigV4 streaming documents. */
async function chunked(upload: ChunkedUpload): Promise<RawRequest> {
  const { key, chunks, trailer, tamper } = upload;
  const announced = trailer?.name ?? upload.announce;
  const decoded = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const signed = await sign(ground.gateway, {
    method: 'PUT',
    path: `/${bucket}/${key}`,
    headers: {
      'x-amz-content-sha256': `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${announced === undefined ? '' : '-TRAILER'}`,
      'x-amz-decoded-content-length': String(upload.decodedLength ?? decoded),
      'content-encoding': upload.encoding ?? 'aws-chunked',
      ...(announced === undefined ? {} : { 'x-amz-trailer': announced }),
    },
  });
  const longDate = signed.headers['x-amz-date'] ?? '';
  const signingDate = new Date(
    longDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const signer = new SignatureV4({ credentials: admin, region, service: 's3', sha256: Sha256 });
  const scope = `${longDate.slice(0, 8)}/${region}/s3/aws4_request`;
  const hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  let previous = /Signature=([0-9a-f]+)/.exec(signed.headers.authorization ?? '')?.[1] ?? '';
  const link = async (kind: string, parts: string[]) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, longDate, scope, previous, ...parts].join('\n');
    previous = await signer.sign(text, { signingDate });
    return previous;
  };
  const pieces: (string | Buffer)[] = [];
  for (const chunk of [...chunks, Buffer.alloc(0)]) {
    const signature = await link('PAYLOAD', [hex(''), hex(chunk)]);
    const sent = tamper === 'chunk' ? Buffer.alloc(chunk.length, 'x') : chunk;
    pieces.push(`${chunk.length.toString(16)};chunk-signature=${signature}\r\n`, sent);
    if (chunk.length > 0) pieces.push('\r\n');
  }
  if (trailer) {
    const signature = await link('TRAILER', [hex(`${trailer.name}:${trailer.value}\n`)]);
    const value = tamper === 'trailer' ? 'AAAAAA==' : trailer.value;
    pieces.push(`${trailer.name}:${value}\r\nx-amz-trailer-signature:${signature}\r\n`);
  }
  pieces.push('\r\n');
  return { ...signed, pieces };
}

async function unsignedChunked(key: string, text: string, trailer: { name: string; value: string }) {
  const signed = await sign(ground.gateway, {
    method: 'PUT',
    path: `/${bucket}/${key}`,
    headers: {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': String(text.length),
      'content-encoding': 'aws-chunked',
      'x-amz-trailer': trailer.name,
    },
  });
  const body = `${text.length.toString(16)}\r\n${text}\r\n0\r\n${trailer.name}:${trailer.value}\r\n\r\n`;
  return { ...signed, body };
}
