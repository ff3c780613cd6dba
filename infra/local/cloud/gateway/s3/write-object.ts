import type { Readable } from 'node:stream';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../request.ts';
import type { ReceivedBody } from './bodies.ts';
import { authorise, checkKey, type S3Call, type S3Room } from './call.ts';
import {
  badDigest,
  type ChecksumAlgorithm,
  checkChecksumForm,
  checksumAlgorithm,
  checksumHeader,
} from './checksums.ts';
import { decodeChunks } from './chunked.ts';
import { storedHeaders } from './object-headers.ts';
import type { StoredObject } from './objects.ts';

/** PutObject: the body is streamed to disk, compared with everything the client said of it, then made an object. */
export async function putObject(room: S3Room, call: S3Call): Promise<Reply> {
  checkKey(call.key);
  const ifNoneMatch = call.headers.get('if-none-match');
  const announcement = authorise(
    room,
    call,
    's3:PutObject',
    ifNoneMatch === undefined ? {} : { 's3:if-none-match': ifNoneMatch },
  );
  const precondition = writePrecondition(call.headers);
  const headers = storedHeaders(call.headers);
  const announced = announcedDigests(call.headers);
  const length = announcedLength(call);
  precondition(room.objects.current(call.bucket.name, call.key));
  return room.calls.run(announcement, async () => {
    const trailers = new Map<string, string>();
    const body = await room.bodies.receive(
      bodyOf(call, trailers),
      [...announced.checksums.keys(), ...announced.trailing],
      (size) => {
        if (size > length) throw incomplete(length);
      },
    );
    try {
      if (body.size !== length) throw incomplete(length);
      const checksums = verifyBody(call, body, announced, trailers);
      const stored = room.objects.create(
        call.bucket,
        {
          key: call.key,
          headers,
          checksums,
          reason: 'PutObject',
          requester: call.signature.principal.name,
          requestId: call.request.id,
          precondition,
        },
        body,
      );
      return { status: 200, headers: writtenHeaders(call, stored) };
    } catch (problem) {
      body.discard();
      throw problem;
    }
  });
}

/** DeleteObject; in a versioned bucket a delete marker, with a version id for good. */
export async function deleteObject(room: S3Room, call: S3Call): Promise<Reply> {
  const version = call.params.get('versionId');
  const action = version === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
  return room.calls.run(authorise(room, call, action), () => {
    const touched =
      version === undefined
        ? room.objects.delete(call.bucket, call.key)
        : room.objects.deleteVersion(call.bucket.name, call.key, version);
    const marker: Record<string, string> =
      touched !== undefined && touched.body === null ? { 'x-amz-delete-marker': 'true' } : {};
    const named = version ?? touched?.version;
    return {
      status: 204,
      headers: { ...marker, ...(named === undefined ? {} : { 'x-amz-version-id': named }) },
    };
  });
}

/** ETag, version and checksums of what was just stored. */
export function writtenHeaders(call: Pick<S3Call, 'bucket'>, stored: StoredObject): Record<string, string> {
  return {
    etag: `"${stored.etag}"`,
    'x-amz-server-side-encryption': 'AES256',
    ...(call.bucket.versioned ? { 'x-amz-version-id': stored.version } : {}),
    ...Object.fromEntries(
      Object.entries(stored.checksums).map(([algorithm, value]) => [`x-amz-checksum-${algorithm}`, value]),
    ),
  };
}

/** If-None-Match: * and If-Match of a write; a throw refuses it. */
export function writePrecondition(headers: ReadonlyMap<string, string>): (current?: StoredObject) => void {
  const none = headers.get('if-none-match');
  const match = headers.get('if-match')?.replaceAll('"', '');
  if (none !== undefined && none.trim() !== '*') {
    throw new Refusal(501, 'NotImplemented', 'If-None-Match of a write only takes *.');
  }
  return (current) => {
    const existing = current?.body === null ? undefined : current;
    if (match !== undefined && existing === undefined) {
      throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    }
    if ((none !== undefined && existing) || (match !== undefined && existing?.etag !== match)) {
      throw new Refusal(
        412,
        'PreconditionFailed',
        'At least one of the pre-conditions you specified did not hold',
        {
          details: { Condition: none === undefined ? 'If-Match' : 'If-None-Match' },
        },
      );
    }
  };
}

interface AnnouncedDigests {
  readonly checksums: ReadonlyMap<ChecksumAlgorithm, string>;
  readonly trailing: readonly ChecksumAlgorithm[];
  readonly md5: string | undefined;
}

/** What the headers promise of the body. Throws InvalidRequest for an algorithm named without its value. */
function announcedDigests(headers: ReadonlyMap<string, string>): AnnouncedDigests {
  const checksums = new Map<ChecksumAlgorithm, string>();
  for (const [name, value] of headers) {
    const algorithm = checksumHeader(name);
    if (algorithm === undefined) continue;
    checkChecksumForm(algorithm, value);
    checksums.set(algorithm, value);
  }
  const trailing = (headers.get('x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
    .map((name) => {
      const algorithm = checksumHeader(name);
      if (algorithm !== undefined) return algorithm;
      throw new Refusal(
        400,
        'InvalidRequest',
        'The value specified in the x-amz-trailer header is not supported',
      );
    });
  if (checksums.size + trailing.length > 1) {
    throw new Refusal(
      400,
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const named = headers.get('x-amz-sdk-checksum-algorithm') ?? headers.get('x-amz-checksum-algorithm');
  if (named !== undefined) {
    const algorithm = checksumAlgorithm(named);
    if (!checksums.has(algorithm) && !trailing.includes(algorithm)) {
      throw new Refusal(
        400,
        'InvalidRequest',
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      );
    }
  }
  const md5 = headers.get('content-md5');
  if (md5 !== undefined && Buffer.from(md5, 'base64').length !== 16) {
    throw new Refusal(400, 'InvalidDigest', 'The Content-MD5 you specified is not valid.');
  }
  return { checksums, trailing, md5 };
}

/** Compares the body with what was announced; answers the checksums to keep. */
function verifyBody(
  call: S3Call,
  body: ReceivedBody,
  announced: AnnouncedDigests,
  trailers: ReadonlyMap<string, string>,
): Record<string, string> {
  const { payload } = call.signature;
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== body.sha256) {
    throw new Refusal(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  if (announced.md5 !== undefined && announced.md5 !== Buffer.from(body.md5, 'hex').toString('base64')) {
    throw badDigest('md5');
  }
  const expected = new Map(announced.checksums);
  for (const algorithm of announced.trailing) {
    const value = trailers.get(`x-amz-checksum-${algorithm}`);
    if (value === undefined) {
      throw new Refusal(
        400,
        'MalformedTrailerError',
        'The request contained trailing data that was not well-formed.',
      );
    }
    checkChecksumForm(algorithm, value);
    expected.set(algorithm, value);
  }
  for (const [algorithm, value] of expected)
    if (body.checksums[algorithm] !== value) throw badDigest(algorithm);
  return Object.fromEntries(expected);
}

function bodyOf(call: S3Call, trailers: Map<string, string>): AsyncIterable<Uint8Array> {
  const { payload } = call.signature;
  const raw = undestroyed(call.request.body);
  if (!payload.startsWith('STREAMING-')) return raw;
  const known = [
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
  ];
  if (known.includes(payload)) return decodeChunks(raw, call.signature, trailers);
  throw new Refusal(501, 'NotImplemented', `The payload signing ${payload} is not part of the local cloud.`);
}

/** The stream's pieces; leaving the loop early keeps the connection, over which the refusal has to go. */
function undestroyed(stream: Readable): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
}

function announcedLength(call: S3Call): number {
  const name = call.signature.payload.startsWith('STREAMING-')
    ? 'x-amz-decoded-content-length'
    : 'content-length';
  const text = call.headers.get(name);
  if (text === undefined || !/^\d{1,15}$/.test(text)) {
    throw new Refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  return Number(text);
}

function incomplete(length: number): Refusal {
  return new Refusal(400, 'IncompleteBody', `The request body is not the ${length} bytes it announced.`);
}
