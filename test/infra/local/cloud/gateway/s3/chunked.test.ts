import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Sha256 } from '@aws-crypto/sha256-js';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, bucket, clientsOf, type Ground, openGround, region } from '../a-gateway.ts';
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
